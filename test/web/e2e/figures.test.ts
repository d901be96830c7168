import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleCsv } from '../../../src/index.js';
import { program } from '../../cli/program.js';
import { differences } from '../../engines/same-report.js';
import { cellsOf, partsOf, sheetsOf } from '../../excel/xlsx-parts.js';
import { downloaded, dropFile, reportShown, webDesk } from './page.js';

/** The export that the project began with, where it is at hand. */
const real = '/work/shared/data/verloop_feb_2021.csv';
const sample = [...sampleCsv({ chats: 3000, seed: 5 })].join('');
const exports: [string, () => string][] = [
  ['sample.csv', () => sample],
  ...(existsSync(real) ? [['real.csv', () => readFileSync(real, 'utf8')] as [string, () => string]] : []),
];

const web = webDesk();
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'chat-metrics-figures-'));
  for (const [name, content] of exports) writeFileSync(join(folder, name), content());
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the command line makes of a file in the folder. */
function commandLine(file: string, output: string, ...args: string[]): Buffer {
  const { status, stderr } = spawnSync(
    process.execPath,
    [program, 'report', file, '-q', '-o', output, ...args],
    { cwd: folder, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return readFileSync(join(folder, output));
}

const reportOf = (file: string, ...args: string[]): unknown =>
  JSON.parse(commandLine(file, 'report.json', '--format', 'json', ...args).toString());

async function more(page: Page, name: RegExp): Promise<Buffer> {
  const menu = page.getByText('More downloads', { exact: true }).first();
  const item = page.getByRole('button', { name });
  if (!(await item.isVisible())) await menu.click();
  return (await downloaded(page, () => item.click())).bytes;
}

const reportInPage = async (page: Page): Promise<unknown> =>
  JSON.parse((await more(page, /^JSON/)).toString());

/** Every cell of a workbook, by sheet and place. */
function cells(bytes: Buffer): Record<string, string | undefined> {
  const parts = partsOf(bytes);
  const all = sheetsOf(parts).flatMap(({ name, part }) =>
    cellsOf(parts, part).map(({ ref, formula, text }) => [`${name}!${ref}`, formula ?? text] as const),
  );
  return Object.fromEntries(all);
}

describe.each(exports)('of %s, dropped on the page,', (name, content) => {
  let page: Page;
  beforeAll(async () => {
    ({ page } = await web.openForAll());
    await dropFile(page, { name, content: content() });
    await reportShown(page);
  });

  it('the figures are those of the command line', async () => {
    expect(differences(reportOf(name), await reportInPage(page))).toEqual([]);
  });

  it("the workbook has the cells of the command line's", async () => {
    const excel = page.getByRole('button', { name: 'Excel workbook', exact: true });
    const { name: saved, bytes } = await downloaded(page, () => excel.click());
    expect(saved).toMatch(/\d{4}-\d{2}-\d{2}.*\.xlsx$/);
    const expected = cells(commandLine(name, 'report.xlsx'));
    expect(Object.keys(expected).length).toBeGreaterThan(1000);
    expect(differences(expected, cells(bytes))).toEqual([]);
  });
});

describe('of a sample, dropped on the page,', () => {
  let page: Page;
  beforeAll(async () => {
    ({ page } = await web.openForAll());
    await dropFile(page, { name: 'sample.csv', content: sample });
    await reportShown(page);
  });

  /** Waits until the page has the figures that the command line has with these options. */
  const expectFigures = (...args: string[]) =>
    expect
      .poll(async () => differences(reportOf('sample.csv', ...args), await reportInPage(page)), {
        timeout: 20_000,
      })
      .toEqual([]);

  it('one agent alone is shown by a click on the name, and all again when the filter is taken off', async () => {
    const button = page.locator('.dashboard table tbody th button').first();
    const agent = (await button.innerText()).trim();
    await button.click();
    const chip = page.getByRole('button', { name: new RegExp(`${agent}. Remove this filter`) });
    await chip.waitFor();
    await expectFigures('--agent', agent);
    await chip.click();
    await expectFigures();
  });

  it('a changed setting is followed by every figure', async () => {
    await page.getByRole('button', { name: 'Settings', exact: true }).click();
    await page.locator('#setting-period').selectOption('month');
    await page.waitForFunction(() => location.hash.includes('period=month'));
    await page.waitForFunction(() => document.querySelector('.dashboard:not(.busy)') !== null);
    await expectFigures('--period', 'month');
  });
});

it('columns that no heading tells are named by hand, with the figures of the same choice on the command line', async () => {
  const content = sample
    .replace('ChatStartTime', 'Alpha')
    .replace('ClosedBy', 'Beta')
    .replace('RoomCode', 'Gamma');
  writeFileSync(join(folder, 'odd.csv'), content);
  const { page } = await web.open();
  await dropFile(page, { name: 'odd.csv', content });
  const make = page.getByRole('button', { name: 'Make the report' }).first();
  await make.waitFor();
  expect(await make.isDisabled()).toBe(true);
  const fields = { Alpha: 'started_at', Beta: 'closed_by', Gamma: 'chat_id' };
  for (const [heading, field] of Object.entries(fields)) {
    await page.getByLabel(`Use ${heading} as`).selectOption(field);
  }
  await make.click();
  await reportShown(page);
  const told = Object.entries(fields).flatMap(([heading, field]) => ['--map', `${field}=${heading}`]);
  expect(differences(reportOf('odd.csv', ...told), await reportInPage(page))).toEqual([]);
});
