import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { sampleCsv } from '../../src/sample/sample.js';
import { desk } from './program.js';

const { run, write } = desk();
const chats = [...sampleCsv({ chats: 60, seed: 1 })].join('');
const report = (...args: string[]): ReturnType<typeof run> =>
  run('report', ...args, '-q', '--format', 'json');

it('a small packed file that stands for a large one is refused', async () => {
  write('blank.csv.gz', gzipSync(Buffer.concat([Buffer.from(chats), Buffer.alloc(300 << 20, '\n')])));
  const { code, stderr } = await report('blank.csv.gz');
  expect(code).toBe(3);
  expect(stderr).toContain('unpacks to more than 268 MB');
});

it('a packed file may unpack to as much as --max-unpacked allows, and to no more', async () => {
  write('a.csv.gz', gzipSync(Buffer.concat([Buffer.from(chats), Buffer.alloc(2_000_000, '\n')])));
  expect((await report('a.csv.gz', '--max-unpacked', '3MB')).code).toBe(0);
  expect((await report('a.csv.gz', '--max-unpacked', '1MB')).code).toBe(3);
  expect((await report('a.csv.gz', '--max-unpacked', 'much')).code).toBe(2);
});

it('input of more rows than --max-rows allows is refused', async () => {
  write('a.csv', chats);
  const { code, stderr } = await report('a.csv', '--max-rows', '59');
  expect(code).toBe(3);
  expect(stderr).toContain('The input has 60 rows, more than the 59 that --max-rows allows.');
  expect((await report('a.csv', '--max-rows', '60', '--memory', '300MB')).code).toBe(0);
});

it('records with a different key each are read by the keys that they share', async () => {
  const line = (at: number): string =>
    JSON.stringify({
      chat_id: String(at),
      agent: 'Mia',
      started_at: '2026-01-05 10:00:00',
      ended_at: '2026-01-05 10:05:00',
      ...Object.fromEntries(Array.from({ length: 100 }, (_, key) => [`k${String(at)}_${String(key)}`, 1])),
    });
  write('keys.jsonl', Array.from({ length: 300 }, (_, at) => line(at)).join('\n'));
  const { code, stdout } = await report('keys.jsonl');
  expect(code).toBe(0);
  expect(stdout).toMatch(/"rows_read": ?300\b/);
});
