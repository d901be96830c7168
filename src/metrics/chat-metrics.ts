import type { Metric } from './metric.js';
import { periodColumns } from './period-columns.js';

/** Columns of `chat_metrics` (metrics.md, section 5). */
export const chatMetricsColumns: readonly Metric[] = [
  ...periodColumns,
  {
    id: 'incoming_chats',
    label: 'Incoming Chats',
    unit: 'count',
    meaning: 'Chats that start in the period.',
  },
  {
    id: 'unique_users',
    label: 'Unique Users',
    unit: 'count',
    distinct: true,
    meaning: 'Different users among these chats. A user of two periods counts in each, and once overall.',
  },
  {
    id: 'closed_by_bot',
    label: 'Closed by Bot',
    unit: 'count',
    meaning: 'Chats whose closer is a bot: {bots}.',
  },
  {
    id: 'bot_deflection_rate',
    label: 'Bot Deflection %',
    unit: 'rate',
    meaning: 'Closed by Bot / Incoming Chats.',
  },
  {
    id: 'closed_by_agents',
    label: 'Closed by Agents',
    unit: 'count',
    meaning: 'Chats whose closer is an agent.',
  },
  {
    id: 'open_chats',
    label: 'Open',
    unit: 'count',
    meaning: 'Chats without a closer. Incoming Chats = Closed by Bot + Closed by Agents + Open.',
  },
  {
    id: 'bot_resolution_rate',
    label: 'Bot Deflection % (without time-outs)',
    unit: 'rate',
    meaning:
      'As Bot Deflection %, but a chat counts as deflected only if it was never assigned to an agent and was not closed for a time-out: {timeout_reasons}. An assignment at a time that does not count is one all the same.',
  },
  {
    id: 'incoming_change_rate',
    label: 'Change vs previous',
    unit: 'rate',
    meaning:
      'Change of Incoming Chats against the period before. Empty where either period is partial or the previous one had no chats.',
  },
  {
    id: 'returning_users',
    label: 'Returning Users',
    unit: 'count',
    distinct: true,
    meaning: 'Users with more than one chat in the period.',
  },
  {
    id: 'csat_satisfied_rate_bot',
    label: 'Bot CSAT %',
    unit: 'rate',
    meaning: 'Ratings of {csat_satisfied} or more among the rated chats that a bot closed.',
  },
  {
    id: 'csat_rated_chats_bot',
    label: 'Bot CSAT n',
    unit: 'count',
    meaning: 'Rated chats that a bot closed.',
  },
];

/** Columns of `closing_reasons`. */
export const closingReasonsColumns: readonly Metric[] = [
  {
    id: 'closing_reason',
    label: 'Closing Reason',
    unit: 'text',
    meaning: 'Why the chat was closed; empty where none is given.',
  },
  { id: 'chats', label: 'Chats', unit: 'count', meaning: 'Chats closed for this reason.' },
  { id: 'share_rate', label: 'Share of Incoming', unit: 'rate', meaning: 'Chats / Incoming Chats.' },
  { id: 'closed_by_bot', label: 'Closed by Bot', unit: 'count', meaning: 'Of these, closed by a bot.' },
  {
    id: 'closed_by_agents',
    label: 'Closed by Agents',
    unit: 'count',
    meaning: 'Of these, closed by an agent.',
  },
  { id: 'open_chats', label: 'Open', unit: 'count', meaning: 'Of these, without a closer.' },
];
