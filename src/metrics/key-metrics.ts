import type { TableId } from './catalog.js';

/** One figure that a report is summed up by. */
export interface KeyMetric {
  table: Extract<TableId, 'chat_metrics' | 'agent_metrics' | 'agent_activity'>;
  id: string;
  /** How to read it, in a line; `{...}` stands for a column of its row or an option in use. */
  detail: string;
  /** The key figure without which this one flatters, or says too little: both are told together. */
  twin?: string;
  /** Its word in one line with others; absent: it is not told there. */
  word?: string;
}

/** The key figures of a report, in the order in which they are shown. */
export const keyMetrics: readonly KeyMetric[] = [
  { table: 'chat_metrics', id: 'incoming_chats', detail: '{open_chats} still open', word: 'chats' },
  { table: 'chat_metrics', id: 'unique_users', detail: '{returning_users} with more than one chat' },
  {
    table: 'chat_metrics',
    id: 'bot_deflection_rate',
    detail: '{closed_by_bot} chats closed by a bot',
    twin: 'bot_resolution_rate',
    word: 'deflection',
  },
  {
    table: 'chat_metrics',
    id: 'bot_resolution_rate',
    detail: 'never assigned, not timed out',
    twin: 'bot_deflection_rate',
    word: 'deflection without time-outs',
  },
  {
    table: 'agent_metrics',
    id: 'csat_satisfied_rate',
    detail: 'mean {csat_avg}, n = {csat_rated_chats}',
    word: 'CSAT',
  },
  {
    table: 'agent_metrics',
    id: 'first_response_avg_seconds',
    detail: '{first_response_within_target_rate} of answered within {response_target}',
    word: 'first response',
  },
  { table: 'agent_metrics', id: 'resolution_avg_seconds', detail: 'median {resolution_median_seconds}' },
  { table: 'agent_activity', id: 'occupancy_rate', detail: '{concurrency} chats at the same time' },
];
