import { clean } from '../../files/text.js';

/** Values of one kind that a column holds: the first of them, and how many. */
export interface SeenValue {
  example: string;
  values: number;
}

/** The values of a column by their shape, or by themselves where each counts. */
export type Seen = Map<string, SeenValue>;

/** So many kinds of values are kept of a column: the rest are like them, or the column is no one thing. */
const mostKinds = 2000;

/**
 * Texts that differ only in their digits have one shape. Zeros stay where they tell how numbers are written: alone, in front of
 * a sign (no thousands begin with one) and at the end of three digits (no fraction that was cut short ends in one).
 */
export function shapeOf(text: string): string {
  let shape = '';
  for (let at = 0; at < text.length && at < longestShape; at += 1) {
    const code = text.charCodeAt(at);
    const isDigit = code >= zero && code <= zero + 9;
    shape += isDigit ? (code === zero && isTelling(text, at) ? '0' : '9') : text.charAt(at);
  }
  return shape;
}

const zero = 0x30;
const longestShape = 100;
const isSign = (code: number): boolean => code === 0x2e || code === 0x2c;

function isTelling(text: string, at: number): boolean {
  const isLast = at === text.length - 1;
  if (text.length === 1) return true;
  return isLast ? isSign(text.charCodeAt(at - 3)) : isSign(text.charCodeAt(at + 1));
}

/** The shape of a date, the offset that ends it, and whether it has an hour of a half of the day that is none, 0 or 14. */
export function dateShapeOf(text: string): string {
  const isOddHour = /(?:^|[^\d:])(?:00?|1[3-9]|2[0-3]):\d\d(?::\d\d)?\s?\p{L}/u.test(text);
  return `${shapeOf(text)} ${/[+-]\d{2}:?\d{2}$/.exec(text)?.[0] ?? ''}${isOddHour ? '0' : ''}`;
}

/** Longer than any word for "missing", and without white space at its ends: nothing to trim. */
function isBare(cell: string): boolean {
  const [first, last] = [cell.charCodeAt(0), cell.charCodeAt(cell.length - 1)];
  return cell.length > 4 && first > 0x20 && first < 0x80 && last > 0x20 && last < 0x80;
}

/** Adds a cell to what was seen, unless it is missing. */
export function see(seen: Seen, cell: string | undefined, keyOf: (text: string) => string): void {
  const text = cell === undefined ? null : isBare(cell) ? cell : clean(cell);
  if (text === null) return;
  const key = keyOf(text);
  const known = seen.get(key);
  if (known) known.values += 1;
  else if (seen.size < mostKinds) seen.set(key, { example: text, values: 1 });
}
