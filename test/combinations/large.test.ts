import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { plainEnv } from '../../scripts/setup.mjs';
import { sampleCsv } from '../../src/index.js';
import { parsedCsv } from './parsed-csv.js';
import { folder } from './tables.js';
import { asSwapped, workbookOf } from './workbook-files.js';

const write = folder();
const program = resolve('dist/cli/main.js');

/** Makes a report with little memory; its tables and how many seconds that took. */
async function timed(path: string): Promise<{ tables: unknown; seconds: number }> {
  const begin = performance.now();
  const args = ['--max-old-space-size=512', program, 'report', path, '--format', 'json', '-q'];
  const child = spawn(process.execPath, args, { env: plainEnv(), stdio: ['ignore', 'pipe', 'pipe'] });
  const output: Buffer[] = [];
  const errors: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
  const [code] = (await once(child, 'close')) as [number | null];
  expect({ code, stderr: Buffer.concat(errors).toString() }).toEqual({ code: 0, stderr: '' });
  const { tables } = JSON.parse(Buffer.concat(output).toString()) as { tables: unknown };
  return { tables, seconds: (performance.now() - begin) / 1000 };
}

/** Sums in another order differ in their last digits. */
function rounded(tables: unknown): unknown {
  return JSON.parse(JSON.stringify(tables), (_, value: unknown) =>
    typeof value === 'number' ? Number(value.toPrecision(9)) : value,
  );
}

it('100,000 chats in a workbook that Excel swapped are those of the CSV, with 512 MB of memory', async () => {
  const text = [...sampleCsv({ chats: 100_000, seed: 7 })].join('');
  const csv = await timed(write('large.csv', text));
  const xlsx = await timed(write('large.xlsx', workbookOf(parsedCsv(text), asSwapped)));
  console.log(
    `100,000 chats: CSV ${csv.seconds.toFixed(1)} s, workbook ${xlsx.seconds.toFixed(1)} s, ratio ${(xlsx.seconds / csv.seconds).toFixed(1)}`,
  );
  expect(rounded(xlsx.tables)).toEqual(rounded(csv.tables));
}, 300_000);
