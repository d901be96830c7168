import { rejectsColumns } from '../reading/rejects-file.js';
import type { RejectedRecord } from '../report/quality/rejected.js';
import { csvLine } from './csv-text.js';

/** The heading of a file of rejected rows: the original columns, then ours. */
export function rejectsHeading(headings: readonly string[]): string {
  return csvLine([...headings, ...rejectsColumns]);
}

/** A rejected row under that heading. */
export function rejectsLine({ cells, file, line, reason, text }: RejectedRecord): string {
  return csvLine([...cells, file, line, reason, text]);
}
