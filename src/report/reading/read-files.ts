import { nextReading } from '../../reading/dates/steps.js';
import type { DateEvidence } from '../../reading/dates/evidence.js';
import { planFiles, planUnder, type FilePlan, type ReadingChoices } from '../../reading/plan.js';
import { asksForSurvey } from '../../reading/writings/asks-for-survey.js';
import { surveyed } from '../../reading/writings/survey.js';
import { UserError } from '../../errors.js';
import type { SourceFile } from '../../files/source.js';
import type { Reader } from '../../engines/engine.js';
import { settleOrders } from './date-order.js';
import { readingOfText, textOfReading } from './kept-reading.js';
import type { ReadFile, ShownValues } from './read-file.js';
import { readUnchanged } from './unchanged.js';

/** How often a file is read again at most when its later rows show more than its first ones did. */
const mostReadings = 6;

/** Told while files are read. */
interface ReadingEffects {
  onFile?: (file: SourceFile) => void;
  /** The engine has begun to read one. */
  onWait?: (() => void) | undefined;
  /** How many rows were read so far. */
  onRows?: ((rows: number) => void) | undefined;
  /** A file that was found in a folder is no export. */
  onLeftOut?: (why: UserError) => void;
}

/**
 * Reads every file into an engine, each with the date format that all of its rows prove.
 * @throws UserError when a file cannot be used.
 */
export async function readFiles(
  files: readonly SourceFile[],
  choices: ReadingChoices,
  reader: Reader,
  effects: ReadingEffects = {},
): Promise<ReadFile[]> {
  const { onFile, onWait, onLeftOut } = effects;
  const leftOut: UserError[] = [];
  const counting = countedReader(reader, effects.onRows);
  const read: ReadFile[] = [];
  for (const file of files) {
    onFile?.(file);
    const tables = await readUnchanged(file, (current) =>
      readTables(current, read.length, choices, counting, onWait),
    ).catch((error: unknown) => {
      if (!isNoExport(file, error)) throw error;
      leftOut.push(error);
      onLeftOut?.(error);
    });
    if (!tables) continue;
    const { result, state, isSecond } = tables;
    for (const one of result)
      read.push({ ...one, state, notes: [...changedNotes(file, isSecond), ...one.notes] });
  }
  const [first] = leftOut;
  if (read.length === 0 && first) throw first;
  return settleOrders(read, reader);
}

/** What a file is that holds no chats, unlike one that is damaged or may not be read: that may be an export all the same. */
const noExport =
  `missing_column no_heading no_records empty_file empty_archive binary_file html_file image_file
  office_document pdf_file unknown_archive data_interchange symbolic_link no_chats_but_totals`.split(/\s+/);

function isNoExport({ isFound }: SourceFile, error: unknown): error is UserError {
  return isFound === true && error instanceof UserError && noExport.includes(error.code);
}

/** Reads every table of a file; the first gets the ordinal, and those after it the next ones. */
async function readTables(
  file: SourceFile,
  ordinal: number,
  choices: ReadingChoices,
  reader: Reader,
  onWait: ReadingEffects['onWait'],
): Promise<ReadFile[]> {
  const read: ReadFile[] = [];
  for (const plan of await planFiles(file, choices)) {
    const reading = readOnce(ordinal + read.length, plan, reader, choices);
    onWait?.();
    read.push(await reading);
  }
  return read;
}

/** Tells how many rows all files have, as far as they are read. */
function countedReader(reader: Reader, onRows: ReadingEffects['onRows']): Reader {
  if (!onRows) return reader;
  const rows = new Map<number, number>();
  return {
    kept: reader.kept,
    async readFile(ordinal, plan) {
      const result = await reader.readFile(ordinal, plan);
      rows.set(ordinal, result.rows ?? 0);
      onRows([...rows.values()].reduce((sum, one) => sum + one, 0));
      return result;
    },
    dateEvidence: (ordinal, plan) => reader.dateEvidence(ordinal, plan),
    orderFit: (ordinal, plan, isSwapped) => reader.orderFit(ordinal, plan, isSwapped),
    openRawChats: (files) => reader.openRawChats(files),
  };
}

function changedNotes({ name }: SourceFile, isSecond: boolean): string[] {
  return isSecond ? [`${name} changed while it was read, and was read again: as it was then.`] : [];
}

/** Reads a file, unless a reading of it as it is now was kept. */
async function readOnce(
  ordinal: number,
  plan: FilePlan,
  reader: Reader,
  choices: ReadingChoices,
): Promise<ReadFile> {
  const key = JSON.stringify(choices);
  const kept = await reader.kept?.recall(ordinal, plan, key);
  const known = kept ? readingOfText(ordinal, plan, kept) : null;
  if (known) return known;
  const read = await readWhole(ordinal, plan, reader, choices);
  await reader.kept?.keep(ordinal, plan, key, textOfReading(read));
  return read;
}

/** What is told of values in the report. */
function shownIn({ ratings, unread, unreadNumbers }: DateEvidence): ShownValues {
  const texts = unread.map(({ field, example, values }) => ({ field, example, values }));
  return { ratings, unreadNumbers, unread: texts };
}

/** Reads a file until its plan holds; as `reading/dates/steps.ts` says. */
async function readWhole(
  ordinal: number,
  firstPlan: FilePlan,
  reader: Reader,
  choices: ReadingChoices,
): Promise<ReadFile> {
  let plan = firstPlan;
  let { rejected } = await reader.readFile(ordinal, plan);
  for (let reading = 1; ; reading += 1) {
    const evidence = await reader.dateEvidence(ordinal, plan);
    if (asksForSurvey(plan, evidence)) {
      const seen = await surveyed(plan.rows(), plan.columns, plan.rules);
      plan = planUnder({ ...plan, isSurveyed: true }, seen, choices);
      ({ rejected } = await reader.readFile(ordinal, plan));
      continue;
    }
    const next = nextReading(plan, evidence, choices);
    const { decision, notes, isLast } = next;
    const shown = shownIn(evidence);
    if (next.plan === null || (reading >= mostReadings && !isLast))
      return { ordinal, plan, decision, rejected, notes, shown };
    plan = next.plan;
    ({ rejected } = await reader.readFile(ordinal, plan));
    if (isLast) return { ordinal, plan, decision, rejected, notes, shown };
  }
}
