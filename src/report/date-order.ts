import { orderInWords, type DateDecision } from '../chats/date-evidence.js';
import type { DateOrder } from '../chats/date-format.js';
import type { Engine } from '../engines/engine.js';
import type { ReadFile } from './read-file.js';

/**
 * Gives the files whose own values decide nothing an order: that of other files with the same headings, else the one under
 * which more rows hold together, else the one with the shorter span, else day-first (metrics.md, section 3).
 */
export async function settleOrders(files: readonly ReadFile[], engine: Engine): Promise<ReadFile[]> {
  const settled: ReadFile[] = [];
  for (const file of files) {
    const decision = file.decision.kind === 'undecided' ? await settle(file, files, engine) : file.decision;
    settled.push(await readUnder(file, decision, engine));
  }
  return settled;
}

async function settle(file: ReadFile, files: readonly ReadFile[], engine: Engine): Promise<DateDecision> {
  const twin = files.find(
    (other) => other.decision.kind === 'decided' && headingsOf(other) === headingsOf(file),
  );
  if (twin)
    return undecided(twin.plan.order, `taken from ${twin.plan.file.name}, which has the same headings`);
  const asRead = await engine.orderFit(file.ordinal, file.plan, false);
  const swapped = await engine.orderFit(file.ordinal, file.plan, true);
  const other = file.plan.order === 'mdy' ? 'dmy' : 'mdy';
  if (asRead.orderedRows !== swapped.orderedRows) {
    const order = asRead.orderedRows > swapped.orderedRows ? file.plan.order : other;
    return undecided(order, 'under it more chats start before they are assigned and end');
  }
  if (asRead.spanSeconds !== swapped.spanSeconds) {
    const order = asRead.spanSeconds < swapped.spanSeconds ? file.plan.order : other;
    return undecided(order, 'under it the chats lie closer together');
  }
  return undecided('dmy', 'nothing speaks for either, and day-first is the default');
}

function undecided(order: DateOrder, reason: string): DateDecision {
  return {
    order,
    kind: 'undecided',
    evidence: `no date has a day above 12, so no date decides; read as ${orderInWords[order]}: ${reason}`,
  };
}

async function readUnder(file: ReadFile, decision: DateDecision, engine: Engine): Promise<ReadFile> {
  if (decision.order === file.plan.order) return { ...file, decision };
  const plan = { ...file.plan, order: decision.order };
  const { rejected } = await engine.readFile(file.ordinal, plan);
  return { ...file, plan, decision, rejected };
}

function headingsOf(file: ReadFile): string {
  return file.plan.match.columns.map((column) => column.heading).join('\n');
}
