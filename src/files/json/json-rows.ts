import { longestRow, type CsvRow } from '../csv/csv-rows.js';
import { listed } from '../../options/listed.js';
import type { SourceFile } from '../source.js';
import { unusableInput, type UserError } from '../../errors.js';
import { flatRecord } from './json-fields.js';
import { jsonLineTexts } from './json-lines.js';
import { brokenList, jsonListTexts, type JsonText } from './json-list.js';
import { exactJson } from './json-numbers.js';
import { batchSize, type TableRows } from '../table-rows.js';

/** The headings are the keys of so many records. */
const headingRecords = 1000;
/** Of more keys than this, those of few records are no columns; with more than that no table is made. */
const usualColumns = 2000;
const mostColumns = 16_384;
/** So many keys are named in a note. */
const namedKeys = 5;

type Fields = Map<string, string>;

/** What the texts of a file hold, and what was found around them. */
interface JsonSource {
  kind: 'json' | 'json_lines';
  texts: () => AsyncGenerator<JsonText[]>;
  /** The key of the list that is read. */
  key: string | null;
  notes: string[];
}

/**
 * The records of a JSON list, of the list in a JSON object (`{ "data": [...] }`), or of JSON lines, as rows of text. Keys of
 * objects in objects are joined by `.`, lists by `;`; numbers stand as written. In JSON lines a bad line is a rejected row; a
 * list that is not JSON is an error (`broken_json`), as is one without a record (`no_records`).
 */
export async function jsonRows(file: SourceFile, kind: 'json' | 'json_lines'): Promise<TableRows> {
  const source = jsonSource(file, kind);
  const headings = await headingsOf(source, file.name);
  if (headings.length === 0) throw noRecords(file.name);
  return {
    headings,
    headingLine: 0,
    sheetName: source.key,
    rows: () => rowsOf(source, headings, file.name),
    notes: source.notes,
  };
}

function jsonSource(file: SourceFile, kind: JsonSource['kind']): JsonSource {
  const source: JsonSource = { kind, key: null, notes: [], texts: () => jsonLineTexts(file) };
  if (kind === 'json') source.texts = () => jsonListTexts(file, source);
  return source;
}

async function headingsOf(source: JsonSource, name: string): Promise<string[]> {
  const keys = new Map<string, number>();
  let records = 0;
  for await (const texts of source.texts()) {
    for (const one of texts) {
      const record = recordOf(one, source.kind, name);
      if (typeof record === 'string') continue;
      for (const key of record.keys()) keys.set(key, (keys.get(key) ?? 0) + 1);
      records += 1;
      if (records === headingRecords) return columnsOf(keys, records, name);
    }
  }
  return columnsOf(keys, records, name);
}

/**
 * The keys that are columns: all of them, or those that several records have, where so many others are there that they must be
 * values, such as ids. Error: `too_many_columns`.
 */
function columnsOf(keys: ReadonlyMap<string, number>, records: number, name: string): string[] {
  if (keys.size <= usualColumns) return [...keys.keys()];
  const fewest = Math.max(2, records / 100);
  const columns = [...keys].filter(([, count]) => count >= fewest).map(([key]) => key);
  if (columns.length <= mostColumns) return columns;
  const hint = 'Are ids or names keys in it? Give the records the same keys, or leave out what is no chat.';
  const message = `The records of ${name} have more than ${mostColumns.toLocaleString('en')} different keys.`;
  throw unusableInput('too_many_columns', message, hint, { file: name });
}

async function* rowsOf(
  source: JsonSource,
  headings: readonly string[],
  name: string,
): AsyncGenerator<CsvRow[]> {
  const known = new Map(headings.map((heading, place) => [heading, place]));
  const unknown = new Set<string>();
  let batch: CsvRow[] = [];
  source.notes.length = 0;
  for await (const texts of source.texts()) {
    for (const one of texts) {
      const record = recordOf(one, source.kind, name);
      if (typeof record === 'string')
        batch.push({ line: one.line, raw: one.raw, fields: null, reason: record });
      else batch.push({ line: one.line, raw: one.raw, fields: fieldsOf(record, known), reason: null });
      if (typeof record !== 'string') for (const key of record.keys()) if (!known.has(key)) unknown.add(key);
    }
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (unknown.size > 0) source.notes.push(unknownKeysNote([...unknown]));
  yield batch;
}

/** The fields of a record by their key, or the reason why there are none; in a list, text that is no JSON is an error. */
function recordOf({ line, text, fault }: JsonText, kind: JsonSource['kind'], name: string): Fields | string {
  if (text === null) return fault ?? '';
  if (text.length > longestRow) return 'longer than 2 MB';
  try {
    const value = exactJson(text);
    const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isRecord ? flatRecord(value) : 'not a JSON object';
  } catch {
    if (kind === 'json') throw brokenList(name, line, 'a record in it is wrong');
    return 'not valid JSON';
  }
}

function fieldsOf(record: Fields, places: ReadonlyMap<string, number>): string[] {
  const fields = new Array<string>(places.size).fill('');
  for (const [key, value] of record) {
    const place = places.get(key);
    if (place !== undefined) fields[place] = value;
  }
  return fields;
}

function noRecords(name: string): UserError {
  const hint = 'Give a list of objects, an object that holds such a list, or one object a line.';
  return unusableInput('no_records', `${name} holds no list of records.`, hint, { file: name });
}

function unknownKeysNote(keys: readonly string[]): string {
  const named = listed(
    keys.map((key) => `"${key}"`),
    namedKeys,
  );
  return `Keys that no record among the first ${headingRecords} has were left out: ${named}.`;
}
