import { checkHoldsChats } from '../../reading/profiles/choose-profile.js';
import { dateFields, neededFields } from '../../chats/columns.js';
import type { FileLook } from '../../reading/understood.js';
import { proposals } from '../../reading/proposals/propose.js';
import { readingRules } from '../../reading/rules.js';
import { lookAtTables } from '../../reading/tables.js';
import type { SourceFile } from '../../files/source.js';
import { kindOf } from '../../files/kind.js';
import { openWorkbook } from '../../files/xlsx/workbook.js';
import type { ReportOptions } from '../../options/options.js';
import { readingChoices } from '../../report/reading/choices.js';
import type { FileLooked, LookedColumn } from '../protocol.js';
import { tellingDate } from '../state/date-readings.js';

const mostSamples = 3;
const longestSample = 120;

/**
 * What the beginning of a file shows, before any of its rows is read.
 * @throws UserError when it is of a kind that cannot be read, is broken, or holds no chats.
 */
export async function lookedAt(file: SourceFile, options: ReportOptions): Promise<FileLooked> {
  const tables = await lookAtTables(file, readingChoices(options));
  const look = tables[0]?.look;
  if (!look) throw new Error(`${file.name} has no table.`);
  checkHoldsChats(file.name, look.match);
  const found = new Set(look.match.columns.map(({ field }) => field));
  return {
    name: file.name,
    bytes: file.bytes ?? 0,
    form: look.form,
    sheets: await sheetNames(file),
    sheetsRead: tables.flatMap((table) => table.look.form.sheet ?? []),
    proposals: proposals(look.match.columns, look.sample),
    profile: look.match.profile,
    columns: columnsOf(look),
    units: readingRules(look.match.profile, look.match.columns, options.unit).units,
    missingNeeded: neededFields.filter((field) => !found.has(field)),
    dateExample: tellingDate(datesOf(look)),
    rowsGuess: rowsGuess(look, file.bytes ?? 0),
  };
}

function columnsOf({ match, sample }: FileLook): LookedColumn[] {
  return match.columns.map((column, at) => ({ ...column, samples: samplesOf(sample, at) }));
}

function samplesOf(rows: readonly string[][], column: number): string[] {
  const samples = new Set<string>();
  for (const row of rows) {
    const value = row[column]?.trim();
    if (value) samples.add(value.slice(0, longestSample));
    if (samples.size === mostSamples) break;
  }
  return [...samples];
}

function* datesOf({ match, sample }: FileLook): Generator<string> {
  const places = match.columns.flatMap(({ field }, at) => (isDate(field) ? [at] : []));
  for (const row of sample) {
    for (const place of places) {
      const value = row[place]?.trim();
      if (value) yield value;
    }
  }
}

const isDate = (field: string | null): boolean => (dateFields as readonly (string | null)[]).includes(field);

const sheetsOf = new WeakMap<Blob, string[]>();

/** The names of the sheets of a workbook, visible ones first; found once. */
async function sheetNames(file: SourceFile): Promise<string[]> {
  if (file.blob === undefined || (await kindOf(file)) !== 'xlsx') return [];
  const known = sheetsOf.get(file.blob);
  if (known) return known;
  const { sheets } = await openWorkbook(file);
  const names = [...sheets].sort((a, b) => Number(a.isHidden) - Number(b.isHidden)).map(({ name }) => name);
  sheetsOf.set(file.blob, names);
  return names;
}

/** How many rows a text has, by the length of its first ones. */
function rowsGuess({ plainCsv, sample }: FileLook, bytes: number): number | null {
  if (!plainCsv || plainCsv.text.isGzip || sample.length === 0) return null;
  const length = sample.reduce((sum, row) => sum + row.length + row.join('').length, 0);
  return Math.max(sample.length, Math.round((bytes * sample.length) / length));
}
