import { guarded } from '../reading/rejects-file.js';
import type { Row, Value } from '../report/report.js';

/** One cell of a CSV file that we write. */
function csvCell(value: Value): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const safe = guarded(value);
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One line of a CSV file that we write. */
export function csvLine(values: readonly Value[]): string {
  return `${values.map(csvCell).join(',')}\n`;
}

/** A table as CSV, a line per chunk; the heading is the columns' names. */
export function* csvTable(columns: readonly string[], rows: readonly Row[]): Generator<string> {
  yield csvLine(columns);
  for (const row of rows) yield csvLine(columns.map((column) => row[column] ?? null));
}
