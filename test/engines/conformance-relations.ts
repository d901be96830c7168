import { makeAgentPercentiles } from '../../src/metrics/agent-percentiles.js';
import type { ConformanceCase } from './conformance.js';
import { numbers } from './dialects.js';

const allTypes = {
  place: 'integer',
  a_text: 'text',
  an_integer: 'integer',
  a_float: 'float',
  a_boolean: 'boolean',
  a_date: 'date',
  a_timestamp: 'timestamp',
} as const;

const inserted = [
  {
    place: 1,
    a_text: `It's "quoted", \\n; ünï 😀\nand goes on`,
    an_integer: 9_007_199_254_740_991,
    a_float: 0.1,
    a_boolean: true,
    a_date: '2024-02-29',
    a_timestamp: '2021-02-01 09:00:34',
  },
  {
    place: 2,
    a_text: '',
    an_integer: -1,
    a_float: -1.5e300,
    a_boolean: false,
    a_date: '1970-01-01',
    a_timestamp: '1969-12-31 23:59:59',
  },
  {
    place: 3,
    a_text: null,
    an_integer: null,
    a_float: null,
    a_boolean: null,
    a_date: null,
    a_timestamp: null,
  },
];

const valueFormsExpected = {
  ...{ tiny: 1, small: 2, plain: 3, big: 4, huge: 5, unsigned_tiny: 6, unsigned_plain: 7, unsigned_big: 8 },
  ...{ decimal: -12.345, float: 1.25, double: 1e-300, yes: true, no: false, text: 'x', nothing: null },
  ...{ day: '1969-07-20', moment: '2021-02-01 09:00:34', early: '1969-12-31 23:59:59' },
  ...{ sum: 10, float_sum: 10, count: 4, mean: 2.5, decimal_sum: 10, part: 4, span: 86_400 },
  ...{ share: 2.5, none: null },
};

const chatTypes = {
  period_start: 'date',
  agent_ordinal: 'integer',
  first_response_seconds: 'float',
  resolution_seconds: 'float',
  is_closed_by_agent: 'boolean',
} as const;

const chats = [
  ['2021-02-01', 1, 10, 100, true],
  ['2021-02-01', 1, 20, null, true],
  ['2021-02-08', 2, null, 300, true],
  ['2021-02-08', null, 999, 999, false],
].map(([period_start, agent_ordinal, first_response_seconds, resolution_seconds, is_closed_by_agent]) => ({
  ...{ period_start, agent_ordinal, first_response_seconds, resolution_seconds, is_closed_by_agent },
})) as Record<keyof typeof chatTypes, string | number | boolean | null>[];

const percentilesExpected = [
  { period_start: null, agent_ordinal: null, first: 15, first_p90: 19, whole: 200 },
  { period_start: null, agent_ordinal: 1, first: 15, first_p90: 19, whole: 100 },
  { period_start: null, agent_ordinal: 2, first: null, first_p90: null, whole: 300 },
  { period_start: '2021-02-01', agent_ordinal: null, first: 15, first_p90: 19, whole: 100 },
  { period_start: '2021-02-01', agent_ordinal: 1, first: 15, first_p90: 19, whole: 100 },
  { period_start: '2021-02-08', agent_ordinal: null, first: null, first_p90: null, whole: 300 },
  { period_start: '2021-02-08', agent_ordinal: 2, first: null, first_p90: null, whole: 300 },
];

export const relationCases: ConformanceCase[] = [
  {
    name: 'a table is made of a SELECT, and takes the place of the one with its name',
    run: async ({ engine }) => {
      await engine.createTable('made', 'select 1 as x');
      await engine.createTable('made', `select 'two' as y`);
      return engine.query('select * from made');
    },
    expected: [{ y: 'two' }],
  },
  {
    name: 'a view says what its tables say now, and takes the place of the one with its name',
    run: async ({ engine }) => {
      await engine.createTable('seen', 'select 1 as x');
      await engine.createView('view', 'select x + 1 as y from seen');
      await engine.createTable('seen', 'select 10 as x');
      const first = await engine.query('select * from view');
      await engine.createView('view', 'select x * 2 as z from seen');
      return [first, await engine.query('select * from view')];
    },
    expected: [[{ y: 11 }], [{ z: 20 }]],
  },
  {
    name: 'a relation takes the place of one with its name whatever kind either is',
    run: async ({ engine }) => {
      const ways = [
        (x: number) => engine.createTable('either', `select ${String(x)} as x`),
        (x: number) => engine.createView('either', `select ${String(x)} as x`),
        (x: number) => engine.insert('either', { x: 'integer' }, [{ x }]),
      ];
      const seen: unknown[] = [];
      for (const [at, way] of [0, 1, 2, 1, 0, 2].entries()) {
        await ways[way]?.(at);
        seen.push(...(await engine.query('select x from either')));
      }
      return seen;
    },
    expected: [{ x: 0 }, { x: 1 }, { x: 2 }, { x: 3 }, { x: 4 }, { x: 5 }],
  },
  {
    name: 'the value of the first or last row that has one is found, and null where none has',
    run: async ({ engine }) => {
      const rows = [
        { x: null, place: 4 },
        { x: 'b', place: 3 },
        { x: 'a', place: 1 },
        { x: null, place: 0 },
      ];
      await engine.insert('legs', { x: 'text', place: 'integer' }, rows);
      return engine.query(
        'select arg_max(x, place) as last_one, arg_min(x, place) as first_one, arg_max(x, case when place > 3 then place end) as none from legs',
      );
    },
    expected: [{ last_one: 'b', first_one: 'a', none: null }],
  },
  {
    name: 'values of every type come back as they were inserted',
    run: async ({ engine }) => {
      await engine.insert('given', allTypes, inserted);
      return engine.query('select * from given order by place');
    },
    expected: inserted,
  },
  {
    name: 'a relation may be inserted empty, and again with thousands of rows',
    run: async ({ engine }) => {
      await engine.insert('given', { x: 'integer' }, []);
      const none = await engine.query('select * from given');
      await engine.insert(
        'given',
        { x: 'integer' },
        Array.from({ length: 2500 }, (_, x) => ({ x })),
      );
      return [none, await engine.query('select count(*) as n, sum(x) as sum from given')];
    },
    expected: [[], [{ n: 2500, sum: 3_123_750 }]],
  },
  {
    name: 'every number is a number, every date and timestamp text without fractions',
    run: async ({ engine, dialect }) => engine.query(dialect.valueForms),
    expected: [valueFormsExpected],
  },
  {
    name: 'nulls among values stay where they are',
    run: ({ engine }) =>
      engine.query(
        `select case when x % 2 = 1 then x end as n, case when x > 1 then cast(x as varchar) end as t,
          case when x < 2 then date '2021-01-01' + cast(x as integer) end as d,
          case when x <> 0 then cast(x > 1 as boolean) end as b
        from ${numbers(4)} order by x`,
      ),
    expected: [
      { n: null, t: null, d: '2021-01-01', b: null },
      { n: 1, t: null, d: '2021-01-02', b: false },
      { n: null, t: '2', d: null, b: true },
      { n: 3, t: '3', d: null, b: true },
    ],
  },
  {
    name: 'columns keep their order, also in a result without rows',
    run: async ({ engine }) => [
      Object.keys((await engine.query('select 1 as b, 2 as a, 3 as "c d"'))[0] ?? {}),
      await engine.query('select 1 as b where false'),
    ],
    expected: [['b', 'a', 'c d'], []],
  },
  {
    name: 'a large result is whole and in order',
    run: async ({ engine }) => {
      const rows = await engine.query(
        `select x, 'row ' || cast(x as varchar) as y from ${numbers(150_000)} order by x`,
      );
      return [rows.length, rows.findIndex(({ x, y }, at) => x !== at || y !== `row ${String(at)}`)];
    },
    expected: [150_000, -1],
  },
  {
    name: 'percentiles of few chats, made at once, and of many, made one after the other, are the same',
    run: async ({ engine }) => {
      await engine.insert('chats', chatTypes, chats);
      await engine.createTable('agent_sums', 'select count(*) as chats from chats');
      const both = [];
      for (const few of [chats.length, 0]) {
        await makeAgentPercentiles(engine, few);
        both.push(
          await engine.query(`select period_start, agent_ordinal, first_response_median_seconds as first,
              first_response_p90_seconds as first_p90, resolution_median_seconds as whole
            from agent_percentiles order by period_start nulls first, agent_ordinal nulls first`),
        );
      }
      return both;
    },
    expected: [percentilesExpected, percentilesExpected],
  },
  {
    name: 'p50 and p90 lie between the values, as PERCENTILE.INC does',
    run: async ({ engine }) => {
      const values = { 1: [10, 20], 2: [5], 3: [null], 4: [1, 2, 3, 4, 6] };
      const rows = Object.entries(values).flatMap(([g, xs]) => xs.map((x) => ({ g: Number(g), x })));
      await engine.insert('ranked', { g: 'integer', x: 'float' }, rows);
      return engine.query('select g, p50(x) as p50, p90(x) as p90 from ranked group by g order by g');
    },
    expected: [
      { g: 1, p50: 15, p90: 19 },
      { g: 2, p50: 5, p90: 5 },
      { g: 3, p50: null, p90: null },
      { g: 4, p50: 3, p90: 5.2 },
    ],
  },
  {
    name: 'plus_seconds moves a moment, over midnight and leap days too',
    run: ({ engine }) =>
      engine.query(
        `select plus_seconds(timestamp '2024-02-28 23:59:59', 1) as later, plus_seconds(timestamp '2024-03-01 00:00:00', -1) as earlier,
          plus_seconds(cast(null as timestamp), 1) as never`,
      ),
    expected: [{ later: '2024-02-29 00:00:00', earlier: '2024-02-29 23:59:59', never: null }],
  },
];
