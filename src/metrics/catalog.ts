import { agentActivityByShiftColumns, agentActivityColumns } from './activity-metrics.js';
import { agentMetricsByPeriodColumns, agentMetricsColumns } from './agent-metrics.js';
import { chatMetricsColumns, closingReasonsColumns } from './chat-metrics.js';
import { halfHourlyColumns, weekdayHalfHourlyColumns } from './half-hour-metrics.js';
import type { MetricTable } from './metric.js';

/**
 * Every metric table of a report, in the order in which they are written, with every column named once: the headings of
 * the workbook, `chat-metrics metrics` and the documentation all come from here. Definitions: metrics.md, sections 5 to 8.
 */
export const catalog = {
  chat_metrics: {
    title: 'Chat Metrics',
    grain: 'Overall, then one row per period of the range.',
    columns: chatMetricsColumns,
  },
  agent_metrics: {
    title: 'Agent Metrics',
    grain: 'All agents, then one row per agent, over chats closed by an agent.',
    columns: agentMetricsColumns,
  },
  agent_metrics_by_period: {
    title: 'Agent Metrics by Period',
    grain: 'Per period that has one: all agents, then one row per agent.',
    columns: agentMetricsByPeriodColumns,
  },
  half_hourly_chats: {
    title: 'Half-Hourly Chats',
    grain: 'One row per half hour of the day, over all days of the range.',
    columns: halfHourlyColumns,
  },
  weekday_half_hourly_chats: {
    title: 'Weekday Heat Map',
    grain: 'One row per weekday and half hour.',
    columns: weekdayHalfHourlyColumns,
  },
  closing_reasons: {
    title: 'Closing Reasons',
    grain: 'One row per closing reason.',
    columns: closingReasonsColumns,
  },
  agent_activity: {
    title: 'Agent Activity',
    grain: 'All agents, then one row per agent, over chats closed by an agent that have an end.',
    columns: agentActivityColumns,
  },
  agent_activity_by_shift: {
    title: 'Agent Activity by Shift',
    grain: 'One row per agent and day on which a shift began.',
    columns: agentActivityByShiftColumns,
  },
} as const satisfies Record<string, MetricTable>;

export type TableId = keyof typeof catalog;

export const tableIds = Object.keys(catalog) as TableId[];
