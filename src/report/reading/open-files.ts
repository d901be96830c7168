import type { ReadingChoices } from '../../reading/plan.js';
import type { Engine, Sql } from '../../engines/engine.js';
import { UserError, placeText, unusableInput, wrongUse } from '../../errors.js';
import type { SourceFile } from '../../files/source.js';
import type { ReportOptions } from '../../options/options.js';
import { chatIdentity, type ChatIdentity } from '../duplicates.js';
import { edgeDayNotes } from '../edge-days.js';
import { buildBusinessHours, findRange, keepChats } from '../build-chats.js';
import { fieldsOf, firstRejected } from '../quality/data-quality.js';
import { platformBots, withPlatformDefaults } from './platform-defaults.js';
import type { ReadFile } from './read-file.js';
import { unreadStartNotes } from '../quality/known-forms.js';
import { doubtWarnings } from '../quality/doubt-warnings.js';
import { withScale } from './rating-scale.js';
import { readFiles } from './read-files.js';
import type { ReportWarning } from '../report.js';
import { readingChoices } from './choices.js';
import { findRejections, rejectedRows, type RejectedRecord, type Rejections } from '../quality/rejected.js';
import type { ReportRange } from '../range.js';
import { insertOptions, type ChosenOptions } from '../relations.js';
import { openZones, type ReportZone } from './report-zone.js';
import { readingNotes } from './source-facts.js';

/** What files are read with, and what is told meanwhile. */
export interface OpeningEffects {
  engine: Engine;
  /** Told before each step: a short text for people. */
  onStep?: (step: string) => void;
  /** Told when the engine reads a file: until it is done, the thread has nothing to do. */
  onWait?: () => void;
  /** Given how many rows were read so far; what it throws ends the reading. */
  onRows?: ((rows: number) => void) | undefined;
  /** Given the files once they are read whole, again when other choices make them be read anew. */
  onRead?: (files: readonly ReadFile[]) => void;
  /** More than one report will be made of the files: what they share is kept, at the cost of memory. */
  isForMany?: boolean;
  /** Given every rejected row, in the order of the files; awaited. */
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
  /** What may be read otherwise than it was, and was left out for that. */
  warnings: ReportWarning[];
}

/**
 * Opens files under some options, and then under others: what the new options do not touch is not done again.
 * @throws UserError when the files or the options cannot give a report.
 */
export type Opener = (given: ReportOptions) => Promise<OpenedFiles>;

interface Settled {
  rejections: Rejections;
  zone: ReportZone;
}

/** Prepares to open files in an engine. */
export function openerOf(sources: readonly SourceFile[], effects: OpeningEffects): Opener {
  const { engine } = effects;
  const { read, leftOut } = readingOf(sources, effects);
  const settled = remembered((zones: Zones & ChatIdentity, files: ReadFile[]) =>
    settle(files, zones, effects),
  );
  const chosen = remembered((choices: ChosenOptions, files: ReadFile[]) =>
    insertOptions(engine, choices, {
      fields: fieldsOf(files),
      platformBots: platformBots(files),
      hasTimeOfDay: files.some(({ plan }) => !plan.dayFields.includes('started_at')),
    }),
  );
  const found = remembered((moments: Moments, rejections: Rejections, files: ReadFile[]) =>
    findRange(engine, moments).catch((error: unknown) => explainNoChats(error, files, rejections, engine)),
  );
  let namesZones = false;
  /** Names of zones are understood in the zone of the source: only files that have them are read again for another one. */
  const readNamed = async (given: ReportOptions): Promise<ReadFile[]> => {
    const source = namesZones ? given.sourceTimezone : null;
    const files = await read(readingChoices(given, source)).catch((error: unknown) => {
      if (error instanceof UserError && error.code === 'unknown_date_zone') return null;
      throw error;
    });
    if (files?.every(({ plan }) => plan.doubts.every(({ kind }) => kind !== 'zone')) || namesZones)
      return files ?? read(readingChoices(given, source));
    if (given.sourceTimezone === null) return files ?? read(readingChoices(given, source));
    namesZones = true;
    return read(readingChoices(given, given.sourceTimezone));
  };
  return async (given) => {
    if (sources.length === 0) throw wrongUse('no_files', 'No file is named.', 'Name a CSV file.');
    const files = await readNamed(given);
    const scale = withScale(withPlatformDefaults(given, files), files);
    const { options } = scale;
    const { from, to, edgeDays, sourceTimezone, timezone } = options;
    const { rejections, zone } = await settled(
      { sourceTimezone, timezone, ...chatIdentity(options, files) },
      files,
    );
    await chosen(choicesOf(options), files);
    await buildBusinessHours(engine, options);
    const range = await found({ from, to, edgeDays }, rejections, files);
    return {
      files,
      options,
      rejections,
      range,
      zone: zone.zone,
      notes: [
        ...leftOut(),
        ...readingNotes(files),
        ...zone.notes,
        ...scale.notes,
        ...edgeDayNotes(range.edges),
      ],
      warnings: [...scale.warnings, ...doubtWarnings(files)],
    };
  };
}

/** Reads the files anew where other choices have them read in another way; says which were left out. */
function readingOf(
  sources: readonly SourceFile[],
  { engine, onStep = () => undefined, onWait, onRows, onRead }: OpeningEffects,
): { read: (choices: ReadingChoices) => Promise<ReadFile[]>; leftOut: () => string[] } {
  let leftOut: string[] = [];
  const onFile = (file: SourceFile): void => onStep(`Reading ${file.name}`);
  const onLeftOut = ({ message }: UserError): void => {
    leftOut.push(`A file of the folder is left out as it is no export of chats: ${message}`);
  };
  const read = remembered(async (choices: ReadingChoices) => {
    leftOut = [];
    const files = await readFiles(sources, choices, engine, { onFile, onWait, onRows, onLeftOut });
    onRead?.(files);
    return files;
  });
  return { read, leftOut: () => leftOut };
}

function choicesOf({
  businessHours: _hours,
  holidays: _holidays,
  period: _period,
  weekStart: _weekStart,
  from: _from,
  to: _to,
  edgeDays: _edgeDays,
  ...choices
}: ReportOptions): ChosenOptions {
  return choices;
}

type Moments = Pick<ReportOptions, 'from' | 'to' | 'edgeDays'>;
type Zones = Pick<ReportOptions, 'sourceTimezone' | 'timezone'>;

/** Sorts the rows that are read: which are rejected, when they are, and which chats are kept. */
async function settle(
  files: ReadFile[],
  { idScope, rows, ...zones }: Zones & ChatIdentity,
  { engine, onStep, onRejected, isForMany = false }: OpeningEffects,
): Promise<Settled> {
  onStep?.('Sorting out rejected and duplicate rows');
  const zone = await openZones(files, zones, engine);
  const rejections = await findRejections(files, engine);
  await passOnRejected(files, rejections, engine, onRejected);
  await keepChats(engine, { idScope, rows }, isForMany || areSmall(files));
  return { rejections, zone };
}

/** Chats of so few bytes are kept in less time than it takes to plan each statement that would find them again. */
const smallBytes = 5_000_000;

function areSmall(files: readonly ReadFile[]): boolean {
  const bytes = files.map(({ plan: { file } }) => (file.isTable ? Infinity : (file.bytes ?? Infinity)));
  return bytes.reduce((sum, size) => sum + size, 0) < smallBytes;
}

/** A step whose last result is given again where it would be made of the same: plain choices, and what it rests on. */
function remembered<Choices, Base extends unknown[], Result>(
  step: (choices: Choices, ...base: Base) => Promise<Result>,
): (choices: Choices, ...base: Base) => Promise<Result> {
  let last: { key: string; base: Base; result: Result } | null = null;
  return async (choices, ...base) => {
    const key = JSON.stringify(choices);
    if (last?.key === key && last.base.every((one, index) => one === base[index])) return last.result;
    last = null;
    const result = await step(choices, ...base);
    last = { key, base, result };
    return result;
  };
}

async function passOnRejected(
  files: readonly ReadFile[],
  rejections: Rejections,
  engine: Sql,
  onRejected: OpeningEffects['onRejected'],
): Promise<void> {
  if (!onRejected || rejections.rows === 0) return;
  for await (const row of rejectedRows(files, rejections, engine)) await onRejected(row);
}

/** "No chats" means something else when rows were there and all of them were rejected. */
async function explainNoChats(
  error: unknown,
  files: readonly ReadFile[],
  rejections: Rejections,
  engine: Sql,
): Promise<never> {
  if (!(error instanceof UserError) || error.code !== 'no_chats' || rejections.rows === 0) throw error;
  const [first] = await firstRejected(files, rejections, engine);
  const reasons = rejections.byReason
    .map(({ reason, rows }) => `${reason} (${rows.toLocaleString('en')})`)
    .join(', ');
  throw unusableInput(
    'all_rejected',
    `None of the ${rejections.rows.toLocaleString('en')} rows can be used: ${reasons}.`,
    [
      `The first one: ${first ? `${placeText({ line: first.line })}${first.line ? ': ' : ''}${first.text.slice(0, 200)}` : ''}`,
      ...unreadStartNotes(files),
      ...(first?.text.includes('\\"')
        ? ['Quotes within a field are written as \\" there: export them doubled, as "".']
        : []),
    ].join('\n'),
    first && { file: first.file, line: first.line },
  );
}
