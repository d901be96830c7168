import type { Field, RefOptions, Row } from './types.js';

const prefixNeeds: [prefix: string, fields: Field[]][] = [
  ['unique_users', ['user_id']],
  ['returning_users', ['user_id']],
  ['bot_resolution_rate', ['closing_reason', 'assigned_at']],
  ['csat_', ['csat_score']],
  ['first_response_', ['agent_first_response_seconds']],
  ['unanswered_chats', ['agent_first_response_seconds']],
  ['resolution_', ['ended_at']],
  ['handle_', ['ended_at', 'assigned_at']],
  ['wait_', ['assigned_at']],
  ['customer_wait_', ['assigned_at', 'agent_first_response_seconds']],
  ['concurrent_chats_avg', ['ended_at']],
];

const blanked = (row: Row, isLacking: (column: string) => boolean): Row =>
  Object.fromEntries(Object.entries(row).map(([column, cell]) => [column, isLacking(column) ? null : cell]));

/** Empties the columns of rows whose fields the file does not have. */
export function blankLacking(rows: Row[], { hasField }: RefOptions): Row[] {
  const lacking = prefixNeeds
    .filter(([, fields]) => fields.some((field) => hasField[field] === false))
    .map(([prefix]) => prefix);
  return rows.map((row) => blanked(row, (column) => lacking.some((prefix) => column.startsWith(prefix))));
}

/** Activity rests on `ended_at` as a whole: without it the all-agents row is empty. */
export function blankActivity(rows: Row[], { hasField }: RefOptions): Row[] {
  if (hasField.ended_at !== false) return rows;
  return rows.map((row) => blanked(row, (column) => column !== 'agent'));
}
