import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { differences, looksInPage, type Looks } from './looks.js';
import { axeFindings, dropFile, launchBrowser, openIn, reportShown } from './page.js';
import { startServer, type RunningServer } from './server.js';

/** Both builds of the page, each loaded once and walked through side by side. */
let served: Page;
let file: Page;
let [browser, server]: [Browser?, RunningServer?] = [];

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startServer()]);
  served = await open(browser, `${server.origin}/`);
  file = await open(browser, pathToFileURL(resolve('dist/web-single/chat-metrics.html')).href);
});
afterAll(async () => {
  await Promise.all([browser?.close(), server?.close()]);
});

async function open(within: Browser, url: string): Promise<Page> {
  const { page } = await openIn(within, { url, reducedMotion: true });
  await page.evaluate(looksInPage);
  return page;
}

async function inBoth<T>(work: (page: Page) => Promise<T>): Promise<[T, T]> {
  return [await work(served), await work(file)];
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click();
const unfold = (name: string) => (page: Page) => page.getByText(name, { exact: true }).first().click();

/** What leads from each view to the next one. */
const walk: [view: string, show: (page: Page) => Promise<unknown>][] = [
  ['the start', (page) => page.locator('.start').waitFor()],
  [
    'a file that cannot be read',
    async (page) => {
      await dropFile(page, {
        name: 'picture.csv',
        content: Uint8Array.from({ length: 4000 }, (_, i) => i * 7),
      });
      await page.locator('.error-card').waitFor();
    },
  ],
  [
    'the report',
    async (page) => {
      await page.getByRole('link', { name: 'Chat Metrics', exact: true }).click();
      await press(page, 'Try it with sample data');
      await reportShown(page, 100_000);
      await page.getByRole('heading', { name: 'Agents', exact: true }).waitFor();
    },
  ],
  ['the downloads', unfold('More downloads')],
  ['the choice of columns', unfold('Columns')],
  [
    'the settings',
    async (page) => {
      await press(page, 'Settings');
      await page.locator('#setting-period').waitFor();
    },
  ],
  [
    'the columns and dates',
    async (page) => {
      await press(page, 'Columns and dates');
      await page.getByRole('button', { name: 'Make the report' }).first().waitFor();
    },
  ],
];

interface Medium {
  colorScheme: 'light' | 'dark';
  media?: 'print';
  width?: number;
}

const media: [name: string, medium: Medium][] = [
  ['light', { colorScheme: 'light' }],
  ['dark', { colorScheme: 'dark' }],
  ['narrow', { colorScheme: 'light', width: 390 }],
  ['printed', { colorScheme: 'light', media: 'print' }],
];

async function turnTo(page: Page, { colorScheme, media: kind, width = 1280 }: Medium): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ colorScheme, media: kind ?? 'screen' });
}

const differing = async (): Promise<string[]> => {
  const looks = await inBoth((page) => page.evaluate<Looks>('looks()'));
  return differences([served, file], looks);
};

it.each(walk)(
  '%s of the page as one file looks as that of the served page',
  { timeout: 240_000 },
  async (_, show) => {
    await inBoth(show);
    for (const [name, medium] of media) {
      await inBoth((page) => turnTo(page, medium));
      const t = performance.now();
      await expect.poll(differing, { timeout: 20_000, interval: 500, message: name }).toEqual([]);
      console.log(name, performance.now() - t, (await served.evaluate<Looks>('looks()')).length);
    if (process.env['SHOTS']) for (const [p, n] of [[served, 'served'], [file, 'file']] as const) await p.screenshot({ path: `/tmp/told/${_.replaceAll(' ', '-')}-${name}-${n}.png`, fullPage: name === 'light' });
    }
  },
);

it.each(['light', 'dark'] as const)('.', () => undefined);
export { axeFindings };
