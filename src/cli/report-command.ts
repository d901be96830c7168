import { damagedNote, setAside } from '../engines/duckdb/kept-file.js';
import { realPlace } from '../engines/duckdb/real-place.js';
import { UserError, exitCodes, wrongUse } from '../errors.js';
import type { SourceFile } from '../files/source.js';
import { takes } from '../outputs/outputs.js';
import type { ReportOptions } from '../options/options.js';
import { makeReport, type ReportEffects } from '../report/generate.js';
import type { Report } from '../report/report.js';
import { countedRows } from './chats-output.js';
import type { Command, Surroundings } from './command.js';
import { filesNamed, readConfig } from './config.js';
import { checkDestinations, destinationsOf, writtenBy, type Destinations } from './destinations.js';
import { engineChoiceOf, openEngine, type EngineChoice } from './engine-choice.js';
import type { Arguments } from './flags.js';
import { flagsOfReport } from './report-flags.js';
import { givenBy, reportOptions, textFlag } from './given.js';
import { Guard } from './guard.js';
import { inputFiles, type Inputs } from './inputs.js';
import { openLocalEngine } from './local-engine.js';
import { placedFor, removeOldChats, toStandardOutput, warmUp, writeReport, type Output } from './output.js';
import { checkRows, limitsOf, withLimits, type Limits } from './limits.js';
import { counted } from './numbers.js';
import { withLinkedFiles } from './linked-files.js';
import { startProgress } from './progress.js';
import { withRange } from './relative-range.js';
import { rejectsFile } from './rejects.js';
import { summaryText } from './summary.js';
import { usedFiles } from './used-files.js';
import { withBaseNames } from '../presentation/base-names.js';
import { verdictOf } from '../presentation/verdict.js';
import { tell, tellWarning } from './tell.js';

export const reportCommand: Command = {
  name: 'report',
  usage: 'chat-metrics report [FILE...] [options]',
  summary: 'Make a report of chat exports (default: data_dump.csv of this folder).',
  flags: flagsOfReport,
  examples: [
    ['chat-metrics report chats.csv', 'writes generated_report.xlsx'],
    ['chat-metrics report exports/ -o "week-{from}.xlsx" --last week', 'the last whole week of a folder'],
    [
      'chat-metrics report chats.csv --month 2026-10 --compare previous -o october.html',
      'October beside September',
    ],
    ['chat-metrics report chats.csv --format json | jq .tables.chat_metrics', 'figures for a program'],
  ],
  run: runReport,
};

async function runReport(typed: Arguments, surroundings: Surroundings): Promise<number> {
  const { folder } = surroundings;
  const config = await readConfig(textFlag(typed, 'config'), folder);
  const args = { ...typed, positionals: filesNamed(config, typed.positionals) };
  const named = withRange({ ...config, ...args.values }, args, new Date());
  const { given, notes: linkedNotes } = await withLinkedFiles(named, folder);
  const options = reportOptions(given, args);
  const destinations = destinationsOf(given, args, folder);
  const { output } = destinations;
  await checkDestinations(destinations, surroundings);
  const choice = engineChoiceOf(given, args);
  checkCacheIsUsed(destinations, choice);
  const limits = limitsOf(given, args);
  const found = isTablesAlone(choice, args) ? noInputs : await inputFiles(args.positionals, surroundings);
  const files = withLimits(found.files, limits);
  const notes = [...linkedNotes, ...found.notes];
  const guard = new Guard(
    await usedFiles(args, named, files, folder),
    await writtenBy(destinations, files.length + choice.tables.length),
  );
  await guard.check();
  destinations.checkNames();
  const check = guard.before;
  const { isOn } = givenBy(given, args);
  const [isQuiet, isVerbose] = [isOn('quiet'), isOn('verbose')];
  const hiddenPaths = isOn('full-paths') ? [] : files.map(({ name }) => name);
  const work = {
    files,
    options,
    notes,
    destinations,
    limits,
    choice,
    check,
    isQuiet,
    isVerbose,
    hiddenPaths,
  };
  const report = await makeDespiteDamage(work, surroundings);
  checkRows(report.data_quality.rows_read, limits);
  const messages = messageStream(output, surroundings);
  const say = verdictOf(report.data_quality).isDoubtful ? tellWarning : tell;
  if (!isQuiet) say(messages, `${summaryText(report, performance.now())}\n`);
  if (isRefused(report, destinations)) throw strictError(report);
  const placed = placedFor(report, output);
  if (!takes(output.id, 'chats'))
    await writeReport(withBaseNames(report, hiddenPaths), placed, surroundings, { check });
  const removed = await removeOldChats(placed, check);
  if (placed.path !== toStandardOutput && !isQuiet) tell(surroundings.stdout, `\nWritten: ${placed.path}\n`);
  if (removed !== null && !isQuiet)
    tell(surroundings.stdout, `Removed: ${removed}, the chats of an earlier report\n`);
  return hasChatsInRange(report) ? exitCodes.done : exitCodes.noChatsInRange;
}

/** Are there any, before the filters? */
function hasChatsInRange({
  data_quality: { rows_used: used, rows_filtered_out: filteredOut },
}: Report): boolean {
  return used + filteredOut > 0;
}

function checkCacheIsUsed({ cache }: Destinations, { address }: EngineChoice): void {
  if (cache === null || address === null) return;
  throw wrongUse(
    'cache_without_use',
    '--cache keeps what this program reads: with a ClickHouse server it means nothing.',
    'Leave out --cache, or --engine.',
  );
}

/** Standard output holds the report alone when the report goes there. */
function messageStream(output: Output, { stdout, stderr }: Surroundings): Surroundings['stdout'] {
  return output.path === toStandardOutput ? stderr : stdout;
}

/** A cache that proves damaged on the way is set aside, and the report is made from the files. */
async function makeDespiteDamage(work: Work, surroundings: Surroundings): Promise<Report> {
  try {
    return await make(work, surroundings);
  } catch (error) {
    const { cache } = work.destinations;
    if (cache === null || !(error instanceof UserError) || error.code !== 'cache_damaged') throw error;
    const place = await realPlace(cache);
    await setAside(place);
    teller(work, surroundings)(damagedNote(place));
    return make(work, surroundings);
  }
}

/** Tells a user a sentence, unless it is to be quiet. */
function teller({ isQuiet }: Work, { stderr }: Surroundings): (note: string) => void {
  return (note) => void (isQuiet || tell(stderr, `${note}\n`));
}

/** A table takes the place of the file that is read when none is named. */
function isTablesAlone({ tables }: EngineChoice, { positionals }: Arguments): boolean {
  return tables.length > 0 && positionals.length === 0;
}

const noInputs: Inputs = { files: [], notes: [] };

interface Work {
  files: readonly SourceFile[];
  options: ReportOptions;
  notes: readonly string[];
  destinations: Destinations;
  limits: Limits;
  choice: EngineChoice;
  check: Guard['before'];
  isQuiet: boolean;
  isVerbose: boolean;
  /** Files that the report names without their folders. */
  hiddenPaths: readonly string[];
}

async function make(work: Work, surroundings: Surroundings): Promise<Report> {
  const { files, options, notes, destinations, limits, choice, check, isQuiet, isVerbose } = work;
  const tell = teller(work, surroundings);
  const { engine, tables } = await openEngine(choice, options, {
    folder: surroundings.folder,
    openReader: () => openLocalEngine(files, destinations.cache, tell, limits.memory),
    tell,
  });
  let written: string | null = null;
  const progress = startProgress({
    stream: surroundings.stderr,
    isQuiet,
    isVerbose,
    done: () => written ?? wholePercent(engine.progress()),
  });
  const rejects =
    destinations.rejects === null
      ? null
      : rejectsFile(destinations.rejects, check, destinations.output.csvBom);
  try {
    const report = await makeReport([...files, ...tables], options, {
      engine,
      notes,
      onStep: progress.step,
      onWait: () => setImmediate(warmUp, destinations.output),
      onRejected: rejects?.add,
      onRows: (rows) => checkRows(rows, limits),
      timezoneRules: process.versions.tz,
      withReport: chatsWriter(work, surroundings, (text) => {
        if (written === null) progress.step('Writing chats');
        written = text;
      }),
    });
    await rejects?.finish();
    return report;
  } catch (error) {
    if (error instanceof UserError && error.code === 'all_rejected') await rejects?.finish();
    throw error;
  } finally {
    progress.stop();
  }
}

/** Writes the report while its chats can be read; undefined where they are not wanted. Tells how many are written. */
function chatsWriter(
  { destinations, check, hiddenPaths }: Work,
  surroundings: Surroundings,
  onWritten: (text: string) => void,
): ReportEffects['withReport'] {
  const { output } = destinations;
  if (!takes(output.id, 'chats')) return undefined;
  return async (report, chats) => {
    if (isRefused(report, destinations)) return;
    const all = counted(report.tables.chat_metrics[0]?.['incoming_chats']);
    const tell = (rows: number): void => onWritten(`${counted(rows)} of ${all}`);
    tell(0);
    await writeReport(withBaseNames(report, hiddenPaths), placedFor(report, output), surroundings, {
      chats: countedRows(chats(), tell),
      check,
    });
  };
}

function isRefused(report: Report, { isStrict }: Destinations): boolean {
  return isStrict && report.data_quality.rows_rejected > 0;
}

function wholePercent(percent: number | null): string | null {
  return percent !== null && percent > 0 ? `${String(Math.floor(percent))} %` : null;
}

function strictError(report: Report): UserError {
  const { rows_rejected: rows } = report.data_quality;
  return new UserError({
    code: 'rows_rejected',
    message: `${counted(rows)} ${rows === 1 ? 'row was' : 'rows were'} rejected, so --strict wrote no report.`,
    hint: 'See them with --rejects FILE.csv, mend them, or leave out --strict.',
    exitCode: exitCodes.rowsRejected,
  });
}
