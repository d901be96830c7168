import type { DateDecision } from '../../reading/dates/evidence.js';
import { dateOrders, isLayout } from '../../reading/dates/layout.js';
import type { FilePlan } from '../../reading/plan.js';
import { chatFields } from '../../chats/columns.js';
import type { ReadFile, ShownValues } from './read-file.js';

/** The parts of a plan that the whole of a file decides. */
const planParts = [
  'layouts',
  'order',
  'isSwapped',
  'fileNotes',
  'writings',
  'exactNumbers',
  'doubts',
  'decided',
  'rating',
  'columns',
] as const;

/** What the whole of a file has shown, beside its rows. */
interface Shown {
  plan: Pick<FilePlan, (typeof planParts)[number]>;
  shown: ShownValues;
  decision: DateDecision;
  rejected: [string, number][];
  notes: string[];
}

/** A reading as a text from which `readingOfText` makes it again. */
export function textOfReading({ plan, decision, rejected, notes, shown: values }: ReadFile): string {
  const parts = Object.fromEntries(planParts.map((part) => [part, plan[part]])) as Shown['plan'];
  const shown: Shown = { plan: parts, decision, rejected: [...rejected], notes, shown: values };
  return JSON.stringify(shown);
}

/** The reading of a file from the text that was kept of it, and the first plan of the file; null for any other text. */
export function readingOfText(ordinal: number, firstPlan: FilePlan, text: string): ReadFile | null {
  const shown = shownIn(text);
  if (!shown) return null;
  const { plan, decision, rejected, notes, shown: values } = shown;
  const layouts = plan.layouts.map(({ template, hasZone, hasFraction, offset }) => ({
    template,
    hasZone,
    hasFraction,
    ...(offset === undefined ? {} : { offset }),
  }));
  const { order, isSwapped, fileNotes, writings, exactNumbers, doubts, decided, rating, columns } = plan;
  return {
    ordinal,
    plan: {
      ...firstPlan,
      ...{ layouts, order, isSwapped, fileNotes, writings, exactNumbers, doubts, decided, rating },
      columns: columnsWithin(firstPlan, columns),
    },
    decision,
    rejected: new Map(rejected),
    notes,
    shown: values,
  };
}

/** The text may be of anybody: what becomes part of a statement or of a count must be what it should be. */
function shownIn(text: string): Shown | null {
  const value = parsed(text);
  if (!isObject(value)) return null;
  const { plan, decision, rejected, notes, shown } = value;
  const isSound =
    isPlan(plan) &&
    isDecision(decision) &&
    isListOf(notes, isText) &&
    isListOf(rejected, isCount) &&
    isValues(shown);
  return isSound ? (value as unknown as Shown) : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isPlan(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { layouts, order, isSwapped, fileNotes, writings, exactNumbers, doubts, decided, rating, columns } =
    value;
  return (
    (writings === null || isObject(writings)) &&
    (rating === null || isObject(rating)) &&
    isObject(columns) &&
    isListOf(exactNumbers, isField) &&
    isListOf(doubts, isDoubt) &&
    isListOf(decided, isDecided) &&
    isListOf(layouts, isLayout) &&
    isOrder(order) &&
    typeof isSwapped === 'boolean' &&
    isListOf(fileNotes, isText)
  );
}

const kinds: readonly unknown[] = [
  'decided',
  'conflict',
  'undecided',
  'closed',
  'option',
] satisfies DateDecision['kind'][];

function isDecision(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { order, kind, evidence, candidates } = value;
  return (
    isOrder(order) &&
    kinds.includes(kind) &&
    isText(evidence) &&
    (candidates === undefined || isListOf(candidates, isOrder))
  );
}

/** A reason, and how many rows were rejected for it. */
function isCount(value: unknown): boolean {
  if (!Array.isArray(value) || value.length !== 2) return false;
  const [reason, rows] = value as unknown[];
  return isText(reason) && Number.isSafeInteger(rows) && Number(rows) >= 0;
}

const isOrder = (value: unknown): boolean => dateOrders.some((order) => order === value);
const isField = (value: unknown): boolean => (chatFields as readonly unknown[]).includes(value);

const isDecided = (value: unknown): boolean =>
  isObject(value) && isField(value['field']) && isText(value['example']) && isText(value['decimal']);

function isDoubt(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { kind, field, word, example, values } = value;
  return (
    isText(kind) && isField(field) && (word === null || isText(word)) && isText(example) && isRows(values)
  );
}

function isValues(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { ratings, unread, unreadNumbers } = value;
  const isUnread = (one: unknown): boolean =>
    isObject(one) && isField(one['field']) && isText(one['example']) && isRows(one['values']);
  const isPart = (one: unknown): boolean =>
    isObject(one) &&
    isRows(one['values']) &&
    Number.isFinite(one['lowest']) &&
    Number.isFinite(one['highest']);
  return isListOf(ratings, isPart) && isListOf(unread, isUnread) && isListOf(unreadNumbers, isUnread);
}

/** The columns of the first plan that were not refused. */
function columnsWithin({ columns }: FilePlan, kept: FilePlan['columns']): FilePlan['columns'] {
  return Object.fromEntries(
    Object.entries(columns).filter(([name]) => kept[name as keyof typeof kept] !== undefined),
  );
}

const isRows = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0;
const isText = (value: unknown): boolean => typeof value === 'string';
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function isListOf(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isItem);
}
