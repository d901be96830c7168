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
  return text
    .slice(0, 100)
    .replace(/\d/g, '9')
    .replace(/^9$|9(?=[.,]9)|(?<=[.,]99)9$/g, (digit, at: number) => (text[at] === '0' ? '0' : digit));
}

/** The shape of a date, and the offset that ends it. */
export function dateShapeOf(text: string): string {
  return `${shapeOf(text)} ${/[+-]\d{2}:?\d{2}$/.exec(text)?.[0] ?? ''}`;
}

/** Adds a cell to what was seen, unless it is missing. */
export function see(seen: Seen, cell: string | undefined, keyOf: (text: string) => string): void {
  const text = cell === undefined ? null : clean(cell);
  if (text === null) return;
  const key = keyOf(text);
  const known = seen.get(key);
  if (known) known.values += 1;
  else if (seen.size < mostKinds) seen.set(key, { example: text, values: 1 });
}
