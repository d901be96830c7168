import type { Metric } from '../metrics/metric.js';
import type { Row } from '../report/report.js';

/** Does a figure of a row rest on fewer chats or ratings than a reader should judge by? */
export function restsOnFew({ id, n = [] }: Metric, row: Row, smallN: number): boolean {
  if (row[id] === null || row[id] === undefined) return false;
  return n.some((count) => Number(row[count] ?? 0) < smallN);
}

/** The footnote to figures in grey italics. */
export const fewInWords = (smallN: number) =>
  `Grey italic figures rest on fewer than ${String(smallN)} chats or ratings: too few to judge by.`;
