import type { Engine } from '../engines/engine.js';
import { UserError, unusableInput, wrongUse } from '../errors.js';
import type { SourceFile } from '../files/source.js';
import type { ReportOptions } from '../options/options.js';
import { findRange, keepChats } from './build-chats.js';
import { fieldsOf, firstRejected } from './data-quality.js';
import { platformBots, withPlatformDefaults } from './platform-defaults.js';
import type { ReadFile } from './read-file.js';
import { readFiles } from './read-files.js';
import { readingChoices } from './reading-choices.js';
import { findRejections, rejectedRows, type RejectedRecord, type Rejections } from './rejected.js';
import type { ReportRange } from './relations.js';
import { openZones } from './report-zone.js';
import { readingNotes } from './source-facts.js';

/** What an engine tells and gives while files are read. */
export interface OpeningEffects {
  engine: Engine;
  onStep?: (step: string) => void;
  onRejected?: (row: RejectedRecord) => Promise<void> | void;
}

/** Files that are read: every chat is there once, and the range is known. */
export interface OpenedFiles {
  files: ReadFile[];
  /** The options with the defaults of the platform. */
  options: ReportOptions;
  rejections: Rejections;
  range: ReportRange;
  zone: string | null;
  notes: string[];
}

/**
 * Reads files into an engine, as far as all reports on them go the same way.
 * @throws UserError when the files or the options cannot give a report.
 */
export async function openFiles(
  sources: readonly SourceFile[],
  given: ReportOptions,
  { engine, onStep = () => undefined, onRejected }: OpeningEffects,
): Promise<OpenedFiles> {
  if (sources.length === 0) throw wrongUse('no_files', 'No file is named.', 'Name a CSV file.');
  const files = await readFiles(sources, readingChoices(given), engine, (file) =>
    onStep(`Reading ${file.name}`),
  );
  const options = withPlatformDefaults(given, files);
  onStep('Sorting out rejected and duplicate rows');
  const { zone, notes } = await openZones(files, options, engine);
  const rejections = await findRejections(files, engine);
  await passOnRejected(files, rejections, onRejected);
  await keepChats(engine, options, fieldsOf(files), platformBots(files));
  const range = await findRange(engine, options).catch((error: unknown) =>
    explainNoChats(error, files, rejections),
  );
  return { files, options, rejections, range, zone, notes: [...readingNotes(files), ...notes] };
}

async function passOnRejected(
  files: readonly ReadFile[],
  rejections: Rejections,
  onRejected: OpeningEffects['onRejected'],
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
