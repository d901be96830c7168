import type { Area, Sheet } from '../workbook.js';
import { firstColumn, headingRow } from './frame.js';
import { pageHeight } from './pages.js';
import type { DrawnChart } from './draw-picture.js';
import { headingHeight } from './widths.js';

const gap = 3;
/** A chart beside a table: columns, and their width in characters. */
const beside = { columns: 9, width: 10 } as const;
/** Characters that a chart below a table should have at least, and at most. */
const below = { least: 62, most: 90, widest: 160 } as const;

/** Puts charts to the right of a sheet's table, one under the other from its heading on; returns the row after them. */
export function placeBeside(sheet: Sheet, charts: readonly DrawnChart[]): number {
  const column = sheet.columnWidths.length + 2;
  sheet.columnWidths.push(gap, ...Array.from({ length: beside.columns }, () => beside.width));
  let row = headingRow;
  for (const { chart, height } of charts) {
    const area = { row, column, toRow: row + height - 1, toColumn: column + beside.columns - 1 };
    sheet.charts.push({ ...chart, area });
    row += height + 1;
  }
  return row;
}

/**
 * Puts charts below everything on a sheet, side by side as far as it is wide; a page begins with those that would be cut. A
 * link above the table leads to them. Returns the row after them.
 */
export function placeBelow(sheet: Sheet, charts: readonly DrawnChart[], row: number): number {
  const value = charts.length > 1 ? 'Charts' : 'Chart';
  sheet.cells.push({ row, column: firstColumn, value, style: 'section' });
  const next = placeInRows(sheet, charts, row + 1);
  linkTo(sheet, row, value);
  breakBeforeCut(sheet, charts.length, row);
  return next + 1;
}

/** Begins a page with the line above each row of the last charts that would be cut otherwise; above the first stands its heading. */
function breakBeforeCut(sheet: Sheet, charts: number, heading: number): void {
  let start = 1;
  const areas = sheet.charts.slice(-charts).map(({ area }) => area);
  for (const top of new Set(areas.map(({ row }) => row))) {
    const end = Math.max(...areas.filter(({ row }) => row === top).map(({ toRow }) => toRow));
    if (pageHeight(sheet, start, end + 1) <= 1) continue;
    start = top === areas[0]?.row ? heading : top - 1;
    sheet.print.breaks = [...(sheet.print.breaks ?? []), start];
  }
}

/** Draws charts side by side from a row on; returns the row after them. */
export function placeInRows(sheet: Sheet, charts: readonly DrawnChart[], start: number): number {
  let [row, column, next] = [start, firstColumn, start];
  for (const { chart, height, wide } of charts) {
    const left = sheet.columnWidths.slice(column - 1).reduce((sum, width) => sum + width, 0);
    if (column > firstColumn && left < below.least) [row, column] = [next + 1, firstColumn];
    const area: Area = { row, column, toRow: row + height - 1, toColumn: lastColumn(sheet, column, wide) };
    sheet.charts.push({ ...chart, area });
    column = area.toColumn + 1;
    next = Math.max(next, row + height);
  }
  return next;
}

/** The column with which a chart is wide enough; beyond the columns of the sheet they have Excel's width. */
function lastColumn(sheet: Sheet, column: number, wide: boolean): number {
  const widthOf = (index: number) => sheet.columnWidths[index - 1] ?? 9;
  const half = sheet.columnWidths.reduce((sum, one) => sum + one) / 2;
  const target = wide ? Math.min(below.widest, 2 * half) : Math.min(below.most, Math.max(below.least, half));
  let [to, width] = [column, widthOf(column)];
  while (width + widthOf(to + 1) / 2 < target) {
    to += 1;
    width += widthOf(to);
  }
  return to;
}

/** A link in the row above the captions, where the other link of the sheet leaves room. */
export function linkTo(sheet: Sheet, row: number, value: string): void {
  const link = { sheet: sheet.name, cell: `A${String(row)}` };
  sheet.cells.push({ row: headingRow - 2, column: firstColumn + 1, value, style: 'link.right', link });
}

/** Puts the tables that charts show below everything on a sheet, from a row on, which is not printed. */
export function placeTables(sheet: Sheet, charts: readonly DrawnChart[], start: number): void {
  sheet.print.area = { row: 1, column: 1, toRow: start - 1, toColumn: sheet.columnWidths.length };
  let row = start;
  for (const { data } of charts) {
    sheet.cells.push({ row, column: firstColumn, value: data.caption, style: 'section' });
    sheet.tables.push({ ...data.table, row: row + 1, column: firstColumn });
    sheet.rowHeights[row + 1] = headingHeight(data.table.columns, sheet.columnWidths.slice(firstColumn - 1));
    row += data.table.rows.length + 3;
  }
}
