import { firstOf, orderInWords, type DateDecision, type OrderFit } from '../../reading/dates/evidence.js';
import type { DateOrder } from '../../reading/dates/layout.js';
import { originalHeadings } from '../../reading/rejects-file.js';
import type { Reader } from '../../engines/engine.js';
import type { ReadFile } from './read-file.js';

/**
 * Gives the files whose own values decide nothing an order: that of other files with the same headings, else the one under
 * which more rows hold together, else the one with the shorter span, else day-first (metrics.md, section 3).
 */
export async function settleOrders(files: readonly ReadFile[], reader: Reader): Promise<ReadFile[]> {
  const settled: ReadFile[] = [];
  for (const file of files) {
    const decision = file.decision.kind === 'undecided' ? await settle(file, files, reader) : file.decision;
    settled.push(await readUnder(file, decision, reader));
  }
  return settled;
}

async function settle(file: ReadFile, files: readonly ReadFile[], reader: Reader): Promise<DateDecision> {
  const twins = twinsOf(file, files);
  const [order, ...more] = mostFrequent(twins.map((twin) => twin.plan.order));
  if (order !== undefined && more.length === 0)
    return undecided(file, order, takenFrom(twins.filter((twin) => twin.plan.order === order)));
  const fits: [DateOrder, OrderFit][] = [];
  for (const order of file.decision.candidates ?? [file.plan.order]) {
    fits.push([order, await fitUnder(file, order, reader)]);
  }
  return bestFit(file, fits, order === undefined ? '' : 'other files with the same headings tie, and ');
}

/** Files with the same headings whose values decided. */
function twinsOf(file: ReadFile, files: readonly ReadFile[]): ReadFile[] {
  return files.filter((other) => other.decision.kind === 'decided' && headingsOf(other) === headingsOf(file));
}

/** The orders that occur most often: more than one where they tie. */
function mostFrequent(found: readonly DateOrder[]): DateOrder[] {
  const count = (order: DateOrder): number => found.filter((one) => one === order).length;
  const most = Math.max(...found.map(count));
  return [...new Set(found)].filter((order) => count(order) === most);
}

function takenFrom([first, ...more]: readonly ReadFile[]): string {
  const name = first?.plan.file.name ?? '';
  if (more.length === 0) return `taken from ${name}, which has the same headings`;
  return `taken from ${name}, one of ${(more.length + 1).toLocaleString('en')} such files with the same headings`;
}

/** The order that fits best. Of some that fit as well as each other, the first: day-first before the others. */
function bestFit(file: ReadFile, fits: readonly [DateOrder, OrderFit][], before: string): DateDecision {
  const mostRows = Math.max(...fits.map(([, { orderedRows }]) => orderedRows));
  const inOrder = fits.filter(([, { orderedRows }]) => orderedRows === mostRows);
  const shortest = Math.min(...inOrder.map(([, { spanSeconds }]) => spanSeconds));
  const best = inOrder.filter(([, { spanSeconds }]) => spanSeconds === shortest).map(([order]) => order);
  const [order = file.plan.order, ...tied] = best;
  if (tied.length > 0) {
    const others = tied.map((one) => orderInWords[one]).join(' and ');
    return undecided(
      file,
      order,
      `${before}it ties with ${others}, for which as much speaks, and ${firstOf(best)}`,
    );
  }
  return inOrder.length === 1
    ? undecided(file, order, `${before}under it more chats start before they are assigned and end`)
    : undecided(file, order, `${before}under it the chats lie closer together`);
}

async function fitUnder({ ordinal, plan }: ReadFile, order: DateOrder, reader: Reader): Promise<OrderFit> {
  if (order === plan.order) return reader.orderFit(ordinal, plan, false);
  if (order !== 'ymd' && plan.order !== 'ymd') return reader.orderFit(ordinal, plan, true);
  await reader.readFile(ordinal, { ...plan, order });
  const fit = await reader.orderFit(ordinal, { ...plan, order }, false);
  await reader.readFile(ordinal, plan);
  return fit;
}

function undecided({ decision }: ReadFile, order: DateOrder, reason: string): DateDecision {
  return {
    ...decision,
    order,
    evidence: `${decision.evidence}, so no date decides; read as ${orderInWords[order]}: ${reason}`,
  };
}

async function readUnder(file: ReadFile, decision: DateDecision, reader: Reader): Promise<ReadFile> {
  if (decision.order === file.plan.order) return { ...file, decision };
  const plan = { ...file.plan, order: decision.order };
  const { rejected } = await reader.readFile(file.ordinal, plan);
  return { ...file, plan, decision, rejected };
}

function headingsOf(file: ReadFile): string {
  return originalHeadings(file.plan.match.columns.map((column) => column.heading)).join('\n');
}
