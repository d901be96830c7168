import type { Cell, ResultRow } from '../engine.js';

/** `2021-02-01 09:00:34` of microseconds since 1970; fractions of a second are cut. */
export function momentText(micros: number): string {
  const seconds = Math.floor(micros / 1_000_000);
  const days = Math.floor(seconds / 86_400);
  const clock = seconds - days * 86_400;
  const [hour, minute] = [Math.floor(clock / 3600), Math.floor(clock / 60) % 60];
  return `${dayText(days)} ${twoDigits(hour)}:${twoDigits(minute)}:${twoDigits(clock % 60)}`;
}

const twoDigits = (value: number): string => (value < 10 ? `0${String(value)}` : String(value));

/** The day asked for last: the rows of a result are mostly in the order of their dates. */
let last = { days: Number.NaN, text: '' };

/** `2021-02-01` of days since 1970. */
export function dayText(days: number): string {
  if (days !== last.days) last = { days, text: new Date(days * 86_400_000).toISOString().slice(0, 10) };
  return last.text;
}

/** Rows of values that stand by column, in the order of the names. */
export function rowsOfColumns(
  names: readonly string[],
  columns: readonly (readonly Cell[])[],
  count: number,
): ResultRow[] {
  const empty: ResultRow = Object.fromEntries(names.map((name) => [name, null]));
  const rows: ResultRow[] = [];
  for (let row = 0; row < count; row++) {
    // a copy has room for all columns at once
    const plain = { ...empty };
    for (let index = 0; index < names.length; index++) {
      plain[names[index] ?? ''] = columns[index]?.[row] ?? null;
    }
    rows.push(plain);
  }
  return rows;
}
