import type { SourceFile } from '../files/source.js';
import type { ResultRow } from '../engines/engine.js';
import { chatRows } from '../metrics/chat-rows.js';
import { computeTables, type ActivityTables } from '../metrics/compute.js';
import type { OptionName } from '../options/catalog.js';
import { reportedOptions, type ReportOptions } from '../options/options.js';
import { buildRange, checkFilters } from './build-chats.js';
import { comparisonNotes, comparisonOf, otherRange, ownFigures } from './comparison.js';
import { dataQuality } from './data-quality.js';
import { openerOf, type OpenedFiles, type OpeningEffects } from './open-files.js';
import type { Report } from './report.js';
import { daysBetween } from './periods.js';
import { sourceFacts } from './source-facts.js';

/** What a report needs from the world around it; the engine is where the SQL runs. */
export interface ReportEffects extends OpeningEffects {
  /** Version of the time zone rules in use, for the report. */
  timezoneRules?: string | null;
  /**
   * Given the report while its chats can still be read, in batches of rows with the columns of `chatTable`, in the order in
   * which they start; awaited before the engine closes.
   */
  withReport?: (report: Report, chats: () => AsyncIterable<ResultRow[]>) => Promise<void>;
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
    const report = await reportSession(files, effects)(options);
    await effects.withReport?.(report, () => chatRows(effects.engine));
    return report;
  } finally {
    await effects.engine.close();
  }
}

/** Makes reports on the same files under one set of options after the other; the engine stays open. */
export type ReportSession = (options: ReportOptions) => Promise<Report>;

/**
 * Prepares to make reports on files: only what the options of a report change is done again for it.
 * Each report is awaited before the next is asked for. The caller closes the engine.
 */
export function reportSession(
  sources: readonly SourceFile[],
  effects: Omit<ReportEffects, 'withReport'>,
): ReportSession {
  const open = openerOf(sources, effects);
  let last: { key: string; tables: Report['tables'] } | null = null;
  return async (options) => {
    const opened = await open(options);
    const key = activityKey(opened.options);
    const known = last?.key === key ? last.tables : null;
    last = null;
    const report = await reportOn(opened, effects, known);
    last = { key, tables: report.tables };
    return report;
  };
}

/** Options that do not change when agents worked. */
const besideActivity: ReadonlySet<string> = new Set<OptionName>([
  ...(['period', 'weekStart', 'businessHours', 'holidays', 'csatScale', 'csatSatisfied'] as const),
  ...(['timeoutReasons', 'responseTarget', 'smallN', 'compare', 'created'] as const),
]);

function activityKey(options: ReportOptions): string {
  return JSON.stringify(Object.entries(options).filter(([name]) => !besideActivity.has(name)));
}

async function reportOn(
  { files, options, range, zone, rejections, notes }: OpenedFiles,
  { engine, onStep = () => undefined, timezoneRules = null }: ReportEffects,
  activity: ActivityTables | null,
): Promise<Report> {
  if (options.compare !== null) onStep('Computing the range to compare with');
  const other = await otherRange(engine, options, range);
  await buildRange(engine, options, range);
  await checkFilters(engine, options);
  const onTable = (name: string) => onStep(`Computing ${name.replaceAll('_', ' ')}`);
  const tables = await computeTables(engine, onTable, activity);
  const comparison = other && comparisonOf(other, ownFigures(tables));
  const allNotes = [...notes, ...comparisonNotes(comparison, daysBetween(range.from, range.to))];
  const quality = await dataQuality(files, rejections, engine, allNotes);
  const source = await sourceFacts(files, range, { zone, rules: timezoneRules }, engine);
  return { options: reportedOptions(options), source, tables, comparison, data_quality: quality };
}
