import { chatTable } from '../../metrics/chat-columns.js';
import type { Row } from '../../report/report.js';
import { rowAt } from '../long-tables.js';
import { rowLook, rowXml, type RowLook } from '../row-xml.js';
import { cellsOf } from '../sheets/columns.js';
import { firstColumn, headingRow } from '../sheets/frame.js';
import type { TableColumn } from '../workbook.js';
import { chatWidths, placeholderRows } from './chats-sheet.js';
import type { RowQueue } from './row-queue.js';

/** What a sheet is to hold: its table's columns, how many chats, and the area of its table. */
interface Filling {
  columns: TableColumn[];
  rows: number;
  ref: string;
}

/** Short texts are gone before the garbage collector has to move them. */
const rowsPerText = 64;

/** Chats that say how wide columns must be. */
const sampleRows = 1000;

/** A sheet's part with the next chats in the place of its empty rows. */
export async function* sheetTexts(part: string, filling: Filling, queue: RowQueue): AsyncGenerator<string> {
  const { columns, rows, ref } = filling;
  const [start, firstEnd] = rowAt(part, headingRow + 1);
  const [bandStart, end] = rowAt(part, headingRow + placeholderRows);
  const plain = rowLook(part.slice(start, firstEnd), firstColumn);
  const banded = rowLook(part.slice(bandStart, end), firstColumn);
  const head = part.slice(0, start).replace(/<dimension ref="[^"]*"/, `<dimension ref="A1:${corner(ref)}"`);
  const sample = await queue.peek(sampleRows);
  yield withWidths(head, chatWidths(columns, sample.slice(0, sampleRows)));
  if (rows === 0) yield part.slice(start, firstEnd);
  let row = headingRow + 1;
  for await (const some of queue.take(rows, rowsPerText)) {
    yield rowTexts(some, row, plain, banded);
    row += some.length;
  }
  yield withWholeColumns(part.slice(end), Math.max(1, rows));
}

/** Formats by number of the rows that stood for all others become those of all rows. */
function withWholeColumns(tail: string, rows: number): string {
  const [first, placeholder, last] = [1, placeholderRows, rows].map((row) => String(headingRow + row));
  const area = new RegExp(`(?<= sqref=")([A-Z]+)${first}:([A-Z]+)${placeholder}(?=")`, 'g');
  return tail.replace(area, (_, from: string, to: string) => `${from}${first}:${to}${last}`);
}

const corner = (ref: string) => ref.replace(/^.*:/, '');

function withWidths(head: string, widths: number[]): string {
  return head.replace(/<col min="(\d+)" max="\1" width="[^"]*"/g, (col, column: string) => {
    const width = widths[Number(column) - firstColumn];
    return width === undefined ? col : `<col min="${column}" max="${column}" width="${String(width)}"`;
  });
}

const chatCells = cellsOf(chatTable.columns);

function rowTexts(chats: readonly Row[], first: number, plain: RowLook, banded: RowLook): string {
  return chats.reduce((text, chat, index) => {
    const row = first + index;
    const look = (row - headingRow - 1) % 2 === 0 ? plain : banded;
    return text + rowXml(row, chatCells(chat), look);
  }, '');
}
