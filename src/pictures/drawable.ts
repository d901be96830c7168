import { metricOf, type TableId } from '../metrics/catalog.js';
import { restsOnFew } from '../presentation/small-n.js';
import { numberIn } from '../presentation/values.js';
import type { Report, Row } from '../report/report.js';

/** Agents with the most chats are drawn, this many. */
export const drawnAgents = 15;

/** The figure of a row as it may be drawn: null where it rests on fewer cases than `--small-n`, or there is none. */
export function drawable(
  { options }: Report,
  table: TableId,
  row: Row | undefined,
  id: string,
): number | null {
  return row && restsOnFew(metricOf(table, id), row, options.small_n) ? null : numberIn(row, id);
}
