import { describe, expect, it } from 'vitest';
import { clickHouseSql } from '../../../src/engines/clickhouse/dialect.js';
import { Relations } from '../../../src/engines/clickhouse/relations.js';
import { serverAddress, shownAddress } from '../../../src/engines/clickhouse/server-address.js';
import { tableExpression } from '../../../src/engines/clickhouse/table-expression.js';
import { UserError } from '../../../src/errors.js';

function refusal(work: () => unknown): UserError {
  try {
    work();
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error('It was not refused.');
}

describe('the address of a server', () => {
  it('has a port, a user and a database where it names none', () => {
    expect(serverAddress('clickhouse://host')).toEqual({
      url: 'http://host:8123',
      host: 'host',
      port: 8123,
      isSecure: false,
      user: 'default',
      database: 'default',
      settings: {},
    });
    expect(serverAddress('clickhouse://host/db?secure=1')).toMatchObject({
      url: 'https://host:8443',
      database: 'db',
    });
  });

  it('takes names in any spelling, and settings of ClickHouse', () => {
    const address = serverAddress('clickhouse://a%40b@10.0.0.1:9000/d%20b?secure=0&max_threads=8');
    expect(address).toMatchObject({
      user: 'a@b',
      database: 'd b',
      url: 'http://10.0.0.1:9000',
      settings: { max_threads: '8' },
    });
    expect(shownAddress(address)).toBe('10.0.0.1:9000');
  });

  it.each([
    'clickhouse://asha:s3cret@host/db',
    'http://asha:s3cret@host/db',
    'clickhouse://host/db?password=s3cret',
    'clickhouse://host/db?secure=1&user=asha&pass=s3cret',
  ])('holds no password, and none is repeated: %s', (value) => {
    const { code, message, hint = '', exitCode } = refusal(() => serverAddress(value));
    expect([code, exitCode]).toEqual(['password_in_address', 2]);
    expect(`${message}${hint}`).not.toContain('s3cret');
    expect(hint).toContain('CHAT_METRICS_CLICKHOUSE_PASSWORD');
  });

  it.each([
    ['postgres://host/db', 'is no address of a ClickHouse server'],
    ['host:8123', 'is no address of a ClickHouse server'],
    ['clickhouse:///db', 'is no address of a ClickHouse server'],
    ['clickhouse://host/a/b', 'more than a database'],
    ['clickhouse://host/db?secure=yes', 'neither secure=1 nor secure=0'],
    ['clickhouse://host/db?join_use_nulls=0', '"join_use_nulls", which cannot be set'],
    ['clickhouse://host/db?Max%20threads=0', 'which cannot be set'],
  ])('is refused when it is none: %s', (value, text) => {
    const { code, message, hint } = refusal(() => serverAddress(value, '"engine" in the configuration'));
    expect(code).toBe('bad_address');
    expect(message).toContain('"engine" in the configuration: this');
    expect(message).toContain(text);
    expect(hint).toBe('Write it as clickhouse://user@host:8443/database?secure=1');
  });
});

describe('the value of --table', () => {
  it.each([
    ['chats', 'chats'],
    ['support.chats', 'support.chats'],
    ['`my db`."chats 2026"', 'my db.chats 2026'],
    ["s3('https://b.example/x/*.csv', 'CSVWithNames')", 's3(https://b.example/x/*.csv)'],
    ["s3('https://id:key@b.example/x.csv?sign=abc', 'key')", 's3(https://b.example/x.csv)'],
    ["s3Cluster('c', 'https://b.example/*')", 's3Cluster(c)'],
    ["merge(currentDatabase(), '^chats_')", 'merge(^chats_)'],
    ["remote('127.0.0.{1,2}', support.chats)", 'remote(127.0.0.{1,2})'],
    ["s3(mine, filename = 'a;b--c.csv')", 's3(a;b--c.csv)'],
    ["file('it''s \\' here.csv')", "file(it''s \\' here.csv)"],
    ['numbers(3)', 'numbers(...)'],
  ])('is a table, a view or a table function: %s', (value, shown) => {
    expect(tableExpression(` ${value} `)).toMatchObject({ sql: value, shown });
  });

  it.each([
    '',
    'chats; drop table chats',
    'chats where 1',
    'a.b.c',
    "s3('x'); drop table chats",
    "s3('x') union all select 1 from file('y')",
    "s3('x') -- more",
    "s3('x' /* more */)",
    "s3('x' -- more\n)",
    "s3('x'))",
    "s3(('x')",
    "s3('x",
    's3("x")',
    'select 1',
    '(select 1)',
    'chats settings max_threads = 1',
  ])('is nothing more: %s', (value) => {
    const { code, message } = refusal(() => tableExpression(value));
    expect(code).toBe('bad_table');
    expect(message).toBe('--table: this is neither a table nor a call of a table function.');
  });
});

describe('the shared SQL becomes ClickHouse’s', () => {
  it.each([
    ['select p50(x) from t', 'select quantilesExactInclusive(0.5, 0.9)(x)[1] from t'],
    [
      'select plus_seconds(greatest(a, b), (c + 1)) from t',
      'select addSeconds(greatest(a, b), (c + 1)) from t',
    ],
    ['select lower(lower(x)), p50 from t', 'select lowerUTF8(lowerUTF8(x)), p50 from t'],
    [
      "select cast(date_trunc('day', x) as date) as date",
      "select cast(date_trunc('day', x) as Nullable(Date32)) as date",
    ],
    [
      "select timestamp '1970-01-01 00:00:00', date '2021-01-01'",
      "select toDateTime64('1970-01-01 00:00:00', 0, 'UTC'), toDate32('2021-01-01')",
    ],
    [
      "select 'p50(x) it''s \\d' -- lower(x)\n, \"lower\"",
      "select 'p50(x) it''s \\\\d' -- lower(x)\n, \"lower\"",
    ],
    ['select a.lower from t', 'select a.lower from t'],
  ])('%s', (sql, expected) => {
    expect(clickHouseSql(sql)).toBe(expected);
  });
});

describe('a statement is given the relations that it reads', () => {
  const relations = new Relations();
  relations.set('chats', 'select * from kept cross join options');
  relations.set('kept', 'with named as (select 1 as chats) select chats from named');
  relations.set('options', 'select * from db.options');
  relations.set('unread', 'select 1');

  it.each([
    ['select 1 as chats', 'select 1 as chats'],
    ['select x from other.kept', 'select x from other.kept'],
    ["select 'from kept' as x", "select 'from kept' as x"],
    [
      '-- why\nselect chats from kept',
      'with kept as (\nwith named as (select 1 as chats) select chats from named\n)\nselect chats from kept',
    ],
    [
      'with named as (select 2 as x) select x from named join options on true',
      'with options as (\nselect * from db.options\n), named as (select 2 as x) select x from named join options on true',
    ],
    ['with kept as (select 3 as x) select x from kept', 'with kept as (select 3 as x) select x from kept'],
  ])('and no others: %s', (select, expected) => {
    expect(relations.resolved(select)).toBe(expected);
  });

  it.each([
    ['select x from spread where x > 1', "select x from cluster('c', view(select 1)) as spread where x > 1"],
    [
      'select 1 from a join spread as s on true',
      "select 1 from a join cluster('c', view(select 1)) as s on true",
    ],
    [
      'select x from twice join options on true',
      `with twice as (
select 2 * x from cluster('c', view(select 1)) as spread
),
options as (
select * from db.options
)
select x from twice join options on true`,
    ],
    [
      'with spread as (select 2 as x) select x from spread',
      'with spread as (select 2 as x) select x from spread',
    ],
    ['select spread.x from db.spread', 'select spread.x from db.spread'],
  ])('or what stands for them in their place: %s', (select, expected) => {
    relations.setPlace('spread', () => "cluster('c', view(select 1))");
    relations.set('twice', 'select 2 * x from spread');
    expect(relations.resolved(select)).toBe(expected);
  });

  it('those that others read first', () => {
    const names = relations.resolved('select * from chats').match(/\w+(?= as \(\n)/g);
    expect(names).toEqual(['kept', 'options', 'chats']);
  });
});
