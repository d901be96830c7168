import { existsSync, readdirSync, symlinkSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDuckDb } from '../../src/engines/duckdb/duckdb-engine.js';
import { fileSource } from '../../src/engines/duckdb/files.js';
import type { Engine } from '../../src/engines/engine.js';
import { planFile } from '../../src/reading/plan.js';
import { parseOptions } from '../../src/options/options.js';
import { readingChoices } from '../../src/report/reading/choices.js';
import { tempFiles } from '../reading/temp-files.js';

const files = tempFiles();
const csv = 'RoomCode,ClosedBy,ChatStartTime\n1,Asha,15-02-2021 10:00\n';
let engine: Engine;
beforeAll(async () => {
  await files.write(csv, 'secret.csv');
  engine = await openDuckDb({ threads: 1, files: [await files.write(csv, 'named.csv')] });
});
afterAll(() => engine.close());

describe('the engine is locked as soon as it is open: it', () => {
  it.each([
    ['reads no file but those that were named', () => `from read_text('${files.path('secret.csv')}')`],
    ['reads nothing of the system', () => `from read_text('/etc/passwd')`],
    ['does not see which files there are', () => `from glob('/etc/*')`],
    ['writes no file', () => `copy (select 1 as x) to '${files.path('made.csv')}'`],
    ['makes no database', () => `attach '${files.path('made.duckdb')}' as made`],
    ['loads no extension', () => `load '${files.path('made.duckdb_extension')}'`],
    ['fetches no extension', () => `install made from 'http://127.0.0.1:1'`],
    ['lets no setting be changed', () => `set enable_external_access = true`],
    ['lets no place be added', () => `set allowed_paths = ['/etc/passwd']`],
    ['is not unlocked', () => `set lock_configuration = false`],
  ])('%s', async (_, sql) => {
    await expect(engine.query(sql())).rejects.toThrow(/disabled|locked/);
    for (const name of ['made.csv', 'made.duckdb']) expect(existsSync(files.path(name))).toBe(false);
  });

  it('reads the files that were named', async () => {
    expect(
      await engine.query(`select count(*) as rows from read_text('${files.path('named.csv')}')`),
    ).toEqual([{ rows: 1 }]);
  });
});

/** Reads a file, and says how many rows it has and how many copies it left. */
async function reading(path: string, named = [path]): Promise<{ rows: unknown; copies: number }> {
  const temporaryFolder = files.path('temporary');
  await mkdir(temporaryFolder, { recursive: true });
  const open = await openDuckDb({ threads: 1, temporaryFolder, files: named });
  try {
    await open.readFile(0, await planFile(await fileSource(path), readingChoices(parseOptions({}))));
    const [row] = await open.query('select count(*) as rows from raw_file_0');
    const left = readdirSync(temporaryFolder, { recursive: true, withFileTypes: true });
    return { rows: row?.['rows'], copies: left.filter((entry) => entry.isFile()).length };
  } finally {
    await open.close();
  }
}

describe('a file that was named is read where it is, without a copy,', () => {
  it.each([
    "it's.csv",
    '[a]*?.csv',
    'two\nlines.csv',
    'ü "x", y.csv',
    '~.csv',
    '$HOME.csv',
    'a:b.csv',
    'a,b.csv',
  ])('whatever its name: %j', async (name) => {
    expect(await reading(await files.write(csv, name))).toEqual({ rows: 1, copies: 0 });
  });

  it('behind a link, in a folder behind one, and by a path from here', async () => {
    await mkdir(files.path('real'), { recursive: true });
    await files.write(csv, 'real/in.csv');
    symlinkSync(files.path('real'), files.path('alias'));
    symlinkSync('alias/in.csv', files.path('[link].csv'));
    for (const path of [
      files.path('alias/in.csv'),
      files.path('[link].csv'),
      relative('.', files.path('real/in.csv')),
    ])
      expect(await reading(path)).toEqual({ rows: 1, copies: 0 });
  });
});

it('a file that was not named is read by way of a copy, which is gone afterwards', async () => {
  expect(await reading(files.path('secret.csv'), [])).toEqual({ rows: 1, copies: 0 });
});
