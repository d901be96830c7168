import { csvRecords, type CsvRecord } from './csv-records.js';
import { trimmed } from '../text.js';

/** A record that became fields, or the reason why it did not. */
export interface CsvRow {
  line: number;
  /** The record as it stands in the file. */
  raw: string;
  /** As many fields as there are headings; null for a rejected row. */
  fields: string[] | null;
  reason: string | null;
}

/** A record longer than this is rejected: no engine would take it, and no chat is that long. */
export const longestRow = 2_000_000;

export interface RowShape {
  delimiter: string;
  /** Records up to and with the heading, to be passed over. */
  skip: number;
  /** How many fields a row has. */
  width: number;
}

/** Told of each row that was quoted whole: `"1,Mia,""x"""`. */
export type OnUnwrapped = () => void;

/**
 * The rows of a CSV stream below its heading, a batch per chunk; blank lines are passed over. A record with too many or
 * too few fields, or with bytes that are not UTF-8, is given with its reason and without fields.
 */
export async function* csvRows(
  chunks: AsyncIterable<Uint8Array>,
  shape: RowShape,
  onUnwrapped?: OnUnwrapped,
): AsyncGenerator<CsvRow[]> {
  let toSkip = shape.skip;
  for await (const records of csvRecords(chunks, shape.delimiter)) {
    const filled = records.filter((record) => !isBlank(record.bytes, shape.delimiter));
    const rows = filled.slice(toSkip).map((record) => csvRow(record, shape, onUnwrapped));
    toSkip = Math.max(0, toSkip - filled.length);
    yield rows;
  }
}

/** The fields of one record's text. */
export function csvFields(raw: string, delimiter: string): string[] {
  if (!raw.includes('"')) return raw.split(delimiter);
  const fields: string[] = [];
  let position = 0;
  while (position <= raw.length) {
    const { field, end } = isQuotedAt(raw, position)
      ? quotedField(raw, position)
      : plainField(raw, position, delimiter);
    fields.push(field);
    const next = raw.indexOf(delimiter, end);
    position = next === -1 ? raw.length + 1 : next + delimiter.length;
  }
  return fields;
}

/** The fields of a record that is quoted whole, as if it were one field; null for any other. */
export function unwrappedFields(raw: string, delimiter: string): string[] | null {
  const text = raw.trim();
  if (!text.startsWith('"') || !text.endsWith('"')) return null;
  const [whole = '', ...more] = csvFields(text, delimiter);
  return more.length === 0 && whole.includes(delimiter) ? csvFields(whole, delimiter) : null;
}

function isQuotedAt(raw: string, position: number): boolean {
  let start = position;
  while (raw[start] === ' ') start += 1;
  return raw[start] === '"';
}

function plainField(raw: string, start: number, delimiter: string): { field: string; end: number } {
  const found = raw.indexOf(delimiter, start);
  const end = found === -1 ? raw.length : found;
  return { field: raw.slice(start, end), end };
}

function quotedField(raw: string, position: number): { field: string; end: number } {
  const start = raw.indexOf('"', position) + 1;
  let close = raw.indexOf('"', start);
  while (close !== -1 && raw[close + 1] === '"') close = raw.indexOf('"', close + 2);
  const end = close === -1 ? raw.length : close;
  return { field: raw.slice(start, end).replaceAll('""', '"'), end: end + 1 };
}

function csvRow(
  { line, bytes, fault }: CsvRecord,
  { delimiter, width }: RowShape,
  onUnwrapped?: OnUnwrapped,
): CsvRow {
  const raw = decoded(bytes);
  if (raw === null)
    return {
      line,
      raw: new TextDecoder().decode(bytes),
      fields: null,
      reason: fault ?? 'its bytes are not UTF-8 text',
    };
  if (fault !== null) return { line, raw, fields: null, reason: fault };
  if (bytes.length > longestRow) return { line, raw, fields: null, reason: 'longer than 2 MB' };
  const unwrapped = width > 2 ? unwrappedFields(raw, delimiter) : null;
  if (unwrapped?.length === width) {
    onUnwrapped?.();
    return { line, raw, fields: unwrapped, reason: null };
  }
  const fields = csvFields(raw, delimiter);
  const reason = raggedness(fields, width);
  return { line, raw, fields: reason ? null : fields.slice(0, width), reason };
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decoded(bytes: Uint8Array): string | null {
  try {
    return utf8.decode(bytes);
  } catch {
    return null;
  }
}

function raggedness(fields: readonly string[], width: number): string | null {
  if (fields.length < width) return 'too few fields';
  return fields.slice(width).some((field) => trimmed(field) !== '') ? 'too many fields' : null;
}

/** True for a record that is no row: nothing but spaces, and tabs where they do not delimit. */
export function isBlank(bytes: Uint8Array, delimiter: string): boolean {
  return bytes.every((byte) => byte === 0x20 || byte === 0x0d || (byte === 0x09 && delimiter !== '\t'));
}
