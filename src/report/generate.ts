import type { SourceFile } from '../files/source.js';
import type { Engine } from '../engines/engine.js';
import { UserError, unusableInput, wrongUse } from '../errors.js';
import { computeTables } from '../metrics/compute.js';
import { reportedOptions, type ReportOptions } from '../options/options.js';
import { buildChats } from './build-chats.js';
import { dataQuality, fieldsOf, firstRejected } from './data-quality.js';
import type { ReadFile } from './read-file.js';
import { readFiles } from './read-files.js';
import { findRejections, rejectedRows, type RejectedRecord, type Rejections } from './rejected.js';
import { platformBots, withPlatformDefaults } from './platform-defaults.js';
import { readingChoices } from './reading-choices.js';
import { openZones } from './report-zone.js';
import type { Report } from './report.js';
import { readingNotes, sourceFacts } from './source-facts.js';

/** What a report needs from the world around it. */
export interface ReportEffects {
  /** Where the SQL runs; closed when the report is done or fails. */
  engine: Engine;
  /** Told before each step: a short text for people. */
  onStep?: (step: string) => void;
  /** Given every rejected row, in the order of the files; awaited. */
  onRejected?: (row: RejectedRecord) => Promise<void> | void;
  /** Version of the time zone rules in use, for the report. */
  timezoneRules?: string | null;
}

/**
 * Makes a report of one or more files. The engine is closed whatever happens.
 * @throws UserError when the files or the options cannot give a report.
 */
export async function makeReport(
  files: readonly SourceFile[],
  options: ReportOptions,
  effects: ReportEffects,
): Promise<Report> {
  try {
    return await reportOf(files, options, effects);
  } finally {
    await effects.engine.close();
  }
}

async function reportOf(
  files: readonly SourceFile[],
  given: ReportOptions,
  effects: ReportEffects,
): Promise<Report> {
  const { engine, onStep = () => undefined } = effects;
  if (files.length === 0) throw wrongUse('no_files', 'No file is named.', 'Name a CSV file.');
  const read = await readFiles(files, readingChoices(given), engine, (file) =>
    onStep(`Reading ${file.name}`),
  );
  const options = withPlatformDefaults(given, read);
  onStep('Sorting out rejected and duplicate rows');
  const { zone, notes: zoneNotes } = await openZones(read, options, engine);
  const rejections = await findRejections(read, engine);
  await passOnRejected(read, rejections, effects.onRejected);
  const range = await buildChats(engine, options, fieldsOf(read), platformBots(read)).catch(
    (error: unknown) => explainNoChats(error, read, rejections),
  );
  const tables = await computeTables(engine, (name) => onStep(`Computing ${name.replaceAll('_', ' ')}`));
  const quality = await dataQuality(read, rejections, engine, [...readingNotes(read), ...zoneNotes]);
  const source = await sourceFacts(read, range, { zone, rules: effects.timezoneRules ?? null }, engine);
  return { options: reportedOptions(options), source, tables, data_quality: quality };
}

async function passOnRejected(
  files: readonly ReadFile[],
  rejections: Rejections,
  onRejected: ReportEffects['onRejected'],
): Promise<void> {
  if (!onRejected || rejections.rows === 0) return;
  for await (const row of rejectedRows(files, rejections)) await onRejected(row);
}

/** "No chats" means something else when rows were there and all of them were rejected. */
async function explainNoChats(
  error: unknown,
  files: readonly ReadFile[],
  rejections: Rejections,
): Promise<never> {
  if (!(error instanceof UserError) || error.code !== 'no_chats' || rejections.rows === 0) throw error;
  const [first] = await firstRejected(files, rejections);
  const reasons = rejections.byReason
    .map(({ reason, rows }) => `${reason} (${rows.toLocaleString('en')})`)
    .join(', ');
  throw unusableInput(
    'all_rejected',
    `None of the ${rejections.rows.toLocaleString('en')} rows can be used: ${reasons}.`,
    `The first one: ${first ? `line ${String(first.line)}: ${first.text.slice(0, 200)}` : ''}`,
    first && { file: first.file, line: first.line },
  );
}
