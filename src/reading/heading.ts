import type { ChatField } from '../chats/columns.js';
import { bestMatch, type ProfileMatch } from './profiles/choose-profile.js';
import { csvRecords, type CsvRecord } from '../files/csv/csv-records.js';
import {
  csvFields,
  csvRows,
  isBlank,
  unwrappedFields,
  type CsvRow,
  type RowShape,
} from '../files/csv/csv-rows.js';
import type { Profile } from './profiles/profile.js';
import { trimmed } from '../files/text.js';
import { unwrapped } from './writings/wrapped.js';

const delimiters = [',', ';', '\t', '|', '^', '~', '\u0001', '\u001f', '\u00a6'] as const;
/** Of several characters: those that contain others go first. */
const longDelimiters = ['|;|', '~|~', '|~|', '^|^', '|^|', '*|*', '||', ';;', '::', '^^', '~~'] as const;

/** How many records at the top of a file may stand above its heading. */
const longestPreamble = 50;

/** What decides how headings are understood. */
export interface HeadingChoices {
  map: Partial<Record<ChatField, string>>;
  /** The profile to use; null: the best one. */
  profile: Profile | null;
  /** The sheets of a workbook, by name or pattern; none: those with the headings of the first that has what is needed. */
  sheet: readonly string[];
  /** What stands between the fields of a CSV file; null: what fits best. */
  delimiter: string | null;
  /** Words of a column of statuses that say a chat is open; null: the usual ones. */
  openStatus: readonly string[] | null;
}

/** How a CSV file is laid out, found from its first bytes. */
export interface CsvForm extends RowShape {
  match: ProfileMatch;
  /** Physical line of the heading, from 1. */
  headingLine: number;
  /** The heading is the first line and one line long, and lines end in LF or CRLF: any CSV reader reads it. */
  isPlain: boolean;
}

interface Candidate {
  delimiter: string;
  record: number;
  line: number;
  /** Its quotes make no sense. */
  isFaulty: boolean;
  /** It is quoted whole, as if it were one field. */
  isUnwrapped: boolean;
  match: ProfileMatch;
  score: number;
}

/** The delimiter and the heading of a CSV text, or null when it holds no text at all. */
export async function csvForm(head: Uint8Array, choices: HeadingChoices): Promise<CsvForm | null> {
  const candidates: Candidate[] = [];
  const tried = choices.delimiter === null ? delimitersIn(head) : [choices.delimiter];
  for (const delimiter of tried) candidates.push(...(await candidatesFor(head, delimiter, choices)));
  const best = candidates.reduce<Candidate | null>((a, b) => (a && a.score >= b.score ? a : b), null);
  if (!best) return null;
  const { delimiter, record, line, isFaulty, isUnwrapped, match } = best;
  const isPlain =
    line === 1 &&
    !isUnwrapped &&
    isOneByte(delimiter) &&
    !isFaulty &&
    hasUsualLineEnd(head) &&
    match.columns.every((column) => !/[\r\n]/.test(column.heading));
  return { delimiter, skip: record + 1, width: match.columns.length, match, headingLine: line, isPlain };
}

/** The delimiters that stand in a text; a comma, where none does: the text is one column then. */
function delimitersIn(head: Uint8Array): readonly string[] {
  const text = new TextDecoder().decode(head.subarray(0, probedBytes));
  const found = [...longDelimiters, ...delimiters].filter((delimiter) => text.includes(delimiter));
  return found.length === 0 ? delimiters.slice(0, 1) : found;
}

/** A delimiter stands near the beginning of a file, if anywhere. */
const probedBytes = 256 * 1024;

function isOneByte(delimiter: string): boolean {
  return delimiter.length === 1 && delimiter < '\u0080';
}

/** True unless the first line ends in a CR alone. */
function hasUsualLineEnd(head: Uint8Array): boolean {
  const end = head.findIndex((byte) => byte === 0x0a || byte === 0x0d);
  return head[end] !== 0x0d || head[end + 1] === 0x0a;
}

async function candidatesFor(
  head: Uint8Array,
  delimiter: string,
  choices: HeadingChoices,
): Promise<Candidate[]> {
  const records = await firstRecords(head, delimiter);
  return records.flatMap((record, index) => {
    const { headings, isUnwrapped } = headingsOf(record, delimiter);
    if (headings.every((heading) => heading === '')) return [];
    if (delimiter.length > 1 && choices.delimiter === null && !isSplitBy(headings, delimiter)) return [];
    const match = bestMatch(headings, choices.map, choices.profile);
    const score = headingScore(match, index === 0) + (delimiter.length > 1 ? 600 : 0);
    return {
      delimiter,
      record: index,
      line: record.line,
      isFaulty: record.fault !== null,
      isUnwrapped,
      match,
      score,
    };
  });
}

/** How likely some cells are a heading: by what is recognised; with nothing recognised, the first record's width decides. */
function headingScore({ score, columns }: ProfileMatch, isFirst: boolean): number {
  return score * 1000 + (isFirst ? Math.min(columns.length, 500) : 0);
}

/** Whether a delimiter of several characters has parted some cells, and no sign of it is left alone in one. */
function isSplitBy(headings: readonly string[], delimiter: string): boolean {
  return (
    headings.length > 1 &&
    headings.every((heading) => [...delimiter].every((sign) => !heading.includes(sign)))
  );
}

function headingsOf(record: CsvRecord, delimiter: string): { headings: string[]; isUnwrapped: boolean } {
  const raw = new TextDecoder().decode(record.bytes);
  const fields = unwrappedFields(raw, delimiter);
  const headings = (fields ?? csvFields(raw, delimiter)).map((cell) => trimmed(unwrapped(cell)));
  while (headings.length > 1 && headings.at(-1) === '') headings.pop();
  return { headings, isUnwrapped: fields !== null };
}

/** The first records that are not blank, as many as may stand above a heading. */
async function firstRecords(head: Uint8Array, delimiter: string): Promise<CsvRecord[]> {
  const records: CsvRecord[] = [];
  for await (const batch of csvRecords(inPieces(head), delimiter)) {
    for (const record of batch) if (!isBlank(record.bytes, delimiter)) records.push(record);
    if (records.length >= longestPreamble) break;
  }
  return records.slice(0, longestPreamble);
}

/** The rows of the first bytes of a file; the last one may be cut off and is left out unless the bytes are the whole file. */
export async function headRows(head: Uint8Array, shape: RowShape, isWhole: boolean): Promise<CsvRow[]> {
  const rows: CsvRow[] = [];
  for await (const batch of csvRows(inPieces(head), shape)) for (const row of batch) rows.push(row);
  return isWhole ? rows : rows.slice(0, -1);
}

const pieceBytes = 64 * 1024;

// oxlint-disable-next-line typescript/require-await -- what reads files takes an async iterable
async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
}
