import { unusableInput } from '../errors.js';
import { dateFields, type ChatField, type DateField } from './columns.js';
import { dateLayout, layoutKey, type DateLayout, type DateOrder } from './date-format.js';
import { checkColumns, fieldColumns, type FieldColumns } from './header.js';
import { csvForm, headRows, type CsvForm } from './heading.js';
import { readHead, utf8Stream, type SourceFile, type TextForm } from './source.js';
import { clean } from './text.js';

const headBytes = 256 * 1024;

/** All that an engine needs to know to read one file; made from its first bytes and put right by what the whole file shows. */
export interface FilePlan {
  file: SourceFile;
  text: TextForm;
  csv: CsvForm;
  columns: FieldColumns;
  /** How dates are read: every layout seen, and one order for those that leave it open. */
  layouts: DateLayout[];
  order: DateOrder;
}

/** The first look at a file: how it is written, how its columns are understood, and its first rows. */
export interface FileLook {
  text: TextForm;
  csv: CsvForm;
  rows: string[][];
}

/**
 * Looks at the first bytes of a file.
 * @throws UserError when it is empty or is no text.
 */
export async function lookAtFile(file: SourceFile, map: Partial<Record<ChatField, string>>): Promise<FileLook> {
  const { form: text, bytes, isWhole } = await readHead(file, headBytes);
  checkIsText(file, bytes, text);
  const head = await utf8Head(file, text, bytes);
  const csv = await csvForm(head, map);
  if (!csv) throw unusableInput('empty_file', `${file.name} is empty.`, 'Export it again, or name another file.');
  const rows = await headRows(head, csv, isWhole);
  return { text, csv, rows: rows.flatMap((row) => (row.fields ? [row.fields] : [])) };
}

/**
 * Makes the first plan for reading a file, from its first bytes.
 * @throws UserError when it is empty, is no text, or lacks a needed column.
 */
export async function planFile(
  file: SourceFile,
  options: { map: Partial<Record<ChatField, string>>; dateOrder: DateOrder | null },
): Promise<FilePlan> {
  const { text, csv, rows } = await lookAtFile(file, options.map);
  checkColumns(file.name, csv.columns, options.map);
  const columns = fieldColumns(csv.columns);
  return { file, text, csv, columns, layouts: headLayouts(columns, rows), order: options.dateOrder ?? 'dmy' };
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

function headLayouts(columns: FieldColumns, rows: readonly string[][]): DateLayout[] {
  const found = new Map<string, DateLayout>();
  for (const field of dateFields) {
    const column = columns[field];
    if (column === undefined) continue;
    for (const row of rows) addLayout(found, row[column]);
  }
  return [...found.values()];
}

function addLayout(found: Map<string, DateLayout>, value: string | undefined): void {
  const text = value === undefined ? null : clean(value);
  const layout = text === null ? null : dateLayout(text);
  if (layout) found.set(layoutKey(layout), layout);
}

/** The date fields that a file has. */
export function dateFieldsOf(plan: FilePlan): DateField[] {
  return dateFields.filter((field) => plan.columns[field] !== undefined);
}
