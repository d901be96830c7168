import type { Sheet, TableColumn } from '../workbook.js';
import { firstColumn, headingRow } from './frame.js';
import { columnWidth, headingHeight } from './widths.js';

/** The link back has the first column for itself. */
const backLinkWidth = 16;

/** Gives the columns of a sheet the widths of what stands in its tables and in the overall row above them. */
export function fitColumns(sheet: Sheet, columns: TableColumn[]): void {
  const overall = sheet.cells.filter(({ row, column }) => row === headingRow - 1 && column > firstColumn);
  const widths = columns.map((column, index) => {
    const above = overall.filter((cell) => cell.column === firstColumn + index).map(({ value }) => [value]);
    const inTables = sheet.tables.map(({ rows }) => columnWidth(column, rows, index));
    return Math.max(index === 0 ? backLinkWidth : 0, columnWidth(column, above, 0), ...inTables);
  });
  sheet.columnWidths.push(...widths);
  const height = headingHeight(columns, widths);
  for (const { row } of sheet.tables) sheet.rowHeights[row] = height;
}
