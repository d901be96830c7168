import { unusableInput, type UserError } from '../errors.js';
import { longestRow, type CsvRow } from './csv/csv-rows.js';
import { MergedCells, type Merge } from './merged-cells.js';
import { chosenSheets, isSameName } from './sheet-names.js';
import { batchSize, type TableRows } from './table-rows.js';

/** The cells of one row that are not empty, from left to right as the file has them. */
export interface SheetRow {
  /** Excel's row number. */
  line: number;
  columns: number[];
  texts: string[];
}

/** A sheet of any kind of workbook. */
export interface Sheet {
  name: string;
  isHidden: boolean;
  /** How long it is, about. */
  bytes: number;
  /** Its rows that are not blank, a batch at a time, with the formulas passed so far that have no result. */
  rows: () => AsyncGenerator<{ rows: SheetRow[]; emptyFormulas: number }>;
  /** Its cells that are merged downwards. */
  merges: () => Promise<readonly Merge[]>;
}

/** The heading is looked for in so many rows of a sheet that are not blank. */
const headingWithin = 50;

export interface SheetsOptions {
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
 * The tables of a workbook's sheets, hidden ones last.
 * @throws UserError `unknown_sheet`, `no_heading`.
 */
export async function sheetTables(
  file: string,
  all: readonly Sheet[],
  { sheets = [], isHeading }: SheetsOptions,
): Promise<SheetTables> {
  const candidates = chosenSheets(visibleFirst(all), sheets, file);
  const found: SheetTables = { tables: [], others: [] };
  for (const sheet of candidates) {
    const rows = await firstRows(sheet);
    const row = rows.find((one) => isHeading(denseCells(one)));
    if (row) found.tables.push(tableOf({ sheet, line: row.line, cells: denseCells(row) }));
    else if (sheets.some((name) => isSameName(sheet.name, name))) throw noHeading(file, [sheet]);
    else found.others.push({ name: sheet.name, countRows: () => countRows(sheet) });
  }
  if (found.tables.length === 0) throw noHeading(file, candidates);
  return found;
}

function tableOf(heading: Heading): SheetTable {
  const notes: string[] = [];
  const { name, isHidden, bytes } = heading.sheet;
  return {
    headings: heading.cells,
    headingLine: heading.line,
    sheetName: name,
    isHidden,
    bytes,
    rows: () => rowsBelow(heading, notes),
    notes,
  };
}

function visibleFirst(sheets: readonly Sheet[]): Sheet[] {
  return [...sheets.filter((sheet) => !sheet.isHidden), ...sheets.filter((sheet) => sheet.isHidden)];
}

async function firstRows(sheet: Sheet): Promise<SheetRow[]> {
  const found: SheetRow[] = [];
  for await (const { rows } of sheet.rows()) {
    found.push(...rows.slice(0, headingWithin - found.length));
    if (found.length >= headingWithin) break;
  }
  return found;
}

/** The rows of a sheet that has no heading: without the first one, where that looks like the heading of something else. */
async function countRows(sheet: Sheet): Promise<number> {
  let count = 0;
  let first: SheetRow | undefined;
  for await (const { rows } of sheet.rows()) {
    first ??= rows[0];
    count += rows.length;
  }
  return first && first.columns.length > 1 ? count - 1 : count;
}

async function* rowsBelow(heading: Heading, notes: string[]): AsyncGenerator<CsvRow[]> {
  const { sheet, line, cells } = heading;
  notes.length = 0;
  const merges = (await sheet.merges()).filter(({ from }) => from > line);
  const merged = merges.length > 0 ? new MergedCells(merges) : null;
  let isBelow = false;
  let withoutResult = 0;
  let batch: CsvRow[] = [];
  for await (const { rows, emptyFormulas } of sheet.rows()) {
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
  const reason = reasonAgainst(row, width);
  const fields = reason === null ? cellsOf(row, width) : null;
  const { line } = row;
  return {
    line,
    // a row with a cell far to the right is long, and seldom asked for
    get raw() {
      return denseCells(row).join('\t');
    },
    fields,
    reason,
  };
}

function reasonAgainst(row: SheetRow, width: number): string | null {
  const length = row.texts.reduce((sum, text) => sum + text.length, lastColumn(row));
  if (length > longestRow) return 'longer than 2 MB';
  const isBeyond = row.columns.some((column, at) => column >= width && row.texts[at]?.trim() !== '');
  return isBeyond ? 'too many fields' : null;
}

/** The cells of a row from column A to the last one that is not empty; absent ones are ''. */
function denseCells(row: SheetRow): string[] {
  return cellsOf(row, lastColumn(row) + 1);
}

/** So many cells of a row, from column A on; absent ones are ''. */
function cellsOf({ columns, texts }: SheetRow, width: number): string[] {
  const cells = new Array<string>(width).fill('');
  columns.forEach((column, at) => {
    if (column < width) cells[column] = texts[at] ?? '';
  });
  return cells;
}

function lastColumn({ columns }: SheetRow): number {
  return columns.reduce((last, column) => Math.max(last, column), -1);
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
