import { grouped, type Metric } from './metric.js';
import { agentColumn, periodColumns } from './shared-columns.js';

const volume: Metric = {
  id: 'chats_resolved',
  label: 'Closed by Agents',
  short: 'Closed by agents',
  unit: 'count',
  isMain: true,
  isVolume: true,
  meaning: 'Chats closed by an agent.',
};

const response: readonly Metric[] = [
  {
    id: 'first_response_chats',
    label: 'n (First Response)',
    unit: 'count',
    meaning: 'Chats with a first response time: the n of the four figures that follow.',
  },
  {
    id: 'first_response_avg_seconds',
    label: 'Avg Agent First Response Time (seconds)',
    short: 'Avg first response (seconds)',
    unit: 'seconds',
    isMain: true,
    n: ['first_response_chats'],
    better: 'lower',
    meaning: 'Mean time from assignment to the first reply of the agent, as the platform exports it.',
  },
  {
    id: 'first_response_median_seconds',
    label: 'Median Agent First Response Time (seconds)',
    unit: 'seconds',
    n: ['first_response_chats'],
    better: 'lower',
    meaning: 'Half of the first responses took no longer than this.',
  },
  {
    id: 'first_response_p90_seconds',
    label: '90th percentile Agent First Response Time (seconds)',
    unit: 'seconds',
    n: ['first_response_chats'],
    better: 'lower',
    meaning: 'Nine in ten first responses took no longer than this (interpolated as by PERCENTILE.INC).',
  },
  {
    id: 'first_response_within_target_rate',
    label: 'Within target (of answered)',
    unit: 'rate',
    n: ['first_response_chats'],
    better: 'higher',
    meaning:
      'First responses within {response_target} / chats with a first response time. A chat without a reply is not in it: Without a Reply counts those.',
  },
  {
    id: 'unanswered_chats',
    label: 'Without a Reply',
    unit: 'count',
    better: 'lower',
    meaning:
      'Chats closed by an agent without a first response time: each missed the target, and none is in Within target (of answered).',
  },
];

const resolution: readonly Metric[] = [
  {
    id: 'resolution_chats',
    label: 'n (Resolution)',
    unit: 'count',
    meaning: 'Chats with an end: the n of the three figures that follow.',
  },
  {
    id: 'resolution_avg_seconds',
    label: 'Avg Agent Chat Resolution Time (seconds)',
    short: 'Avg resolution (seconds)',
    unit: 'seconds',
    isMain: true,
    n: ['resolution_chats'],
    better: 'lower',
    meaning: 'Mean time from the start of the chat to its end.',
  },
  {
    id: 'resolution_median_seconds',
    label: 'Median Agent Chat Resolution Time (seconds)',
    unit: 'seconds',
    n: ['resolution_chats'],
    better: 'lower',
    meaning: 'Half of the chats took no longer than this from start to end.',
  },
  {
    id: 'resolution_p90_seconds',
    label: '90th percentile Agent Chat Resolution Time (seconds)',
    unit: 'seconds',
    n: ['resolution_chats'],
    better: 'lower',
    meaning:
      'Nine in ten chats took no longer than this from start to end (interpolated as by PERCENTILE.INC).',
  },
];

const handling: readonly Metric[] = [
  { id: 'handle_chats', label: 'n (Handle)', unit: 'count', meaning: 'Chats with an assignment and an end.' },
  {
    id: 'handle_avg_seconds',
    label: 'Avg Handle Time (seconds)',
    unit: 'seconds',
    n: ['handle_chats'],
    better: 'lower',
    meaning: 'Mean time from assignment to the end of the chat.',
  },
  { id: 'wait_chats', label: 'n (Wait)', unit: 'count', meaning: 'Chats with an assignment.' },
  {
    id: 'wait_avg_seconds',
    label: 'Avg Wait for Agent (seconds)',
    unit: 'seconds',
    n: ['wait_chats'],
    better: 'lower',
    meaning: 'Mean time from the start of the chat to its assignment.',
  },
  {
    id: 'customer_wait_avg_seconds',
    label: 'Avg Wait for a Reply (seconds)',
    unit: 'seconds',
    n: ['first_response_chats', 'wait_chats'],
    better: 'lower',
    meaning:
      'Mean time from the start of the chat to the first reply of the agent, over chats with both an assignment and a first response time.',
  },
];

const csat: readonly Metric[] = [
  {
    id: 'csat_avg',
    label: 'Average Agent CSAT Score',
    short: 'Agent CSAT, mean',
    unit: 'score',
    isMain: true,
    n: ['csat_rated_chats'],
    better: 'higher',
    meaning: 'Mean of the ratings, on the scale {csat_scale}.',
  },
  { id: 'csat_rated_chats', label: 'Rated Chats', unit: 'count', meaning: 'Chats with a rating.' },
  {
    id: 'csat_response_rate',
    label: 'Response Rate',
    unit: 'rate',
    n: ['chats_resolved'],
    better: 'higher',
    made: { ratio: ['csat_rated_chats', 'chats_resolved'] },
    meaning: 'Rated Chats / Closed by Agents.',
  },
  {
    id: 'csat_satisfied_rate',
    label: 'CSAT %',
    short: 'Agent CSAT',
    unit: 'rate',
    isMain: true,
    n: ['csat_rated_chats'],
    better: 'higher',
    isSatisfaction: true,
    meaning: 'Ratings of {csat_satisfied} or more / Rated Chats.',
  },
  {
    id: 'csat_avg_business_hours',
    label: 'Business Hours CSAT {business_hours}',
    unit: 'score',
    n: ['csat_rated_chats_business_hours'],
    better: 'higher',
    meaning: 'Mean rating of the chats that start in business hours: {business_hours_in_words}.',
  },
  {
    id: 'csat_rated_chats_business_hours',
    label: 'n (Business Hours CSAT)',
    unit: 'count',
    meaning: 'Rated chats that start in business hours.',
  },
  {
    id: 'csat_avg_outside_business_hours',
    label: 'Outside Business Hours CSAT',
    unit: 'score',
    n: ['csat_rated_chats_outside_business_hours'],
    better: 'higher',
    meaning: 'Mean rating of the chats that start outside business hours.',
  },
  {
    id: 'csat_rated_chats_outside_business_hours',
    label: 'n (Outside Business Hours CSAT)',
    unit: 'count',
    meaning: 'Rated chats that start outside business hours.',
  },
];

/** The figures of agents in parts that fit on a page. */
export const agentParts = [
  { id: 'response', title: 'first response', columns: [volume, ...grouped('First response', response)] },
  {
    id: 'resolution',
    title: 'resolution, handling and waiting',
    columns: [...grouped('Resolution', resolution), ...grouped('Handling and waiting', handling)],
  },
  { id: 'csat', title: 'customer satisfaction', columns: grouped('Customer satisfaction', csat) },
] as const;

const measures = agentParts.flatMap(({ columns }) => columns);

/** Columns of `agent_metrics` (metrics.md, section 6). */
export const agentMetricsColumns: readonly Metric[] = [agentColumn, ...measures];

/** Columns of `agent_metrics_by_period`. */
export const agentMetricsByPeriodColumns: readonly Metric[] = [...periodColumns, agentColumn, ...measures];
