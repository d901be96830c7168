import { catalog, overallRow } from '../../metrics/catalog.js';
import type { Metric } from '../../metrics/metric.js';
import { looseName } from '../../options/names.js';
import type { Report, Row } from '../../report/report.js';

const ofActivity = catalog.agent_activity.columns.filter(({ id }) => id !== 'agent');

/** Every figure of agents: of their chats, then of their time. `chats` of both tables differ: the second is named so. */
export const agentFigures: readonly Metric[] = [
  ...catalog.agent_metrics.columns.filter(({ id }) => id !== 'agent'),
  ...ofActivity.map((metric) =>
    metric.id === 'chats' ? { ...metric, label: metric.short ?? metric.label } : metric,
  ),
];

/** What is shown of agents until the user chooses. */
export const usualFigures: readonly string[] = [
  'chats_resolved',
  'first_response_avg_seconds',
  'first_response_within_target_rate',
  'unanswered_chats',
  'resolution_avg_seconds',
  'csat_satisfied_rate',
  'csat_rated_chats',
  'occupancy_rate',
  'concurrency',
];

/** One row for each agent with all figures, and the row over all of them. */
export function agentRows({ tables }: Report): { overall: Row | null; agents: Row[] } {
  const activity = new Map(tables.agent_activity.map((row) => [row['agent'], row]));
  const rows = tables.agent_metrics.map((row) => ({ ...activity.get(row['agent'] ?? null), ...row }));
  return {
    overall: overallRow('agent_metrics', rows) ?? null,
    agents: rows.filter((row) => row['agent'] !== null),
  };
}

export interface Order {
  column: string;
  isDescending: boolean;
}

/** Rows in an order; what cannot be measured stands last either way. */
export function sortedRows(rows: readonly Row[], { column, isDescending }: Order): Row[] {
  const sign = isDescending ? -1 : 1;
  const names = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
  return [...rows].sort((a, b) => {
    const [one, other] = [a[column] ?? null, b[column] ?? null];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    if (typeof one === 'string') return sign * names.compare(one, String(other));
    return sign * (Number(one) - Number(other));
  });
}

/** The order after a heading is pressed: numbers begin with the largest, names with the first. */
export function nextOrder(order: Order, column: string): Order {
  if (order.column !== column) return { column, isDescending: column !== 'agent' };
  return { column, isDescending: !order.isDescending };
}

/** Rows of agents whose name has the text in it, whatever its case and signs. */
export function foundRows(rows: readonly Row[], text: string): Row[] {
  const wanted = looseName(text);
  return rows.filter((row) => looseName(String(row['agent'])).includes(wanted));
}
