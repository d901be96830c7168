import type { SourceFile } from '../files/source.js';
import type { Engine, ResultRow } from '../engines/engine.js';
import { chatRows } from '../metrics/chat-rows.js';
import { overallRow } from '../metrics/catalog.js';
import { agentSteps, computeTables } from '../metrics/compute.js';
import { dayFiguresOf } from '../metrics/day-figures.js';
import { asFlag, type MentionWords } from '../options/mention.js';
import { reportedOptions, type ReportOptions } from '../options/options.js';
import { buildChats } from './build-chats.js';
import { comparisonNotes, comparisonOf, otherRange, ownFigures } from './comparison.js';
import { checkAccounting } from './quality/accounting.js';
import { dataQuality } from './quality/data-quality.js';
import { doubtfulAgentNotes } from './quality/doubtful-agents.js';
import { checkFilters } from './name-filters.js';
import { openerOf, type OpenedFiles, type OpeningEffects } from './reading/open-files.js';
import { insertRange, insertWeek } from './relations.js';
import { qualityInWords } from './quality/quality-in-words.js';
import { unmatchedNotes } from './unmatched-names.js';
import type { DataQuality, Report, ReportSource } from './report.js';
import { KnownParts } from './reuse.js';
import { findRowFacts } from './quality/row-facts.js';
import { sourceFacts } from './reading/source-facts.js';

/** What a report needs from the world around it; the engine is where the SQL runs. */
export interface ReportEffects extends OpeningEffects {
  /** Version of the time zone rules in use, for the report. */
  timezoneRules?: string | null;
  /** What is to be told of what the options were made from, such as a calendar of holidays. */
  notes?: readonly string[];
  /** How its notes name options; default: as flags. */
  words?: MentionWords;
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
    const said = await reportSession(files, effects)(options);
    const report = said(effects.words ?? asFlag);
    await effects.withReport?.(report, () => chatRows(effects.engine));
    return report;
  } finally {
    await effects.engine.close();
  }
}

/** A report in the words of a surface. */
export type SaidReport = (words: MentionWords) => Report;

/** Makes reports on the same files under one set of options after the other; the engine stays open. */
export type ReportSession = (options: ReportOptions) => Promise<SaidReport>;

/**
 * Prepares to make reports on files: only what the options of a report change is done again for it.
 * Each report is awaited before the next is asked for. The caller closes the engine.
 */
export function reportSession(
  sources: readonly SourceFile[],
  effects: Omit<ReportEffects, 'withReport'>,
): ReportSession {
  const open = openerOf(sources, effects);
  const known = new KnownParts();
  return async (options) => {
    const report = await reportOn(await open(options), options, effects, known);
    return (words) => ({ ...report, data_quality: qualityInWords(report.data_quality, words) });
  };
}

async function reportOn(
  opened: OpenedFiles,
  asked: ReportOptions,
  { engine, onStep = () => undefined, timezoneRules = null, notes = [] }: ReportEffects,
  known: KnownParts,
): Promise<Report> {
  const { options, range, zone } = opened;
  if (options.compare !== null) {
    onStep('Computing the range to compare with');
    known.forget('range', 'chats', ...agentSteps);
  }
  const other = await otherRange(engine, options, range);
  await known.make('range', options, async () => {
    await insertRange(engine, range, options);
    await insertWeek(engine, range, zone);
  });
  await known.make('chats', options, () => buildChats(engine));
  const filterNotes = [...(await checkFilters(engine, options)), ...(await unmatchedNotes(engine, asked))];
  const onTable = (name: string) => onStep(`Computing ${name.replaceAll('_', ' ')}`);
  const tables = await computeTables(engine, onTable, {
    has: (part) => known.has(part, options),
    make: (part, make) => known.make(part, options, make),
  });
  const chats = Number(overallRow('chat_metrics', tables.chat_metrics)?.['incoming_chats'] ?? 0);
  const days = await known.make('days', options, () => dayFiguresOf(engine, chats));
  const comparison = other && comparisonOf(other, ownFigures(tables));
  const { quality, source } = await known.make('rows', options, () => {
    onStep('Looking for values that do not count');
    return aboutRows(engine, opened, timezoneRules);
  });
  const report = {
    options: reportedOptions(options),
    source,
    tables,
    days,
    comparison,
    data_quality: {
      ...quality,
      notes: [
        ...[...notes, ...opened.notes, ...filterNotes, ...comparisonNotes(other)],
        ...[...doubtfulAgentNotes(tables.agent_metrics), ...quality.notes],
      ],
    },
  };
  checkAccounting(report);
  return report;
}

interface AboutRows {
  quality: DataQuality;
  source: ReportSource;
}

/** What is said of the rows of the files; its notes are those that the rows themselves give. */
async function aboutRows(
  engine: Engine,
  opened: OpenedFiles,
  timezoneRules: string | null,
): Promise<AboutRows> {
  const { files, range, zone } = opened;
  const facts = await findRowFacts(engine);
  return {
    quality: await dataQuality(opened, engine, facts),
    source: sourceFacts(files, range, { zone, rules: timezoneRules }, engine, facts),
  };
}
