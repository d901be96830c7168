import { wrongUse } from '../errors.js';
import { weekdayNumber } from '../options/business-hours.js';
import { calendarDay } from '../options/dates.js';
import { badValue } from '../options/values.js';
import { addDays, addMonths, periodStart } from '../report/periods.js';
import type { Config } from './config.js';
import type { Arguments } from './flags.js';
import { givenBy } from './given.js';
import { rangeFlags } from './range-flags.js';

/** A range of days, `to` not included. */
interface Days {
  from?: string;
  to: string;
}

const rangeKeys = ['from', 'to', ...rangeFlags.map(({ name }) => name)];

/**
 * The same values with the range that `--last`, `--month` or `--through` names as `from` and `to`. A range of the command line
 * takes the place of that of the configuration.
 * @throws UserError for a value that is not allowed, and for two ranges.
 */
export function withRange(given: Config, args: Arguments, now: Date): Config {
  const isOfCommandLine = rangeKeys.some((key) => args.values[key] !== undefined);
  const source: Config = isOfCommandLine ? args.values : given;
  const named = rangeKeys.filter((key) => source[key] !== undefined);
  if (!named.some((key) => key !== 'from' && key !== 'to')) return given;
  checkOne(named);
  const { read } = givenBy(given, args);
  const today = dayIn(zoneOf(given), now);
  const days =
    read('last', (value, label) => lastDays(value, label, today, weekdayNumber(given['week-start']) ?? 1)) ??
    read('month', (value, label) => monthDays(value, label, today)) ??
    read('through', (value, label) => ({ to: addDays(calendarDay(value, label), 1) }));
  const others = Object.fromEntries(Object.entries(given).filter(([key]) => !rangeKeys.includes(key)));
  return { ...others, ...(source['from'] === undefined ? {} : { from: source['from'] }), ...days };
}

function checkOne(named: readonly string[]): void {
  const isOne = named.length === 1 || named.every((key) => key === 'from' || key === 'through');
  if (isOne) return;
  throw wrongUse(
    'two_ranges',
    `${named.map((name) => `--${name}`).join(' and ')} name two ranges.`,
    'Give one: --last, --month, --from with --through (the last day), or --from with --to (the day after it).',
  );
}

function zoneOf(given: Config): unknown {
  return given['timezone'] ?? given['source-timezone'];
}

/** The calendar day of a moment in a zone, else in that of this computer. */
function dayIn(zone: unknown, moment: Date): string {
  const format = (timeZone?: string): string =>
    new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
      moment,
    );
  try {
    return format(typeof zone === 'string' ? zone.trim() : undefined);
  } catch {
    // the option itself is refused later, with what is allowed
    return format();
  }
}

function lastDays(value: unknown, label: string, today: string, weekStart: number): Days {
  const allowed = 'week, month, day, or a number of them such as 4w, 28d, 3m.';
  const match = /^(?:(\d{1,4})\s*(d|w|m)|(day|week|month))$/.exec(String(value).trim().toLowerCase());
  const count = Number(match?.[1] ?? 1);
  const unit = match?.[2] ?? match?.[3]?.charAt(0);
  if (!match || count === 0) throw badValue(label, value, allowed);
  if (unit === 'd') return { from: addDays(today, -count), to: today };
  if (unit === 'm') return { from: addMonths(today, -count), to: addMonths(today, 0) };
  const to = periodStart(today, { period: 'week', weekStart });
  return { from: addDays(to, -7 * count), to };
}

function monthDays(value: unknown, label: string, today: string): Days {
  const written = String(value).trim().toLowerCase();
  const day = written === 'previous' ? addMonths(today, -1) : `${written}-01`;
  if (written !== 'previous' && !/^\d{4}-(0[1-9]|1[0-2])$/.test(written))
    throw badValue(label, value, 'previous, or a month such as 2026-10.');
  return { from: day, to: addMonths(day, 1) };
}
