import { mkdir, readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDuckDb } from '../../src/engines/duckdb/duckdb-engine.js';
import { fileSource } from '../../src/engines/duckdb/files.js';
import type { Engine } from '../../src/index.js';
import { badCases, inputOf, type BadCase } from '../bad/cases.js';
import { ofReport, type Outcome } from '../bad/outcome.js';
import { tempFiles } from '../reading/temp-files.js';
import { someOf } from '../tiers.js';
import { openPage, type TestPage } from './browser/open-page.js';
import { conformanceCases } from './conformance.js';
import { reportInputs, type ReportInput } from './report-inputs.js';
import { differences } from './same-report.js';
import { withChats, type ReportWithChats } from './with-chats.js';

const files = tempFiles();
let page: TestPage;
let native: Engine;
beforeAll(async () => {
  [page, native] = await Promise.all([openPage(), openDuckDb({ threads: 1 })]);
});
afterAll(() => Promise.all([page.close(), native.close()]));

const named = <One extends { name: string }>(all: readonly One[]): [string, One][] =>
  all.map((one) => [one.name, one]);

describe('the engine of the browser', () => {
  it.each(named(conformanceCases))('%s', async (name, { expected }) => {
    expect(await page.call('runCase', name)).toEqual(expected);
  });
});

/** The report of the same files by the engine of this computer, as JSON has it. */
async function nativeReport(names: readonly string[], { options }: ReportInput): Promise<ReportWithChats> {
  const sources = await Promise.all(names.map((name) => fileSource(page.pathOf(name), name)));
  return JSON.parse(JSON.stringify(await withChats(sources, options, native))) as ReportWithChats;
}

describe('the report and its chats by the engine of the browser are those of this computer:', () => {
  it.each(named(someOf(reportInputs, 12)))('%s', async (_, input) => {
    const names = await input.files((name, content) => page.write(name, content));
    const [expected, actual] = await Promise.all([
      nativeReport(names, input),
      page.call('report', names, input.options),
    ]);
    expect(expected.report.data_quality.rows_read).toBeGreaterThan(0);
    expect(differences(expected, actual)).toEqual([]);
  });
});

/** What comes of a bad file in the page; null where it is no file that a page could be given. */
async function outcomeOf(one: BadCase): Promise<Outcome | null> {
  const desk = files.path(one.name);
  await mkdir(desk);
  const { path } = await inputOf(one, desk);
  const content = await readFile(path).catch(() => null);
  if (!content) return null;
  await page.write(one.file, content);
  const { result, failed } = await page.call('outcomeOfReport', one.file);
  if (!failed) return ofReport(result.report, '');
  const { exitCode, code, message, hint = '' } = failed;
  return { exitCode, code, error: message, hint };
}

/** Those that this computer refuses, or that are no CSV; without the large ones and the devices. */
const badFiles = badCases.filter(
  ({ by_program, expected, file }) =>
    by_program === undefined && ('error' in expected || !file.endsWith('.csv')),
);

describe('a bad file ends in the browser as it does on this computer:', () => {
  it.each(named(someOf(badFiles, 12)))('%s', async (_, one) => {
    expect([one.expected, null]).toContainEqual(await outcomeOf(one));
  });
});
