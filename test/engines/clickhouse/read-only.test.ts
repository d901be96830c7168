import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { overHttp, settings } from '../../../src/engines/clickhouse/settings.js';
import { UserError } from '../../../src/errors.js';
import { parseOptions } from '../../../src/options/options.js';
import { readingChoices } from '../../../src/report/reading/choices.js';
import { withChats } from '../with-chats.js';
import { serverDesk } from './server-desk.js';

const desk = serverDesk();

/** The settings of the profile that docs/scale.md gives, by name. */
function profileOfDocs(): Map<string, string> {
  const docs = readFileSync('docs/scale.md', 'utf8');
  const list = /CREATE SETTINGS PROFILE chat_metrics SETTINGS([^;]*);/.exec(docs)?.[1] ?? '';
  return new Map(
    [...list.matchAll(/(\w+) = '?([^',\s]+)'?/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

const dates = (shape: string): string => `engine = MergeTree order by tuple() as select
  toString(number) as RoomCode, if(number % 3 = 0, 'System', 'Asha') as ClosedBy, ${shape} as ChatStartTime from (
  select number, toDateTime('2026-02-12 10:00:00', 'UTC') + number * 3600 as moment from numbers(90))`;

/** chdb keeps what is set: from here on its user is one with `readonly = 1` and the profile. */
beforeAll(async () => {
  await desk.server.run(`create table default.moments ${dates('moment')}`);
  await desk.server.run(`create table default.texts ${dates("formatDateTime(moment, '%d-%m-%Y %H:%i:%S')")}`);
  await desk.server.run('create view default.chats as select * from default.moments');
  for (const [name, value] of profileOfDocs())
    if (!(name in overHttp) && name !== 'enable_http_compression')
      await desk.server.run(`set ${name} = '${value}'`);
});

describe('the settings profile of docs/scale.md', () => {
  it('has every setting that is sent, and makes its user one who only reads', () => {
    const sent = { ...settings, ...overHttp, enable_http_compression: 1, readonly: 1 };
    const wanted = Object.entries(sent).map(([name, value]) => [name, String(value)]);
    expect(Object.fromEntries(profileOfDocs())).toEqual(Object.fromEntries(wanted));
  });
});

describe('a user with readonly = 1 and that profile', () => {
  it('may do nothing else', async () => {
    await expect(desk.server.run('create table default.x (x Int8) engine = Memory')).rejects.toThrow(
      'readonly',
    );
    await expect(desk.server.run('set join_use_nulls = 0')).rejects.toThrow('readonly');
  });

  it('gets the report of a view, by statements that only read', async () => {
    desk.server.asked.length = 0;
    const { engine, table } = await desk.open();
    const source = await table('chats', readingChoices(parseOptions({})));
    const { report, chats } = await withChats([source], {}, engine).finally(() => engine.close());
    expect(report.tables.chat_metrics[0]).toMatchObject({ incoming_chats: 90, closed_by_bot: 30 });
    expect(chats).toHaveLength(90);
    const other = desk.server.asked.filter(({ query }) => !/^\s*(select|with|describe|check)\b/.test(query));
    expect(other).toEqual([]);
  });

  it('is told why a table whose dates are text must be copied', async () => {
    const { engine, table } = await desk.open();
    const source = await table('texts', readingChoices(parseOptions({})));
    const work = withChats([source], {}, engine).finally(() => engine.close());
    const error: unknown = await work.catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'no_scratch' });
    expect((error as UserError).hint).toContain(
      'A table or view whose dates are DateTime, not text, needs no such right',
    );
  });

  it('is told which setting may not be changed, and of the profile', async () => {
    const error: unknown = await desk.open('HOST/default?max_threads=1').catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(UserError);
    const { code, message, hint } = error as UserError;
    expect(code).toBe('read_only_settings');
    expect(message).toContain('may not change the setting "max_threads"');
    expect(hint).toContain('the settings profile of docs/scale.md');
  });
});
