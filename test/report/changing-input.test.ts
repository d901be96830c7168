import { appendFileSync, mkdtempSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, it } from 'vitest';
import { openDuckDb } from '../../src/engines/duckdb/duckdb-engine.js';
import { generateReport, type Report } from '../../src/index.js';
import { sampleCsv } from '../../src/sample/sample.js';

const folder = mkdtempSync(join(tmpdir(), 'changing-'));
afterAll(() => rmSync(folder, { recursive: true }));

const csv = (chats: number, seed = 1): string => [...sampleCsv({ chats, seed })].join('');
const whole = csv(300);
const half = whole.slice(0, whole.indexOf('\n', whole.length / 2) + 1);
const rowsOf = (text: string): number => text.trimEnd().split('\n').length - 1;

interface Case {
  name?: string;
  content?: string | Uint8Array;
  change: (path: string) => void;
  times?: number;
  cache?: string;
}

/** A report of a file that something changes as soon as the engine has begun to read it, once or more often. */
async function reported({
  name = 'a.csv',
  content = whole,
  change,
  times = 1,
  cache,
}: Case): Promise<Report> {
  const path = join(folder, name);
  writeFileSync(path, content);
  let left = times;
  const onWait = (): void => {
    if ((left -= 1) >= 0) change(path);
  };
  const engine = await openDuckDb({ files: [path], ...(cache === undefined ? {} : { cache }) });
  return generateReport({ files: path }, { engine, onWait });
}

const rowsRead = ({ data_quality }: Report): number => data_quality.rows_read;
const cutOff = (path: string): void => truncateSync(path, half.length);

it('a file that is cut off while it is read is read again, and the report says so', async () => {
  const report = await reported({ change: cutOff });
  expect(rowsRead(report)).toBe(rowsOf(half));
  expect(report.data_quality.notes.join('\n')).toContain(
    'a.csv changed while it was read, and was read again',
  );
});

it('a file that is replaced by another one while it is read is read again', async () => {
  const change = (path: string): void => {
    writeFileSync(`${path}.new`, csv(40, 2));
    renameSync(`${path}.new`, path);
  };
  expect(rowsRead(await reported({ change }))).toBe(rowsOf(csv(40, 2)));
});

it('a packed file that is replaced by a shorter one while it is read is read again', async () => {
  const change = (path: string): void => writeFileSync(path, gzipSync(half));
  expect(rowsRead(await reported({ name: 'a.csv.gz', content: gzipSync(whole), change }))).toBe(rowsOf(half));
});

it('a file that changes while it is read, and again while it is read again, ends the report', async () => {
  const change = (path: string): void => appendFileSync(path, half.slice(half.indexOf('\n') + 1));
  await expect(reported({ change, times: 2 })).rejects.toMatchObject({ code: 'input_changed', exitCode: 3 });
});

it('a file that is gone while it is read ends the report', async () => {
  const change = (path: string): void => rmSync(path);
  await expect(reported({ change })).rejects.toMatchObject({ code: 'no_such_file' });
});

it('a file that changes while a cache is filled from it is kept as it was read', async () => {
  const cache = join(folder, 'kept.duckdb');
  const first = await reported({ change: cutOff, cache });
  expect(rowsRead(first)).toBe(rowsOf(half));
  const second = await reported({ content: half, change: () => undefined, cache });
  expect(rowsRead(second)).toBe(rowsOf(half));
});

it('rejected rows of a file that was replaced since it was read are not shown', async () => {
  const path = join(folder, 'late.csv');
  writeFileSync(path, whole.replace('\n', '\nbroken\n'));
  const engine = await openDuckDb({ files: [path] });
  const onStep = (step: string): void => {
    if (step.startsWith('Sorting')) writeFileSync(path, half.replace('\n', '\nother\n'));
  };
  await expect(
    generateReport({ files: path }, { engine, onStep, onRejected: () => undefined }),
  ).rejects.toMatchObject({ code: 'input_changed' });
});
