import type { Metric } from './metric.js';

/** What a column of ones and noughts says of itself: its mean is a share, its sum a count. */
const flag = (label: string, meaning: string): Pick<Metric, 'label' | 'unit' | 'meaning'> => ({
  label: `${label} (1/0)`,
  unit: 'count',
  meaning: `1 for ${meaning}`,
});

const identity: readonly Metric[] = [
  { id: 'chat_id', label: 'Chat ID', unit: 'text', meaning: 'The chat, as the platform names it.' },
  { id: 'user_id', label: 'User ID', unit: 'text', meaning: 'The customer, as the platform names them.' },
];

const times: readonly Metric[] = [
  { id: 'started_at', label: 'Started', unit: 'datetime', meaning: 'When the chat began.' },
  {
    id: 'assigned_at',
    label: 'Assigned',
    unit: 'datetime',
    meaning:
      'When the chat was handed to an agent; empty where it never was, or at a time that does not count.',
  },
  {
    id: 'ended_at',
    label: 'Ended',
    unit: 'datetime',
    meaning: 'When the chat was closed; empty where no end is known.',
  },
  {
    id: 'period_start',
    label: 'Period From',
    unit: 'date',
    meaning: 'First day of the period in which the chat starts.',
  },
  { id: 'period_label', label: 'Period', unit: 'text', meaning: 'The period in which the chat starts.' },
  {
    id: 'weekday',
    label: 'Weekday',
    unit: 'weekday',
    meaning: 'The day of the week on which the chat starts.',
  },
  {
    id: 'half_hour',
    label: 'Half Hour',
    unit: 'half_hour',
    meaning: 'The half hour in which the chat starts.',
  },
  {
    id: 'is_business_hours',
    label: 'In Business Hours',
    unit: 'boolean',
    meaning: 'The chat starts in business hours: {business_hours_in_words}.',
  },
];

const closing: readonly Metric[] = [
  {
    id: 'closer',
    label: 'Closer',
    unit: 'text',
    meaning: 'What closed the chat: bot, agent, or open where nobody did.',
  },
  {
    id: 'closed_by',
    label: 'Closed By',
    unit: 'text',
    meaning: 'The name of the bot or agent that closed the chat; empty where it is open.',
  },
  {
    id: 'agent',
    label: 'Agent',
    unit: 'text',
    meaning: 'The agent who closed the chat; empty where a bot did or nobody.',
  },
  {
    id: 'closing_reason',
    label: 'Closing Reason',
    unit: 'text',
    meaning: 'Why the chat was closed; empty where none is given.',
    whenMissing: '(none given)',
  },
];

const measures: readonly Metric[] = [
  {
    id: 'wait_seconds',
    label: 'Wait for Agent (seconds)',
    unit: 'seconds',
    meaning: 'Time from the start of the chat to its assignment.',
  },
  {
    id: 'first_response_seconds',
    label: 'Agent First Response Time (seconds)',
    unit: 'seconds',
    meaning: 'Time from assignment to the first reply of the agent, as the platform exports it.',
  },
  {
    id: 'customer_wait_seconds',
    label: 'Wait for a Reply (seconds)',
    unit: 'seconds',
    meaning: 'Time from the start of the chat to the first reply of the agent.',
  },
  {
    id: 'handle_seconds',
    label: 'Handle Time (seconds)',
    unit: 'seconds',
    meaning: 'Time from assignment to the end of the chat.',
  },
  {
    id: 'resolution_seconds',
    label: 'Chat Resolution Time (seconds)',
    unit: 'seconds',
    meaning: 'Time from the start of the chat to its end.',
  },
  {
    id: 'csat_score',
    label: 'CSAT Score',
    unit: 'score',
    meaning: "The customer's rating, on the scale {csat_scale}; empty where there is none.",
  },
];

const flags: readonly Metric[] = [
  {
    id: 'is_closed_by_bot',
    ...flag('Closed by Bot', 'a chat that a bot closed, 0 for the others: the mean is Bot Deflection %.'),
  },
  {
    id: 'is_resolved_by_bot',
    ...flag(
      'Closed by Bot without time-out',
      'a chat that a bot closed, that was never assigned to an agent (at whatever time) and not closed for a time-out ({timeout_reasons}), 0 for the others: the mean is Bot Deflection % (without time-outs).',
    ),
  },
  {
    id: 'is_within_target',
    ...flag(
      'Within target',
      'a first response within {response_target}, 0 for a later one, empty without one: the mean over the chats of agents is Within target (of answered).',
    ),
  },
  {
    id: 'is_rated',
    ...flag(
      'Rated',
      'a chat with a rating, 0 for the others: the mean over the chats of agents is Response Rate.',
    ),
  },
  {
    id: 'is_satisfied',
    ...flag(
      'Satisfied',
      'a rating of {csat_satisfied} or more, 0 for a lower one, empty without one: the mean over the chats of agents is CSAT %.',
    ),
  },
];

/**
 * The chats behind a report, one row each: what `--with-chats` writes. Not a table of the report, for there may be
 * millions; over the rows whose `closer` is an agent the means and counts are those of Agent Metrics.
 */
export const chatTable = {
  id: 'chats',
  title: 'Chats',
  grain: 'One row per chat of the report, in the order in which they start; only with `--with-chats`.',
  columns: [...identity, ...times, ...closing, ...measures, ...flags] as readonly Metric[],
} as const;
