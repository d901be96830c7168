import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clean, trimmed, whiteSpace } from '../../src/files/text.js';
import { openDuckDb } from '../../src/engines/duckdb/duckdb-engine.js';
import type { Engine } from '../../src/engines/engine.js';
import { generateReport } from '../../src/index.js';
import { catalog, tableIds } from '../../src/metrics/catalog.js';
import { nameKey } from '../../src/options/names.js';
import { tempFiles } from '../reading/temp-files.js';

const files = tempFiles();
let engine: Engine;
beforeAll(async () => {
  engine = await openDuckDb({ threads: 1 });
});
afterAll(() => engine.close());

it('compares words where they stand, and makes no table of them to join with', async () => {
  const plan = await engine.query(
    `explain select present(x) as x from (select cast(range as varchar) as x from range(9))`,
  );
  expect(JSON.stringify(plan)).toContain('PROJECTION');
  expect(JSON.stringify(plan)).not.toContain('JOIN');
});

const points = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index));
const odd = [
  ...points(1, 0x24f),
  ...points(0x300, 0x58f),
  ...points(0x1e00, 0x206f),
  ...points(0x2100, 0x218f),
  ...['\u1680', '\u180e', '\u3000', '\ufeff', '\u{10400}', '\u{1f600}', 'ﬁ', 'Ａ', '\u00adx', 'Ⓐ'],
  ...[
    'İstanbul',
    'IĞDIR',
    'ıspanak',
    'STRASSE',
    'Straße',
    'ẞ',
    'ΟΔΟΣ',
    'οδος',
    'Σ',
    'Zoe\u0308',
    'Zo\u00eb',
    'A\u030a',
    'Å',
    '\u1e9b\u0323',
  ],
  ...[
    '',
    ' ',
    '-',
    ' - ',
    'N/A',
    'n/a',
    'NA',
    'Null',
    'NONE',
    'NaN',
    '\u00a0nan\ufeff',
    'null.',
    '--',
    '\u2013',
    'ｎａ',
  ],
  ...[...whiteSpace].flatMap((space) => [
    `${space}x${space}`,
    `x${space}y`,
    `${space}-${space}`,
    space + space,
  ]),
];

async function inSql(expression: string, values: readonly string[]): Promise<unknown[]> {
  await engine.insert(
    'odd',
    { place: 'integer', x: 'text' },
    values.map((x, place) => ({ place, x })),
  );
  return (await engine.query(`select ${expression} as y from odd order by place`)).map((row) => row['y']);
}

const differing = (
  values: readonly string[],
  actual: readonly unknown[],
  expected: (value: string) => unknown,
): unknown[] =>
  values.flatMap((value, index) =>
    actual[index] === expected(value) ? [] : [[value, actual[index], expected(value)]],
  );

describe('text means the same in SQL and in TypeScript', () => {
  it('trimmed', async () => {
    expect(differing(odd, await inSql('trimmed(x)', odd), trimmed)).toEqual([]);
  });

  it('without white space and missing values, as rows are read', async () => {
    expect(differing(odd, await inSql('present(bare(x))', odd), clean)).toEqual([]);
  });

  it('as the key of a name', async () => {
    const keys = await inSql('name_key(trimmed(x))', odd);
    expect(differing(odd, keys, (name) => nameKey(trimmed(name)))).toEqual([]);
  });

  it('in code point order where texts are sorted', async () => {
    const rows = await engine.query(`select unnest(['\u{1f600}', '\uff21', 'b', 'B', 'a']) as x order by x`);
    expect(rows.map((row) => row['x'])).toEqual(['B', 'a', 'b', '\uff21', '\u{1f600}']);
  });
});

describe('bots, time-outs and filters are found whatever their spelling', () => {
  const names = ['İstanbul', 'ΟΔΟΣ', 'οδος', 'Straße', 'ZOE\u0308', 'zoë', 'ǅungla', '\u00c5sa', 'A\u030asa'];
  const csv = (name: string): string =>
    `RoomCode,ClosedBy,ClosingComment,ChatStartTime,AgentAssignmentTimestamp\n1,${name},${name},15-02-2021 10:00,-\n2,Other,Other,15-02-2021 10:00,-\n`;

  it.each(names)('%s', async (name) => {
    const asBot = await files.report(csv(name), { bots: [name], timeoutReasons: [` ${name}`] });
    expect(asBot.tables.chat_metrics[0]).toMatchObject({
      closed_by_bot: 1,
      closed_by_agents: 1,
      bot_resolution_rate: 0,
    });
    const asAgent = await files.report(csv(name), { agent: name });
    expect(asAgent.data_quality).toMatchObject({ rows_used: 1, rows_filtered_out: 1 });
    const asReason = await files.report(csv(name), { closingReason: name });
    expect(asReason.data_quality).toMatchObject({ rows_used: 1, rows_filtered_out: 1 });
  });

  it.each([
    ['zoë', 'ZOE\u0308'],
    ['A\u030aSA', '\u00e5sa'],
    ['system ', 'System'],
    ['ΟΔΟΣ', 'οδος'],
    ['İpek', 'i̇pek'],
    ['STRASSE', 'Straße'],
  ])('%s as %s', async (given, name) => {
    expect((await files.report(csv(name), { bots: [given] })).tables.chat_metrics[0]).toMatchObject({
      closed_by_bot: 1,
    });
    expect((await files.report(csv(name), { agent: given, bots: ['x'] })).data_quality.rows_used).toBe(1);
  });
});

describe('percentiles', () => {
  /** Excel's PERCENTILE.INC. */
  function percentileInc(values: readonly number[], share: number): number {
    const sorted = [...values].sort((a, b) => a - b);
    const place = share * (sorted.length - 1);
    const below = sorted[Math.floor(place)] ?? NaN;
    const above = sorted[Math.ceil(place)] ?? NaN;
    return below + (above - below) * (place - Math.floor(place));
  }

  it('are those of PERCENTILE.INC', async () => {
    const lists = [
      [10, 20],
      [5],
      [1, 2, 3, 4],
      [7, 7, 7],
      [0, 100, 3, 42, 9],
      [0.5, 1.25, 9.75],
      points(1, 100).map((_, i) => (i * 37) % 101),
    ];
    for (const list of lists) {
      for (const type of ['double', 'bigint']) {
        if (type === 'bigint' && !list.every(Number.isInteger)) continue;
        const [row] = await engine.query(
          `select p50(x) as p50, p90(x) as p90 from (select unnest([${list.join(', ')}])::${type} as x)`,
        );
        expect(row?.['p50']).toBeCloseTo(percentileInc(list, 0.5), 9);
        expect(row?.['p90']).toBeCloseTo(percentileInc(list, 0.9), 9);
      }
    }
    const [none] = await engine.query(
      'select p50(x) as p50, p90(x) as p90 from (select 1.0 as x where false)',
    );
    expect(none).toEqual({ p50: null, p90: null });
  });
});

describe('the metric catalog and the SQL', () => {
  const sqlOf = (table: string): string =>
    readFileSync(new URL(`../../src/metrics/${table}.sql`, import.meta.url), 'utf8');
  /** Tables whose SQL takes every column of a wider relation, of which the catalog keeps its own. */
  const wider = ['agent_metrics', 'agent_activity'];

  it('name the same columns of the same tables', async () => {
    const columns = new Map<string, string[]>();
    const open = await openDuckDb({ threads: 1 });
    const spy: Engine = {
      ...bound(open),
      query: async (select) => {
        const table = tableIds.find((id) => sqlOf(id) === select);
        if (table)
          columns.set(
            table,
            (await open.query(`describe ${select}`)).map((row) => String(row['column_name'])),
          );
        return open.query(select);
      },
    };
    const path = await files.write(
      'RoomCode,ClosedBy,ChatStartTime,ChatEndTime\n1,Asha,15-02-2021 10:00,15-02-2021 10:05\n',
    );
    const report = await generateReport({ files: path }, { engine: spy });
    expect([...columns.keys()].sort()).toEqual([...tableIds].sort());
    for (const id of tableIds) {
      const wanted = catalog[id].columns.map((column) => column.id);
      const found = columns.get(id) ?? [];
      if (wider.includes(id)) expect(found).toEqual(expect.arrayContaining(wanted));
      else expect([...found].sort()).toEqual([...wanted].sort());
      for (const row of report.tables[id]) expect(Object.keys(row)).toEqual(wanted);
    }
  });
});

/** The methods of an engine as a plain object. */
function bound(open: Engine): Engine {
  return {
    name: open.name,
    readFile: (...parts) => open.readFile(...parts),
    dateEvidence: (...parts) => open.dateEvidence(...parts),
    orderFit: (...parts) => open.orderFit(...parts),
    openRawChats: (...parts) => open.openRawChats(...parts),
    createTable: (...parts) => open.createTable(...parts),
    createView: (...parts) => open.createView(...parts),
    insert: (...parts) => open.insert(...parts),
    query: (...parts) => open.query(...parts),
    rows: (...parts) => open.rows(...parts),
    progress: () => open.progress(),
    cancel: () => open.cancel(),
    close: () => open.close(),
  };
}

describe('the temporary folder', () => {
  const parent = mkdtempSync(join(tmpdir(), 'chat-metrics-parent-'));
  afterAll(() => rmSync(parent, { recursive: true, force: true }));
  const ragged = 'RoomCode,ClosedBy,ChatStartTime\n1,Asha,15-02-2021 10:00\nragged\n';

  it('is gone when a report is done', async () => {
    const open = await openDuckDb({ threads: 1, temporaryFolder: parent });
    expect(readdirSync(parent)).toHaveLength(1);
    await generateReport({ files: await files.write(ragged) }, { engine: open });
    expect(readdirSync(parent)).toEqual([]);
  });

  it.each([
    ['a file that is no chat export', 'a,b\n1,2\n', {}],
    ['a filter that names nobody', ragged, { agent: 'Nobody' }],
    ['rows that are all rejected', 'RoomCode,ClosedBy,ChatStartTime\nx\n', {}],
  ])('is gone after a failure: %s', async (_, csv, options) => {
    const open = await openDuckDb({ threads: 1, temporaryFolder: parent });
    await expect(
      generateReport({ ...options, files: await files.write(csv) }, { engine: open }),
    ).rejects.toThrow();
    expect(readdirSync(parent)).toEqual([]);
  });

  it('is gone when the caller of onRejected fails', async () => {
    const open = await openDuckDb({ threads: 1, temporaryFolder: parent });
    const onRejected = (): never => {
      throw new Error('disk full');
    };
    await expect(
      generateReport({ files: await files.write(ragged) }, { engine: open, onRejected }),
    ).rejects.toThrow('disk full');
    expect(readdirSync(parent)).toEqual([]);
  });
});
