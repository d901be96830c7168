import {
  decideOrder,
  newLayouts,
  type DateDecision,
  type DateEvidence,
} from '../../reading/dates/evidence.js';
import type { DateOrder } from '../../reading/dates/layout.js';
import { earlyUnixOf } from '../../reading/dates/early-unix.js';
import { isDoubtfulMix, isSwapSignature, swapEvidence } from '../../reading/dates/swap.js';
import { planFile, type FilePlan, type ReadingChoices } from '../../reading/plan.js';
import type { SourceFile } from '../../files/source.js';
import type { Engine } from '../../engines/engine.js';
import { mention } from '../../options/mention.js';
import { settleOrders } from './date-order.js';
import { readingOfText, textOfReading } from './kept-reading.js';
import type { ReadFile } from './read-file.js';

/** How often a file is read again at most when its later rows show more than its first ones did. */
const mostReadings = 6;

/** Told while files are read. */
interface ReadingEffects {
  onFile?: (file: SourceFile) => void;
  /** The engine has begun to read one. */
  onWait?: (() => void) | undefined;
}

/**
 * Reads every file into the engine, each with the date format that all of its rows prove.
 * @throws UserError when a file cannot be used.
 */
export async function readFiles(
  files: readonly SourceFile[],
  choices: ReadingChoices,
  engine: Engine,
  { onFile, onWait }: ReadingEffects = {},
): Promise<ReadFile[]> {
  const read: ReadFile[] = [];
  for (const [ordinal, file] of files.entries()) {
    onFile?.(file);
    const reading = readOnce(ordinal, await planFile(file, choices), engine, choices);
    onWait?.();
    read.push(await reading);
  }
  return settleOrders(read, engine);
}

/** Reads a file, unless a reading of it as it is now was kept. */
async function readOnce(
  ordinal: number,
  plan: FilePlan,
  engine: Engine,
  choices: ReadingChoices,
): Promise<ReadFile> {
  const key = JSON.stringify(choices);
  const kept = await engine.kept?.recall(ordinal, plan, key);
  const known = kept ? readingOfText(ordinal, plan, kept) : null;
  if (known) return known;
  const read = await readWhole(ordinal, plan, engine, choices);
  await engine.kept?.keep(ordinal, plan, key, textOfReading(read));
  return read;
}

async function readWhole(
  ordinal: number,
  firstPlan: FilePlan,
  engine: Engine,
  choices: ReadingChoices,
): Promise<ReadFile> {
  let plan = firstPlan;
  let swapNote: string | null = null;
  let { rejected } = await engine.readFile(ordinal, plan);
  for (let reading = 1; ; reading += 1) {
    const evidence = await engine.dateEvidence(ordinal, plan);
    const added = [...newLayouts(plan.layouts, evidence), ...earlyUnixOf(plan.layouts, evidence)];
    const decision = choices.dateOrder
      ? givenOrder(choices.dateOrder)
      : decideOrder(plan.layouts, plan.order, evidence);
    const isKnown = added.length === 0 && decision.order === plan.order;
    const isSwapped = isKnown && !plan.isSwapped && needsSwap(plan, evidence, choices);
    swapNote ??= isKnown ? swapSentence(plan, evidence, isSwapped) : null;
    if ((isKnown && !isSwapped) || reading === mostReadings) {
      return { ordinal, plan, decision, rejected, notes: swapNote ? [swapNote] : [] };
    }
    plan = { ...plan, layouts: [...plan.layouts, ...added], order: decision.order, isSwapped };
    ({ rejected } = await engine.readFile(ordinal, plan));
    if (isSwapped) return { ordinal, plan, decision, rejected, notes: swapNote ? [swapNote] : [] };
  }
}

function givenOrder(order: DateOrder): DateDecision {
  return { order, kind: 'option', evidence: `the order ${order} is given by option` };
}

function needsSwap(plan: FilePlan, evidence: DateEvidence, { repairsSwap }: ReadingChoices): boolean {
  return (
    plan.form.kind === 'xlsx' &&
    plan.order === 'dmy' &&
    repairsSwap &&
    isSwapSignature(swapEvidence(plan.layouts, evidence))
  );
}

/** What is said about the date cells of a workbook that also holds dates as text. */
function swapSentence(plan: FilePlan, evidence: DateEvidence, isSwapped: boolean): string | null {
  const found = swapEvidence(plan.layouts, evidence);
  if (plan.form.kind !== 'xlsx' || !isDoubtfulMix(found)) return null;
  const [cells, texts] = [found.dateCells.toLocaleString('en'), found.textCells.toLocaleString('en')];
  const { name } = plan.file;
  if (isSwapped) {
    return `${name}: Excel had swapped day and month of ${cells} dates, and they were swapped back. The sign: none of them has a day above 12, and each of the ${texts} dates that Excel left as text has one. To leave them as they are: ${mention('excelSwap', 'off')}.`;
  }
  return `${name}: ${cells} dates are date cells and ${texts} are text. They were read as they are; if Excel changed some of them, export the file again as CSV.`;
}
