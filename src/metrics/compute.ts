import type { Engine, ResultRow } from '../engines/engine.js';
import activityMeasures from './activity_measures.sql?raw';
import agentActivity from './agent_activity.sql?raw';
import agentActivityByShift from './agent_activity_by_shift.sql?raw';
import agentMeasures from './agent_measures.sql?raw';
import agentMetrics from './agent_metrics.sql?raw';
import agentMetricsByPeriod from './agent_metrics_by_period.sql?raw';
import agentShifts from './agent_shifts.sql?raw';
import agentSlots from './agent_slots.sql?raw';
import { catalog, tableIds, type TableId } from './catalog.js';
import chatMetrics from './chat_metrics.sql?raw';
import closingReasons from './closing_reasons.sql?raw';
import halfHourlyChats from './half_hourly_chats.sql?raw';
import weekdayHalfHourlyChats from './weekday_half_hourly_chats.sql?raw';

/** What several metric tables are made of, in the order in which it is made. */
const steps = {
  agent_measures: agentMeasures,
  agent_shifts: agentShifts,
  activity_measures: activityMeasures,
  agent_slots: agentSlots,
};

/** The SELECT of every metric table. */
const tables: Record<TableId, string> = {
  chat_metrics: chatMetrics,
  agent_metrics: agentMetrics,
  agent_metrics_by_period: agentMetricsByPeriod,
  half_hourly_chats: halfHourlyChats,
  weekday_half_hourly_chats: weekdayHalfHourlyChats,
  closing_reasons: closingReasons,
  agent_activity: agentActivity,
  agent_activity_by_shift: agentActivityByShift,
};

/** What agents' working time is made from, and the tables of it: a large part of the work. */
const activitySteps: readonly string[] = ['agent_shifts', 'activity_measures', 'agent_slots'];
const activityTables: readonly ActivityTable[] = [
  'agent_activity',
  'agent_activity_by_shift',
  'weekday_half_hourly_chats',
];

/** The tables of working time. */
export type ActivityTables = Record<ActivityTable, ResultRow[]>;
type ActivityTable = 'agent_activity' | 'agent_activity_by_shift' | 'weekday_half_hourly_chats';

/**
 * Computes every metric table from the relation `chats`; rows have the columns of the catalog, in its order.
 * `activity` are the tables of working time, where they are known to be the same as before.
 */
export async function computeTables(
  engine: Engine,
  onTable: (name: string) => void = () => undefined,
  activity: ActivityTables | null = null,
): Promise<Record<TableId, ResultRow[]>> {
  for (const [name, select] of Object.entries(steps)) {
    if (activity && activitySteps.includes(name)) continue;
    onTable(name);
    await engine.createTable(name, select);
  }
  const known = new Map<TableId, ResultRow[]>(activity ? activityTables.map((id) => [id, activity[id]]) : []);
  const computed: [TableId, ResultRow[]][] = [];
  for (const id of tableIds) {
    onTable(id);
    const rows = known.get(id) ?? inCatalogOrder(id, await engine.query(tables[id]));
    computed.push([id, rows]);
  }
  return Object.fromEntries(computed) as Record<TableId, ResultRow[]>;
}

/** Rows whose columns are those of the catalog, in its order; copied only where they are not so already. */
function inCatalogOrder(id: TableId, rows: ResultRow[]): ResultRow[] {
  const names = catalog[id].columns.map((column) => column.id);
  if (Object.keys(rows[0] ?? {}).join() === names.join()) return rows;
  const empty: ResultRow = Object.fromEntries(names.map((name) => [name, null]));
  return rows.map((row) => {
    const ordered = { ...empty };
    for (const name of names) ordered[name] = valueOf(row, name);
    return ordered;
  });
}

function valueOf(row: ResultRow, column: string): ResultRow[string] {
  const value = row[column];
  if (value === undefined) throw new Error(`The SQL of a metric table lacks the column ${column}.`);
  return value;
}
