import type { CsvRow } from '../files/csv/csv-rows.js';
import { asWas, cellText } from '../files/spelled-out.js';

/** The columns that a file of rejected rows has after the original ones. */
export const rejectsColumns = [
  'chat_metrics_file',
  'chat_metrics_line',
  'chat_metrics_reason',
  'chat_metrics_text',
] as const;

/**
 * A spreadsheet runs a text that starts with one of these as a formula; with `'` before it, it does not. A text that has such a
 * `'` of its own gets one more, so that taking one off gives back every text as it was.
 */
const formulaStart = /^'*[=+\-@\t\r＝＋－＠﹦﹢﹣﹫]/;
const guardedStart = /^'(?='*[=+\-@\t\r＝＋－＠﹦﹢﹣﹫])/;

/** A text as it stands in CSV that we write: it runs nothing, turns no words around, and can be had back. */
export function guarded(text: string): string {
  const safe = cellText(text);
  return formulaStart.test(safe) ? `'${safe}` : safe;
}

/** True for the headings of a file of rejected rows that we wrote. */
export function isRejectsFile(headings: readonly string[]): boolean {
  return headings.includes('chat_metrics_reason');
}

/** The headings without those that we added. */
export function originalHeadings(headings: readonly string[]): string[] {
  return headings.filter((heading) => !(rejectsColumns as readonly string[]).includes(heading));
}

/** The rows of such a file as they were before we wrote it. */
export async function* unguardedRows(batches: AsyncIterable<CsvRow[]>): AsyncGenerator<CsvRow[]> {
  for await (const rows of batches) {
    yield rows.map((row) => ({ ...row, fields: row.fields?.map(unguarded) ?? null }));
  }
}

function unguarded(field: string): string {
  return asWas(field.replace(guardedStart, ''));
}
