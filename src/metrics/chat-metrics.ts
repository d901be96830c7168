import { grouped, type Metric } from './metric.js';
import { closersOfThese, periodColumns, shareOfIncoming } from './shared-columns.js';

const volume: readonly Metric[] = [
  {
    id: 'incoming_chats',
    label: 'Incoming Chats',
    short: 'Incoming chats',
    unit: 'count',
    isMain: true,
    isVolume: true,
    meaning: 'Chats that start in the period.',
  },
  {
    id: 'unique_users',
    label: 'Unique Users',
    short: 'Unique users',
    unit: 'count',
    isMain: true,
    distinct: true,
    meaning: 'Different users among these chats. A user of two periods counts in each, and once overall.',
  },
  {
    id: 'closed_by_bot',
    label: 'Closed by Bot',
    short: 'Closed by bot',
    unit: 'count',
    isMain: true,
    meaning: 'Chats whose closer is a bot: {bots}.',
  },
  {
    id: 'bot_deflection_rate',
    label: 'Bot Deflection %',
    short: 'Bot deflection',
    unit: 'rate',
    isMain: true,
    n: ['incoming_chats'],
    better: 'higher',
    made: { ratio: ['closed_by_bot', 'incoming_chats'] },
    meaning: 'Closed by Bot / Incoming Chats.',
  },
  {
    id: 'closed_by_agents',
    label: 'Closed by Agents',
    short: 'Closed by agents',
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
    short: 'Bot deflection without time-outs',
    unit: 'rate',
    isMain: true,
    n: ['incoming_chats'],
    better: 'higher',
    meaning:
      'As Bot Deflection %, but a chat counts as deflected only if it was never assigned to an agent and was not closed for a time-out: {timeout_reasons}. An assignment at a time that does not count is one all the same.',
  },
  {
    id: 'incoming_change_rate',
    label: 'Change vs previous',
    unit: 'change',
    withoutN: 'Incoming Chats of both periods stand in the table.',
    made: { changeOf: 'incoming_chats' },
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
];

const botCsat: readonly Metric[] = [
  {
    id: 'csat_satisfied_rate_bot',
    label: 'Bot CSAT %',
    unit: 'rate',
    n: ['csat_rated_chats_bot'],
    better: 'higher',
    isSatisfaction: true,
    meaning: 'Ratings of {csat_satisfied} or more among the rated chats that a bot closed.',
  },
  {
    id: 'csat_rated_chats_bot',
    label: 'Bot CSAT n',
    unit: 'count',
    meaning: 'Rated chats that a bot closed.',
  },
];

/** Columns of `chat_metrics` (metrics.md, section 5). */
export const chatMetricsColumns: readonly Metric[] = [
  ...periodColumns,
  ...grouped('Volume and deflection', volume),
  ...grouped('Bot CSAT', botCsat),
];

/** Columns of `closing_reasons`. */
export const closingReasonsColumns: readonly Metric[] = [
  {
    id: 'closing_reason',
    label: 'Closing Reason',
    unit: 'text',
    meaning: 'Why the chat was closed; empty where none is given.',
    isFromFile: true,
    whenMissing: '(none given)',
  },
  { id: 'chats', label: 'Chats', unit: 'count', isVolume: true, meaning: 'Chats closed for this reason.' },
  shareOfIncoming,
  ...closersOfThese,
  { id: 'open_chats', label: 'Open', unit: 'count', meaning: 'Of these, without a closer.' },
];
