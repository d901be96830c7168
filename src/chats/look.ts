import { unusableInput } from '../errors.js';
import type { ProfileMatch } from './choose-profile.js';
import { csvRows, type CsvRow } from './csv-rows.js';
import { csvForm, headRows, type CsvForm, type HeadingChoices } from './heading.js';
import { isRejectsFile, unguardedRows } from './rejects-file.js';
import { readHead, utf8Stream, type Encoding, type SourceFile, type TextForm } from './source.js';

const headBytes = 256 * 1024;

/** How a file is written, in the words of the report. */
export interface FileForm {
  kind: 'csv' | 'xlsx' | 'json' | 'json_lines' | 'parquet';
  /** Text files only. */
  encoding: Encoding | null;
  /** CSV only. */
  delimiter: string | null;
  /** Physical line (or row of the sheet) of the heading, from 1. */
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
}

/**
 * Looks at the first bytes of a file.
 * @throws UserError when it is empty or is no text.
 */
export async function lookAtFile(file: SourceFile, choices: HeadingChoices): Promise<FileLook> {
  const { form: text, bytes, isWhole } = await readHead(file, headBytes);
  checkIsText(file, bytes, text);
  const head = await utf8Head(file, text, bytes);
  const csv = await csvForm(head, choices);
  if (!csv) throw emptyFile(file);
  const sample = await headRows(head, csv, isWhole);
  const isOurs = isRejectsFile(csv.match.columns.map((column) => column.heading));
  const rows = (): AsyncGenerator<CsvRow[]> => csvRows(utf8Stream(file, text), csv);
  return {
    form: {
      kind: 'csv',
      encoding: text.encoding,
      delimiter: csv.delimiter,
      headingLine: csv.headingLine,
      sheet: null,
    },
    match: csv.match,
    plainCsv: csv.isPlain && !isOurs && text.encoding === 'utf-8' ? { csv, text } : null,
    sample: sample.flatMap((row) => (row.fields ? [row.fields] : [])),
    rows: isOurs ? () => unguardedRows(rows()) : rows,
  };
}

function emptyFile(file: SourceFile): Error {
  return unusableInput('empty_file', `${file.name} is empty.`, 'Export it again, or name another file.');
}

async function utf8Head(
  file: SourceFile,
  text: TextForm,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array> {
  const head: SourceFile = { ...file, open: () => new Blob([bytes]).stream() };
  const stream = utf8Stream(head, { ...text, isGzip: false });
  return new Uint8Array(await new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer());
}

function checkIsText(file: SourceFile, bytes: Uint8Array, text: TextForm): void {
  const starts = (...magic: number[]): boolean => magic.every((byte, index) => bytes[index] === byte);
  const kind = starts(0x50, 0x4b, 0x03, 0x04)
    ? 'an Excel workbook or a zip archive'
    : starts(0x25, 0x50, 0x44, 0x46)
      ? 'a PDF'
      : text.encoding !== 'utf-16le' &&
          text.encoding !== 'utf-16be' &&
          bytes.subarray(0, 4096).filter((byte) => byte === 0).length > 8
        ? 'a binary file'
        : null;
  if (kind === null) return;
  throw unusableInput('not_csv', `${file.name} is ${kind}, not a CSV file.`, 'Export or save it as CSV.', {
    file: file.name,
  });
}
