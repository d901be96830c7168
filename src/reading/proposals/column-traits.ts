import { clean } from '../../files/text.js';
import { dateLayout, isUnix } from '../dates/layout.js';

/** What the first values of a column are like. */
export interface ColumnTraits {
  rows: number;
  /** Values that are not missing, and how many different ones. */
  filled: number;
  distinct: number;
  /** Values that are dates; numbers that may be Unix time; numbers; times that passed, such as `0:01:19` or `1m 19s`. */
  dates: number;
  unix: number;
  numbers: number;
  spans: number;
  /** Values with letters; names or sentences among them (a space between words); e-mail addresses. */
  words: number;
  spaced: number;
  emails: number;
  /** Values that look made up by a machine: letters and digits mixed, or long runs of either. */
  codes: number;
  /** Of the numbers; null where there are none. */
  low: number | null;
  high: number | null;
  /** The mean length of values. */
  length: number;
}

const number = /^-?\d+(?:[.,]\d+)?$/;
const clock = /^(?:\d+ days?,? )?\d+:\d{1,2}(?::\d{1,2})?(?:[.,]\d+)?$/;
const worded = /^(?:\d+(?:[.,]\d+)?\s*\p{L}{1,9}\.?[\s,]*){1,4}$/u;
const code = /^(?=.*\d)[\p{L}\d#_:.-]{4,}$/u;

/** The traits of one column of some rows. */
export function traitsOf(rows: readonly (readonly string[])[], column: number): ColumnTraits {
  const values = rows.flatMap((row) => clean(row[column] ?? '') ?? []);
  const count = (test: (value: string) => boolean): number => values.filter(test).length;
  const layouts = values.map((value) => dateLayout(value));
  const numbers = values
    .filter((value) => number.test(value))
    .map((value) => Number(value.replace(',', '.')));
  return {
    rows: rows.length,
    filled: values.length,
    distinct: new Set(values).size,
    dates: layouts.filter((layout) => layout && layout.template !== 'serial' && !isUnix(layout)).length,
    unix: layouts.filter((layout) => layout && isUnix(layout)).length,
    numbers: numbers.length,
    spans: count((value) => clock.test(value) || worded.test(value)),
    words: count((value) => /\p{L}/u.test(value)),
    spaced: count((value) => /\p{L}\s+\p{L}/u.test(value)),
    emails: count((value) => /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(value)),
    codes: count((value) => code.test(value) && !number.test(value)),
    low: numbers.length > 0 ? numbers.reduce((a, b) => Math.min(a, b)) : null,
    high: numbers.length > 0 ? numbers.reduce((a, b) => Math.max(a, b)) : null,
    length: values.reduce((sum, value) => sum + value.length, 0) / Math.max(values.length, 1),
  };
}
