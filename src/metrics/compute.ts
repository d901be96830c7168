import type { ResultRow, Sql } from '../engines/engine.js';
import activityMeasures from './activity_measures.sql?raw';
import agentActivity from './agent_activity.sql?raw';
import agentActivityByShift from './agent_activity_by_shift.sql?raw';
import { makeAgentPercentiles } from './agent-percentiles.js';
import agentFigures from './agent_figures.sql?raw';
import agentHoursMeasures from './agent_hours_measures.sql?raw';
import agentMeasures from './agent_measures.sql?raw';
import agentMetrics from './agent_metrics.sql?raw';
import agentMetricsByPeriod from './agent_metrics_by_period.sql?raw';
import agentMoments from './agent_moments.sql?raw';
import agentShifts from './agent_shifts.sql?raw';
import agentSlots from './agent_slots.sql?raw';
import agentSums from './agent_sums.sql?raw';
import { catalog, tableIds, type TableId } from './catalog.js';
import chatMetrics from './chat_metrics.sql?raw';
import closingReasons from './closing_reasons.sql?raw';
import halfHourlyChats from './half_hourly_chats.sql?raw';
import { inLanes } from './lanes.js';
import weekdayHalfHourlyChats from './weekday_half_hourly_chats.sql?raw';

/** What several metric tables are made of. */
export type StepId =
  | 'agent_sums'
  | 'agent_percentiles'
  | 'agent_measures'
  | 'agent_hours_measures'
  | 'agent_figures'
  | 'agent_shifts'
  | 'activity_measures'
  | 'agent_slots';

type Step = (engine: Sql) => Promise<void>;

const steps: Record<StepId, Step> = {
  agent_sums: table('agent_sums', agentSums),
  agent_percentiles: (engine) => makeAgentPercentiles(engine),
  agent_measures: table('agent_measures', agentMeasures),
  agent_hours_measures: table('agent_hours_measures', agentHoursMeasures),
  agent_figures: table('agent_figures', agentFigures),
  agent_shifts: table('agent_shifts', agentShifts),
  activity_measures: table('activity_measures', activityMeasures),
  agent_slots: async (engine) => {
    await engine.createView('agent_moments', agentMoments);
    await engine.createTable('agent_slots', agentSlots);
  },
};

function table(name: StepId, select: string): Step {
  return (engine) => engine.createTable(name, select);
}

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

/** What `agentRows` makes: the relations that the agent metrics are made of beside the chats. */
export const agentSteps: readonly StepId[] = [
  'agent_sums',
  'agent_percentiles',
  'agent_measures',
  'agent_hours_measures',
  'agent_figures',
];

/** What agents' working time is made from is a large part of the work. */
const activity: readonly StepId[] = ['agent_shifts', 'activity_measures', 'agent_slots'];
const none: readonly StepId[] = [];
const stepsOf: Readonly<Record<TableId, readonly StepId[]>> = {
  chat_metrics: none,
  agent_metrics: agentSteps,
  agent_metrics_by_period: agentSteps,
  half_hourly_chats: none,
  weekday_half_hourly_chats: activity,
  closing_reasons: none,
  agent_activity: activity,
  agent_activity_by_shift: activity,
};

/** Steps with the tables that are made of them. No group needs anything of another. */
const groups = [none, agentSteps, activity].map((steps) => ({
  steps,
  tables: tableIds.filter((id) => stepsOf[id] === steps),
}));

/** What is there of an earlier report: its tables, and relations that the next one can go on from. */
export interface KnownResults {
  has: (part: StepId | TableId) => boolean;
  /** What is known of a part, else what is made now. */
  make: <Value>(part: StepId | TableId, make: () => Promise<Value>) => Promise<Value>;
}

const nothing: KnownResults = { has: () => false, make: (_, make) => make() };

/** Computes every metric table from the relation `chats`; rows have the columns of the catalog, in its order. */
export async function computeTables(
  engine: Sql,
  onTable: (name: string) => void = () => undefined,
  known: KnownResults = nothing,
): Promise<Record<TableId, ResultRow[]>> {
  const computed = new Map<TableId, ResultRow[]>();
  const computeGroup = async ({ steps: needed, tables: ids }: (typeof groups)[number]): Promise<void> => {
    const isWanted = ids.some((id) => !known.has(id));
    for (const id of needed.filter((step) => isWanted && !known.has(step))) {
      onTable(id);
      await known.make(id, () => steps[id](engine));
    }
    for (const id of ids) {
      onTable(id);
      const compute = async (): Promise<ResultRow[]> => inCatalogOrder(id, await engine.query(tables[id]));
      computed.set(id, await known.make(id, compute));
    }
  };
  await inLanes(
    engine.lanes ?? 1,
    groups.map((group) => () => computeGroup(group)),
  );
  return Object.fromEntries(tableIds.map((id) => [id, computed.get(id)])) as Record<TableId, ResultRow[]>;
}

/** The rows of the agent metrics alone, from the relation `chats`. */
export async function agentRows(engine: Sql): Promise<ResultRow[]> {
  for (const id of agentSteps) await steps[id](engine);
  return engine.query(agentMetrics);
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
