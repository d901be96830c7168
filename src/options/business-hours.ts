import { didYouMean } from './names.js';
import { badValue, list } from './values.js';

/** Business hours of one weekday; minutes of the day, `toMinute` above 1440 where the range runs over midnight. */
export interface BusinessRange {
  /** 1 = Monday ... 7 = Sunday: the day on which the range opens. */
  weekday: number;
  fromMinute: number;
  toMinute: number;
}

export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

const allowed =
  '10:00-17:00, several ranges as 9:00-12:00,13:00-17:00, and days as "mon-fri 9:00-18:00; sat 10:00-14:00".';

/** Business hours from text such as `10:00-17:00` or `mon-fri 9:00-18:00; sat 10:00-14:00`, or an object of day names to ranges. */
export function businessHours(value: unknown, option: string): BusinessRange[] {
  const ranges = clauses(value).flatMap(({ days, hours }) => {
    const spans = hours.split(',').map((span) => minuteSpan(span, value, option));
    return weekdaysOf(days, value, option).flatMap((weekday) => spans.map((span) => ({ weekday, ...span })));
  });
  if (ranges.length === 0) throw badValue(option, value, allowed);
  return ranges.sort((a, b) => a.weekday - b.weekday || a.fromMinute - b.fromMinute);
}

function clauses(value: unknown): { days: string; hours: string }[] {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return Object.entries(value).map(([days, hours]) => ({ days, hours: [hours].flat().join(',') }));
  }
  const written = [value].flat().join(',');
  return written.split(';').map((clause) => {
    const digit = Math.max(0, clause.search(/\d/));
    const [before, hours] = [clause.slice(0, digit), clause.slice(digit)];
    return /^\s*[a-z][a-z\s,-]*$/i.test(before) && /\s$/.test(before)
      ? { days: before.trim(), hours }
      : { days: 'mon-sun', hours: clause };
  });
}

function minuteSpan(span: string, value: unknown, option: string): Omit<BusinessRange, 'weekday'> {
  const match = /^\s*(\d{1,2}):(\d{2})\s*-\s*(\d{1,2}):(\d{2})\s*$/.exec(span);
  if (!match) throw badValue(option, value, allowed);
  const [from, to] = [minuteOf(match[1], match[2]), minuteOf(match[3], match[4])];
  const legal = from < 1440 && to <= 1440 && Number(match[2]) < 60 && Number(match[4]) < 60;
  if (!legal || from === to) throw badValue(option, value, `${allowed} The ends of a range differ.`);
  return { fromMinute: from, toMinute: to > from ? to : to + 1440 };
}

function minuteOf(hour: string | undefined, minute: string | undefined): number {
  return Number(hour) * 60 + Number(minute);
}

function weekdaysOf(days: string, value: unknown, option: string): number[] {
  const found = days.split(',').flatMap((part) => {
    const [first, last = first] = part.split('-').map((name) => weekdayNumber(name));
    if (!first || !last) throw badValue(option, value, allowed);
    return Array.from({ length: ((last - first + 7) % 7) + 1 }, (_, step) => ((first - 1 + step) % 7) + 1);
  });
  return [...new Set(found)];
}

/** 1 = Monday ... 7, from `monday`, `Mon`, or the number; undefined for anything else. */
export function weekdayNumber(name: unknown): number | undefined {
  const wanted = String(name).trim().toLowerCase();
  const index = weekdays.findIndex((day) => day === wanted || (wanted.length >= 2 && day.startsWith(wanted)));
  const number = /^[1-7]$/.test(wanted) ? Number(wanted) : index + 1;
  return number >= 1 ? number : undefined;
}

/** The clock time of a minute of the day as written in options: `09:30`, `24:00`. */
function clock24(minute: number): string {
  const shown = minute > 1440 ? minute - 1440 : minute;
  return `${String(Math.floor(shown / 60)).padStart(2, '0')}:${String(shown % 60).padStart(2, '0')}`;
}

/** Business hours as text that `businessHours` reads back: `10:00-17:00`, or clauses by day. */
export function businessHoursText(ranges: readonly BusinessRange[]): string {
  const byHours = new Map<string, number[]>();
  for (let weekday = 1; weekday <= 7; weekday += 1) {
    const hours = ranges
      .filter((range) => range.weekday === weekday)
      .map(spanText)
      .join(',');
    if (hours) byHours.set(hours, [...(byHours.get(hours) ?? []), weekday]);
  }
  const all = [...byHours];
  if (all.length === 1 && all[0]?.[1].length === 7) return all[0][0];
  return all.map(([hours, days]) => `${daysText(days)} ${hours}`).join('; ');
}

function spanText(range: BusinessRange): string {
  return `${clock24(range.fromMinute)}-${clock24(range.toMinute)}`;
}

function daysText(days: readonly number[]): string {
  const short = (day: number | undefined): string => (weekdays[(day ?? 1) - 1] ?? '').slice(0, 3);
  const isRun = days.length > 2 && days.every((day, index) => day === (days[0] ?? 0) + index);
  return isRun ? `${short(days[0])}-${short(days.at(-1))}` : days.map(short).join(',');
}

/** Days of the week as numbers, 1 = Monday, each once and in order. */
export function weekdayList(value: unknown, option: string): number[] {
  const days = list(value, option).map((day) => {
    const number = weekdayNumber(day);
    if (number !== undefined) return number;
    throw badValue(option, day, `${weekdays.join(', ')}.${didYouMean(day, weekdays)}`);
  });
  return [...new Set(days)].sort((a, b) => a - b);
}

/** Half hours of the day by their start, `09:30`, each once and in order. */
export function halfHourList(value: unknown, option: string): string[] {
  const starts = list(value, option).map((start) => {
    const match = /^(\d{1,2}):(00|30)$/.exec(start);
    if (match?.[1] && match[2] && Number(match[1]) < 24) return `${match[1].padStart(2, '0')}:${match[2]}`;
    throw badValue(option, start, 'the start of a half hour, from 00:00 to 23:30, such as 09:30.');
  });
  return [...new Set(starts)].sort();
}
