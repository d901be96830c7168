import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { expect, it } from 'vitest';
import { measure } from '../../bench/measure.mjs';
import { sampleCsv } from '../../src/sample/sample.js';
import { isLong } from '../tiers.js';
import { desk, program } from './program.js';

const { path } = desk();
const few = 20_000;
const many = 320_000;

async function sample(chats: number): Promise<string> {
  const file = path(`${String(chats)}.csv`);
  await pipeline(Readable.from(sampleCsv({ chats, seed: 1 })), createWriteStream(file));
  return file;
}

/** Processor time of a report, which a busy machine stretches less than the clock. */
const report = (file: string): number =>
  measure([program, 'report', file, '-q', '--format', 'json', '-o', path('report.json')]).cpuSeconds;

// measured: about 30 times; the bound finds work that is done three times, on any machine
it.runIf(isLong)(
  'a chat more costs a report less than a hundred times what the scan of its row costs',
  async () => {
    const [small, large] = [await sample(few), await sample(many)];
    const scans = 10;
    const scan = (turns: number): number => measure(['bench/scan.mjs', large, String(turns)]).cpuSeconds;
    const scanned = (scan(scans + 1) - scan(1)) / scans / many;
    const reported = (report(large) - report(small)) / (many - few);
    expect(scanned).toBeGreaterThan(0);
    expect(reported / scanned).toBeLessThan(100);
  },
);
