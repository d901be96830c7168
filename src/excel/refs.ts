import type { Area } from './workbook.js';

/** `1` -> `A`, `27` -> `AA`. */
export function columnName(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest > 0 ? columnName(rest) : '') + String.fromCharCode(65 + ((column - 1) % 26));
}

/** `(7, 2)` -> `B7`. */
export function cellRef(row: number, column: number): string {
  return `${columnName(column)}${String(row)}`;
}

/** An area as `B7:D9`. */
export function areaRef({ row, column, toRow, toColumn }: Area): string {
  return `${cellRef(row, column)}:${cellRef(toRow, toColumn)}`;
}

/** An area as `'Sheet name'!$B$7:$D$9`, for defined names and charts. */
export function absoluteRef(sheet: string, { row, column, toRow, toColumn }: Area): string {
  const corner = (r: number, c: number) => `$${columnName(c)}$${String(r)}`;
  return `${quoted(sheet)}!${corner(row, column)}:${corner(toRow, toColumn)}`;
}

/** A sheet name as it stands in a formula, always quoted. */
export function quoted(sheet: string): string {
  return `'${sheet.replaceAll("'", "''")}'`;
}
