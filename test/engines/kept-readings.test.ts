import {
  chownSync,
  chmodSync,
  copyFileSync,
  existsSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDuckDb } from '../../src/engines/duckdb/duckdb-engine.js';
import { fileSource } from '../../src/engines/duckdb/files.js';
import { rowColumns } from '../../src/engines/duckdb/kept-tables.js';
import { parseOptions } from '../../src/options/options.js';
import { readFiles } from '../../src/report/reading/read-files.js';
import { readingChoices } from '../../src/report/reading/choices.js';
import { sampleCsv } from '../../src/sample/sample.js';
import { tempFiles } from '../reading/temp-files.js';
import { forgeDigests, inDatabase } from './forged-cache.js';

const files = tempFiles();
const cache = (): string => files.path('kept.duckdb');

/** How many rows a reading with the cache has, and what was told. */
async function readWith(path = cache()): Promise<{ rows: number; agents: string; told: string[] }> {
  const told: string[] = [];
  const input = files.path('in.csv');
  const engine = await openDuckDb({
    threads: 1,
    cache: path,
    files: [input],
    onCacheNote: (note) => told.push(note),
  });
  try {
    await readFiles([await fileSource(input)], readingChoices(parseOptions({})), engine);
    const [row] = await engine.query('select count(*) as rows, max(closed_by) as agents from raw_file_0');
    return { rows: Number(row?.['rows']), agents: String(row?.['agents']), told };
  } finally {
    await engine.close();
  }
}

let truth: Awaited<ReturnType<typeof readWith>>;
beforeAll(async () => {
  await files.write([...sampleCsv({ chats: 200, seed: 1 })].join(''), 'in.csv');
  truth = await readWith();
  copyFileSync(cache(), files.path('good.duckdb'));
});
beforeEach(() => {
  for (const ending of ['', '.wal', '.damaged']) rmSync(`${cache()}${ending}`, { force: true });
  copyFileSync(files.path('good.duckdb'), cache());
});

const attack = (...sql: string[]): Promise<unknown> => inDatabase(cache(), ...sql);
const made = (): string => files.path('made');

describe('a cache that was made by hand runs no SQL:', () => {
  it.each([
    [
      'another statement as the name of a table',
      () => `rows_1; copy (select 1) to '${made()}'; select 1 from kept.rows_1`,
    ],
    ['a function that reads a file as the name of a table', () => `rows_1, read_text('/etc/passwd')`],
    ['a quoted name', () => `"rows_1"`],
    ['a number that is too large', () => 'rows_99999999999999999999'],
    ['nothing', () => ''],
  ])('%s', async (_, name) => {
    await attack(`update readings set rows_table = '${name().replaceAll("'", "''")}'`);
    await expect(readWith()).rejects.toMatchObject({ code: 'cache_damaged', exitCode: 3 });
    expect(existsSync(made())).toBe(false);
  });

  it.each([
    ['layouts', { template: `%d'); copy (select 1) to 'made'; --`, hasZone: false, hasFraction: false }],
    ['layouts', { template: ['%d'], hasZone: false, hasFraction: false }],
    ['layouts', { template: '%d', hasZone: true, hasFraction: false, offset: '0) union all select (1' }],
    ['exactNumbers', ['csat_score) union all select (1']],
    ['order', 'dmy union all select 1'],
    ['isSwapped', '1; drop table x'],
    ['fileNotes', [{ toString: 1 }]],
  ])('%s of its text that are none make the file be read anew', async (name, value) => {
    const [[text] = []] = await inDatabase(cache(), 'select text from readings');
    const kept = JSON.parse(String(text)) as { plan: Record<string, unknown> };
    kept.plan[name] = name === 'layouts' ? [value] : value;
    await attack(
      `update readings set text = '${JSON.stringify(kept).replaceAll("'", "''")}'`,
      'delete from rows_1',
    );
    await forgeDigests(cache());
    expect(await readWith()).toEqual(truth);
    expect(await inDatabase(cache(), 'select count(*) from readings')).toEqual([[1n]]);
  });

  it('counts of rejected rows that are no counts make the file be read anew', async () => {
    const [[text] = []] = await inDatabase(cache(), 'select text from readings');
    const kept = { ...(JSON.parse(String(text)) as object), rejected: [['torn', ['0); drop table x; --']]] };
    await attack(
      `update readings set text = '${JSON.stringify(kept).replaceAll("'", "''")}'`,
      'delete from rows_1',
    );
    await forgeDigests(cache());
    expect(await readWith()).toEqual(truth);
  });
});

describe('a cache that was changed by something else is not believed:', () => {
  const columns = rowColumns.map(([name]) => name).join(', ');
  const replaced = (definition: string, ...after: string[]): string[] => [
    'alter table rows_1 rename to old',
    definition,
    ...after,
  ];

  it.each([
    ['half of its rows are gone', ['delete from rows_1 where rowid % 2 = 0']],
    ['a row is there twice', ['insert into rows_1 select * from rows_1 limit 1']],
    ['one value is another', [`update rows_1 set closed_by = 'Mallory' where rowid = 7`]],
    ['what is said of the rows is another', [`update readings set text = replace(text, 'dmy', 'mdy')`]],
    ['a table has a column more', ['alter table rows_1 add column extra integer']],
    ['a column has another type', ['alter table rows_1 alter closed_by type blob using encode(closed_by)']],
    ['a column has a default', [`alter table rows_1 alter closed_by set default 'x'`]],
    ['a table has an index', ['create index i on rows_1 (closed_by)']],
    [
      'a column is computed',
      replaced(`create table rows_1 (x integer, ${columns.replace(/, unread$/, '').replaceAll(',', ' varchar,')} varchar,
        unread varchar[] generated always as ([md5(closed_by)]))`),
    ],
    ['its table is gone', ['drop table rows_1']],
  ])('%s', async (_, sql) => {
    await attack(...sql);
    await expect(readWith()).rejects.toMatchObject({ code: 'cache_damaged' });
  });

  it.each([
    [
      'a view stands in place of the rows',
      replaced(
        `create view rows_1 as select 1 as rowid, * replace ((select content from read_text('/etc/passwd')) as closed_by) from old`,
      ),
    ],
    [
      'a view stands in place of what it says of readings',
      ['create table other as from readings', 'drop table readings', 'create view readings as from other'],
    ],
    ['readings have a column more', ['alter table readings add column extra varchar']],
  ])('%s', async (_, sql) => {
    await attack(...sql);
    const { told, ...read } = await readWith();
    expect(read).toEqual({ rows: truth.rows, agents: truth.agents });
    expect(told.join()).toContain('was damaged: the files are read anew');
  });

  it('a view stands in place of what it is, and it is left as it is', async () => {
    await attack('create table other as from about', 'drop table about', 'create view about as from other');
    const before = readFileSync(cache());
    await expect(readWith()).rejects.toMatchObject({ code: 'not_a_cache', exitCode: 2 });
    expect(readFileSync(cache()).equals(before)).toBe(true);
  });
});

describe('a cache is of one user:', () => {
  const mode = (path: string): number => statSync(path).mode & 0o777;

  it('nobody else may open it, from its beginning', () => {
    expect(mode(files.path('good.duckdb')) & 0o077).toBe(0);
  });

  it('one that others may open is shut to them', async () => {
    chmodSync(cache(), 0o644);
    expect(await readWith()).toEqual(truth);
    expect(mode(cache())).toBe(0o600);
  });

  it('other files that are made after it have their usual rights', async () => {
    await files.write('x', 'usual');
    expect(mode(files.path('usual'))).toBe(0o666 & ~process.umask());
  });

  it.runIf(process.geteuid?.() === 0)(
    'one that belongs to someone else is refused, also behind a link',
    async () => {
      chownSync(cache(), 65_534, 65_534);
      const before = readFileSync(cache());
      symlinkSync(cache(), files.path('link.duckdb'));
      for (const path of [cache(), files.path('link.duckdb')])
        await expect(readWith(path)).rejects.toMatchObject({ code: 'foreign_cache', exitCode: 2 });
      expect(readFileSync(cache()).equals(before)).toBe(true);
    },
  );

  it('a link to a cache stays, and its target is used', async () => {
    symlinkSync('kept.duckdb', files.path('near.duckdb'));
    await attack('delete from readings', 'drop table rows_1');
    expect(await readWith(files.path('near.duckdb'))).toEqual(truth);
    expect(await inDatabase(cache(), 'select count(*) from readings')).toEqual([[1n]]);
  });
});
