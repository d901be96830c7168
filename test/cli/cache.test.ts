import { DuckDBInstance } from '@duckdb/node-api';
import {
  copyFileSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { open } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { sampleCsv } from '../../src/sample/sample.js';
import { forgeOneChatLess, inDatabase } from '../engines/forged-cache.js';
import { someOf } from '../tiers.js';
import { desk, ended } from './program.js';

const { run, start, write, path, names } = desk();

const chats = (count: number, seed: number, from?: string): string =>
  [...sampleCsv({ chats: count, seed, from })].join('');

const january = chats(300, 1, '2026-01-01');
const february = chats(200, 2, '2026-02-01').replace(/^\d{8}/gm, (id) => `9${id}`);

/** A report as JSON, of files that are kept in `kept.duckdb`. */
async function report(...args: string[]): Promise<{ told: string; json: string }> {
  const { code, stdout, stderr } = await run('report', ...args, '--format', 'json');
  expect(stderr).not.toContain('bug of Chat Metrics');
  expect(code).toBe(0);
  return { told: stderr, json: stdout };
}

const withCache = (...args: string[]): ReturnType<typeof report> =>
  report(...args, '--cache', 'kept.duckdb', '-q');

const inCache = (sql: string): Promise<unknown[][]> => inDatabase(path('kept.duckdb'), sql);
const takeOneChatOut = (): Promise<void> => forgeOneChatLess(path('kept.duckdb'));

/** The rest of a file is written over with other bytes. */
async function damage(name: string): Promise<void> {
  const file = await open(path(name), 'r+');
  const { size } = await file.stat();
  const from = 3 * 4096;
  await file.write(Buffer.alloc(size - from, 0xa5), 0, size - from, from);
  await file.close();
}

const rowsRead = (json: string): number =>
  (JSON.parse(json) as { data_quality: { rows_read: number } }).data_quality.rows_read;

it('a report with a cache is the report without, the first time and the second, under any options', async () => {
  write('january.csv', january);
  const plain = await report('january.csv', '-q');
  expect((await withCache('january.csv')).json).toBe(plain.json);
  expect((await withCache('january.csv')).json).toBe(plain.json);
  const agent = /"agent":"([^"]+)"/.exec(plain.json)?.[1] ?? '';
  const options = ['--business-hours', '8:00-12:00', '--agent', agent, '--period', 'day'];
  expect((await withCache('january.csv', ...options)).json).toBe(
    (await report('january.csv', '-q', ...options)).json,
  );
});

it('a second report with other options reads the cache and not the file', async () => {
  write('january.csv', january);
  await withCache('january.csv');
  await takeOneChatOut();
  expect(rowsRead((await withCache('january.csv', '--business-hours', '8:00-12:00')).json)).toBe(299);
});

it('of a file more, only that file is read', async () => {
  write('january.csv', january);
  await withCache('january.csv');
  await takeOneChatOut();
  write('february.csv', february);
  expect(rowsRead((await withCache('january.csv', 'february.csv')).json)).toBe(299 + 200);
});

it('options that decide how a file is read make it be read anew', async () => {
  write('january.csv', january);
  await withCache('january.csv');
  await takeOneChatOut();
  expect(rowsRead((await withCache('january.csv', '--date-order', 'dmy')).json)).toBe(300);
});

it('a changed file is read anew, though its size and its time stayed, and what was kept of it goes', async () => {
  const file = write('january.csv', january);
  await withCache('january.csv');
  const { atime, mtime } = statSync(file);
  writeFileSync(
    file,
    january
      .replace(/,Completed,/, ',completed,')
      .replace(/,-,0\n$/, ',-,3\n')
      .replace(',System,', ',SYSTEM,'),
  );
  utimesSync(file, atime, mtime);
  expect((await withCache('january.csv')).json).toBe((await report('january.csv', '-q')).json);
  expect(await inCache('select count(*) from readings')).toEqual([[1n]]);
  expect(await inCache(`select count(*) from duckdb_tables() where table_name like 'rows_%'`)).toEqual([
    [1n],
  ]);
});

it('a file that moved, or whose time changed alone, is known by its content', async () => {
  const file = write('january.csv', january);
  await withCache('january.csv');
  await takeOneChatOut();
  utimesSync(file, new Date(2020, 1), new Date(2020, 1));
  expect(rowsRead((await withCache('january.csv')).json)).toBe(299);
  copyFileSync(file, path('again.csv'));
  expect(rowsRead((await withCache('again.csv')).json)).toBe(299);
});

it.each([
  ['written over', () => damage('kept.duckdb')],
  ['cut short', () => truncateSync(path('kept.duckdb'), 20_000)],
])('a cache that is %s is set aside and made anew, and that is said', async (_, spoil) => {
  write('january.csv', january);
  const first = await withCache('january.csv');
  await Promise.resolve(spoil());
  const second = await report('january.csv', '--cache', 'kept.duckdb');
  expect(second.json).toBe(first.json);
  expect(second.told).toContain('kept.duckdb was damaged: the files are read anew. The old one is now');
  expect(names()).toContain('kept.duckdb.damaged');
  await takeOneChatOut();
  expect(rowsRead((await withCache('january.csv')).json)).toBe(299);
});

it('damage in the rows alone is found while the report is made', async () => {
  write('january.csv', chats(30_000, 3));
  const first = await withCache('january.csv');
  const size = statSync(path('kept.duckdb')).size;
  const file = await open(path('kept.duckdb'), 'r+');
  await file.write(Buffer.alloc(1000, 0xa5), 0, 1000, Math.floor(size / 2));
  await file.close();
  const second = await report('january.csv', '--cache', 'kept.duckdb');
  expect(second.json).toBe(first.json);
  expect(second.told).toContain('was damaged');
});

it('a cache of another version is made anew', async () => {
  write('january.csv', january);
  await withCache('january.csv');
  await takeOneChatOut();
  await inCache(`update about set format = 'Chat Metrics 0.0.1'`);
  expect(rowsRead((await withCache('january.csv')).json)).toBe(300);
});

it.each([
  ['a text', (): Promise<unknown> | string => write('kept.duckdb', 'my notes')],
  ['another database', () => inCache('create table mine as select 1 as x')],
])('%s is not taken for a cache, and stays as it is', async (_, make) => {
  write('january.csv', january);
  await make();
  const before = readFileSync(path('kept.duckdb'));
  const { code, stderr } = await run('report', 'january.csv', '--cache', 'kept.duckdb');
  expect(code).toBe(2);
  expect(stderr).toContain('kept.duckdb is not a cache of Chat Metrics, and is left as it is.');
  expect(readFileSync(path('kept.duckdb'))).toEqual(before);
  expect(names()).not.toContain('generated_report.xlsx');
});

it('a cache where no file can be made is refused', async () => {
  write('january.csv', january);
  const { code, stderr } = await run('report', 'january.csv', '--cache', 'no/such/folder/kept.duckdb');
  expect(code).toBe(2);
  expect(stderr).toContain('cannot be used as a cache');
});

it('the report never takes the place of its cache', async () => {
  write('january.csv', january);
  const { code, stderr } = await run('report', 'january.csv', '--cache', 'one.xlsx', '-o', 'one.xlsx');
  expect(code).toBe(2);
  expect(stderr).toContain('would overwrite the cache');
});

it('while another run holds the cache, files are read without it, and that is said', async () => {
  write('january.csv', january);
  const first = await withCache('january.csv');
  await takeOneChatOut();
  const instance = await DuckDBInstance.create(path('kept.duckdb'));
  try {
    const second = await ended(start('report', 'january.csv', '--format', 'json', '--cache', 'kept.duckdb'));
    expect(second.stdout).toBe(first.json);
    expect(second.stderr).toContain('kept.duckdb is in use by another run: the files are read anew.');
  } finally {
    instance.closeSync();
  }
});

it('a run that is killed while it fills the cache leaves nothing that is believed later', async () => {
  write('january.csv', chats(20_000, 4));
  const whole = await report('january.csv', '-q');
  for (const milliseconds of someOf([500, 700, 900], 1)) {
    rmSync(path('kept.duckdb'), { force: true });
    const child = start('report', 'january.csv', '--cache', 'kept.duckdb', '--format', 'json');
    const end = ended(child);
    await pause(milliseconds);
    child.kill('SIGKILL');
    await end;
    expect((await withCache('january.csv')).json).toBe(whole.json);
    expect((await withCache('january.csv')).json).toBe(whole.json);
  }
});
