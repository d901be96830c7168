import type { Engine } from '../engines/engine.js';

const measures = ['first_response_seconds', 'resolution_seconds'] as const;
const groupings = [[], ['agent_ordinal'], ['period_start'], ['period_start', 'agent_ordinal']] as const;

/**
 * Makes the relation `agent_percentiles` of the relation `chats`: medians and 90th percentiles of agents' durations over all,
 * per agent, per period, and per agent and period. Exact ones hold every duration of their groups in memory: each is a
 * statement of its own, so that only 8 bytes a chat are held at a time.
 */
export async function makeAgentPercentiles(engine: Engine): Promise<void> {
  const parts: string[] = [];
  for (const measure of measures) {
    for (const keys of groupings) {
      const name = `agent_percentiles_${String(parts.length)}`;
      await engine.createTable(name, percentilesSql(measure, keys));
      parts.push(`select * from ${name}`);
    }
  }
  await engine.createView('agent_percentiles', parts.join(' union all '));
}

function percentilesSql(measure: string, keys: readonly string[]): string {
  const column = (name: string, type: string): string =>
    keys.includes(name) ? name : `cast(null as ${type}) as ${name}`;
  const groups = keys.length > 0 ? `group by ${keys.join(', ')}` : 'having count(*) > 0';
  return `select ${column('period_start', 'date')}, ${column('agent_ordinal', 'integer')}, '${measure}' as measure,
      p50(${measure}) as median_seconds, p90(${measure}) as p90_seconds
    from chats where is_closed_by_agent and ${measure} is not null ${groups}`;
}
