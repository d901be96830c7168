import { tableArea } from './check-workbook.js';
import { columnName } from './refs.js';
import { safeText } from './safe-text.js';
import type { CellValue, Sheet, Table } from './workbook.js';
import { escaped } from './xml.js';

/** Rows of a long table that the library writes: one plain, one banded. They show the style of all others. */
const sampleRows = 2;
const longFrom = 50;

/** The rows of a table that the library is to write; an empty table has one empty row. */
export function rowsForLibrary(sheet: Sheet, table: Table): CellValue[][] {
  if (table.rows.length === 0) return [table.columns.map(() => null)];
  return isLong(sheet, table) ? table.rows.slice(0, sampleRows) : table.rows;
}

/** The long tables of a sheet: those with nothing beside their rows and no heights of their own. */
export function longTables(sheet: Sheet): Table[] {
  return sheet.tables.filter((table) => isLong(sheet, table));
}

function isLong(sheet: Sheet, table: Table): boolean {
  if (table.rows.length < longFrom) return false;
  const { row: heading, toRow } = tableArea(table);
  const from = heading + sampleRows + 1;
  const beside = (row: number, end: number) => row <= toRow && end >= from;
  const heights = Object.keys(sheet.rowHeights).map(Number);
  const others = sheet.tables.filter((other) => other !== table);
  return (
    !heights.some((row) => beside(row, row)) &&
    !sheet.cells.some(({ row }) => beside(row, row)) &&
    !others.some((other) => beside(other.row, tableArea(other).toRow))
  );
}

/**
 * Adds the other rows of long tables to a sheet's part. The library takes some 15 microseconds a cell, this one: a table
 * with a row per agent and shift has millions of cells.
 */
export function withLongTables(part: string, tables: readonly Table[]): string {
  return tables.reduce(withRows, part);
}

function withRows(part: string, table: Table): string {
  const first = rowAt(part, table.row + 1);
  const second = rowAt(part, table.row + sampleRows);
  const styles = [stylesOf(part.slice(...first)), stylesOf(part.slice(...second))] as const;
  const names = table.columns.map((_, index) => columnName(table.column + index));
  const rows = table.rows.slice(sampleRows).map((values, index) => {
    const row = table.row + 1 + sampleRows + index;
    return rowXml(row, values, names, styles[index % 2 === 0 ? 0 : 1]);
  });
  return `${withDimension(part.slice(0, second[1]), table)}${rows.join('')}${part.slice(second[1])}`;
}

function rowAt(part: string, row: number): [start: number, end: number] {
  const start = part.indexOf(`<row r="${String(row)}"`);
  const end = part.indexOf('</row>', start) + '</row>'.length;
  if (start < 0) throw new Error(`the sheet has no row ${String(row)}`);
  return [start, end];
}

function stylesOf(row: string): string[] {
  return [...row.matchAll(/<c [^>]*? s="(\d+)"/g)].map((match) => match[1] ?? '0');
}

function rowXml(row: number, values: CellValue[], names: string[], styles: string[]): string {
  const number = String(row);
  let cells = '';
  for (let index = 0; index < values.length; index++) {
    cells += cellXml(`${names[index] ?? ''}${number}" s="${styles[index] ?? '0'}`, values[index] ?? null);
  }
  return `<row r="${number}">${cells}</row>`;
}

function cellXml(start: string, value: CellValue): string {
  if (value === null) return `<c r="${start}"/>`;
  if (typeof value === 'number') return `<c r="${start}"><v>${String(value)}</v></c>`;
  if (typeof value === 'boolean') return `<c r="${start}" t="b"><v>${value ? '1' : '0'}</v></c>`;
  if (typeof value === 'string') {
    return `<c r="${start}" t="inlineStr"><is><t xml:space="preserve">${escaped(safeText(value))}</t></is></c>`;
  }
  return `<c r="${start}"><f>${escaped(value.formula)}</f><v>${String(value.result)}</v></c>`;
}

/** The part says which cells it has. */
function withDimension(part: string, table: Table): string {
  const { toRow, toColumn } = tableArea(table);
  return part.replace(/<dimension ref="A1:([A-Z]+)(\d+)"\/>/, (_, column: string, row: string) => {
    const wider = columnName(toColumn).padStart(3) > column.padStart(3) ? columnName(toColumn) : column;
    return `<dimension ref="A1:${wider}${String(Math.max(toRow, Number(row)))}"/>`;
  });
}
