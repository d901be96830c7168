import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ClickHouse, ClickHouseSettings } from '../../../src/engines/clickhouse/clickhouse-engine.js';
import { ownerOf } from '../../../src/engines/clickhouse/run-owner.js';
import { serverAddress } from '../../../src/engines/clickhouse/server-address.js';
import { settings } from '../../../src/engines/clickhouse/settings.js';
import { fileSource } from '../../../src/engines/duckdb/files.js';
import { sampleCsv, UserError } from '../../../src/index.js';
import { tempFiles } from '../../reading/temp-files.js';
import { withChats } from '../with-chats.js';
import { serverDesk } from './server-desk.js';

const files = tempFiles();
const desk = serverDesk();
const { asked, scratchTables } = desk;
beforeAll(() => desk.server.run('create database scratch'));
afterEach(async () => {
  for (const name of await scratchTables()) await desk.server.run(`drop table scratch.${name}`);
  await desk.server.run('drop table if exists scratch.somebodys');
});

const open = (changed: Partial<ClickHouseSettings> = {}, more = ''): Promise<ClickHouse> =>
  desk.open(`HOST/default${more}`, { scratch: 'scratch', ...changed });

const sample = async (chats = 50): Promise<string> =>
  files.write([...sampleCsv({ chats, seed: 1, from: '2026-02-02' })].join(''));

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'fine',
    (error: unknown) => (error instanceof UserError ? error.code : String(error)),
  );

describe('every statement', () => {
  it('has all of our settings, those of the address and the time limit', async () => {
    desk.server.asked.length = 0;
    const { engine } = await open({ queryTimeout: 600 }, '?max_threads=3');
    await withChats([await fileSource(await sample(), 'a.csv')], {}, engine);
    await engine.close();
    const wanted = Object.entries({ ...settings, max_threads: 3, max_execution_time: 600 });
    expect(desk.server.asked.length).toBeGreaterThan(30);
    for (const one of desk.server.asked) {
      expect(one.settings).toMatchObject(
        Object.fromEntries(wanted.map(([name, value]) => [name, String(value)])),
      );
    }
  });
});

/** As if the run was another computer's: whether it is alive cannot be told from here. */
const elsewhere = { owner: 'elsewhere' };

describe('temporary tables', () => {
  it('are made in the scratch database alone, by names of the run, and are gone at its end', async () => {
    desk.server.asked.length = 0;
    const { engine } = await open();
    await withChats([await fileSource(await sample(), 'a.csv')], {}, engine);
    const during = await scratchTables();
    expect(during.length).toBeGreaterThan(10);
    expect(during.every((name) => /^chat_metrics_run_[0-9a-z]+_[0-9a-f]{8}__\w+$/.test(name))).toBe(true);
    await engine.close();
    expect(await scratchTables()).toEqual([]);
    const making = desk.server.asked.filter(({ query }) => /^(create|insert|drop)/i.test(query));
    expect(
      making.every(({ query }) =>
        /^(create table|insert into|drop table if exists) `scratch`\.`chat_metrics_run_/i.test(query),
      ),
    ).toBe(true);
  });

  it('are gone after a statement that failed, and after one that was stopped', async () => {
    for (const end of ['fail', 'cancel']) {
      desk.server.asked.length = 0;
      desk.server.interfere(({ query }) =>
        query.includes('__agent_shifts_')
          ? end === 'cancel'
            ? 'never'
            : { code: 999, type: 'SOME', message: 'Some words.' }
          : null,
      );
      const { engine } = await open();
      const report = codeOf(withChats([await fileSource(await sample(), 'a.csv')], {}, engine));
      if (end === 'cancel') {
        await asked('__agent_shifts_');
        engine.cancel();
      }
      expect(await report).toBe(end === 'cancel' ? 'cancelled' : 'server_error');
      expect((await scratchTables()).length).toBeGreaterThan(5);
      await engine.close();
      expect(await scratchTables()).toEqual([]);
    }
  });

  it('of a run elsewhere that was killed are dropped by the next run, but not before its lease is over', async () => {
    const dead = await open({ lease: elsewhere });
    await dead.engine.createTable('left', 'select 1 as x');
    const left = await scratchTables();
    expect(left).toHaveLength(2);
    await (await open()).engine.close();
    expect(await scratchTables()).toEqual(left);
    const lease = left.find((name) => name.endsWith('__lease')) ?? '';
    await desk.server.run(`truncate table scratch.${lease}`);
    await desk.server.run(`insert into scratch.${lease} values (now() - 1, 'elsewhere')`);
    await (await open()).engine.close();
    expect(await scratchTables()).toEqual([]);
    await dead.engine.close();
  });

  it('of a run on this computer stay while its process runs, and go at once when it does not', async () => {
    const sleeper = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)']);
    const owner = ownerOf(sleeper.pid ?? 0);
    const lease = (run: string, until: string, whose: string): Promise<string> =>
      desk.server
        .run(`create table scratch.chat_metrics_run_${run}_01234567__lease engine = MergeTree order by tuple()
        as select now() + ${until} as alive_until, '${whose}' as owner`);
    await lease('overslept', '-1', owner);
    await lease('reused', '1000', owner.replace(/\d+$/, '1'));
    await (await open()).engine.close();
    expect(await scratchTables()).toEqual(['chat_metrics_run_overslept_01234567__lease']);
    sleeper.kill('SIGKILL');
    await once(sleeper, 'close');
    await (await open()).engine.close();
    expect(await scratchTables()).toEqual([]);
  });

  it('whose lease was never written are dropped once they are old, and others of that database never', async () => {
    await desk.server.run('create table scratch.somebodys (x Int8) engine = MergeTree order by tuple()');
    await desk.server.run(
      'create table scratch.chat_metrics_run_abc_01234567__chats_1 (x Int8) engine = MergeTree order by tuple()',
    );
    await desk.server.run(
      'create table scratch.chat_metrics_run_abd_01234567__lease (alive_until DateTime, owner String) engine = MergeTree order by tuple()',
    );
    const all = await scratchTables();
    await (await open()).engine.close();
    expect(await scratchTables()).toEqual(all);
    await new Promise((resolve) => setTimeout(resolve, 2100)); // names are dated to the second
    await (await open({ lease: { leaseSeconds: 1 } })).engine.close();
    expect(await scratchTables()).toEqual([]);
    expect(await desk.server.run('select count(*) from scratch.somebodys')).toBe('0\n');
  });

  it('of a run that works for long stay: it renews its lease', async () => {
    const { engine } = await open({ lease: { leaseSeconds: 2, ...elsewhere } });
    await engine.createTable('kept', 'select 7 as x');
    await new Promise((resolve) => setTimeout(resolve, 3500)); // longer than the first lease
    await (await open()).engine.close();
    expect(await engine.query('select x from kept')).toEqual([{ x: 7 }]);
    await engine.close();
  });
});

describe('a statement that is stopped', () => {
  it('is stopped on the server, by its name', async () => {
    const { engine } = await open();
    desk.server.interfere(({ query }) => (query.includes('as slow') ? 'never' : null));
    const running = codeOf(engine.query('select 1 as slow'));
    await asked('as slow');
    engine.cancel();
    expect(await running).toBe('cancelled');
    await asked('kill query where query_id in (');
    desk.server.interfere(() => null);
    expect(await engine.query('select 1 as x')).toEqual([{ x: 1 }]);
    await engine.close();
  });
});

it('an engine is closed although its server is gone', async () => {
  const { engine } = await open();
  desk.server.interfere(() => 'hang up');
  await engine.close();
});

it('without the right to make tables nothing is made', async () => {
  desk.server.asked.length = 0;
  const address = serverAddress(`clickhouse://reader@${desk.server.host}/default`);
  const { engine } = await open({ address, password: 'r' });
  await engine.insert('given', { x: 'integer', t: 'text', at: 'timestamp' }, [
    { x: 1, t: "it's \\ a\ttab", at: '1969-12-31 23:59:59' },
    { x: null, t: null, at: null },
  ]);
  await engine.insert('none', { x: 'integer' }, []);
  await engine.createTable('made', 'select x as y, t, at from given');
  await engine.createView('seen', 'select y, t, at from made where y > 0');
  expect(await engine.query('select * from seen')).toEqual([
    { y: 1, t: "it's \\ a\ttab", at: '1969-12-31 23:59:59' },
  ]);
  expect(await engine.query('select * from none')).toEqual([]);
  await engine.createTable('large', 'select generate_series as z from generate_series(1, 30000)');
  expect(await engine.query('select max(z) as z from large')).toEqual([{ z: 30_000 }]);
  await engine.close();
  expect(desk.server.asked.filter(({ query }) => /^(create|insert|drop)/i.test(query))).toEqual([]);
  expect(await scratchTables()).toEqual([]);
});
