import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { sampleCsv } from '../../src/index.js';
import { isLong } from '../tiers.js';
import { desk, program } from './program.js';

const { write, path, env } = desk();
const atExit = resolve('bench/at-exit.mjs');
const chats = 300_000;

/** Makes a report in a heap of 200 MB; gives the peak memory of the whole process, in megabytes. */
async function peak(...args: string[]): Promise<number> {
  const command = ['--max-old-space-size=200', '--import', atExit, program, 'report', '-q', ...args];
  const child = spawn(process.execPath, command, {
    cwd: path(''),
    env: env(),
    stdio: ['ignore', 'inherit', 'inherit', 'pipe'],
  });
  let said = '';
  child.stdio[3]?.on('data', (text: Buffer) => (said += text.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  expect(code).toBe(0);
  return Number(said.split(' ')[0]);
}

it.runIf(isLong)(
  '300,000 chats are written in 300 MB more than the report without them, less than their sheet is long',
  async () => {
    write('data_dump.csv', [...sampleCsv({ chats, seed: 3 })].join(''));
    const without = await peak('-o', 'without.xlsx');
    const withChats = await peak('--with-chats', '-o', 'with.xlsx');
    console.log(`300,000 chats: ${String(without)} MB without, ${String(withChats)} MB with their rows`);
    expect(withChats - without).toBeLessThan(300);
    expect(statSync(path('with.xlsx')).size).toBeGreaterThan(chats * 100);
  },
  300_000,
);
