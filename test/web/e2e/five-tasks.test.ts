import type { Page } from 'playwright-core';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { sampleCsv } from '../../../src/index.js';
import { differences } from '../../engines/same-report.js';
import { cellsOf, partsOf, sheetsOf } from '../../excel/xlsx-parts.js';
import { byPage, commandDesk } from './both-ways.js';
import { downloaded, dropFile, reportShown, webDesk } from './page.js';

const web = webDesk();
const known = [...sampleCsv({ chats: 3000, seed: 5 })].join('');
const { byCommand } = commandDesk();

let page: Page;

/** One page for all tasks, which counts what is done on it: presses, choices, drops, and the key strokes that change a field. */
beforeAll(async () => {
  ({ page } = await web.openForAll());
  await page.evaluate(() => {
    const count = (): void => {
      document.body.dataset['actions'] = String(Number(document.body.dataset['actions'] ?? 0) + 1);
    };
    for (const type of ['pointerdown', 'change', 'drop']) window.addEventListener(type, count, true);
  });
});
beforeEach(async () => {
  await page.evaluate(() => delete document.body.dataset['actions']);
});

const actions = () => page.evaluate(() => Number(document.body.dataset['actions'] ?? 0));

/** The report of the known export without settings or filters of the task before. */
async function plainReport(): Promise<void> {
  await page.evaluate(() => (location.hash = ''));
  await page.waitForFunction(() => document.querySelector('.dashboard:not(.busy)') !== null);
  await expect
    .poll(async () => differences(await byCommand('chats.csv', known), await byPage(page)), {
      timeout: 20_000,
    })
    .toEqual([]);
  await page.evaluate(() => delete document.body.dataset['actions']);
}

it('a known export shows its figures in two actions: open the page, drop the file', async () => {
  await dropFile(page, { name: 'chats.csv', content: known });
  await reportShown(page);
  const { chat_metrics } = (await byCommand('chats.csv', known)).tables;
  const incoming = Number(chat_metrics.find((row) => row['period_start'] === null)?.['incoming_chats']);
  expect(await page.locator('.dashboard').innerText()).toContain(incoming.toLocaleString('en-GB'));
  expect(1 + (await actions())).toBe(2);
});

it('the worst half hour and the agents in it, slowest first, are three clicks away', async () => {
  await plainReport();
  const sentence = page.locator('.dashboard p.say', { hasText: /The most start from \d\d:\d\d to/ });
  const worst = /from (\d\d:\d\d) to/.exec(await sentence.innerText())?.[1] ?? '';
  const index = Number(worst.slice(0, 2)) * 2 + Number(worst.endsWith(':30'));
  const chart = page.getByRole('application', { name: /^Chats by half hour of the day/ });
  await chart
    .locator(`rect[data-mark="${String(index)}"]`)
    .last()
    .click();
  await page.getByRole('button', { name: new RegExp(`${worst}.*Remove this filter`) }).waitFor();
  await reportShown(page);
  const table = page.getByRole('table', { name: 'Every agent' });
  await table.getByRole('button', { name: /^Avg Agent First Response Time/ }).click();
  expect(await actions()).toBeLessThanOrEqual(3);

  const expected = await byCommand('chats.csv', known, '--half-hour', worst);
  const slowest = expected.tables.agent_metrics
    .filter(({ agent, first_response_avg_seconds: seconds }) => agent !== null && seconds !== null)
    .sort((a, b) => Number(b['first_response_avg_seconds']) - Number(a['first_response_avg_seconds']));
  const names = await table.locator('tbody th button').allInnerTexts();
  expect(names[0]?.trim()).toBe(slowest[0]?.['agent']);
  expect(names).toHaveLength(expected.tables.agent_metrics.length - 1);
  expect(differences(expected, await byPage(page))).toEqual([]);
});

it('every figure follows a change of the business hours, in two actions', async () => {
  await plainReport();
  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  await page.getByLabel('Business hours end').fill('18:30');
  await page.waitForFunction(() => location.hash.includes('business-hours=10%3A00-18%3A30'));
  await reportShown(page);
  expect(await actions()).toBe(2);
  await page.getByRole('button', { name: 'Close the settings' }).click();
  const expected = await byCommand('chats.csv', known, '--business-hours', '10:00-18:30');
  expect(differences(expected, await byPage(page))).toEqual([]);
  expect(differences(await byCommand('chats.csv', known), expected)).not.toEqual([]);
});

it('the workbook is taken away in one click', async () => {
  await plainReport();
  const excel = page.getByRole('button', { name: 'Excel workbook', exact: true });
  const { name, bytes } = await downloaded(page, () => excel.click());
  expect(await actions()).toBe(1);
  expect(name).toMatch(/^chat-report-\d{4}-\d\d-\d\d_\d{4}-\d\d-\d\d\.xlsx$/);
  const parts = partsOf(bytes);
  const [first] = sheetsOf(parts);
  expect(cellsOf(parts, first?.part ?? '').length).toBeGreaterThan(50);
});

it('an unknown export is understood after one choice for each needed column, in five actions', async () => {
  const rows = Array.from({ length: 300 }, (_, at) => `R${String(at)},${at % 3 ? 'Ann' : 'Bob'},2021-02-11`);
  const content = ['Ref,Handled,Opened', ...rows, ''].join('\n');
  await dropFile(page, { name: 'unknown.csv', content });
  const columns: [RegExp, RegExp][] = [
    [/^Chat,/, /^Ref:/],
    [/^Closed by,/, /^Handled:/],
    [/^Start,/, /^Opened:/],
  ];
  for (const [field, column] of columns) {
    const choice = page.getByLabel(field);
    await choice.waitFor();
    const options = await choice.locator('option').allInnerTexts();
    await choice.selectOption({ index: options.findIndex((option) => column.test(option)) });
    await choice.waitFor({ state: 'detached' });
  }
  await page.getByRole('button', { name: 'Make the report' }).first().click();
  await reportShown(page);
  expect(await actions()).toBe(5);
  const map = ['chat_id=Ref', 'closed_by=Handled', 'started_at=Opened'].flatMap((pair) => ['--map', pair]);
  expect(differences(await byCommand('unknown.csv', content, ...map), await byPage(page))).toEqual([]);
});
