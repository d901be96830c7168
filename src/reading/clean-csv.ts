import { chatFields, type ChatField } from '../chats/columns.js';
import { conditionNames, type ConditionName } from './condition-names.js';
import type { FilePlan } from './plan.js';
import { rewriteOf } from './writings/column-writings.js';

/** How many rows were written, and how many were rejected for their structure, by reason. */
export interface CleanCounts {
  written: number;
  rejected: Map<string, number>;
}

/** The fields and conditions that a plan reads, in the order in which `cleanCsv` writes them. */
export function cleanFields(plan: FilePlan): (ChatField | ConditionName)[] {
  return [...chatFields, ...conditionNames].filter((field) => plan.columns[field] !== undefined);
}

/**
 * A file again as CSV that any reader takes: UTF-8, commas, every field quoted, no heading, only the fields in use, only
 * rows whose structure is sound. These and the others are counted in `counts`.
 */
export async function* cleanCsv(plan: FilePlan, counts: CleanCounts): AsyncGenerator<string> {
  const columns = cleanFields(plan).map((field): CleanColumn => ({
    place: plan.columns[field] ?? 0,
    rewrite: rewriteOf(field, plan.writings, plan.rules.missing[field as ChatField]),
  }));
  for await (const rows of plan.rows()) {
    let text = '';
    for (const { fields, reason } of rows) {
      if (fields) {
        text += cleanLine(fields, columns);
        counts.written += 1;
        if (text.length > longestPiece) {
          yield text;
          text = '';
        }
      } else if (reason !== null) counts.rejected.set(reason, (counts.rejected.get(reason) ?? 0) + 1);
    }
    yield text;
  }
}

/** Rows may be long: so much text is passed on at a time. */
const longestPiece = 1 << 20;

interface CleanColumn {
  place: number;
  /** A cell as SQL reads it. */
  rewrite: (cell: string) => string;
}

function cleanLine(fields: readonly string[], columns: readonly CleanColumn[]): string {
  const cells = columns.map(({ place, rewrite }) => rewrite(fields[place] ?? '').replaceAll('"', '""'));
  return `${cells.map((cell) => `"${cell}"`).join(',')}\n`;
}
