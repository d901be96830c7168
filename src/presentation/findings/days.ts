import { dayCounts, type DayCount, type DayFigures } from '../../metrics/day-figures.js';
import { addDays, calendarDays } from '../../report/periods.js';
import type { Report } from '../../report/report.js';
import type { Share } from '../../statistics/share.js';
import { weekdays } from '../half-hours.js';

export type Counts = Readonly<Record<DayCount, number>>;

/** A day that lies wholly in the report. */
export interface WholeDay {
  day: string;
  /** 1 = Monday ... 7 = Sunday. */
  weekday: number;
  all: Counts;
  /** Of the chats that start in business hours; of all where chats have no time of day. */
  inside: Counts;
  agents: number;
  /** Seconds of the shifts that begin on it. */
  active: number;
  span: number;
  cumulative: number;
}

const known = new WeakMap<Report, WholeDay[]>();

/** The whole days of a report from its first chat to its last, those without chats too; none where its days are not known. */
export function wholeDays(report: Report): WholeDay[] {
  const days = known.get(report) ?? found(report);
  known.set(report, days);
  return days;
}

function found(report: Report): WholeDay[] {
  if (report.days.length === 0) return [];
  const { source, options } = report;
  const figures = groupedBy(report.days, ({ day }) => day);
  const work = workByDay(report);
  const wanted = options.weekday.map((name) => weekdays.indexOf(name as (typeof weekdays)[number]) + 1);
  const [first, end] = [options.from ?? '', options.to ?? '9999'];
  const [early, late] = [report.days[0]?.day ?? '', report.days.at(-1)?.day ?? ''];
  return calendarDays(source.range_from, source.range_to, { period: 'day', weekStart: 1, holidays: [] })
    .filter(({ weekday }) => wanted.length === 0 || wanted.includes(weekday))
    .filter(({ day }) => day >= early && day <= late && !source.days_left_out.includes(day))
    .filter(({ day }) => `${day} 00:00:00` >= first && `${day} 24:00:00` <= beforeNext(end))
    .map(({ day, weekday }) => {
      const own = figures.get(day) ?? [];
      const inside = own.filter((row) => row.is_business_hours !== false);
      return { day, weekday, all: sumOf(own), inside: sumOf(inside), ...(work.get(day) ?? noWork) };
    });
}

/** The end of a range as it compares with the ends of days: midnight is the `24:00` of the day before. */
function beforeNext(end: string): string {
  return end.endsWith(' 00:00:00') ? `${addDays(end.slice(0, 10), -1)} 24:00:00` : end;
}

type Work = Pick<WholeDay, 'agents' | 'active' | 'span' | 'cumulative'>;
const noWork: Work = { agents: 0, active: 0, span: 0, cumulative: 0 };

function workByDay({ tables }: Report): Map<string, Work> {
  const work = new Map<string, Work>();
  for (const row of tables.agent_activity_by_shift) {
    const day = String(row['shift_date']);
    const { agents, active, span, cumulative } = work.get(day) ?? noWork;
    work.set(day, {
      agents: agents + 1,
      active: active + Number(row['active_seconds'] ?? 0),
      span: span + Number(row['span_seconds'] ?? 0),
      cumulative: cumulative + Number(row['cumulative_seconds'] ?? 0),
    });
  }
  return work;
}

/** The counts of several days or parts of days together. */
export function sumOf(parts: readonly (Counts | DayFigures)[]): Counts {
  const sums = Object.fromEntries(
    dayCounts.map((name) => [name, parts.reduce((sum, part) => sum + part[name], 0)]),
  );
  return sums as Record<DayCount, number>;
}

/** A share of the counts. */
export const shareIn = (counts: Counts, successes: DayCount, cases: DayCount): Share => ({
  successes: counts[successes],
  cases: counts[cases],
});

/** Days by weekday, Monday first; weekdays without a day are left out. */
export function byWeekday<Day extends Pick<WholeDay, 'weekday'>>(days: readonly Day[]): [number, Day[]][] {
  return [...groupedBy(days, ({ weekday }) => weekday)].sort(([one], [other]) => one - other);
}

export const weekdayName = (weekday: number): string => weekdays[weekday - 1] ?? '';

/** Items by a key, in their order. */
export function groupedBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
