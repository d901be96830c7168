import { unusableInput } from '../errors.js';
import { csvRows, type CsvRow } from '../files/csv/csv-rows.js';
import { jsonRows } from '../files/json/json-rows.js';
import type { FileKind } from '../files/kinds.js';
import { parquetRows } from '../files/parquet/parquet-rows.js';
import { isRefused, refusal } from '../files/refusal.js';
import { readHead, utf8Stream, type Encoding, type SourceFile, type TextForm } from '../files/source.js';
import { allBytes } from '../files/streams.js';
import type { TableRows } from '../files/table-rows.js';
import { spreadsheetKinds, type SpreadsheetKind } from '../files/spreadsheet/parsed-sheet.js';
import { spreadsheetTables } from '../files/spreadsheet/spreadsheet-tables.js';
import { xlsxTables } from '../files/xlsx/xlsx-rows.js';
import { bestMatch, type ProfileMatch } from './profiles/choose-profile.js';
import { csvForm, headRows, type CsvForm, type HeadingChoices } from './heading.js';
import { isRejectsFile, unguardedRows } from './rejects-file.js';

/** How much of a CSV file is looked at first: more only where the heading is not found, below blank lines. */
const headBytes = [256 * 1024, 64 * 1024 * 1024];

/** How many rows of a table are looked at first. */
const sampleRows = 2000;
/** Of a table with thousands of columns fewer rows are looked at, so that the cells are no more than these. */
const sampleCells = 1_000_000;
const fewestRows = 50;

/** Cells of which at least this many are recognised are the heading of a sheet. */
const fewestRecognised = 3;

type TableKind = 'xlsx' | 'json' | 'json_lines' | 'parquet' | SpreadsheetKind;

/** How a file is written, in the words of the report. */
export interface FileForm {
  kind: 'csv' | TableKind;
  /** CSV only. */
  encoding: Encoding | null;
  /** CSV only. */
  delimiter: string | null;
  /** Physical line (or row of the sheet) of the heading, from 1; 0 where the file has none. */
  headingLine: number;
  /** Workbooks only. */
  sheet: string | null;
}

/** The first look at a table: how it is written, how its headings are understood, and its rows. */
export interface FirstLook {
  form: FileForm;
  match: ProfileMatch;
  /** A CSV file that an engine may read by itself: how. */
  plainCsv: { csv: CsvForm; text: TextForm } | null;
  /** The first rows, as many as were looked at. */
  sample: string[][];
  /** These are all rows of the file. */
  isWholeSample: boolean;
  /** Every row below the heading, from the start; can be called again. */
  rows: () => AsyncGenerator<CsvRow[]>;
  /** What the reader of a report should know about the file; complete once `rows` has ended. */
  fileNotes: string[];
}

/** A table of a file that may be left out: it is named once the rows of the first one have been read. */
export interface OtherTable {
  name: string;
  /** How many rows it has; null where that cannot be told. */
  countRows: () => Promise<number | null>;
  isHidden?: boolean;
  isSheet?: boolean;
}

/** A table in a file, not yet looked at. */
export interface FoundTable extends OtherTable {
  match: ProfileMatch;
  look: () => Promise<FirstLook>;
  /** How long a table is that is but a part of its file. */
  bytes?: number;
}

/** The tables of a file that is not packed. */
export interface FoundTables {
  tables: FoundTable[];
  others: OtherTable[];
}

/**
 * The tables of a file that is not packed, whose kind its content tells: one, but for workbooks.
 * @throws UserError when it is empty, is of a kind that cannot be read, or is broken.
 */
export async function tablesOf(
  file: SourceFile,
  kind: FileKind,
  choices: HeadingChoices,
): Promise<FoundTables> {
  if (isRefused(kind)) throw refusal(kind, file.name);
  if (kind === 'xlsx' || isSpreadsheet(kind)) return sheetsOf(file, kind, choices);
  if (kind === 'parquet') return only(file, tableLook(await parquetRows(file), kind, choices));
  if (kind === 'json' || kind === 'json_lines')
    return only(file, tableLook(await jsonRows(file, kind), kind, choices));
  return only(file, await lookAtCsv(file, choices));
}

function only(file: SourceFile, look: FirstLook | FoundTable): FoundTables {
  if ('look' in look) return { tables: [{ ...look, name: file.name }], others: [] };
  const countRows = (): Promise<number> => countOf(look.rows);
  const { match } = look;
  return { tables: [{ name: file.name, match, countRows, look: () => Promise.resolve(look) }], others: [] };
}

async function sheetsOf(
  file: SourceFile,
  kind: 'xlsx' | SpreadsheetKind,
  choices: HeadingChoices,
): Promise<FoundTables> {
  const isHeading = (cells: string[]): boolean => {
    const { columns } = bestMatch(cells, choices.map, choices.profile);
    return columns.filter(({ field }) => field !== null).length >= fewestRecognised;
  };
  const options = { isHeading, sheets: choices.sheet };
  const { tables, others } =
    kind === 'xlsx' ? await xlsxTables(file, options) : await spreadsheetTables(file, kind, options);
  const found = tables.map((table) => {
    const { isHidden, bytes } = table;
    return { ...tableLook(table, kind, choices), isSheet: true, isHidden, bytes };
  });
  return { tables: found, others: others.map((other) => ({ ...other, isSheet: true })) };
}

function isSpreadsheet(kind: string): kind is SpreadsheetKind {
  return (spreadsheetKinds as readonly string[]).includes(kind);
}

async function countOf(rows: FirstLook['rows']): Promise<number> {
  let count = 0;
  for await (const batch of rows()) count += batch.length;
  return count;
}

async function lookAtCsv(file: SourceFile, choices: HeadingChoices): Promise<FirstLook> {
  const { text, head, isWhole, csv } = await csvHead(file, choices);
  const sample = await headRows(head, csv, isWhole);
  const isOurs = isRejectsFile(headingsOf(csv.match));
  const notes: string[] = [];
  const rows = (): AsyncGenerator<CsvRow[]> => notedRows(utf8Stream(file, text), csv, notes);
  const { delimiter, headingLine, match } = csv;
  return {
    form: { kind: 'csv', encoding: text.encoding, delimiter, headingLine, sheet: null },
    match,
    plainCsv: csv.isPlain && !isOurs && text.encoding === 'utf-8' ? { csv, text } : null,
    sample: sample.flatMap((row) => (row.fields ? [row.fields] : [])),
    isWholeSample: isWhole,
    rows: isOurs ? () => unguardedRows(rows()) : rows,
    fileNotes: notes,
  };
}

/** The rows of a CSV file, and then what is to be said of them. */
async function* notedRows(
  bytes: AsyncIterable<Uint8Array>,
  csv: CsvForm,
  notes: string[],
): AsyncGenerator<CsvRow[]> {
  let unwrapped = 0;
  notes.length = 0;
  yield* csvRows(bytes, csv, () => (unwrapped += 1));
  if (unwrapped === 0) return;
  const rows = unwrapped === 1 ? '1 row is' : `${unwrapped.toLocaleString('en')} rows are`;
  notes.push(`${rows} quoted whole, as if a row were one field; their fields were taken out of it.`);
}

async function csvHead(
  file: SourceFile,
  choices: HeadingChoices,
): Promise<{ text: TextForm; head: Uint8Array; isWhole: boolean; csv: CsvForm }> {
  for (const limit of headBytes) {
    const { form: text, bytes, isWhole } = await readHead(file, limit);
    const head = await utf8Head(file, text, bytes);
    const csv = await csvForm(head, choices);
    if (csv) return { text, head, isWhole, csv };
    if (isWhole && new TextDecoder().decode(head.subarray(0, 1000)).trim() !== '')
      throw unusableInput(
        'no_table',
        `${file.name} holds no table: there is nothing in it but signs that stand between fields.`,
        'Export it again, or name another file.',
        { file: file.name },
      );
    if (isWhole) break;
  }
  throw unusableInput('empty_file', `${file.name} is empty.`, 'Export it again, or name another file.');
}

function tableLook(table: TableRows, kind: TableKind, choices: HeadingChoices): FoundTable {
  const match = bestMatch(table.headings, choices.map, choices.profile);
  const isOurs = isRejectsFile(table.headings);
  const look = async (): Promise<FirstLook> => ({
    form: {
      kind,
      encoding: null,
      delimiter: null,
      headingLine: table.headingLine,
      sheet: kind === 'xlsx' || isSpreadsheet(kind) ? table.sheetName : null,
    },
    match,
    plainCsv: null,
    ...(await firstFields(table)),
    rows: isOurs ? () => unguardedRows(table.rows()) : table.rows,
    fileNotes: table.notes,
  });
  return { name: table.sheetName ?? '', match, look, countRows: () => countOf(table.rows) };
}

async function firstFields(table: TableRows): Promise<Pick<FirstLook, 'sample' | 'isWholeSample'>> {
  const sample: string[][] = [];
  const width = Math.max(table.headings.length, 1);
  const enough = Math.min(sampleRows, Math.max(fewestRows, Math.floor(sampleCells / width)));
  for await (const rows of table.rows()) {
    sample.push(...rows.flatMap((row) => (row.fields ? [row.fields] : [])));
    if (sample.length >= enough) return { sample, isWholeSample: false };
  }
  return { sample, isWholeSample: true };
}

function headingsOf(match: ProfileMatch): string[] {
  return match.columns.map((column) => column.heading);
}

async function utf8Head(
  file: SourceFile,
  text: TextForm,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array> {
  const head = { name: file.name, bytes: null, open: () => new Blob([bytes]).stream() };
  return allBytes(utf8Stream(head, { ...text, isGzip: false }));
}
