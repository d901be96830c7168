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

/** Says in a sheet's part that it has the cells of its long tables. */
export function withLongDimensions(part: string, tables: readonly Table[]): string {
  return tables.reduce(withDimension, part);
}

/** Rows that are handed on together. */
const rowsAtOnce = 256;

/**
 * A sheet's part with the other rows of its long tables, piece by piece, so that it is packed while it is made. The
 * library takes some 15 microseconds a cell, this one: a table with a row per agent and shift has millions of cells.
 */
export function* longTableTexts(part: string, tables: readonly Table[]): Generator<string> {
  let done = 0;
  for (const table of [...tables].sort((a, b) => a.row - b.row)) {
    const first = rowAt(part, table.row + 1);
    const last = rowAt(part, table.row + sampleRows);
    yield part.slice(done, last[1]);
    yield* otherRows(table, [stylesOf(part.slice(...first)), stylesOf(part.slice(...last))]);
    done = last[1];
  }
  yield part.slice(done);
}

function* otherRows(table: Table, styles: readonly [string[], string[]]): Generator<string> {
  const names = table.columns.map((_, index) => columnName(table.column + index));
  let text = '';
  for (let index = sampleRows; index < table.rows.length; index++) {
    text += rowXml(table.row + 1 + index, table.rows[index] ?? [], names, styles[index % 2 === 0 ? 0 : 1]);
    if (index % rowsAtOnce > 0) continue;
    yield text;
    text = '';
  }
  yield text;
}

/** Where a row stands in a sheet's part. */
export function rowAt(part: string, row: number): [start: number, end: number] {
  const start = part.indexOf(`<row r="${String(row)}"`);
  const end = part.indexOf('</row>', start) + '</row>'.length;
  if (start < 0) throw new Error(`the sheet has no row ${String(row)}`);
  return [start, end];
}

/** The styles of a row's cells, in their order. */
export function stylesOf(row: string): string[] {
  return [...row.matchAll(/<c [^>]*? s="(\d+)"/g)].map((match) => match[1] ?? '0');
}

/** A row as it stands in a sheet's part; names of columns, and styles, in the order of the values. */
export function rowXml(row: number, values: CellValue[], names: string[], styles: string[]): string {
  const number = String(row);
  let cells = '';
  for (let index = 0; index < values.length; index++) {
    cells += cellXml(`${names[index] ?? ''}${number}" s="${styles[index] ?? '0'}`, values[index] ?? null);
  }
  return `<row r="${number}">${cells}</row>`;
}

const shortText = 256;

/** Text that stands in XML as it is: ASCII without the marks of XML, an underscore, or a space at either end. */
const simpleText = /^[!#-%'-;=?-^`-~](?:[ !#-%'-;=?-^`-~]*[!#-%'-;=?-^`-~])?$/;

function cellXml(start: string, value: CellValue): string {
  if (value === null) return `<c r="${start}"/>`;
  if (typeof value === 'number') return `<c r="${start}"><v>${String(value)}</v></c>`;
  if (typeof value === 'boolean') return `<c r="${start}" t="b"><v>${value ? '1' : '0'}</v></c>`;
  if (typeof value === 'string') {
    if (value.length < shortText && simpleText.test(value))
      return `<c r="${start}" t="inlineStr"><is><t>${value}</t></is></c>`;
    return `<c r="${start}" t="inlineStr"><is><t xml:space="preserve">${escaped(safeText(value))}</t></is></c>`;
  }
  const { formula, result } = value;
  const type = typeof result === 'string' ? '" t="str' : '';
  return `<c r="${start}${type}"><f>${escaped(formula)}</f><v>${resultText(result)}</v></c>`;
}

const resultText = (result: string | number) =>
  typeof result === 'string' ? escaped(safeText(result)) : String(result);

/** The part says which cells it has. */
function withDimension(part: string, table: Table): string {
  const { toRow, toColumn } = tableArea(table);
  return part.replace(/<dimension ref="A1:([A-Z]+)(\d+)"\/>/, (_, column: string, row: string) => {
    const wider = columnName(toColumn).padStart(3) > column.padStart(3) ? columnName(toColumn) : column;
    return `<dimension ref="A1:${wider}${String(Math.max(toRow, Number(row)))}"/>`;
  });
}
