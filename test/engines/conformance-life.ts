import { UserError } from '../../src/errors.js';
import { planFile } from '../../src/reading/plan.js';
import type { SourceFile } from '../../src/files/source.js';
import { streamOf, type Bytes } from '../../src/files/streams.js';
import { parseOptions } from '../../src/options/options.js';
import { readingChoices } from '../../src/report/reading/choices.js';
import type { ConformanceCase } from './conformance.js';
import { numbers } from './dialects.js';

const heading = 'RoomCode,ClosedBy,ChatStartTime\n';

/** `fine`, or how a piece of work failed: by an error that all engines share, or by one of its own. */
async function outcome(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'fine';
  } catch (error) {
    const code = error instanceof UserError ? error.code : '';
    return ['cancelled', 'rows_lost'].includes(code) ? code : 'an error';
  }
}

const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 100));

/** A file whose rows never end. */
const endless: SourceFile = {
  name: 'endless.csv',
  bytes: null,
  open: () =>
    streamOf(async function* (): AsyncGenerator<Bytes> {
      const bytes = (text: string): Bytes => new TextEncoder().encode(text);
      yield bytes(heading);
      for (;;) {
        yield bytes('1,Asha,15-02-2021 10:00:00\n'.repeat(2000));
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
    }),
};

export const lifeCases: ConformanceCase[] = [
  {
    name: 'an engine of this program is locked: it reaches no file but those it is lent, and no setting can be changed',
    run: async ({ engine }) => {
      if (!engine.name.startsWith('DuckDB')) return ['false', 'true'];
      const rows = await engine.query(`select value from duckdb_settings()
        where name in ('enable_external_access', 'lock_configuration') order by name`);
      return rows.map((row) => row['value']);
    },
    expected: ['false', 'true'],
  },
  {
    name: 'rows come in batches, and are those of a query',
    run: async ({ engine }) => {
      const select = `select x, case when x % 3 > 0 then 'row ' || cast(x as varchar) end as y from ${numbers(10_000)} order by x`;
      const batches = [];
      for await (const rows of engine.rows(select)) batches.push(rows);
      const isSame = JSON.stringify(batches.flat()) === JSON.stringify(await engine.query(select));
      return [batches.length > 1, Math.max(...batches.map((rows) => rows.length)) < 5000, isSame];
    },
    expected: [true, true, true],
  },
  {
    name: 'rows can be left before their end, and other statements run between two batches',
    run: async ({ engine }) => {
      const seen: unknown[] = [];
      const firsts: number[] = [];
      for await (const rows of engine.rows(`select x from ${numbers(100_000)}`)) {
        firsts.push(Number(rows[0]?.['x']));
        seen.push(...(await engine.query('select 7 as y')));
        if (seen.length > 1) break;
      }
      for await (const rows of engine.rows('select 1 as x where false')) seen.push(rows);
      return [seen, firsts[0], (firsts[1] ?? 0) > 0];
    },
    expected: [[{ y: 7 }, { y: 7 }], 0, true],
  },
  {
    name: 'a statement that fails leaves an engine that works',
    run: async ({ engine }) => {
      const next = async (): Promise<void> => {
        for await (const _ of engine.rows('select * from nowhere'));
      };
      return [
        await outcome(engine.query('select * from nowhere')),
        await outcome(engine.createTable('x', 'select')),
        await outcome(next()),
        await engine.query('select 1 as x'),
      ];
    },
    expected: ['an error', 'an error', 'an error', [{ x: 1 }]],
  },
  {
    name: 'statements may be given at once',
    run: ({ engine }) =>
      Promise.all([
        engine.query(`select count(*) as n from ${numbers(1_000_000)} where x % 3 = 1`),
        outcome(engine.query('select * from nowhere')),
        engine.createTable('at_once', 'select 2 as x').then(() => engine.query('select x from at_once')),
        engine.query('select 3 as x'),
      ]),
    expected: [[{ n: 333_333 }], 'an error', [{ x: 2 }], [{ x: 3 }]],
  },
  {
    name: 'a running statement is cancelled, and the next one runs',
    run: async ({ engine, dialect: { long } }) => {
      const running = outcome(engine.query(long));
      await soon();
      engine.cancel();
      const making = running.then(() => outcome(engine.createTable('long', long)));
      await running;
      await soon();
      engine.cancel();
      return [await running, await making, await engine.query('select 1 as x')];
    },
    expected: ['cancelled', 'cancelled', [{ x: 1 }]],
  },
  {
    name: 'the reading of a file is cancelled',
    run: async ({ engine }) => {
      const plan = await planFile(endless, readingChoices(parseOptions({ dateOrder: 'dmy' })));
      const reading = outcome(engine.readFile(0, plan));
      await soon();
      engine.cancel();
      return [await reading, await engine.query('select 1 as x')];
    },
    expected: ['cancelled', [{ x: 1 }]],
  },
  {
    name: 'a cancel of nothing does nothing',
    run: async ({ engine }) => {
      engine.cancel();
      await soon();
      return engine.query('select 1 as x');
    },
    expected: [{ x: 1 }],
  },
  {
    name: 'an engine that is idle tells no progress',
    run: ({ engine }) => Promise.resolve(engine.progress()),
    expected: null,
  },
  {
    name: 'rows that get lost between the file and the engine are an error',
    run: async ({ engine, source }) => {
      const file = await source('chats.csv', `${heading}1,Asha,15-02-2021 10:00:00\n`);
      const { path, blob } = await source('empty.csv', heading);
      const plan = await planFile(
        { ...file, path, blob },
        readingChoices(parseOptions({ dateOrder: 'dmy' })),
      );
      return outcome(engine.readFile(0, plan));
    },
    expected: 'rows_lost',
  },
];
