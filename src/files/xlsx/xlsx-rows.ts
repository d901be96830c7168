import { closest } from 'fastest-levenshtein';
import { longestRow, type CsvRow } from '../csv/csv-rows.js';
import type { SourceFile } from '../source.js';
import { unusableInput, type UserError } from '../../errors.js';
import { sheetRows, type SheetRow } from './sheet-rows.js';
import { batchSize, type TableRows } from '../table-rows.js';
import { openWorkbook, type Sheet, type Workbook } from './workbook.js';

/** The heading is looked for in so many rows of a sheet that are not blank. */
const headingWithin = 50;

export interface XlsxOptions {
  /** The sheet to read, in any case; by default the first one with a heading, hidden ones last. */
  sheet?: string;
  /** Are these cells, from column A to the last one filled, the heading of a table of chats? */
  isHeading: (cells: string[]) => boolean;
}

interface Heading {
  sheet: Sheet;
  line: number;
  cells: string[];
}

/**
 * The rows of a workbook's sheet as text: numbers in shortest form, dates as `2021-02-01 10:05:00`, durations as `H:MM:SS`,
 * errors and formulas without a result as ''. Errors: `unknown_sheet`, `no_heading`, and those of a workbook that cannot be
 * read (`broken_workbook`, `broken_archive`, `workbook_too_large`, `zip_bomb`, `password_protected`, `binary_workbook`).
 */
export async function xlsxRows(file: SourceFile, { sheet, isHeading }: XlsxOptions): Promise<TableRows> {
  const workbook = await openWorkbook(file);
  const candidates =
    sheet === undefined ? visibleFirst(workbook.sheets) : [namedSheet(workbook, sheet, file.name)];
  const heading = await firstHeading(workbook, candidates, isHeading);
  if (!heading) throw noHeading(file.name, candidates);
  const notes: string[] = [];
  return {
    headings: heading.cells,
    headingLine: heading.line,
    sheetName: heading.sheet.name,
    rows: () => rowsBelow(workbook, heading, notes),
    notes,
  };
}

function visibleFirst(sheets: readonly Sheet[]): Sheet[] {
  return [...sheets.filter((sheet) => !sheet.isHidden), ...sheets.filter((sheet) => sheet.isHidden)];
}

function namedSheet({ sheets }: Workbook, wanted: string, file: string): Sheet {
  const key = (name: string) => name.trim().toLowerCase();
  const found =
    sheets.find(({ name }) => name === wanted) ?? sheets.find(({ name }) => key(name) === key(wanted));
  if (found) return found;
  const names = sheets.map(({ name }) => name);
  const near = names.find((name) => key(name) === closest(key(wanted), names.map(key))) ?? '';
  const message = `${file} has no sheet "${wanted}". Its sheets: ${quoted(names)}.`;
  throw unusableInput('unknown_sheet', message, `Did you mean "${near}"?`, { file });
}

async function firstHeading(
  workbook: Workbook,
  sheets: readonly Sheet[],
  isHeading: (cells: string[]) => boolean,
): Promise<Heading | null> {
  for (const sheet of sheets) {
    const rows = await firstRows(workbook, sheet);
    const row = rows.find((one) => isHeading(denseCells(one)));
    if (row) return { sheet, line: row.line, cells: denseCells(row) };
  }
  return null;
}

async function firstRows(workbook: Workbook, sheet: Sheet): Promise<SheetRow[]> {
  const found: SheetRow[] = [];
  for await (const { rows } of sheetRows(workbook, sheet)) {
    found.push(...rows.slice(0, headingWithin - found.length));
    if (found.length >= headingWithin) break;
  }
  return found;
}

async function* rowsBelow(workbook: Workbook, heading: Heading, notes: string[]): AsyncGenerator<CsvRow[]> {
  const { sheet, line, cells } = heading;
  notes.length = 0;
  let isBelow = false;
  let withoutResult = 0;
  let batch: CsvRow[] = [];
  for await (const { rows, emptyFormulas } of sheetRows(workbook, sheet)) {
    withoutResult = emptyFormulas;
    for (const row of rows) {
      if (isBelow) batch.push(csvRow(row, cells.length));
      else isBelow = row.line === line;
    }
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (withoutResult > 0) notes.push(formulaNote(sheet.name, withoutResult));
  yield batch;
}

function csvRow(row: SheetRow, width: number): CsvRow {
  const cells = denseCells(row);
  const raw = cells.join('\t');
  const reason = reasonAgainst(row, raw, width);
  if (reason !== null) return { line: row.line, raw, fields: null, reason };
  const fields = cells.slice(0, width);
  while (fields.length < width) fields.push('');
  return { line: row.line, raw, fields, reason };
}

function reasonAgainst(row: SheetRow, raw: string, width: number): string | null {
  if (raw.length > longestRow) return 'longer than 2 MB';
  const isBeyond = row.columns.some((column, at) => column >= width && row.texts[at]?.trim() !== '');
  return isBeyond ? 'too many fields' : null;
}

/** The cells of a row from column A to the last one that is not empty; absent ones are ''. */
function denseCells({ columns, texts }: SheetRow): string[] {
  const cells = new Array<string>(Math.max(...columns) + 1).fill('');
  columns.forEach((column, at) => {
    cells[column] = texts[at] ?? '';
  });
  return cells;
}

function formulaNote(sheet: string, count: number): string {
  const cells = count === 1 ? '1 formula has' : `${count} formulas have`;
  return `On sheet "${sheet}" ${cells} no saved result and count as empty; open the file in Excel, save it, and run again to have them.`;
}

function noHeading(file: string, sheets: readonly Sheet[]): UserError {
  const [only, second] = sheets;
  const where =
    only && !second
      ? `Sheet "${only.name}" of ${file}`
      : `No sheet of ${file} (${quoted(sheets.map(({ name }) => name))})`;
  const message = `${where} has ${second ? 'a' : 'no'} row in its first ${headingWithin} that is the heading of a table of chats.`;
  return unusableInput(
    'no_heading',
    message,
    'Check that the export has a heading row, such as "Chat ID", "Start time".',
    { file },
  );
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ');
}
