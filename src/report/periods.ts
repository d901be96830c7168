import type { ReportOptions } from '../options/options.js';
import type { ReportRange } from './range.js';

/** One period of the calendar; days are `YYYY-MM-DD`, the end is exclusive. */
export interface Period {
  period_start: string;
  period_end: string;
  period_label: string;
  is_partial: boolean;
}

/** One day of the range. */
export interface CalendarDay {
  day: string;
  /** 1 = Monday ... 7 = Sunday. */
  weekday: number;
  period_start: string;
  is_holiday: boolean;
  is_day_after_holiday: boolean;
}

const dayMs = 86_400_000;
/** Short names of the months, January first. */
export const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

type PeriodOptions = Pick<ReportOptions, 'period' | 'weekStart' | 'holidays'>;

/** Every period that has a day in the range, in order. */
export function periodsOf({ from, to, ...moments }: ReportRange, options: PeriodOptions): Period[] {
  const periods: Period[] = [];
  for (let start = periodStart(from, options); start < to; start = nextStart(start, options)) {
    const end = nextStart(start, options);
    periods.push({
      period_start: start,
      period_end: end,
      period_label: periodLabel(start, end, options),
      is_partial: `${start} 00:00:00` < moments.firstMoment || `${end} 00:00:00` > moments.endMoment,
    });
  }
  return periods;
}

/** Every day of the range (`from` to `to`, exclusive). */
export function calendarDays(from: string, to: string, options: PeriodOptions): CalendarDay[] {
  const holidays = new Set(options.holidays);
  const days: CalendarDay[] = [];
  for (let day = from; day < to; day = addDays(day, 1)) {
    days.push({
      day,
      weekday: weekdayOf(day),
      period_start: periodStart(day, options),
      is_holiday: holidays.has(day),
      is_day_after_holiday: holidays.has(addDays(day, -1)),
    });
  }
  return days;
}

/** A day some days later (or earlier), `YYYY-MM-DD`. */
export function addDays(day: string, days: number): string {
  return isoDay(Date.parse(`${day}T00:00:00Z`) + days * dayMs);
}

/** The first day of the month some months later (or earlier) than that of a day. */
export function addMonths(day: string, months: number): string {
  const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}-01`;
}

/** Days from one day to another. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs;
}

function isoDay(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

function weekdayOf(day: string): number {
  return ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;
}

/** The first day of the period that a day is in. */
export function periodStart(
  day: string,
  { period, weekStart }: Pick<PeriodOptions, 'period' | 'weekStart'>,
): string {
  if (period === 'day') return day;
  if (period === 'month') return `${day.slice(0, 7)}-01`;
  return addDays(day, -((weekdayOf(day) - weekStart + 7) % 7));
}

function nextStart(start: string, { period }: PeriodOptions): string {
  if (period === 'day') return addDays(start, 1);
  if (period === 'week') return addDays(start, 7);
  return `${addDays(start, 31).slice(0, 7)}-01`;
}

function periodLabel(start: string, end: string, { period }: PeriodOptions): string {
  if (period === 'day') return dayLabel(start, true);
  if (period === 'month') return `${monthOf(start)} ${start.slice(0, 4)}`;
  const last = addDays(end, -1);
  return `${dayLabel(start, start.slice(0, 4) !== last.slice(0, 4))} - ${dayLabel(last, true)}`;
}

function dayLabel(day: string, withYear: boolean): string {
  return `${day.slice(8)} ${monthOf(day)}${withYear ? ` ${day.slice(0, 4)}` : ''}`;
}

function monthOf(day: string): string {
  return months[Number(day.slice(5, 7)) - 1] ?? '';
}

/** The first day that no chat before a moment starts on. */
export function dayAfter(moment: string): string {
  const day = moment.slice(0, 10);
  return moment.endsWith(' 00:00:00') ? day : addDays(day, 1);
}
