import { decideOrder, newLayouts, type DateDecision } from '../chats/date-evidence.js';
import type { DateOrder } from '../chats/date-format.js';
import { planFile, type FilePlan } from '../chats/file-plan.js';
import { checkMap } from '../chats/header.js';
import type { SourceFile } from '../chats/source.js';
import type { Engine } from '../engines/engine.js';
import type { ReportOptions } from '../options/options.js';
import { settleOrders } from './date-order.js';
import type { ReadFile } from './read-file.js';

/** How often a file is read again at most when its later rows show more than its first ones did. */
const mostReadings = 6;

/**
 * Reads every file into the engine, each with the date format that all of its rows prove.
 * @throws UserError when a file cannot be used.
 */
export async function readFiles(
  files: readonly SourceFile[],
  options: Pick<ReportOptions, 'map' | 'dateOrder'>,
  engine: Engine,
  onFile: (file: SourceFile) => void,
): Promise<ReadFile[]> {
  const map = checkMap(options.map);
  const read: ReadFile[] = [];
  for (const [ordinal, file] of files.entries()) {
    onFile(file);
    const plan = await planFile(file, { map, dateOrder: options.dateOrder });
    read.push(await readWhole(ordinal, plan, engine, options.dateOrder));
  }
  return settleOrders(read, engine);
}

async function readWhole(
  ordinal: number,
  firstPlan: FilePlan,
  engine: Engine,
  fixedOrder: DateOrder | null,
): Promise<ReadFile> {
  let plan = firstPlan;
  let { rejected } = await engine.readFile(ordinal, plan);
  for (let reading = 1; ; reading += 1) {
    const evidence = await engine.dateEvidence(ordinal, plan);
    const added = newLayouts(plan.layouts, evidence);
    const decision = fixedOrder ? givenOrder(fixedOrder) : decideOrder(plan.layouts, plan.order, evidence);
    const isSettled = added.length === 0 && decision.order === plan.order;
    if (isSettled || reading === mostReadings) return { ordinal, plan, decision, rejected };
    plan = { ...plan, layouts: [...plan.layouts, ...added], order: decision.order };
    ({ rejected } = await engine.readFile(ordinal, plan));
  }
}

function givenOrder(order: DateOrder): DateDecision {
  return { order, kind: 'option', evidence: `the order ${order} is given by option` };
}
