import type { DateDecision } from '../chats/date-evidence.js';
import type { FilePlan } from '../chats/file-plan.js';
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

/** The reading of a file from the text that was kept of it, and the first plan of the file. */
export function readingOfText(ordinal: number, firstPlan: FilePlan, text: string): ReadFile {
  const { plan, decision, rejected, notes } = JSON.parse(text) as Shown;
  return { ordinal, plan: { ...firstPlan, ...plan }, decision, rejected: new Map(rejected), notes };
}
