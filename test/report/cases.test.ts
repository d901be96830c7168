import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { generateReport } from '../../src/index.js';
import { cases } from '../cases/index.js';
import { mismatches } from '../cases/mismatches.js';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chat-metrics-cases-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('every case computed by hand comes out as computed by hand', () => {
  test.each(cases.map((one, index) => ({ index, one })))('$one.name', async ({ index, one }) => {
    const file = join(folder, `${String(index)}.csv`);
    await writeFile(file, one.csv);
    const report = await generateReport({ files: file, ...one.options });
    const { warnings, ...counts } = report.data_quality;
    const kinds = Object.fromEntries(warnings.map(({ kind, rows }) => [kind, rows]));
    expect(mismatches(one, report.tables, { ...counts, warnings: kinds })).toEqual([]);
  });
});
