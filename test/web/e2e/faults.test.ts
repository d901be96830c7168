import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { sampleCsv } from '../../../src/index.js';
import { faultyPages, onSql } from './faulty-page.js';
import { axeFindings, dropFile, openSample, reportShown, webDesk } from './page.js';

const open = faultyPages();
const sample = (chats: number): string => [...sampleCsv({ chats, seed: 5 })].join('');

const card = (page: Page) => page.locator('.error-card');
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const incoming = (page: Page) => page.locator('.dashboard').getByText('Incoming chats').first();
const stands = (page: Page) => page.locator('.dashboard:not(.busy)').waitFor();

describe('a browser that cannot run the engine', () => {
  it.each([
    ['workers inside workers', 'delete globalThis.Worker;'],
    ['WebAssembly', 'delete globalThis.WebAssembly;'],
    ['WebAssembly exceptions', 'WebAssembly.validate = () => false;'],
  ])('for want of %s says so before a file is chosen, and again instead of a report', async (what, fault) => {
    const { page } = await open({ 'report-worker': fault });
    const message = `This browser cannot run the engine: it has no ${what}.`;
    await card(page).getByText(message).waitFor();
    expect(await card(page).innerText()).toContain('chat-metrics report FILE');
    if (what === 'WebAssembly') expect(await axeFindings(page)).toEqual([]);
    await press(page, 'Close');
    await openSample(page);
    await card(page).getByText(message).waitFor();
    expect(await page.locator('.progress-panel').count()).toBe(0);
  });

  it('for want of workers of today’s kind says that the computing part stopped', async () => {
    const { page } = await open({ 'report-worker': 'throw new SyntaxError("Cannot use import statement");' });
    await openSample(page);
    await card(page).getByText('The part of the page that computes has stopped').waitFor();
    expect(await card(page).getByRole('button').allInnerTexts()).toEqual([
      'Copy',
      'Try again',
      'Choose another file',
    ]);
  });

  it('but keeps nothing for a next visit works all the same', async () => {
    const { page, seen } = await open({});
    await page.addInitScript(() => {
      const refuse = {
        get: () => {
          throw new DOMException('denied', 'SecurityError');
        },
      };
      for (const name of ['localStorage', 'sessionStorage', 'caches'])
        Object.defineProperty(window, name, refuse);
      Object.defineProperty(navigator, 'serviceWorker', refuse);
    });
    await page.reload();
    await openSample(page);
    await reportShown(page);
    await page.getByLabel('Colours').selectOption('dark');
    await page.getByRole('button', { name: 'Settings', exact: true }).click();
    await page.locator('#setting-period').selectOption('month');
    await page.waitForFunction(() => location.hash.includes('period=month'));
    await reportShown(page);
    expect(seen.complaints).toEqual([]);
  });
});

describe('an engine', () => {
  it('that crashes leaves the report before it, which is a click away and can be filtered again', async () => {
    const crash = onSql(`if (sql.includes('[0, 62, 184, ')) throw new Error('it crashed');`);
    const { page } = await open({ 'duckdb-worker': crash });
    await openSample(page);
    await reportShown(page);
    await page.evaluate(() => (location.hash = 'business-hours=01:02-03:04'));
    await card(page).getByText('it crashed').waitFor();
    await incoming(page).waitFor();
    await press(page, 'Back to the report');
    await card(page).waitFor({ state: 'detached' });
    await page.evaluate(() => (location.hash = 'period=month'));
    await page.getByRole('heading', { name: 'Chats and bot deflection by month' }).first().waitFor();
    await stands(page);
  });

  it('without memory for a file says so, with the command for it', async () => {
    const small = onSql(`if (sql.startsWith('set ')) rewrite("set memory_limit = '24MB'");`);
    const { page } = await open({ 'duckdb-worker': small });
    await dropFile(page, { name: 'large.csv', content: sample(60_000) });
    await card(page).getByText('large.csv is too big for this browser').waitFor({ timeout: 50_000 });
    expect(await card(page).locator('.command code').innerText()).toBe('chat-metrics report "large.csv"');
    await press(page, 'Copy');
    expect(await card(page).getByRole('button').allInnerTexts()).toContain('Choose another file');
  });

  it('that reads no rows of a file that has some gives no empty report', async () => {
    const none = onSql(`if (sql.includes('read_csv(')) rewrite(sql + ' limit 0');`);
    const { page } = await open({ 'duckdb-worker': none });
    await dropFile(page, { name: 'chats.csv', content: sample(300) });
    await card(page).getByText('chats.csv has at least 300 rows, but').waitFor();
    expect(await page.locator('.dashboard').count()).toBe(0);
    expect(await card(page).getByRole('button').allInnerTexts()).toContain('Try again');
  });
});

describe('the part of the page that computes', () => {
  it('can break down in mid-work, and the same file is read by a new one', async () => {
    const { page } = await open({});
    await dropFile(page, { name: 'chats.csv', content: sample(12_000) });
    await page.locator('.progress-panel progress[value]').waitFor();
    const [worker] = page.workers();
    await worker?.evaluate(() => {
      setTimeout(() => {
        throw new Error('it broke');
      });
    });
    await card(page).getByText('it broke').waitFor();
    await press(page, 'Try again');
    await reportShown(page);
    await incoming(page).waitFor();
  });
});

describe('a broken file', () => {
  const web = webDesk();
  let page: Page;
  beforeAll(async () => {
    ({ page } = await web.openForAll());
  });

  it.each([
    ['packed.csv.gz', () => gzipSync(sample(2000)).subarray(0, 20_000), /packed\.csv\.gz/],
    ['book.xlsx', () => new TextEncoder().encode('PK\u0003\u0004 and then nothing'), /book\.xlsx/],
    ['cut.json', () => new TextEncoder().encode('[{"chat id": "1", "closed by"'), /cut\.json/],
  ])('%s is called broken, and another can be chosen', async (name, content, said) => {
    await dropFile(page, { name, content: content() });
    await card(page).getByText(said).first().waitFor();
    expect(await card(page).getByRole('button').allInnerTexts()).toContain('Choose another file');
  });
});
