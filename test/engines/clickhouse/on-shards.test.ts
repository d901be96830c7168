import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ClickHouse, ClickHouseSettings } from '../../../src/engines/clickhouse/clickhouse-engine.js';
import { byShard } from '../../../src/engines/clickhouse/table-sql.js';
import { fileSource } from '../../../src/engines/duckdb/files.js';
import { sampleCsv, type ReportOptionsSpec } from '../../../src/index.js';
import { parseOptions } from '../../../src/options/options.js';
import { readingChoices } from '../../../src/report/reading/choices.js';
import { tempFiles } from '../../reading/temp-files.js';
import { isLong } from '../../tiers.js';
import { differences } from '../same-report.js';
import { withChats, type ReportWithChats } from '../with-chats.js';
import { momentOf } from './moment-of.js';
import { serverDesk } from './server-desk.js';
import { told } from './told.js';
import { twoShards } from './two-shards.js';

const files = tempFiles();
const desk = serverDesk(twoShards);

/** A third of the rows comes twice, the other time with another end, user and closer, or without a chat; some values are faulty. */
beforeAll(async () => {
  const path = await files.write([...sampleCsv({ chats: 900, seed: 11, from: '2026-02-02' })].join(''));
  await desk.server.run(`create table default.chats engine = MergeTree order by tuple() as
    with rowNumberInAllBlocks() as n, ${momentOf('ChatStartTime')} as start
    select toNullable(toString(RoomCode)) as chat_id, UserId as user_id, toLowCardinality(ClosedBy) as closed_by, ClosingComment as closing_reason,
      start as started_at, if(n % 50 = 7, start - 60, ${momentOf('ChatEndTime')}) as ended_at,
      ${momentOf('AgentAssignmentTimestamp')} as assigned_at,
      if(n % 40 = 3, '-5', AgentFirstResponseTime) as agent_first_response_seconds,
      if(n % 30 = 1, 'well', toString(CsatScore)) as csat_score
    from file('${path}', 'CSVWithNames')
    settings input_format_try_infer_datetimes = 0, schema_inference_make_columns_nullable = 1`);
  await desk.server
    .run(`insert into default.chats select if(cityHash64(chat_id) % 4 = 0, null, chat_id), reverse(user_id), 'Asha',
    closing_reason, started_at, ended_at + 60, assigned_at, agent_first_response_seconds, csat_score
    from default.chats where cityHash64(chat_id) % 3 = 0`);
  // a date that nobody has set makes the days of the table many
  await desk.server.run(
    `insert into default.chats (chat_id, started_at) values ('unset', toDateTime('1970-01-01 00:00:01', 'UTC'))`,
  );
  // by chat and user: rows of one chat are on both shards
  await desk.server.run(`create view default.part as select * from default.chats
    where cityHash64(coalesce(chat_id, ''), coalesce(user_id, '')) % 2 = shardNum() - 1`);
  const spread = (name: string, cluster: string): Promise<string> =>
    desk.server.run(
      `create table default.${name} as default.part engine = Distributed('${cluster}', 'default', 'part')`,
    );
  await spread('spread', 'two');
  await spread('named', '{cluster}');
  await desk.server.run('create view default.seen as select * from default.spread');
  await desk.server.run(
    `create table default.texts_part engine = MergeTree order by tuple() as
    select * replace (formatDateTime(started_at, '%Y-%m-%d %H:%i:%S') as started_at) from default.chats limit 5`,
  );
  await desk.server.run(
    "create table default.texts as default.texts_part engine = Distributed('two', 'default', 'texts_part')",
  );
  await spread('once_more', 'again');
  await spread('distant', 'far');
  await spread('both', 'round');
});
afterEach(() => {
  desk.server.asked.length = 0;
});

const open = (changed: Partial<ClickHouseSettings> = {}): Promise<ClickHouse> =>
  desk.open('HOST/default', { onShards: true, ...changed });

async function reportOf(
  { engine, table }: ClickHouse,
  name = 'default.spread',
  options: ReportOptionsSpec = { from: '2026-02-02' },
): Promise<ReportWithChats> {
  const source = await table(name, readingChoices(parseOptions(options)));
  return withChats([source], options, engine);
}

/** What a report says, but for what depends on how rows are numbered. */
function comparable({ report, chats }: ReportWithChats): unknown {
  const { warnings, notes, rejected_examples: rejected, ...rows } = report.data_quality;
  return {
    tables: report.tables,
    rows,
    warnings: warnings.map(({ kind, rows: many }) => [kind, many]),
    others: [notes.length, rejected.length],
    chats: [...chats].sort((one, other) => Number(one['chat_id']) - Number(other['chat_id'])),
  };
}

/** The report of the spread table, which must be that of the table as one. */
async function compared(name: string, options: ReportOptionsSpec): Promise<ReportWithChats> {
  const plain = await open({ onShards: false });
  const whole = await reportOf(plain, 'default.chats', options).finally(() => plain.engine.close());
  const spread = await open();
  const parts = await reportOf(spread, name, options).finally(() => spread.engine.close());
  expect(differences(comparable(whole), comparable(parts))).toEqual([]);
  return parts;
}

describe(
  'the report of a table whose shards compute is that of the table as one',
  { timeout: 180_000 },
  () => {
    it.runIf(isLong)('where rows of a chat are on both shards, and rows and values are faulty', async () => {
      const { report, chats } = await compared('default.spread', { from: '2026-02-02' });
      const { data_quality: rows } = report;
      expect(rows.rows_duplicate).toBeGreaterThan(100);
      expect(rows.rows_rejected).toBeGreaterThan(50);
      expect(rows.warnings.map(({ kind }) => kind)).toEqual(
        expect.arrayContaining(['ended_before_started', 'negative_duration', 'unreadable_rating']),
      );
      expect(chats).toHaveLength(rows.rows_used);
    });

    it('in another zone, of a range, of one agent, by month, of a cluster that each server names by a macro', async () => {
      const { report } = await compared('named', {
        timezone: 'America/New_York',
        from: '2026-02-04',
        agent: ['Asha'],
        period: 'month',
      });
      expect(report.data_quality.rows_filtered_out).toBeGreaterThan(100);
      expect(report.data_quality.rows_out_of_range).toBeGreaterThan(50);
      expect(report.tables.agent_metrics).toHaveLength(2);
    });
  },
);

/** Statements that make no table, by words that they have. */
const others = {
  chat_rows: 'started_at_utc',
  rejected_rows: 'unreadable started_at',
  row_counts: 'duplicate_equal',
  row_warnings: 'rows_of_kind',
};

/** What a statement makes or asks for. */
function nameOf(query: string): string {
  const made = /^create table \S+?__(\w+?)_\d+(?:__on_two)?`/.exec(query)?.[1];
  return made ?? Object.entries(others).find(([, words]) => query.includes(words))?.[0] ?? 'other';
}

/** Steps of a plan that put rows of several shards together. */
const joining = /^(MergingAggregated|Aggregating|Window|Join)/;

/** What the server that is asked does first with rows of the shards; "unknown" where a plan needs a second server. */
async function firstSteps(query: string): Promise<string[]> {
  const select = query.replace(/^create table \S+\s+engine = \w+ order by tuple\(\) as/, '');
  const explain = `explain actions = 0, compact = 0, pretty = 0 ${select.replace(/FORMAT \w+\s*$/, '')}`;
  const plan = await desk.server
    .run(`${explain} settings prefer_localhost_replica = 0 format TSVRaw`)
    .catch((error: unknown) => (String(error).includes('Connection refused') ? 'unknown' : String(error)));
  if (!plan.includes('\n')) return [plan];
  const steps = plan.split('\n').map((line) => ({ depth: line.search(/\S/), step: line.trim() }));
  return steps.flatMap(({ step, depth }, at) => {
    if (!step.startsWith('ReadFromRemote')) return [];
    let inner = depth;
    for (const above of steps.slice(0, at).reverse()) {
      if (above.depth >= inner) continue;
      inner = above.depth;
      const found = joining.exec(above.step)?.[1];
      if (found !== undefined) return [found];
    }
    return ['none'];
  });
}

/** Of a report's statements: the server that is asked puts in order repeated rows, chats of agents, and faulty values, no more. */
async function expectGroupedOnShards(queries: readonly string[]): Promise<void> {
  const read = queries.filter((query) => query.includes("cluster('two'") && !query.includes(' on cluster '));
  expect(read.length).toBeGreaterThan(15);
  const found: string[] = [];
  for (const query of read) {
    const steps = new Set(await firstSteps(query));
    for (const step of [...steps].filter((one) => one !== 'MergingAggregated'))
      found.push(`${nameOf(query)}: ${step}`);
  }
  expect(found.sort()).toEqual([
    'agent_shifts: Window',
    'chat_rows: none',
    'duplicate_rows: Window',
    'rejected_rows: none',
    'rejected_rows: unknown',
    'row_warnings: Join', // with the options, of the few faulty values
    'row_warnings: Window',
  ]);
}

describe('of a report on shards', { timeout: 180_000 }, () => {
  it('each shard keeps its rows, chats and faulty rows, with copies of what they need, and nothing stays behind; the shards group what is grouped', async () => {
    const spread = await open();
    await reportOf(spread);
    const queries = desk.server.asked.map(({ query }) => query);
    const made = desk.server.asked.filter(({ query }) => / on cluster `two`\s+engine/.test(query));
    expect([...new Set(made.map(({ query }) => nameOf(query)))].sort()).toEqual([
      'business_minutes',
      'chat_facts',
      'closers',
      'duplicate_rows',
      'faulty_rows',
      'raw_table_0',
      'reasons',
      'zone_days',
    ]);
    expect(made.every(({ settings }) => settings['distributed_ddl_task_timeout'] === '-1')).toBe(true);
    expect(desk.server.asked.every(({ settings }) => settings['load_balancing'] === 'in_order')).toBe(true);
    expect((await desk.scratchTables()).length).toBeGreaterThan(20);
    const otherTypes = `select name from system.columns where match(table, '^chat_metrics_run_.*__(closers|duplicate_rows)_')
      group by name having count(distinct type) > 1`;
    expect(await desk.server.run(otherTypes)).toBe('');
    await expectGroupedOnShards(queries);
    await spread.engine.close();
    expect(await desk.scratchTables()).toEqual([]);
    const dropped = desk.server.asked.filter(({ query }) => /^drop.*__on_two` on cluster `two`$/.test(query));
    expect(dropped.length).toBeGreaterThanOrEqual(made.length);
  });

  it('tables are gone after one that failed', async () => {
    desk.server.interfere(({ query }) =>
      query.includes('__agent_shifts_') ? { code: 999_999, type: 'SOME', message: 'Some words.' } : null,
    );
    const spread = await open();
    await expect(reportOf(spread)).rejects.toThrow('Some words.');
    await spread.engine.close();
    expect(await desk.scratchTables()).toEqual([]);
  });

  it('a table whose making was stopped is dropped: its servers may make it all the same', async () => {
    desk.server.interfere(({ query }) =>
      query.includes('__raw_table_0_1__on_two` on cluster') ? 'never' : null,
    );
    const spread = await open();
    const report = told(reportOf(spread));
    await desk.asked('__raw_table_0_1__on_two` on cluster');
    spread.engine.cancel();
    expect(await report).toMatchObject({ code: 'cancelled' });
    desk.server.asked.length = 0;
    desk.server.interfere(() => null);
    await spread.engine.close();
    const dropped = desk.server.asked.filter(({ query }) =>
      /^drop.*__raw_table_0_1__on_two` on cluster `two`$/.test(query),
    );
    expect(dropped).toHaveLength(1);
  });

  it('tables of a run that was killed are dropped on every server by the next one, but not where its lease cannot be seen', async () => {
    const dead = await open({ lease: { owner: 'elsewhere' } });
    await reportOf(dead);
    const left = await desk.scratchTables();
    const lease = left.find((name) => name.endsWith('__lease')) ?? '';
    await desk.server.run(`truncate table default.${lease}`);
    await desk.server.run(`insert into default.${lease} values (now() - 1, 'elsewhere')`);
    desk.server.asked.length = 0;
    await (await open()).engine.close();
    expect(await desk.scratchTables()).toEqual([]);
    expect(
      desk.server.asked.filter(({ query }) => /^drop.* on cluster `two`$/.test(query)).length,
    ).toBeGreaterThan(6);
    await dead.engine.close();
    const abandoned = 'chat_metrics_run_abc_01234567__chat_facts_1__on_two';
    await desk.server.run('create database scratch'); // chdb does not date the tables of "default"
    await desk.server.run(`create table scratch.${abandoned} (x Int8) engine = MergeTree order by tuple()`);
    await new Promise((resolve) => setTimeout(resolve, 2100)); // names are dated to the second
    await (await open({ scratch: 'scratch', lease: { leaseSeconds: 1 } })).engine.close();
    expect(await desk.scratchTables()).toEqual([abandoned]);
    await desk.server.run('drop database scratch');
  });
});

describe('people are told', () => {
  const ofTable = async (name: string): Promise<{ code: string; text: string }> => {
    const spread = await open();
    return told(reportOf(spread, name)).finally(() => spread.engine.close());
  };

  it.each(['default.chats', 'seen', "remote('localhost', default.part)", 'default.nowhere'])(
    'that %s is not spread over shards',
    async (name) => {
      const { code, text } = await ofTable(name);
      expect(code).toBe('not_spread');
      expect(text).toContain('is not a table that is spread over shards (ENGINE = Distributed)');
      expect(text).toContain('Leave --on-shards out');
    },
  );

  it('that the rows of a file, or of a table whose dates are text, are not on the shards', async () => {
    const { engine } = await open();
    const file = await fileSource(
      await files.write([...sampleCsv({ chats: 9, seed: 1 })].join('')),
      'mine.csv',
    );
    const found = await told(withChats([file], {}, engine).finally(() => engine.close()));
    expect(found).toMatchObject({ code: 'not_on_shards', exitCode: 3 });
    expect(found.text).toContain('--on-shards: the rows of mine.csv are not on the shards');
    expect(await ofTable('texts')).toMatchObject({ code: 'not_on_shards' });
  });

  it('that the server is none of the cluster', async () => {
    const { code, text } = await ofTable('distant');
    expect(code).toBe('not_of_cluster');
    expect(text).toContain('is none of the servers of the cluster "far"');
  });

  it('that a server has several shards', async () => {
    const { code, text } = await ofTable('both');
    expect(code).toBe('several_shards_a_server');
    expect(text).toContain('Leave --on-shards out');
  });

  it('that tables are spread over several clusters', async () => {
    const { engine, table } = await open();
    const choices = readingChoices(parseOptions({}));
    const sources = [await table('spread', choices), await table('once_more', choices)];
    const found = await told(withChats(sources, {}, engine).finally(() => engine.close()));
    expect(found).toMatchObject({ code: 'several_clusters', exitCode: 2 });
    expect(found.text).toContain('"two" and "again"');
  });

  it.each([
    [392, 'Replicated DDL queries are disabled.', 'no_cluster_statements', 'distributed_ddl and Keeper'],
    [225, 'No ZooKeeper.', 'no_cluster_statements', 'Keeper'],
    [
      497,
      "default: Not enough privileges. To execute this query, it's necessary to have the grant CLUSTER ON *.*.",
      'no_right',
      'GRANT CLUSTER ON *.* TO default',
    ],
  ])('what to do when a statement for all servers fails: %i %s', async (code, message, expected, hint) => {
    desk.server.interfere(({ query }) =>
      / on cluster `two`\s+engine/.test(query) ? { code, type: 'SOME', message } : null,
    );
    const found = await ofTable('default.spread');
    expect(found.code).toBe(expected);
    expect(found.text).toContain(hint);
  });

  it('that a shard cannot find itself in the cluster', async () => {
    const select = `select ${byShard('nowhere').bucket('7')} as bucket`;
    await expect(desk.server.run(select)).rejects.toThrow('none of the first 256 shards');
    desk.server.interfere(({ query }) =>
      query.includes('__raw_table_0')
        ? { code: 395, type: 'SOME', message: 'This server is none of the first 256 shards of the cluster.' }
        : null,
    );
    const { code, text } = await ofTable('default.spread');
    expect(code).toBe('unknown_shard');
    expect(text).toContain('is_local = 1');
  });

  it('that temporary tables need a right', async () => {
    const found = await told(desk.open('reader@HOST/default', { onShards: true, password: 'r' }));
    expect(found).toMatchObject({ code: 'no_scratch', exitCode: 3 });
    expect(found.text).toContain('GRANT CLUSTER ON *.* TO reader');
  });
});
