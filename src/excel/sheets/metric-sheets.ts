import type { TableSheetSpec } from './table-spec.js';
import { addComparedOverall } from './compared-overall.js';

/** Chats by period. */
export const chatMetrics: TableSheetSpec = {
  id: 'chat_metrics',
  explanation: 'How many chats came in and how many of them the bot dealt with, in each period.',
  pictures: ['periods', 'closersByPeriod'],
  below: addComparedOverall('chat_metrics', 'period_label'),
};

/** Agents over the whole range. */
export const agentMetrics: TableSheetSpec = {
  id: 'agent_metrics',
  explanation:
    'Speed and satisfaction of each agent, over the chats that agents closed. Every n is the number of chats behind the figures after it.',
  pictures: ['agentsByCsat', 'agentsByResponse', 'agentsByResolution', 'csatHours'],
  below: addComparedOverall('agent_metrics', 'agent'),
};

/** Agents in each period. */
export const agentMetricsByPeriod: TableSheetSpec = {
  id: 'agent_metrics_by_period',
  explanation: 'The same figures in each period: first all agents, then each agent.',
  pictures: ['agentsByPeriod'],
};

/** Chats by half hour of the day. */
export const halfHourlyChats: TableSheetSpec = {
  id: 'half_hourly_chats',
  explanation: 'When chats start, by half hour of the day, over all days of the range.',
  pictures: ['halfHours'],
  onePage: true,
  place: 'beside',
};

/** Working time of agents. */
export const agentActivity: TableSheetSpec = {
  id: 'agent_activity',
  explanation:
    'How long agents were busy with chats, as h:mm:ss. Chats that overlap count once in Active Time.',
  pictures: ['activity'],
};

/** Working time of agents, shift by shift. */
export const agentActivityByShift: TableSheetSpec = {
  id: 'agent_activity_by_shift',
  explanation: 'The same times, shift by shift, as h:mm:ss.',
};

/** Why chats were closed. */
export const closingReasons: TableSheetSpec = {
  id: 'closing_reasons',
  explanation: 'Why chats were closed, the most frequent reason first.',
  pictures: ['reasons'],
  place: 'beside',
};
