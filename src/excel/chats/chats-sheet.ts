import { chatTable } from '../../metrics/chat-columns.js';
import type { Row } from '../../report/report.js';
import { cellsOf, tableColumn } from '../sheets/columns.js';
import { tabColors, type Context } from '../sheets/context.js';
import { firstColumn, framedSheet, headingRow } from '../sheets/frame.js';
import { columnWidth, headingHeight } from '../sheets/widths.js';
import type { CellValue, Sheet, TableColumn } from '../workbook.js';

/** One sheet of chats: which of all chats it holds. */
export interface ChatsSheet {
  /** Name of the sheet and of its table. */
  name: string;
  tableName: string;
  /** Place of its first chat, from 0. */
  from: number;
  rows: number;
}

/** Chats that fit below the headings of a sheet. */
export const mostRows = 1_048_576 - headingRow;

/** Splits so many chats over sheets: `Chats`, `Chats 2` ... A sheet without chats is there too. */
export function chatsSheets(chats: number, rowsPerSheet: number = mostRows): ChatsSheet[] {
  const sheets = Math.max(1, Math.ceil(chats / rowsPerSheet));
  return Array.from({ length: sheets }, (_, index) => {
    const from = index * rowsPerSheet;
    const number = index === 0 ? '' : String(index + 1);
    return {
      name: [chatTable.title, number].filter(Boolean).join(' '),
      tableName: `${chatTable.title}${number}`,
      from,
      rows: Math.min(rowsPerSheet, chats - from),
    };
  });
}

/** Rows that stand for all others: one plain, one banded. */
export const placeholderRows = 2;

/** The sheets with two empty rows in the place of their chats. */
export function placeholderSheets(context: Context, all: ChatsSheet[]): Sheet[] {
  const columns = chatTable.columns.map((metric) => tableColumn(context, metric));
  const widths = chatWidths(columns, []);
  return all.map((one, index) => {
    const { name } = one;
    const sheet = framedSheet(context, { name, tabColor: tabColors.reference, title: name, explanation });
    const empty = Array.from({ length: placeholderRows }, (): CellValue[] => columns.map(() => null));
    sheet.tables.push({ name: one.tableName, row: headingRow, column: firstColumn, columns, rows: empty });
    sheet.columnWidths.push(...widths);
    sheet.rowHeights[headingRow] = headingHeight(columns, widths);
    sheet.frozen = { rows: headingRow, columns: firstColumn };
    sheet.print.titleRows = [headingRow, headingRow];
    if (all.length > 1) addPlace(sheet, all, index);
    return sheet;
  });
}

/** The widths of the table's columns that show these chats; never less than dates and headings need. */
export function chatWidths(columns: TableColumn[], chats: readonly Row[]): number[] {
  const least = columns.map(({ kind }) => (kind === 'text' ? null : 9999));
  const rows = [least, ...chats.map(cellsOf(chatTable.columns))];
  return columns.map((column, index) => columnWidth(column, rows, index));
}

const explanation =
  'One row per chat, for filters and pivots. The mean of a column (1/0) is a share; filter Closer to agent for the figures of agents.';

/** Which chats the sheet holds, and the way to the others. */
function addPlace(sheet: Sheet, all: ChatsSheet[], index: number): void {
  const { from = 0, rows = 0 } = all[index] ?? {};
  const total = all.reduce((sum, one) => sum + one.rows, 0);
  const value = `Chats ${counted(from + 1)} to ${counted(from + rows)} of ${counted(total)}`;
  sheet.cells.push({ row: headingRow - 1, column: firstColumn, value, style: 'subtitle' });
  const other = all[index + 1] ?? all[0];
  if (!other) return;
  const link = { sheet: other.name, cell: 'A1' };
  sheet.cells.push({ row: 5, column: firstColumn + 1, value: `Go to ${other.name}`, style: 'link', link });
}

const counted = (value: number) => value.toLocaleString('en');
