import { longestRow, type CsvRow } from '../csv/csv-rows.js';
import type { SourceFile } from '../source.js';
import { unusableInput, type UserError } from '../../errors.js';
import { chosenSheets, isSameName } from '../sheet-names.js';
import { batchSize, type TableRows } from '../table-rows.js';
import { mergedBelow } from './merged-cells.js';
import { sheetRows, type SheetRow } from './sheet-rows.js';
import { partBytes } from './workbook-package.js';
import { openWorkbook, type Sheet, type Workbook } from './workbook.js';

/** The heading is looked for in so many rows of a sheet that are not blank. */
const headingWithin = 50;

export interface XlsxOptions {
  /** The sheets to read, by name or pattern (`2021-*`) in any case; by default all of them, hidden ones last. */
  sheets?: readonly string[];
  /** Are these cells, from column A to the last one filled, the heading of a table of chats? */
  isHeading: (cells: string[]) => boolean;
}

interface Heading {
  sheet: Sheet;
  line: number;
  cells: string[];
}

/** A sheet that has a heading. */
export interface SheetTable extends TableRows {
  sheetName: string;
  isHidden: boolean;
  /** How long its part is. */
  bytes: number;
}

/** The sheets of a workbook. */
export interface SheetTables {
  /** Those with a heading, in the order of the workbook, hidden ones last; there is at least one. */
  tables: SheetTable[];
  others: OtherSheet[];
}

/** A sheet without the heading of a table of chats. */
export interface OtherSheet {
  name: string;
  /** How many rows it has below its first one, if that has several cells, else in all. */
  countRows: () => Promise<number>;
}

/**
 * The rows of a workbook's sheets as text: numbers in shortest form, dates as `2021-02-01 10:05:00`, durations as `H:MM:SS`,
 * errors and formulas without a result as ''. Errors: `unknown_sheet`, `no_heading`, and those of a workbook that cannot be
 * read (`broken_workbook`, `broken_archive`, `workbook_too_large`, `zip_bomb`, `password_protected`, `binary_workbook`).
 */
export async function xlsxTables(
  file: SourceFile,
  { sheets = [], isHeading }: XlsxOptions,
): Promise<SheetTables> {
  const workbook = await openWorkbook(file);
  const candidates = chosenSheets(visibleFirst(workbook.sheets), sheets, file.name);
  const found: SheetTables = { tables: [], others: [] };
  for (const sheet of candidates) {
    const rows = await firstRows(workbook, sheet);
    const row = rows.find((one) => isHeading(denseCells(one)));
    if (row) found.tables.push(tableOf(workbook, { sheet, line: row.line, cells: denseCells(row) }));
    else if (sheets.some((name) => isSameName(sheet.name, name))) throw noHeading(file.name, [sheet]);
    else found.others.push({ name: sheet.name, countRows: () => countRows(workbook, sheet) });
  }
  if (found.tables.length === 0) throw noHeading(file.name, candidates);
  return found;
}

function tableOf(workbook: Workbook, heading: Heading): SheetTable {
  const notes: string[] = [];
  const { name, isHidden, path } = heading.sheet;
  return {
    headings: heading.cells,
    headingLine: heading.line,
    sheetName: name,
    isHidden,
    bytes: partBytes(workbook.package, path),
    rows: () => rowsBelow(workbook, heading, notes),
    notes,
  };
}

function visibleFirst(sheets: readonly Sheet[]): Sheet[] {
  return [...sheets.filter((sheet) => !sheet.isHidden), ...sheets.filter((sheet) => sheet.isHidden)];
}

async function firstRows(workbook: Workbook, sheet: Sheet): Promise<SheetRow[]> {
  const found: SheetRow[] = [];
  for await (const { rows } of sheetRows(workbook, sheet)) {
    found.push(...rows.slice(0, headingWithin - found.length));
    if (found.length >= headingWithin) break;
  }
  return found;
}

/** The rows of a sheet that has no heading: without the first one, where that looks like the heading of something else. */
async function countRows(workbook: Workbook, sheet: Sheet): Promise<number> {
  let count = 0;
  let first: SheetRow | undefined;
  for await (const { rows } of sheetRows(workbook, sheet)) {
    first ??= rows[0];
    count += rows.length;
  }
  return first && first.columns.length > 1 ? count - 1 : count;
}

async function* rowsBelow(workbook: Workbook, heading: Heading, notes: string[]): AsyncGenerator<CsvRow[]> {
  const { sheet, line, cells } = heading;
  notes.length = 0;
  const merged = await mergedBelow(workbook, sheet, line);
  let isBelow = false;
  let withoutResult = 0;
  let batch: CsvRow[] = [];
  for await (const { rows, emptyFormulas } of sheetRows(workbook, sheet)) {
    withoutResult = emptyFormulas;
    for (const row of rows) {
      if (isBelow) batch.push(csvRow(merged ? merged.filled(row) : row, cells.length));
      else isBelow = row.line === line;
    }
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (withoutResult > 0) notes.push(formulaNote(sheet.name, withoutResult));
  if (merged) notes.push(...merged.notes(sheet.name, cells));
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
