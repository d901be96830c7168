import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { sampleCsv } from '../../../src/index.js';
import { runHere } from '../../cli/program.js';
import { differences } from '../../engines/same-report.js';
import { cellsOf, partsOf, sheetsOf } from '../../excel/xlsx-parts.js';
import { byPage, commandDesk } from './both-ways.js';
import { downloaded, dropFile, reportShown, webDesk } from './page.js';

/** The export that the project began with, where it is at hand. */
const real = '/work/shared/data/verloop_feb_2021.csv';
const sample = [...sampleCsv({ chats: 3000, seed: 5 })].join('');
const exports: [string, () => string][] = [
  ...(existsSync(real) ? [['real.csv', () => readFileSync(real, 'utf8')] as [string, () => string]] : []),
  ['sample.csv', () => sample],
];

const web = webDesk();
const { folder, byCommand } = commandDesk();

/** One page for all files, the last of which stays open for what is asked of a sample. */
let page: Page;
beforeAll(async () => {
  ({ page } = await web.openForAll());
});

/** Every cell of a workbook, by sheet and place. */
function cells(bytes: Buffer): Record<string, string | undefined> {
  const parts = partsOf(bytes);
  const all = sheetsOf(parts).flatMap(({ name, part }) =>
    cellsOf(parts, part).map(({ ref, formula, text }) => [`${name}!${ref}`, formula ?? text] as const),
  );
  return Object.fromEntries(all);
}

describe.each(exports)('of %s, dropped on the page,', (name, content) => {
  beforeAll(async () => {
    await dropFile(page, { name, content: content() });
    await page.getByRole('paragraph').filter({ hasText: name }).first().waitFor();
    await reportShown(page);
  });

  it('the figures are those of the command line', async () => {
    expect(differences(await byCommand(name, content()), await byPage(page))).toEqual([]);
  });

  it("the workbook has the cells of the command line's", async () => {
    const excel = page.getByRole('button', { name: 'Excel workbook', exact: true });
    const { name: saved, bytes } = await downloaded(page, () => excel.click());
    expect(saved).toMatch(/\d{4}-\d{2}-\d{2}.*\.xlsx$/);
    writeFileSync(join(folder, name), content());
    await runHere(folder, ['report', name, '-q', '-o', 'report.xlsx']);
    const expected = cells(readFileSync(join(folder, 'report.xlsx')));
    expect(Object.keys(expected).length).toBeGreaterThan(1000);
    expect(differences(expected, cells(bytes))).toEqual([]);
  });
});

describe('of a sample, dropped on the page,', () => {
  /** Waits until the page has the figures that the command line has with these options. */
  const expectFigures = (...args: string[]) =>
    expect
      .poll(async () => differences(await byCommand('sample.csv', sample, ...args), await byPage(page)), {
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

  it('charts and the table of agents keep what can be picked: in any order of picks, and opened by an address', async () => {
    const byAddress = '#only-closing-reason=Completed&only-period=2026-02-09..2026-02-16..week';
    const shown = async (at: Page): Promise<number[]> => {
      const marks = ['Why chats were closed', 'Chats and bot deflection', 'Chats by half hour'].map((title) =>
        at
          .getByRole('application', { name: new RegExp(`^${title}`) })
          .locator('[data-mark]')
          .count(),
      );
      return Promise.all([...marks, at.getByRole('table', { name: 'Every agent' }).locator('tr').count()]);
    };
    const all = await shown(page);
    const { page: other } = await web.open({ hash: byAddress });
    await dropFile(other, { name: 'sample.csv', content: sample });
    await reportShown(other);
    await page.evaluate((hash) => (location.hash = hash), byAddress.replace(/&.*/, ''));
    await page.getByRole('button', { name: /Completed. Remove this filter/ }).waitFor();
    await page.evaluate((hash) => (location.hash = hash), byAddress);
    await page.getByRole('button', { name: /week. Remove this filter/ }).waitFor();
    await reportShown(page);
    // three marks a reason; a week may lack some of them
    const isWhole = ([reasons = 0, ...others]: number[]): boolean =>
      reasons > 9 && String(others.slice(0, 2)) === String(all.slice(1, 3));
    await expect.poll(async () => isWhole(await shown(other)), { timeout: 20_000 }).toBe(true);
    await expect.poll(() => shown(page), { timeout: 20_000 }).toEqual(await shown(other));
    await page.evaluate(() => (location.hash = ''));
    await page
      .getByRole('button', { name: /Remove this filter/ })
      .first()
      .waitFor({ state: 'detached' });
    await reportShown(page);
    await expectFigures();
  });

  it('a chart that is saved has every label whole, under its title, range and filters', async () => {
    const svg = page.getByRole('button', { name: 'SVG of Chats and bot deflection by week', exact: true });
    const { bytes } = await downloaded(page, () => svg.click());
    const { page: empty } = await web.open();
    const found = await empty.evaluate((text) => {
      document.body.innerHTML = text;
      const frame = document.querySelector('svg')?.getBoundingClientRect();
      const words = [...document.querySelectorAll('body > svg text')];
      const isWhole = (box: DOMRect): boolean =>
        frame !== undefined && box.left >= frame.left && box.right <= frame.right && box.top >= frame.top;
      return {
        texts: words.map(({ textContent }) => textContent),
        cut: words
          .filter((word) => !isWhole(word.getBoundingClientRect()))
          .map(({ textContent }) => textContent),
      };
    }, bytes.toString('utf8'));
    expect(found.cut).toEqual([]);
    expect(found.texts.length).toBeGreaterThan(10);
    expect(found.texts.slice(0, 2)).toEqual([
      'Chats and bot deflection by week',
      expect.stringMatching(/2026.*28 days/) as string,
    ]);
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
  await page.evaluate(() => (location.hash = ''));
  await reportShown(page);
  await dropFile(page, { name: 'odd.csv', content });
  const make = page.getByRole('button', { name: 'Make the report' }).first();
  await make.waitFor();
  expect(await make.isDisabled()).toBe(true);
  const fields = { Alpha: 'started_at', Beta: 'closed_by', Gamma: 'chat_id' };
  for (const [heading, field] of Object.entries(fields)) {
    await page.getByLabel(`Use ${heading} as`).selectOption(field);
  }
  await make.click();
  await page.getByRole('paragraph').filter({ hasText: 'odd.csv' }).first().waitFor();
  await reportShown(page);
  const told = Object.entries(fields).flatMap(([heading, field]) => ['--map', `${field}=${heading}`]);
  expect(differences(await byCommand('odd.csv', content, ...told), await byPage(page))).toEqual([]);
});
