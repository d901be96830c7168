import type { SourceFile } from '../files/source.js';
import type { Engine } from '../engines/engine.js';
import { computeTables } from '../metrics/compute.js';
import { reportedOptions, type ReportOptions } from '../options/options.js';
import { buildRange, checkFilters } from './build-chats.js';
import { comparisonNotes, comparisonOf, otherRange, ownFigures } from './comparison.js';
import { dataQuality } from './data-quality.js';
import { openFiles } from './open-files.js';
import type { RejectedRecord } from './rejected.js';
import type { Report } from './report.js';
import { sourceFacts } from './source-facts.js';

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
  sources: readonly SourceFile[],
  given: ReportOptions,
  effects: ReportEffects,
): Promise<Report> {
  const { engine, onStep = () => undefined } = effects;
  const opened = await openFiles(sources, given, effects);
  const { files, options, range, zone } = opened;
  if (options.compare !== null) onStep('Computing the range to compare with');
  const other = await otherRange(engine, options, range);
  await buildRange(engine, options, range);
  await checkFilters(engine, options);
  const tables = await computeTables(engine, (name) => onStep(`Computing ${name.replaceAll('_', ' ')}`));
  const comparison = other && comparisonOf(other, ownFigures(tables));
  const notes = [...opened.notes, ...comparisonNotes(comparison)];
  const quality = await dataQuality(files, opened.rejections, engine, notes);
  const source = await sourceFacts(files, range, { zone, rules: effects.timezoneRules ?? null }, engine);
  return { options: reportedOptions(options), source, tables, comparison, data_quality: quality };
}
