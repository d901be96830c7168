import type { ChatField, DateField } from '../../chats/columns.js';
import {
  dateLayout,
  dateOrders,
  isOpen,
  isUnix,
  layoutKey,
  withOneOffset,
  type DateLayout,
  type DateOrder,
} from './layout.js';

/** What a whole file shows about its dates, as read under one plan. */
export interface DateEvidence {
  /**
   * Per field and layout: values read, how many each order reads, those that no other order could read, and those in rows
   * that are not rejected.
   */
  read: {
    field: DateField;
    layout: number;
    values: number;
    decisive: number;
    accepted: number;
    readableAs: Record<DateOrder, number>;
  }[];
  /** Values that no layout of the plan could read, by shape: an example, how many, and how many another order reads. */
  unread: { field: DateField; example: string; values: number; readableAs: Record<DateOrder, number> }[];
  /** Durations and ratings that could not be read, by shape. */
  unreadNumbers: { field: ChatField; example: string; values: number }[];
  /** Ratings that were read in rows that are not rejected, in parts of a usual scale: how many, and between what. */
  ratings: RatingPart[];
}

/** Some of the ratings of a file. */
export interface RatingPart {
  values: number;
  lowest: number;
  highest: number;
}

/** What an engine says of a file without dates to look at. */
export const noEvidence: DateEvidence = { read: [], unread: [], unreadNumbers: [], ratings: [] };

/** How well the rows of a file hold together under an order: rows with start <= assignment <= end, and the span of starts. */
export interface OrderFit {
  orderedRows: number;
  spanSeconds: number;
}

/** How the order of a file was found. */
export interface DateDecision {
  order: DateOrder;
  /** `decided` by values, `conflict` of values (the majority won), `undecided` by any value, `closed`: no value leaves it open. */
  kind: 'decided' | 'conflict' | 'undecided' | 'closed' | 'option';
  /** One sentence for people. */
  evidence: string;
  /** Of an undecided file, and where values tie: the orders that remain, day-first before the others. */
  candidates?: readonly DateOrder[];
}

/** The layouts of a plan with those of unread values that it did not know yet: `known` itself where there are none. */
export function withNewLayouts(known: readonly DateLayout[], evidence: DateEvidence): readonly DateLayout[] {
  const found = new Map(known.map((layout) => [layoutKey(layout), layout]));
  const anyZone = new Set(
    known.flatMap((layout) => (layout.offset === undefined ? [layoutKey(layout)] : [])),
  );
  for (const { example } of evidence.unread) {
    const layout = dateLayout(example);
    if (layout && !anyZone.has(layoutKey({ ...layout, offset: undefined })))
      found.set(layoutKey(layout), layout);
  }
  return found.size === known.length ? known : withOneOffset([...found.values()]);
}

/** Which order the values of a file decide for, given the order under which they were read. */
export function decideOrder(
  layouts: readonly DateLayout[],
  current: DateOrder,
  evidence: DateEvidence,
): DateDecision {
  if (!layouts.some(isOpen)) return { order: current, kind: 'closed', evidence: closedSentence(layouts) };
  const votes: Record<DateOrder, number> = { dmy: 0, mdy: 0, ymd: 0 };
  for (const { layout, decisive } of evidence.read) {
    if (isOpenAt(layouts, layout)) votes[current] += decisive;
  }
  for (const { readableAs } of evidence.unread) {
    for (const order of dateOrders) if (order !== current) votes[order] += readableAs[order];
  }
  if (votes.dmy + votes.mdy + votes.ymd > 0) return decisionOf(votes, current);
  const accepted = layouts.filter((_, index) => isAcceptedAt(evidence, index));
  return accepted.some(isOpen)
    ? withoutVotes(readable(layouts, evidence), current)
    : { order: current, kind: 'closed', evidence: closedSentence(accepted) };
}

/** Whether rows that are not rejected hold dates of a layout. */
function isAcceptedAt({ read }: DateEvidence, index: number): boolean {
  return read.some(({ layout, accepted }) => layout === index && accepted > 0);
}

/** How many values of open layouts each order reads. */
function readable(layouts: readonly DateLayout[], { read, unread }: DateEvidence): Record<DateOrder, number> {
  const counted = [...read.filter(({ layout }) => isOpenAt(layouts, layout)), ...unread];
  const count = (order: DateOrder): number =>
    counted.reduce((sum, { readableAs }) => sum + readableAs[order], 0);
  return { dmy: count('dmy'), mdy: count('mdy'), ymd: count('ymd') };
}

function isOpenAt(layouts: readonly DateLayout[], index: number): boolean {
  const layout = layouts[index];
  return layout !== undefined && isOpen(layout);
}

/** No value has but one order: the orders that read most values remain. */
function withoutVotes(count: Record<DateOrder, number>, current: DateOrder): DateDecision {
  const most = Math.max(count.dmy, count.mdy, count.ymd);
  const candidates = dateOrders.filter((order) => (most > 0 ? count[order] === most : order !== 'ymd'));
  const [only] = candidates;
  if (candidates.length === 1 && only)
    return { order: only, kind: 'decided', evidence: `no other order reads as many dates` };
  const evidence = candidates.includes('ymd')
    ? `every date can be ${candidates.map((order) => orderInWords[order]).join(' or ')}`
    : 'no date has a day above 12';
  return { order: current, kind: 'undecided', evidence, candidates };
}

function decisionOf(votes: Record<DateOrder, number>, current: DateOrder): DateDecision {
  const ranked = [...dateOrders].sort((a, b) => votes[b] - votes[a]);
  const [first = current, second = current] = ranked;
  const sentence = `${counted(votes[first], 'date')} can only be ${orderInWords[first]}`;
  if (votes[second] === 0)
    return { order: first, kind: 'decided', evidence: `${sentence}, none contradicts` };
  const against = `${sentence}, ${counted(votes[second], 'date')} only ${orderInWords[second]}`;
  if (votes[second] < votes[first])
    return { order: first, kind: 'conflict', evidence: `${against}: the majority decides` };
  const candidates = dateOrders.filter((order) => votes[order] === votes[first]);
  const evidence = `${against}: they tie, and ${firstOf(candidates)}`;
  return { order: first, kind: 'conflict', evidence, candidates };
}

/** Why the first of some orders is taken where nothing else tells them apart. */
export function firstOf([order]: readonly DateOrder[]): string {
  return order === 'mdy' ? 'month-first goes before year-first' : 'day-first is the default';
}

export const orderInWords: Record<DateOrder, string> = {
  dmy: 'day-month-year',
  mdy: 'month-day-year',
  ymd: 'year-month-day',
};

function closedSentence(layouts: readonly DateLayout[]): string {
  if (layouts.length === 0) return 'no date could be read';
  return layouts.every((layout) => isUnix(layout) || layout.template === 'serial')
    ? 'dates are numbers (Unix time or Excel serials)'
    : 'every date says its order itself (year first, or a month name)';
}

function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}
