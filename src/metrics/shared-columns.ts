import type { Metric } from './metric.js';

/** The columns that say which period a row is about. */
export const periodColumns: readonly Metric[] = [
  {
    id: 'period_start',
    label: 'From',
    unit: 'date',
    meaning: 'First day of the period; empty in the overall row.',
  },
  {
    id: 'period_end',
    label: 'To (exclusive)',
    unit: 'date',
    meaning: 'The day after the last day of the period.',
  },
  { id: 'period_label', label: 'Period', unit: 'text', meaning: 'The first and the last day of the period.' },
  {
    id: 'is_partial',
    label: 'Partial',
    unit: 'boolean',
    meaning:
      'The period is not wholly inside the range of the report, to the second, so its counts are not comparable.',
  },
];

export const agentColumn: Metric = {
  id: 'agent',
  label: 'Agent',
  unit: 'text',
  meaning:
    'Who closed the chats; every closer that is not a bot is an agent. Empty in the row over all agents.',
  isFromFile: true,
};

export const shareOfIncoming: Metric = {
  id: 'share_rate',
  label: 'Share of Incoming',
  unit: 'rate',
  withoutN: 'It is a share of all chats of the table.',
  made: { shareOf: 'chats' },
  meaning: 'Chats / Incoming Chats.',
};

/** How many of the chats of a row were closed, and by whom. */
export const closersOfThese: readonly Metric[] = [
  { id: 'closed_by_bot', label: 'Closed by Bot', unit: 'count', meaning: 'Of these, closed by a bot.' },
  {
    id: 'closed_by_agents',
    label: 'Closed by Agents',
    unit: 'count',
    meaning: 'Of these, closed by an agent.',
  },
];
