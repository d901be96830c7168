import { tableArea } from './check-workbook.js';
import { columnName } from './refs.js';
import { rowLook, rowXml, type RowLook } from './row-xml.js';
import type { CellValue, Sheet, Table } from './workbook.js';

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

/** Rows that are handed on together: short texts are gone before the garbage collector has to move them. */
const rowsAtOnce = 16;

/**
 * A sheet's part with the other rows of its long tables, piece by piece, so that it is packed while it is made. The
 * library takes some 15 microseconds a cell.
 */
export function* longTableTexts(part: string, tables: readonly Table[]): Generator<string> {
  let done = 0;
  for (const table of [...tables].sort((a, b) => a.row - b.row)) {
    const first = rowAt(part, table.row + 1);
    const last = rowAt(part, table.row + sampleRows);
    yield part.slice(done, last[1]);
    const look = (row: [number, number]) => rowLook(part.slice(...row), table.column);
    yield* otherRows(table, look(first), look(last));
    done = last[1];
  }
  yield part.slice(done);
}

function* otherRows({ row, rows }: Table, plain: RowLook, banded: RowLook): Generator<string> {
  let text = '';
  for (let index = sampleRows; index < rows.length; index++) {
    text += rowXml(row + 1 + index, rows[index] ?? [], index % 2 === 0 ? plain : banded);
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

/** The part says which cells it has. */
function withDimension(part: string, table: Table): string {
  const { toRow, toColumn } = tableArea(table);
  return part.replace(/<dimension ref="A1:([A-Z]+)(\d+)"\/>/, (_, column: string, row: string) => {
    const wider = columnName(toColumn).padStart(3) > column.padStart(3) ? columnName(toColumn) : column;
    return `<dimension ref="A1:${wider}${String(Math.max(toRow, Number(row)))}"/>`;
  });
}
