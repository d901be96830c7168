import { mention } from '../../options/mention.js';
import type { FilePlan, ReadingChoices } from '../plan.js';
import { clockNotes } from './clock-notes.js';
import { earlyUnixOf } from './early-unix.js';
import { decideOrder, withNewLayouts, type DateDecision, type DateEvidence } from './evidence.js';
import { isDoubtfulMix, isSwapSignature, swapEvidence, type SwapEvidence } from './swap.js';

/*
 * The steps in which dates are read:
 *
 * 1. What is no text becomes one: date cells of workbooks (files/cell-text.ts), times of Parquet (files/parquet/parquet-text.ts).
 * 2. The shapes of the first rows' dates go into the plan, day-first to begin with (layout.ts, ../plan.ts).
 * 3. The engine reads the whole file so (engines/duckdb-sql/date-stages.ts, date-sql.ts) and says what that showed (evidence-sql.ts).
 * 4. `nextReading`, below: shapes unknown so far, the order of day and month, a swap by Excel. A new plan leads back to step 3.
 * 5. A file whose values leave the order open has that of others, or the one that fits best (report/reading/date-order.ts).
 * 6. Wall times become instants, and instants the report's wall times (zones.ts, report/reading/report-zone.ts).
 *
 * Tables of ClickHouse are read there, without steps 2 to 4 (engines/clickhouse/table-sql.ts).
 */

/** What follows from a reading of a whole file. */
export interface NextReading {
  /** How to read it again; null where the plan holds. */
  plan: FilePlan | null;
  /** Nothing is to be learnt from reading it once more. */
  isLast: boolean;
  decision: DateDecision;
  /** What the reader should know. */
  notes: string[];
}

/** Decides, from what a whole file shows under a plan, how its dates are to be read. */
export function nextReading(plan: FilePlan, evidence: DateEvidence, choices: ReadingChoices): NextReading {
  const known = withNewLayouts(plan.layouts, evidence);
  const early = earlyUnixOf(plan.layouts, evidence);
  const decision = decisionFor(plan, evidence, choices);
  if (known !== plan.layouts || early.length > 0 || decision.order !== plan.order) {
    const layouts = [...known, ...early];
    return { plan: { ...plan, layouts, order: decision.order }, isLast: false, decision, notes: [] };
  }
  const found = swapEvidence(plan.layouts, evidence);
  if (plan.form.kind !== 'xlsx' || !isDoubtfulMix(found))
    return { plan: null, isLast: true, decision, notes: clockNotes(plan, evidence) };
  const isSwapped = plan.order === 'dmy' && choices.repairsSwap && isSwapSignature(found);
  const notes = [swapSentence(plan.file.name, found, isSwapped), ...clockNotes(plan, evidence)];
  return { plan: isSwapped ? { ...plan, isSwapped } : null, isLast: true, decision, notes };
}

function decisionFor(
  { layouts, order }: FilePlan,
  evidence: DateEvidence,
  { dateOrder }: ReadingChoices,
): DateDecision {
  if (!dateOrder) return decideOrder(layouts, order, evidence);
  return { order: dateOrder, kind: 'option', evidence: `the order ${dateOrder} is given by option` };
}

/** What is said about the date cells of a workbook that also holds dates as text. */
function swapSentence(name: string, { dateCells, textCells }: SwapEvidence, isSwapped: boolean): string {
  const [cells, texts] = [dateCells.toLocaleString('en'), textCells.toLocaleString('en')];
  return isSwapped
    ? `${name}: Excel had swapped day and month of ${cells} dates, and they were swapped back. The sign: none of them has a day above 12, and each of the ${texts} dates that Excel left as text has one. To leave them as they are: ${mention('excelSwap', 'off')}.`
    : `${name}: ${cells} dates are date cells and ${texts} are text. They were read as they are; if Excel changed some of them, export the file again as CSV.`;
}
