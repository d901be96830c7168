import { dayOf, daySeconds, isoDate, wallFromIso, wallOf, weekdayOf } from './time.js';
import type { RefChat, RefOptions, Row, UsedChat } from './types.js';

/** Whole days: `start` inside, `end` outside (days since 1970-01-01). */
export interface DayRange {
  start: number;
  end: number;
}

/** The days that a range touches, and its first and its end moment, as wall seconds. */
export interface MomentRange extends DayRange {
  from: number;
  to: number;
}

export interface Period extends DayRange {
  label: string;
  isPartial: boolean;
}

/** From `from` or the first chat's day, up to `to` or the day after the last chat's; empty without either. */
export function reportRange(chats: RefChat[], options: RefOptions): MomentRange {
  const days = chats.map((chat) => dayOf(wallOf(chat.started_at, options.zone))).sort((a, b) => a - b);
  const [first, last] = [days[0], days[days.length - 1]];
  const from = options.from === null ? first && first * daySeconds : wallFromIso(options.from);
  const to = options.to === null ? last && (last + 1) * daySeconds : wallFromIso(options.to);
  if (from === undefined || to === undefined || to < from) return { start: 0, end: 0, from: 0, to: 0 };
  return { start: dayOf(from), end: Math.ceil(to / daySeconds), from, to };
}

/** How many seconds of a span of wall time lie in the range. */
export const secondsInside = (from: number, to: number, range: MomentRange): number =>
  Math.max(0, Math.min(to, range.to) - Math.max(from, range.from));

export function daysIn(range: DayRange): number[] {
  return Array.from({ length: range.end - range.start }, (_, i) => range.start + i);
}

const monthDay = (day: number, addMonths: number): number => {
  const date = new Date(day * daySeconds * 1000);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + addMonths, 1) / 1000 / daySeconds;
};

/** The bounds of the calendar period that holds a day. */
function periodOf(day: number, options: RefOptions): DayRange {
  if (options.period === 'day') return { start: day, end: day + 1 };
  if (options.period === 'month') return { start: monthDay(day, 0), end: monthDay(day, 1) };
  const start = day - ((weekdayOf(day) - options.weekStart + 7) % 7);
  return { start, end: start + 7 };
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function dayText(day: number): { dayMonth: string; month: string; year: string } {
  const [year = '', month = '', date = ''] = isoDate(day).split('-');
  const name = months[Number(month) - 1] ?? '';
  return { dayMonth: `${date} ${name}`, month: name, year };
}

function periodLabel(bounds: DayRange, options: RefOptions): string {
  const first = dayText(bounds.start);
  const last = dayText(bounds.end - 1);
  if (options.period === 'month') return `${first.month} ${first.year}`;
  if (options.period === 'day') return `${first.dayMonth} ${first.year}`;
  const firstYear = first.year === last.year ? '' : ` ${first.year}`;
  return `${first.dayMonth}${firstYear} - ${last.dayMonth} ${last.year}`;
}

/** Every calendar period that touches the range, by date. */
export function periodsOf(range: MomentRange, options: RefOptions): Period[] {
  const periods: Period[] = [];
  for (const day of daysIn(range)) {
    const bounds = periodOf(day, options);
    if (periods.some((period) => period.start === bounds.start)) continue;
    const isPartial = bounds.start * daySeconds < range.from || bounds.end * daySeconds > range.to;
    periods.push({ ...bounds, label: periodLabel(bounds, options), isPartial });
  }
  return periods;
}

export const startsIn = (chat: UsedChat, period: DayRange): boolean =>
  dayOf(chat.start_wall) >= period.start && dayOf(chat.start_wall) < period.end;

export function periodColumns(period: Period): Row {
  return {
    period_start: isoDate(period.start),
    period_end: isoDate(period.end),
    period_label: period.label,
    is_partial: period.isPartial,
  };
}
