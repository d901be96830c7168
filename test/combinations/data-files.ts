import { DuckDBInstance } from '@duckdb/node-api';
import { dateParts, durationColumns, type Table } from './made-up.js';

type Value = string | number | null;

/** One object a row, with numbers and nulls where JSON has them. */
export function objectsOf({ headings, rows }: Table): Record<string, Value>[] {
  return rows.map((row) =>
    Object.fromEntries(headings.map((heading, at) => [heading, valueOf(row[at] ?? '')])),
  );
}

function valueOf(text: string): Value {
  return text === '-' ? null : /^\d{1,15}$/.test(text) ? Number(text) : text;
}

/** One object a row, with text alone. */
export function textObjectsOf({ headings, rows }: Table): Record<string, string>[] {
  return rows.map((row) => Object.fromEntries(headings.map((heading, at) => [heading, row[at] ?? ''])));
}

/** Writes the table as a Parquet file of columns that hold text. */
export async function writeTextParquet(csv: string, path: string, compression: string): Promise<void> {
  await copyTo(
    path,
    compression,
    `select * from read_csv('${csv}', all_varchar = true, header = true, delim = ',')`,
  );
}

/** Writes a table of the seed's headings as a Parquet file with timestamps, numbers and nulls. */
export async function writeTypedParquet(csv: string, path: string, { headings }: Table): Promise<void> {
  const columns = headings.map(
    (heading, at) => `${typedSql(`nullif("${heading}", '-')`, at)} as "${heading}"`,
  );
  const from = `read_csv('${csv}', all_varchar = true, header = true, delim = ',')`;
  await copyTo(path, 'zstd', `select ${columns.join(', ')} from ${from}`);
}

function typedSql(text: string, column: number): string {
  if (column >= 4 && column <= 6) return `strptime(${text}, '%d-%m-%Y %H:%M:%S')`;
  if (durationColumns.includes(column)) return `extract(epoch from cast(${text} as interval))`;
  return column === 0 ? `cast(${text} as bigint)` : column === 9 ? `cast(${text} as tinyint)` : text;
}

async function copyTo(path: string, compression: string, select: string): Promise<void> {
  const connection = await (await DuckDBInstance.create()).connect();
  await connection.run(`copy (${select}) to '${path}' (format parquet, compression ${compression})`);
  connection.closeSync();
}

/** `05-02-2026 6:18:48` as `2026-02-05T06:18:48`. */
export function iso(text: string): string {
  const [day, month, year, clock] = dateParts(text) ?? [];
  if (!day || !month || !year || !clock) return text;
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)}T${clock.padStart(8, '0')}`;
}
