import { createClient, type ClickHouseClient } from '@clickhouse/client';
import { createChdbConnection } from 'chdb/connection';
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ClickHouse } from '../../../src/engines/clickhouse/clickhouse-engine.js';
import { openDuckDb } from '../../../src/engines/duckdb/duckdb-engine.js';
import { fileSource } from '../../../src/engines/duckdb/files.js';
import { sampleCsv, type ReportOptionsSpec } from '../../../src/index.js';
import { parseOptions } from '../../../src/options/options.js';
import { readingChoices } from '../../../src/report/reading/choices.js';
import { tempFiles } from '../../reading/temp-files.js';
import { isLong, someOf } from '../../tiers.js';
import { differences } from '../same-report.js';
import { withChats, type ReportWithChats } from '../with-chats.js';
import { openChdb, withoutRights } from './chdb.js';
import { momentOf } from './moment-of.js';
import { objectStore } from './object-store.js';

const files = tempFiles();
const sample = [...sampleCsv({ chats: 600, seed: 7, from: '2026-02-02' })].join('');
let client: ClickHouseClient;
let path: string;
let expected: ReportWithChats;

beforeAll(async () => {
  path = await files.write(sample);
  client = createClient({ connection: createChdbConnection({ path: ':memory:' }) as never });
  const run = (query: string): Promise<unknown> => client.command({ query });
  await run('create database if not exists support');
  await run(`create table support.texts engine = MergeTree order by tuple() as
    select * from file('${path}', 'CSVWithNames') settings schema_inference_make_columns_nullable = 1, input_format_try_infer_datetimes = 0`);
  await run(`create view support.chats as select RoomCode, UserId, toLowCardinality(ClosedBy) as ClosedBy, ClosingComment,
      ${['ChatStartTime', 'ChatEndTime', 'AgentAssignmentTimestamp'].map((column) => `${momentOf(column)} as ${column}`).join(', ')},
      BotFirstResponseTime, AgentFirstResponseTime, CsatScore
    from support.texts`);
  await run(`create view support.half as select * from support.chats
    where cityHash64(RoomCode) % 2 = shardNum() - 1`);
  await run("create table support.distributed as remote('localhost,127.0.0.1', support.half)");
  const engine = await openDuckDb({ threads: 1 });
  expected = await withChats([await fileSource(path, 'sample.csv')], {}, engine);
  await engine.close();
});
afterAll(() => client.close());

async function reportOf(
  { engine, table }: ClickHouse,
  expression: string,
  options: ReportOptionsSpec = {},
): Promise<ReportWithChats> {
  try {
    const source = await table(expression, readingChoices(parseOptions(options)));
    return await withChats([source], options, engine);
  } finally {
    await engine.close();
  }
}

const figures = ({ report, chats }: ReportWithChats): unknown => ({
  tables: report.tables,
  // two chats that start in one second have no order in a table
  chats: [...chats].sort((a, b) => (String(a['chat_id']) < String(b['chat_id']) ? -1 : 1)),
  quality: {
    ...report.data_quality,
    notes: [],
    warnings: report.data_quality.warnings.map(({ kind, rows }) => [kind, rows]),
  },
});

describe('a table on the server has the figures of the file that it was made of', () => {
  it('where its dates are dates', async () => {
    const found = await reportOf(await openChdb(), 'support.chats');
    expect(differences(figures(expected), figures(found))).toEqual([]);
    expect(found.report.source).toMatchObject({ timezone: 'UTC' });
    expect(found.report.source.files[0]).toMatchObject({
      name: 'support.chats',
      kind: 'table',
      encoding: null,
      delimiter: null,
    });
  });

  it('where its dates are text: a copy of it is read', async () => {
    const found = await reportOf(await openChdb(), 'support.texts');
    expect(differences(figures(expected), figures(found))).toEqual([]);
    expect(found.report.source.files[0]).toMatchObject({
      name: 'support.texts',
      kind: 'csv',
      date_order: 'dmy',
    });
  });

  it('where it is a file that the server reads', async () => {
    const found = await reportOf(await openChdb(), `file('${path}', 'CSVWithNames')`);
    expect(differences(figures(expected), figures(found))).toEqual([]);
  });

  const patterns: [string, (at: string) => string][] = [
    ['an object store', (at) => `s3('${at}/bucket/chats-*.csv', NOSIGN, 'CSVWithNames')`],
    ['addresses', (at) => `url('${at}/bucket/chats-{1..2}.csv', 'CSVWithNames')`],
    ['a folder of the server', () => `file('${dirname(path)}/chats-*.csv', 'CSVWithNames')`],
  ];
  it.each(someOf(patterns, 1))('where the server reads files of %s by a pattern', async (_, expression) => {
    const [heading = '', ...rows] = sample.trim().split('\n');
    const half = (which: number): string =>
      `${[heading, ...rows.filter((__, at) => at % 2 === which)].join('\n')}\n`;
    const parts = { 'chats-1.csv': half(0), 'chats-2.csv': half(1) };
    for (const [name, content] of Object.entries(parts)) await files.write(content, name);
    const store = await objectStore('bucket', parts);
    const found = await reportOf(await openChdb(), expression(store.address)).finally(store.close);
    expect(differences(figures(expected), figures(found))).toEqual([]);
  });

  describe('where its rows lie on two shards', () => {
    // both are this process: each shows the half of the rows that would be its own
    const shards = "remote('localhost,127.0.0.1', support.half)";

    it.runIf(isLong)('by a table function', async () => {
      const rows = await client.query({
        query: `select shardNum() as shard, count() as n from ${shards} group by 1 order by 1`,
      });
      expect(((await rows.json()) as { data: { shard: number }[] }).data.map(({ shard }) => shard)).toEqual([
        1, 2,
      ]);
      expect(differences(figures(expected), figures(await reportOf(await openChdb(), shards)))).toEqual([]);
    });

    it('by a distributed table, without a right to make tables: nothing is made', async () => {
      const before = await tablesOf(client);
      const found = await reportOf(await withoutRights(), 'support.distributed');
      expect(differences(figures(expected), figures(found))).toEqual([]);
      expect(await tablesOf(client)).toEqual(before);
    });

    it.runIf(isLong)('by a query of each shard', async () => {
      const since = { from: '2026-02-05' };
      const query = shards.replace(
        'support.half',
        "view(select * from support.half where ChatStartTime >= '2026-02-05')",
      );
      const native = await openDuckDb({ threads: 1 });
      const later = await withChats([await fileSource(path, 'sample.csv')], since, native);
      await native.close();
      const found = await reportOf(await openChdb(), query, since);
      expect(differences(later.report.tables, found.report.tables)).toEqual([]);
      expect(found.report.data_quality.rows_read).toBe(found.report.data_quality.rows_used);
    });
  }, 180_000);
});

async function tablesOf(from: ClickHouseClient): Promise<unknown> {
  const result = await from.query({
    query: "select database, name from system.tables where database not ilike '%system%' order by all",
    format: 'JSONEachRow',
  });
  return result.json();
}
