import type { Cell, ColumnTypes, ResultRow } from '../engine.js';

/** A value of a result as plain data: fractions of a second are cut. */
export function plainCell(value: Cell, type: string): Cell {
  return typeof value === 'string' && type.includes('DateTime') ? value.slice(0, 19) : value;
}

/** What holds each type of plain value; none of them loses a date or a number. */
export const columnTypes: Record<ColumnTypes[string], string> = {
  text: 'Nullable(String)',
  integer: 'Nullable(Int64)',
  float: 'Nullable(Float64)',
  boolean: 'Nullable(Bool)',
  date: 'Nullable(Date32)',
  timestamp: "Nullable(DateTime64(0, 'UTC'))",
};

const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** Rows as lines of ClickHouse's TabSeparated format. */
export function tabSeparated(columns: readonly string[], rows: readonly ResultRow[]): string {
  let text = '';
  for (const row of rows) {
    text += `${columns.map((column) => tabField(row[column] ?? null)).join('\t')}\n`;
  }
  return text;
}

function tabField(value: Cell): string {
  if (value === null) return '\\N';
  return typeof value === 'string'
    ? value.replace(/[\\\t\n\r]/g, (sign) => escapes[sign] ?? sign)
    : String(value);
}
