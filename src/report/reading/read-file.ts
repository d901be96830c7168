import type { DateDecision, DateEvidence } from '../../reading/dates/evidence.js';
import type { FilePlan } from '../../reading/plan.js';

/** What the values of a file have shown. */
export type ShownValues = Pick<DateEvidence, 'ratings' | 'unreadNumbers'> & {
  unread: Pick<DateEvidence['unread'][number], 'field' | 'example' | 'values'>[];
};

/** A file as it was read. */
export interface ReadFile {
  ordinal: number;
  plan: FilePlan;
  decision: DateDecision;
  /** Rows rejected for their structure, by reason. */
  rejected: ReadonlyMap<string, number>;
  /** What the reader should know about how it was read. */
  notes: string[];
  shown: ShownValues;
  /** The state of the file (`SourceFile.state`) that it was read in; absent where that cannot be known. */
  state?: string | null;
}

/** How many rows of a file were rejected for their structure. */
export function brokenRows({ rejected }: ReadFile): number {
  return [...rejected.values()].reduce((sum, rows) => sum + rows, 0);
}
