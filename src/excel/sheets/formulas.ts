import type { TableId } from '../../metrics/catalog.js';
import type { CellValue } from '../workbook.js';
import { reportDays } from './names.js';

/** Refers to a column by the id of its metric: to the cell in the formula's own row, or to all cells of the table. */
export type Reference = (id: string) => string;

type RowFormula = (own: Reference, whole: Reference) => string;

const ratio =
  (part: string, of: string): RowFormula =>
  (own) =>
    `${own(part)}/${own(of)}`;

const share: RowFormula = (own, whole) => `${own('chats')}/SUM(${whole('chats')})`;

/** Against the row of the period that ends where this one begins, wherever it stands after sorting. */
const change: RowFormula = (own, whole) =>
  `${own('incoming_chats')}/SUMIFS(${whole('incoming_chats')},${whole('period_end')},${own('period_start')})-1`;

const activity: Record<string, RowFormula> = {
  span_seconds: (own) => `${own('active_seconds')}+${own('free_seconds')}`,
  occupancy_rate: ratio('active_seconds', 'span_seconds'),
  concurrency: ratio('cumulative_seconds', 'active_seconds'),
  chats_per_active_hour: (own) => `${own('chats')}/(${own('active_seconds')}*24)`,
};
const agents: Record<string, RowFormula> = {
  csat_response_rate: ratio('csat_rated_chats', 'chats_resolved'),
};

const formulas: Partial<Record<TableId, Record<string, RowFormula>>> = {
  chat_metrics: {
    bot_deflection_rate: ratio('closed_by_bot', 'incoming_chats'),
    incoming_change_rate: change,
  },
  agent_metrics: agents,
  agent_metrics_by_period: agents,
  half_hourly_chats: { share_rate: share, chats_per_day: (own) => `${own('chats')}/${reportDays}` },
  closing_reasons: { share_rate: share },
  agent_activity: activity,
  agent_activity_by_shift: activity,
};

/** The figures of a table that are made from others in their row, by metric, as formulas without their `=`. */
export function rowFormulas(id: TableId, own: Reference, whole: Reference): Map<string, string> {
  const found = Object.entries(formulas[id] ?? {});
  return new Map(found.map(([metric, formula]) => [metric, formula(own, whole)]));
}

/** A value with the formula that makes it; what cannot be measured stays empty. */
export function live(value: CellValue, formula: string | undefined): CellValue {
  return formula !== undefined && typeof value === 'number' ? { formula, result: value } : value;
}

/** A column of a table as it stands in a formula; `#This Row` is the formula's own row. */
export function structured(table: string, heading: string, ownRow = false): string {
  const column = heading.replace(/['#[\]@]/g, "'$&");
  return ownRow ? `${table}[[#This Row],[${column}]]` : `${table}[[${column}]]`;
}
