import { agentActivityByShiftColumns, agentActivityColumns } from './activity-metrics.js';
import { agentMetricsByPeriodColumns, agentMetricsColumns } from './agent-metrics.js';
import { chatMetricsColumns, closingReasonsColumns } from './chat-metrics.js';
import { halfHourlyColumns, weekdayHalfHourlyColumns } from './half-hour-metrics.js';
import type { Metric, MetricTable } from './metric.js';

const noChats = 'No chats.';
const noAgents = 'No chat was closed by an agent.';
/** The name of the row over all agents. */
export const allAgents = 'All agents';
const overAgents = { label: allAgents, emptyIn: 'agent' } as const;

/**
 * Every metric table of a report, in the order in which they are written, with every column named once: the headings of
 * the workbook, `chat-metrics metrics` and the documentation all come from here. Definitions: metrics.md, sections 5 to 8.
 */
const tables = {
  chat_metrics: {
    title: 'Chat Metrics',
    grain: 'Overall, then one row per period of the range.',
    columns: chatMetricsColumns,
    shown: [
      'period_label',
      'incoming_chats',
      'incoming_change_rate',
      'unique_users',
      'returning_users',
      'closed_by_bot',
      'closed_by_agents',
      'open_chats',
      'bot_deflection_rate',
      'bot_resolution_rate',
      'csat_satisfied_rate_bot',
      'csat_rated_chats_bot',
    ],
    leading: 3,
    overall: { label: 'Overall', emptyIn: 'period_start' },
    whenEmpty: noChats,
  },
  agent_metrics: {
    title: 'Agent Metrics',
    grain: 'All agents, then one row per agent, over chats closed by an agent.',
    columns: agentMetricsColumns,
    leading: 1,
    overall: overAgents,
    whenEmpty: noAgents,
  },
  agent_metrics_by_period: {
    title: 'Agent Metrics by Period',
    grain: 'Per period that has one: all agents, then one row per agent.',
    columns: agentMetricsByPeriodColumns,
    leading: 5,
    overall: { ...overAgents, isPerPeriod: true },
    whenEmpty: noAgents,
  },
  half_hourly_chats: {
    title: 'Half-Hourly Chats',
    grain: 'One row per half hour of the day, over all days of the range.',
    columns: halfHourlyColumns,
    leading: 1,
    totals: 'Total',
    whenEmpty: noChats,
  },
  weekday_half_hourly_chats: {
    title: 'Weekday Heat Map',
    grain: 'One row per weekday and half hour.',
    columns: weekdayHalfHourlyColumns,
    leading: 2,
    whenEmpty: noChats,
  },
  closing_reasons: {
    title: 'Closing Reasons',
    grain: 'One row per closing reason.',
    columns: closingReasonsColumns,
    leading: 1,
    totals: 'Total',
    whenEmpty: noChats,
  },
  agent_activity: {
    title: 'Agent Activity',
    grain: 'All agents, then one row per agent, over chats closed by an agent that have an end.',
    columns: agentActivityColumns,
    leading: 1,
    overall: overAgents,
    whenEmpty: noAgents,
  },
  agent_activity_by_shift: {
    title: 'Agent Activity by Shift',
    grain: 'One row per agent and day on which a shift began.',
    columns: agentActivityByShiftColumns,
    leading: 2,
    isOfFew: true,
    whenEmpty: noAgents,
  },
} as const satisfies Record<string, MetricTable>;

export type TableId = keyof typeof tables;

export const catalog: Readonly<Record<TableId, MetricTable>> = tables;

export const tableIds = Object.keys(catalog) as TableId[];

/** A column of a metric table by its id. */
export function metricOf(table: TableId, id: string): Metric {
  const metric = catalog[table].columns.find((column) => column.id === id);
  if (!metric) throw new Error(`the catalog has no ${table}.${id}`);
  return metric;
}

/** The ids of the columns that people are shown of a table, in their order. */
export function shownColumns(table: TableId): readonly string[] {
  const { shown, columns } = catalog[table];
  return shown ?? columns.map(({ id }) => id);
}

type Values = Readonly<Record<string, unknown>>;

/** Is a row of a table one over everything? */
export function isOverall(table: TableId, row: Values): boolean {
  const { overall } = catalog[table];
  return overall !== undefined && row[overall.emptyIn] === null;
}

/** The row over everything among the rows of a table. */
export function overallRow<Row extends Values>(table: TableId, rows: readonly Row[]): Row | undefined {
  return rows.find((row) => isOverall(table, row));
}
