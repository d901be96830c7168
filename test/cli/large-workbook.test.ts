import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import { expect, it } from 'vitest';
import { plainEnv } from '../../scripts/setup.mjs';
import { sampleCsv, type Report } from '../../src/index.js';
import { parsedCsv } from '../combinations/parsed-csv.js';
import { folder, tablesOf } from '../combinations/tables.js';
import { asSwapped, workbookOf } from '../combinations/workbook-files.js';
import { times } from '../tiers.js';
import { program } from './program.js';

const write = folder();

/** Makes a report with little memory; its tables and how many seconds that took. */
async function timed(path: string): Promise<{ report: Report; seconds: number }> {
  const begin = performance.now();
  const args = ['--max-old-space-size=512', program, 'report', path, '--format', 'json', '-q'];
  const child = spawn(process.execPath, args, { env: plainEnv(), stdio: ['ignore', 'pipe', 'pipe'] });
  const output: Buffer[] = [];
  const errors: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
  const [code] = (await once(child, 'close')) as [number | null];
  expect({ code, stderr: Buffer.concat(errors).toString() }).toEqual({ code: 0, stderr: '' });
  const report = JSON.parse(Buffer.concat(output).toString()) as Report;
  return { report, seconds: (performance.now() - begin) / 1000 };
}

const chats = times(25_000, 100_000);

it('many chats in a workbook that Excel swapped are those of the CSV, with 512 MB of memory', async () => {
  const text = [...sampleCsv({ chats, seed: 7 })].join('');
  const csv = await timed(write('large.csv', text));
  const xlsx = await timed(write('large.xlsx', workbookOf(parsedCsv(text), asSwapped)));
  console.log(
    `${String(chats)} chats: CSV ${csv.seconds.toFixed(1)} s, workbook ${xlsx.seconds.toFixed(1)} s, ratio ${(xlsx.seconds / csv.seconds).toFixed(1)}`,
  );
  expect(tablesOf(xlsx.report)).toEqual(tablesOf(csv.report));
}, 300_000);
