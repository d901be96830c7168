import { weekdayNumber, weekdays } from './business-hours.js';
import { calendarDay } from './dates.js';
import { didYouMean } from './names.js';
import { badValue, list, text, type ValueParser } from './values.js';

/** One choice that metrics.md leaves to the user: a flag, a configuration key and a field of `ReportOptions`. */
export interface Option<T> {
  /** What stands after the flag, for help texts. */
  placeholder: string;
  /** The default as the user would write it; undefined: none. */
  default: unknown;
  meaning: string;
  parse: ValueParser<T>;
  /** The flag may be given several times. */
  isRepeatable?: boolean;
}

export function option<T>(parts: Option<T>): Option<T> {
  return parts;
}

export function optional<T>(parse: ValueParser<T>): ValueParser<T | null> {
  return (value, name) => (value === undefined || value === null ? null : parse(value, name));
}

/** A list that may be empty. */
export function orNone<T>(parse: ValueParser<T[]>): ValueParser<T[]> {
  return (value, name) => (Array.isArray(value) && value.length === 0 ? [] : parse(value, name));
}

export function weekStart(value: unknown, name: string): number {
  const number = weekdayNumber(value);
  if (number === undefined)
    throw badValue(name, value, `${weekdays.join(', ')}.${didYouMean(String(value), weekdays)}`);
  return number;
}

export function calendarDays(value: unknown, name: string): string[] {
  return [...new Set(list(value, name).map((day) => calendarDay(day, name)))].sort();
}

/** A profile's name, or a whole profile as an object. */
export function profileChoice(value: unknown, name: string): string | Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : text(value, name);
}
