import { beforeAll, describe, expect, it } from 'vitest';
import { rawColumns } from '../../../src/engines/clickhouse/raw-columns.js';
import type { Report } from '../../../src/index.js';
import { parseOptions, type ReportOptionsSpec } from '../../../src/options/options.js';
import { makeReport } from '../../../src/report/generate.js';
import { readingChoices } from '../../../src/report/reading/choices.js';
import { serverDesk } from './server-desk.js';

const desk = serverDesk();
const columns = `id String, closed_by LowCardinality(String), started_at DateTime('UTC'), ended_at Nullable(DateTime('UTC')),
  first_reply String, csat_score Nullable(Float32)`;

beforeAll(async () => {
  await desk.server.run(`create table default.chats (${columns}) engine = MergeTree order by started_at`);
  await desk.server.run(`insert into default.chats select concat(' ', toString(number), ' '),
    if(number % 3 = 0, ' System', ['Asha ', 'asha', '-', 'n/a'][1 + number % 4]),
    toDateTime('2026-02-12 10:00:00', 'UTC') + number * 3600 as start, start + 600, concat('0:0', toString(number % 9), ':30'),
    if(number % 5 = 0, null, number % 6) from numbers(90)`);
  await desk.server.run(
    'create view default.half as select * from default.chats where cityHash64(id) % 2 = shardNum() - 1',
  );
  await desk.server.run("create table default.near as remote('localhost,127.0.0.1', default.half)");
  // nothing answers at these; two shards in one process would not do: ClickHouse moves work between them and the server asked
  await desk.server.run(
    `create table default.far (${columns}) as remote('127.0.0.1:1,127.0.0.1:2', default.chats)`,
  );
});

const options: ReportOptionsSpec = {
  map: { chat_id: 'id', agent_first_response_seconds: 'first_reply' },
};

async function reportOf(name: string): Promise<Report> {
  const { engine, table } = await desk.open();
  const source = await table(name, readingChoices(parseOptions(options)));
  return makeReport([source], parseOptions(options), { engine });
}

/** The SELECT by which the rows of a table were read. */
function readingOf(name: string): string {
  const made = desk.server.asked.find(({ query }) => query.includes('__raw_table_') && query.includes(name));
  return made?.query.slice(made.query.indexOf('tuple() as ') + 'tuple() as '.length) ?? '';
}

describe('of a table on two shards', () => {
  it('the report is that of the table as one', async () => {
    const [near, whole] = [await reportOf('default.near'), await reportOf('default.chats')];
    expect(near.tables).toEqual(whole.tables);
    expect(near.data_quality.warnings.map(({ kind, rows }) => [kind, rows])).toEqual(
      whole.data_quality.warnings.map(({ kind, rows }) => [kind, rows]),
    );
    expect(whole.tables.agent_metrics[0]).toMatchObject({ chats_resolved: 31 });
  });

  it('all that rests on one row is computed by the shards, and nothing else leaves them', async () => {
    const sql = readingOf('default.near').replace('default.near', 'default.far');
    const plan = await desk.server.run(
      `explain header = 1, actions = 1, compact = 0, pretty = 0 ${sql} format TSVRaw`,
    );
    const [asked = '', shards = ''] = plan.split(/^ *ReadFromRemote.*$/m);
    const computed = new Set([...asked.matchAll(/^ *FUNCTION (\w+)/gm)].map(([, name]) => name));
    expect([...computed].map(String).sort()).toEqual(['minus', 'multiply', 'plus', 'toInt64']);
    const sent = [...shards.matchAll(/^ *(?:Header: )?(\w+) [A-Z]/gm)].map(([, name]) => name);
    expect(sent).toEqual([...Object.keys(rawColumns).slice(2), 'bucket']);
  });
});
