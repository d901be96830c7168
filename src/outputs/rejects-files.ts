import { rejectsHeading, rejectsLine } from '../presentation/rejects-csv.js';
import type { RejectedRecord } from '../report/quality/rejected.js';

/** Every rejected row as CSV: one file named '', or a file for each set of headings. */
export async function rejectsFiles(rejected: AsyncIterable<RejectedRecord>): Promise<Map<string, string[]>> {
  const texts = new Map<string, string[]>();
  for await (const row of rejected) {
    const heading = rejectsHeading(row.headings);
    const lines = texts.get(heading) ?? [heading];
    texts.set(heading, lines);
    lines.push(rejectsLine(row));
  }
  const [only = [rejectsHeading([])], ...others] = [...texts.values()];
  if (others.length === 0) return new Map([['', only]]);
  return new Map([only, ...others].map((lines, at) => [`rejected-rows-${String(at + 1)}.csv`, lines]));
}
