import { sampleCsv } from '../../src/index.js';
import { seedHeadings } from '../cases/case.js';

/** A table as text: what every file of these tests says. */
export interface Table {
  headings: string[];
  rows: string[][];
}

/** A name with letters, quotation marks and a sign that Windows-1252 has outside Latin-1, and every delimiter. */
const hardNames: Record<string, string> = { Ivana: 'Zoë “Núñez”, Ørsted', Julieta: 'Ana|Š; Œ €' };

/** About 300 made-up chats over four weeks, without a faulty row. */
export const madeUp: Table = cleaned([...sampleCsv({ chats: 300, seed: 7 })].join(''));

function cleaned(csv: string): Table {
  const [, ...lines] = csv.replaceAll('"Bot\n"', 'Bot').trimEnd().split('\n');
  const rows = lines.map((line) => line.split(','));
  return { headings: seedHeadings.split(','), rows: rows.map(withHardNames) };
}

function withHardNames(row: string[]): string[] {
  return row.map((cell, at) => (at === 2 ? (hardNames[cell] ?? cell) : cell));
}

/** The columns of dates, and those of durations. */
export const dateColumns = [4, 5, 6];
export const durationColumns = [7, 8];

/** `05-02-2026 6:18:48` in parts; null for any other text. */
export function dateParts(text: string): [day: number, month: number, year: number, clock: string] | null {
  const [, day, month, year, clock] = /^(\d\d)-(\d\d)-(\d{4}) (\d+:\d\d:\d\d)$/.exec(text) ?? [];
  return clock === undefined ? null : [Number(day), Number(month), Number(year), clock];
}

/** The same table with its dates written otherwise. */
export function withDates(table: Table, write: (text: string) => string): Table {
  const rows = table.rows.map((row) =>
    row.map((cell, at) => (dateColumns.includes(at) ? write(cell) : cell)),
  );
  return { ...table, rows };
}

/** `05-02-2026 6:18:48` as `02/05/2026 6:18:48`. */
export function monthFirst(text: string): string {
  return text.replace(/^(\d\d)-(\d\d)-(\d{4})/, '$2/$1/$3');
}
