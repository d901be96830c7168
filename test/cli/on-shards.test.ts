import { beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/report/report.js';
import { serverDesk } from '../engines/clickhouse/server-desk.js';
import { twoShards } from '../engines/clickhouse/two-shards.js';
import { desk, ended } from './program.js';

const { run, start } = desk();
const service = serverDesk(twoShards);

beforeAll(async () => {
  await service.server
    .run(`create table default.chats engine = MergeTree order by tuple() as select toString(number) as chat_id,
    concat('u', toString(number % 70)) as user_id, if(number % 3 = 0, 'System', 'Asha') as closed_by,
    toDateTime('2026-02-02 08:00:00', 'UTC') + number * 1800 as started_at, started_at + 600 as ended_at from numbers(300)`);
  await service.server.run(
    'create view default.part as select * from default.chats where cityHash64(chat_id) % 2 = shardNum() - 1',
  );
  await service.server.run(
    "create table default.spread as default.part engine = Distributed('two', default, part, cityHash64(chat_id))",
  );
});

const onServer = (...args: string[]): string[] => [
  'report',
  ...['--engine', `clickhouse://default@${service.server.host}/default`],
  ...args,
];

describe('report --on-shards', { timeout: 180_000 }, () => {
  it('makes the report of the whole table, and leaves nothing on the servers', async () => {
    const ended = await run(...onServer('--table', 'spread', '--on-shards', '--format', 'json'));
    expect([ended.code, ended.stderr]).toEqual([0, expect.not.stringContaining('Error')]);
    expect((JSON.parse(ended.stdout) as Report).tables.chat_metrics[0]).toMatchObject({
      incoming_chats: 300,
      unique_users: 70,
      closed_by_bot: 100,
    });
    expect(service.server.asked.some(({ query }) => query.includes(' on cluster `two`'))).toBe(true);
    expect(await service.scratchTables()).toEqual([]);
  });

  it('drops its tables on every server when it is interrupted', async () => {
    service.server.asked.length = 0;
    service.server.interfere(({ query }) => (/^create.*__chat_facts_/.test(query) ? 'never' : null));
    const child = start(...onServer('--table', 'spread', '--on-shards'));
    const end = ended(child);
    await service.asked('__chat_facts_');
    expect((await service.scratchTables()).length).toBeGreaterThan(3);
    child.kill('SIGINT');
    expect(await end).toMatchObject({ signal: 'SIGINT', stdout: '', stderr: '' });
    expect(await service.scratchTables()).toEqual([]);
    const dropped = service.server.asked.filter(({ query }) => / on cluster `two`$/.test(query));
    expect(dropped.some(({ query }) => query.includes('__chat_facts_'))).toBe(true);
  });
});
