import { overallRow } from '../../metrics/catalog.js';
import { chatTable } from '../../metrics/chat-columns.js';
import type { Report, Row } from '../../report/report.js';
import { areaRef } from '../refs.js';
import { reportWorkbook } from '../report-workbook.js';
import { firstColumn, headingRow } from '../sheets/frame.js';
import type { Workbook } from '../workbook.js';
import { beginWorkbook } from '../write.js';
import { editParts, type PartEdit } from '../zip-parts.js';
import { chatsSheets, placeholderRows, placeholderSheets, type ChatsSheet } from './chats-sheet.js';
import { standardGzip, type Gzip } from './gzip.js';
import { RowQueue } from './row-queue.js';
import { sheetTexts } from './sheet-texts.js';
import { streamParts, type PartStream } from './zip-stream.js';

export interface ChatsSettings {
  /** What compresses the chats; default: the platform's own. */
  gzip?: Gzip;
  /** Chats of a sheet; default: as many as Excel has rows. */
  rowsPerSheet?: number;
}

/**
 * A report with its chats as the bytes of an .xlsx file, in pieces: sheets `Chats`, `Chats 2` ... hold a row per chat. Memory
 * does not grow with the number of chats; the same report and chats give the same bytes.
 * Takes the chats as `generateReport` gives them to `withReport`: all of the report, rows with the columns of `chatTable`.
 * @throws Error when there are more or fewer chats than the report counts; UserError when they need more than 4 GiB.
 */
export async function* reportToXlsxWithChats(
  report: Report,
  chats: AsyncIterable<Row[]>,
  { gzip = standardGzip, rowsPerSheet }: ChatsSettings = {},
): AsyncGenerator<Uint8Array> {
  const queue = new RowQueue(chats);
  try {
    const sheets = chatsSheets(chatsOf(report), rowsPerSheet);
    const workbook = reportWorkbook(report, (context) => placeholderSheets(context, sheets));
    const begun = await beginWorkbook(workbook);
    const zip = await editParts(begun.zip, tableEdits(workbook, sheets));
    yield* streamParts(zip, new Map([...begun.rows, ...rowStreams(workbook, sheets, queue)]), gzip);
    if ((await queue.peek(1)).length > 0) throw new Error('there are more chats than the report counts');
  } finally {
    await queue.close();
  }
}

/** How many chats a report is about. */
function chatsOf(report: Report): number {
  const overall = overallRow('chat_metrics', report.tables.chat_metrics);
  return Number(overall?.['incoming_chats'] ?? 0);
}

/** The area of a table of so many chats; a table has one row at least. */
function tableRef(rows: number): string {
  const toColumn = firstColumn + chatTable.columns.length - 1;
  return areaRef({ row: headingRow, column: firstColumn, toRow: headingRow + Math.max(1, rows), toColumn });
}

/** Makes the tables as long as their sheets will be. */
function tableEdits({ sheets: all }: Workbook, sheets: ChatsSheet[]): Map<string, PartEdit> {
  const tables = all.flatMap((sheet) => sheet.tables.map(({ name }) => name));
  return new Map(
    sheets.map(({ tableName, rows }) => {
      const edit: PartEdit = (part) =>
        part.replaceAll(` ref="${tableRef(placeholderRows)}"`, ` ref="${tableRef(rows)}"`);
      return [`xl/tables/table${String(tables.indexOf(tableName) + 1)}.xml`, edit];
    }),
  );
}

function rowStreams(
  { sheets: all }: Workbook,
  sheets: ChatsSheet[],
  queue: RowQueue,
): Map<string, PartStream> {
  return new Map(
    sheets.map(({ name, rows }) => {
      const index = all.findIndex((sheet) => sheet.name === name);
      const columns = all[index]?.tables[0]?.columns ?? [];
      const stream: PartStream = (part) => sheetTexts(part, { columns, rows, ref: tableRef(rows) }, queue);
      return [`xl/worksheets/sheet${String(index + 1)}.xml`, stream];
    }),
  );
}
