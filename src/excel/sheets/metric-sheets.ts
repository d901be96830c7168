import type { TableSheetSpec } from './table-spec.js';
import { tabColors } from './context.js';
import { addComparedOverall } from './compared-overall.js';

const analysis = { tabColor: tabColors.analysis } as const;
const noAgents = 'No chat was closed by an agent.';
const overAgents = (row: Readonly<Record<string, unknown>>) => row['agent'] === null;
const never = () => false;

const agentGroups = {
  first_response_chats: 'First response',
  resolution_chats: 'Resolution',
  handle_chats: 'Handling and waiting',
  csat_avg: 'Customer satisfaction',
};

/** Chats by period. */
export const chatMetrics: TableSheetSpec = {
  ...analysis,
  id: 'chat_metrics',
  tableName: 'ChatMetrics',
  explanation: 'How many chats came in and how many of them the bot dealt with, in each period.',
  leading: 3,
  overallLabel: 'Overall',
  isOverall: (row) => row['period_start'] === null,
  whenEmpty: 'No chats.',
  groups: {
    incoming_chats: 'Volume and deflection',
    csat_satisfied_rate_bot: 'Bot CSAT',
  },
  pictures: ['periods', 'closersByPeriod'],
  below: addComparedOverall('chat_metrics', 'period_label'),
};

/** Agents over the whole range. */
export const agentMetrics: TableSheetSpec = {
  ...analysis,
  id: 'agent_metrics',
  tableName: 'AgentMetrics',
  explanation:
    'Speed and satisfaction of each agent, over the chats that agents closed. Every n is the number of chats behind the figures after it.',
  leading: 1,
  overallLabel: 'All agents',
  isOverall: overAgents,
  whenEmpty: noAgents,
  groups: agentGroups,
  pictures: ['agentsByCsat', 'agentsByResponse', 'agentsByResolution', 'csatHours'],
  below: addComparedOverall('agent_metrics', 'agent'),
};

/** Agents in each period. */
export const agentMetricsByPeriod: TableSheetSpec = {
  ...analysis,
  id: 'agent_metrics_by_period',
  tableName: 'AgentMetricsByPeriod',
  overallTableName: 'AllAgentsByPeriod',
  explanation: 'The same figures in each period: first all agents, then each agent.',
  leading: 5,
  overallLabel: 'All agents',
  isOverall: overAgents,
  whenEmpty: noAgents,
  groups: agentGroups,
  pictures: ['agentsByPeriod'],
};

/** Chats by half hour of the day. */
export const halfHourlyChats: TableSheetSpec = {
  ...analysis,
  id: 'half_hourly_chats',
  tableName: 'HalfHourlyChats',
  explanation: 'When chats start, by half hour of the day, over all days of the range.',
  leading: 1,
  overallLabel: 'Total',
  isOverall: never,
  totals: true,
  whenEmpty: 'No chats.',
  pictures: ['halfHours'],
  onePage: true,
  place: 'beside',
};

/** Working time of agents. */
export const agentActivity: TableSheetSpec = {
  ...analysis,
  id: 'agent_activity',
  tableName: 'AgentActivity',
  explanation:
    'How long agents were busy with chats, as h:mm:ss. Chats that overlap count once in Active Time.',
  leading: 1,
  overallLabel: 'All agents',
  isOverall: overAgents,
  whenEmpty: noAgents,
  pictures: ['activity'],
};

/** Working time of agents, shift by shift. */
export const agentActivityByShift: TableSheetSpec = {
  ...analysis,
  id: 'agent_activity_by_shift',
  tableName: 'AgentActivityByShift',
  explanation: 'The same times, shift by shift, as h:mm:ss.',
  leading: 2,
  overallLabel: 'All agents',
  isOverall: overAgents,
  whenEmpty: noAgents,
};

/** Why chats were closed. */
export const closingReasons: TableSheetSpec = {
  ...analysis,
  id: 'closing_reasons',
  tableName: 'ClosingReasons',
  explanation: 'Why chats were closed, the most frequent reason first.',
  leading: 1,
  overallLabel: 'Total',
  isOverall: never,
  totals: true,
  whenEmpty: 'No chats.',
  pictures: ['reasons'],
  place: 'beside',
};
