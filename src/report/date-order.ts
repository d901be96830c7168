import { orderInWords, type DateDecision, type OrderFit } from '../chats/date-evidence.js';
import type { DateOrder } from '../chats/date-format.js';
import { originalHeadings } from '../chats/rejects-file.js';
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
    return undecided(file, twin.plan.order, `taken from ${twin.plan.file.name}, which has the same headings`);
  const fits: [DateOrder, OrderFit][] = [];
  for (const order of file.decision.candidates ?? [file.plan.order]) {
    fits.push([order, await fitUnder(file, order, engine)]);
  }
  fits.sort(([, a], [, b]) => b.orderedRows - a.orderedRows || a.spanSeconds - b.spanSeconds);
  const [[order, best] = [file.plan.order, null], [, second] = [null, null]] = fits;
  if (best?.orderedRows !== second?.orderedRows)
    return undecided(file, order, 'under it more chats start before they are assigned and end');
  if (best?.spanSeconds !== second?.spanSeconds)
    return undecided(file, order, 'under it the chats lie closer together');
  return undecided(file, 'dmy', 'nothing speaks for either, and day-first is the default');
}

async function fitUnder({ ordinal, plan }: ReadFile, order: DateOrder, engine: Engine): Promise<OrderFit> {
  if (order === plan.order) return engine.orderFit(ordinal, plan, false);
  if (order !== 'ymd' && plan.order !== 'ymd') return engine.orderFit(ordinal, plan, true);
  await engine.readFile(ordinal, { ...plan, order });
  const fit = await engine.orderFit(ordinal, { ...plan, order }, false);
  await engine.readFile(ordinal, plan);
  return fit;
}

function undecided({ decision }: ReadFile, order: DateOrder, reason: string): DateDecision {
  return {
    ...decision,
    order,
    evidence: `${decision.evidence}, so no date decides; read as ${orderInWords[order]}: ${reason}`,
  };
}

async function readUnder(file: ReadFile, decision: DateDecision, engine: Engine): Promise<ReadFile> {
  if (decision.order === file.plan.order) return { ...file, decision };
  const plan = { ...file.plan, order: decision.order };
  const { rejected } = await engine.readFile(file.ordinal, plan);
  return { ...file, plan, decision, rejected };
}

function headingsOf(file: ReadFile): string {
  return originalHeadings(file.plan.match.columns.map((column) => column.heading)).join('\n');
}
