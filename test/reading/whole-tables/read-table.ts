import type { Cell, Engine } from '../../../src/engines/engine.js';
import { UserError } from '../../../src/errors.js';
import type { SourceFile } from '../../../src/files/source.js';
import { parseOptions, type ReportOptions } from '../../../src/options/options.js';
import { doubtWarnings } from '../../../src/report/quality/doubt-warnings.js';
import { readingChoices } from '../../../src/report/reading/choices.js';
import { withPlatformDefaults } from '../../../src/report/reading/platform-defaults.js';
import { withScale } from '../../../src/report/reading/rating-scale.js';
import type { ReadFile } from '../../../src/report/reading/read-file.js';
import { readFiles } from '../../../src/report/reading/read-files.js';
import { openZones } from '../../../src/report/reading/report-zone.js';
import { readingNotes } from '../../../src/report/reading/source-facts.js';
import type { ReportWarning } from '../../../src/report/report.js';
import { PlainReader, type PlainRow } from './plain-reader.js';

/** What became of a table. */
export interface ReadTable {
  /** Those that are not rejected. */
  rows: PlainRow[];
  rejected: number;
  file: ReadFile;
  scale: ReportOptions['csatScale'];
  satisfied: number;
  notes: string[];
  warnings: ReportWarning[];
}

const options = parseOptions({});
const choices = readingChoices(options);

const plain = new PlainReader();

/**
 * Reads one file as a report does, up to its rows; a text where it is refused.
 * @param engine null: by plain functions in the place of SQL.
 */
export async function readTable(
  bytes: Uint8Array<ArrayBuffer>,
  engine: Engine | null = null,
): Promise<ReadTable | string> {
  const source: SourceFile = {
    name: 'table.csv',
    bytes: bytes.length,
    open: () => new Blob([bytes]).stream(),
  };
  try {
    const files = await readFiles([source], choices, engine ?? plain);
    const scaled = withScale(withPlatformDefaults(options, files), files);
    const [file] = files as [ReadFile];
    const all = engine ? await rowsOf(files, engine) : (plain.files.get(0) ?? []);
    const rows = all.filter((row) => row['chat_id'] !== null && row['started_at'] !== null);
    return {
      rows,
      rejected: all.length - rows.length + [...file.rejected.values()].reduce((sum, count) => sum + count, 0),
      file,
      scale: scaled.options.csatScale,
      satisfied: scaled.options.csatSatisfied,
      notes: [...readingNotes(files), ...scaled.notes],
      warnings: [...scaled.warnings, ...doubtWarnings(files)],
    };
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
}

async function rowsOf(files: ReadFile[], engine: Engine): Promise<PlainRow[]> {
  await openZones(files, options, engine);
  const rows = await engine.query('select * from raw_chats order by source_ordinal');
  return rows.map((row) => ({
    ...(row as PlainRow),
    ...Object.fromEntries(
      ['started_at', 'ended_at', 'assigned_at'].map((field) => [field, secondsOf(row[field] ?? null)]),
    ),
  }));
}

function secondsOf(moment: Cell): number | null {
  return moment === null ? null : Math.floor(Date.parse(`${String(moment).replace(' ', 'T')}Z`) / 1000);
}
