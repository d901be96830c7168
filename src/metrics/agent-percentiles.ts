import type { Sql } from '../engines/engine.js';

const measures = ['first_response_seconds', 'resolution_seconds'] as const;
const groupings = [[], ['agent_ordinal'], ['period_start'], ['period_start', 'agent_ordinal']] as const;

type Measure = (typeof measures)[number];
type Grouping = (typeof groupings)[number];

/** So many chats are held in memory eight times over. */
const fewChats = 100_000;

/**
 * Makes the relation `agent_percentiles` of the relation `chats`: medians and 90th percentiles of agents' durations over all,
 * per agent, per period, and per agent and period. Exact ones hold every duration of their groups in memory: where chats are
 * many, each is a statement of its own, so that only 8 bytes a chat are held at a time. `agent_sums` tells how many there are.
 */
export async function makeAgentPercentiles(engine: Sql, few = fewChats): Promise<void> {
  const [row] = await engine.query('select coalesce(sum(chats), 0) as chats from agent_sums');
  if (Number(row?.['chats']) <= few) return makePercentiles(engine, 'agent_percentiles', measures, groupings);
  const parts: string[] = [];
  for (const measure of measures) {
    for (const grouping of groupings) {
      const name = `agent_percentiles_${String(parts.length)}`;
      await makePercentiles(engine, name, [measure], [grouping]);
      parts.push(`select * from ${name}`);
    }
  }
  const columns = measures.flatMap(namesOf).map((name) => `max(${name}) as ${name}`);
  await engine.createTable(
    'agent_percentiles',
    `with parts as (${parts.join(' union all ')})
    select period_start, agent_ordinal, ${columns.join(', ')} from parts group by period_start, agent_ordinal`,
  );
}

function makePercentiles(
  engine: Sql,
  name: string,
  wanted: readonly Measure[],
  sets: readonly Grouping[],
): Promise<void> {
  const columns = measures.flatMap((measure) => {
    const [median, p90] = namesOf(measure);
    return wanted.includes(measure)
      ? [`${ofSome(measure, 'p50')} as ${median}`, `${ofSome(measure, 'p90')} as ${p90}`]
      : [`cast(null as double) as ${median}`, `cast(null as double) as ${p90}`];
  });
  const hasKey = (key: string): boolean => sets.some((set: readonly string[]) => set.includes(key));
  const keys = (['period_start', 'agent_ordinal'] as const).map((key) =>
    hasKey(key) ? key : `cast(null as ${keyTypes[key]}) as ${key}`,
  );
  const groups = sets.map((set) => `(${set.join(', ')})`);
  return engine.createTable(
    name,
    `select ${[...keys, ...columns].join(', ')} from chats
    where is_closed_by_agent and (${wanted.map((measure) => `${measure} is not null`).join(' or ')})
    ${groups.join() === '()' ? '' : `group by grouping sets (${groups.join(', ')})`}`,
  );
}

/** A percentile of a measure: null where no chat has one, on every engine. */
function ofSome(measure: Measure, percentile: string): string {
  return `case when count(${measure}) > 0 then ${percentile}(${measure}) end`;
}

const keyTypes = { period_start: 'date', agent_ordinal: 'integer' };

function namesOf(measure: Measure): [median: string, p90: string] {
  const name = measure.replace('_seconds', '');
  return [`${name}_median_seconds`, `${name}_p90_seconds`];
}
