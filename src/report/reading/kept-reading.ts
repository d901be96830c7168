import type { DateDecision } from '../../reading/dates/evidence.js';
import { dateOrders, isLayout } from '../../reading/dates/layout.js';
import type { FilePlan } from '../../reading/plan.js';
import type { ReadFile } from './read-file.js';

/** What the whole of a file has shown, beside its rows. */
interface Shown {
  plan: Pick<FilePlan, 'layouts' | 'order' | 'isSwapped' | 'fileNotes'>;
  decision: DateDecision;
  rejected: [string, number][];
  notes: string[];
}

/** A reading as a text from which `readingOfText` makes it again. */
export function textOfReading({ plan, decision, rejected, notes }: ReadFile): string {
  const { layouts, order, isSwapped, fileNotes } = plan;
  const shown: Shown = {
    plan: { layouts, order, isSwapped, fileNotes },
    decision,
    rejected: [...rejected],
    notes,
  };
  return JSON.stringify(shown);
}

/** The reading of a file from the text that was kept of it, and the first plan of the file; null for any other text. */
export function readingOfText(ordinal: number, firstPlan: FilePlan, text: string): ReadFile | null {
  const shown = shownIn(text);
  if (!shown) return null;
  const { plan, decision, rejected, notes } = shown;
  const { order, isSwapped, fileNotes } = plan;
  const layouts = plan.layouts.map(({ template, hasZone, hasFraction }) => ({
    template,
    hasZone,
    hasFraction,
  }));
  return {
    ordinal,
    plan: { ...firstPlan, layouts, order, isSwapped, fileNotes },
    decision,
    rejected: new Map(rejected),
    notes,
  };
}

/** The text may be of anybody: what becomes part of a statement or of a count must be what it should be. */
function shownIn(text: string): Shown | null {
  const value = parsed(text);
  if (!isObject(value)) return null;
  const { plan, decision, rejected, notes } = value;
  const isSound =
    isPlan(plan) && isDecision(decision) && isListOf(notes, isText) && isListOf(rejected, isCount);
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
  const { layouts, order, isSwapped, fileNotes } = value;
  return (
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
const isText = (value: unknown): boolean => typeof value === 'string';
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function isListOf(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isItem);
}
