import { unusableInput } from '../errors.js';
import { csvRows, type CsvRow } from '../files/csv/csv-rows.js';
import { jsonRows } from '../files/json/json-rows.js';
import { kindOf } from '../files/kind.js';
import { parquetRows } from '../files/parquet/parquet-rows.js';
import { isRefused, refusal } from '../files/refusal.js';
import { readHead, utf8Stream, type Encoding, type SourceFile, type TextForm } from '../files/source.js';
import { allBytes } from '../files/streams.js';
import type { TableRows } from '../files/table-rows.js';
import { unpacked } from '../files/unpack.js';
import { xlsxRows } from '../files/xlsx/xlsx-rows.js';
import { genericProfile } from './profiles/generic-profile.js';
import { bestMatch, type ProfileMatch } from './profiles/choose-profile.js';
import {
  dateAndTimeColumns,
  joinedColumns,
  joinedFields,
  joinedRows,
  type DateAndTime,
} from './dates/date-and-time.js';
import { withoutCondition } from './match-headings.js';
import { lookAtStatus, type StatusLook } from './open-status.js';
import { csvForm, headRows, type CsvForm, type HeadingChoices } from './heading.js';
import { isRejectsFile, unguardedRows } from './rejects-file.js';

/** How much of a CSV file is looked at first: more only where the heading is not found, below blank lines. */
const headBytes = [256 * 1024, 64 * 1024 * 1024];

/** How many rows of a table are looked at first. */
const sampleRows = 2000;

/** Cells of which at least this many are recognised are the heading of a sheet. */
const fewestRecognised = 3;

type TableKind = 'xlsx' | 'json' | 'json_lines' | 'parquet';

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

/** The first look at a file: how it is written, how its headings are understood, and its rows. */
export interface FileLook {
  form: FileForm;
  match: ProfileMatch;
  /** A CSV file that an engine may read by itself: how. */
  plainCsv: { csv: CsvForm; text: TextForm } | null;
  /** The first rows, as many as were looked at. */
  sample: string[][];
  /** Every row below the heading, from the start; can be called again. */
  rows: () => AsyncGenerator<CsvRow[]>;
  /** Fields whose date and time of day stand in two columns. */
  pairs: readonly DateAndTime[];
  /** What a column of statuses says; null where there is none. */
  status: StatusLook | null;
  /** What the reader of a report should know about the file; complete once `rows` has ended. */
  fileNotes: readonly string[];
}

/**
 * Looks at the beginning of a file, whose kind its content tells.
 * @throws UserError when it is empty, is of a kind that cannot be read, or is broken.
 */
export async function lookAtFile(file: SourceFile, choices: HeadingChoices): Promise<FileLook> {
  return understood(await firstLook(file, choices), choices);
}

/** What lookers at a file leave to `understood`. */
type FirstLook = Omit<FileLook, 'pairs' | 'status'>;

/** A look at a file with what its first rows say of its columns. */
function understood(look: FirstLook, { map, openStatus }: HeadingChoices): FileLook {
  const { match, sample, rows } = look;
  const pairs = dateAndTimeColumns(match.columns, map, sample);
  const ofPlatform =
    match.profile.name === genericProfile.name ? null : (match.profile.open_when?.values ?? null);
  const status = lookAtStatus(match, sample, openStatus ?? ofPlatform);
  const columns = joinedColumns(match.columns, pairs).map((column) =>
    status === null && column.condition === 'open_when' ? withoutCondition(column) : column,
  );
  if (pairs.length === 0) return { ...look, match: { ...match, columns }, pairs, status };
  return {
    ...look,
    match: { ...match, columns },
    plainCsv: null,
    sample: sample.map((row) => joinedFields(row, pairs)),
    rows: () => joinedRows(rows(), pairs),
    pairs,
    status,
  };
}

async function firstLook(file: SourceFile, choices: HeadingChoices): Promise<FirstLook> {
  const kind = await kindOf(file);
  if (isRefused(kind)) throw refusal(kind, file.name);
  if (kind === 'text') return lookAtCsv(file, choices);
  if (kind === 'xlsx' || kind === 'json' || kind === 'json_lines' || kind === 'parquet') {
    return lookAtTable(file, kind, choices);
  }
  const inner = await unpacked(file);
  const innerKind = await kindOf(inner);
  if (isRefused(innerKind)) throw refusal(innerKind, inner.name);
  if (innerKind === 'text') return lookAtCsv(kind === 'gzip' ? file : inner, choices);
  if (innerKind === 'gzip' || innerKind === 'zstd' || innerKind === 'zip') return firstLook(inner, choices);
  return lookAtTable(inner, innerKind, choices);
}

async function lookAtCsv(file: SourceFile, choices: HeadingChoices): Promise<FirstLook> {
  const { text, head, isWhole, csv } = await csvHead(file, choices);
  const sample = await headRows(head, csv, isWhole);
  const isOurs = isRejectsFile(headingsOf(csv.match));
  const rows = (): AsyncGenerator<CsvRow[]> => csvRows(utf8Stream(file, text), csv);
  const { delimiter, headingLine, match } = csv;
  return {
    form: { kind: 'csv', encoding: text.encoding, delimiter, headingLine, sheet: null },
    match,
    plainCsv: csv.isPlain && !isOurs && text.encoding === 'utf-8' ? { csv, text } : null,
    sample: sample.flatMap((row) => (row.fields ? [row.fields] : [])),
    rows: isOurs ? () => unguardedRows(rows()) : rows,
    fileNotes: [],
  };
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
    if (isWhole) break;
  }
  throw unusableInput('empty_file', `${file.name} is empty.`, 'Export it again, or name another file.');
}

async function lookAtTable(file: SourceFile, kind: TableKind, choices: HeadingChoices): Promise<FirstLook> {
  const table = await openTable(file, kind, choices);
  const match = bestMatch(table.headings, choices.map, choices.profile);
  const isOurs = isRejectsFile(table.headings);
  return {
    form: {
      kind,
      encoding: null,
      delimiter: null,
      headingLine: table.headingLine,
      sheet: kind === 'xlsx' ? table.sheetName : null,
    },
    match,
    plainCsv: null,
    sample: await firstFields(table),
    rows: isOurs ? () => unguardedRows(table.rows()) : table.rows,
    fileNotes: table.notes,
  };
}

function openTable(file: SourceFile, kind: TableKind, choices: HeadingChoices): Promise<TableRows> {
  if (kind === 'parquet') return parquetRows(file);
  if (kind !== 'xlsx') return jsonRows(file, kind);
  const isHeading = (cells: string[]): boolean => {
    const { columns } = bestMatch(cells, choices.map, choices.profile);
    return columns.filter(({ field }) => field !== null).length >= fewestRecognised;
  };
  return xlsxRows(file, { isHeading, ...(choices.sheet === null ? {} : { sheet: choices.sheet }) });
}

async function firstFields(table: TableRows): Promise<string[][]> {
  const sample: string[][] = [];
  for await (const rows of table.rows()) {
    sample.push(...rows.flatMap((row) => (row.fields ? [row.fields] : [])));
    if (sample.length >= sampleRows) break;
  }
  return sample;
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
