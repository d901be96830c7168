import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isLong } from '../../tiers.js';
import { differences, looksInPage, type Looks } from './looks.js';
import { dropFile, launchBrowser, openIn, reportShown } from './page.js';
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
  const { page } = await openIn(within, { url });
  await page.evaluate(looksInPage);
  return page;
}

const inBoth = <T>(work: (page: Page) => Promise<T>): Promise<[T, T]> =>
  Promise.all([work(served), work(file)]);

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click();
const unfold = (name: string) => (page: Page) => page.getByText(name, { exact: true }).first().click();

interface Medium {
  colorScheme: 'light' | 'dark';
  media?: 'print';
  width?: number;
}

const light: Medium = { colorScheme: 'light' };
const dark: Medium = { colorScheme: 'dark' };
const narrow: Medium = { colorScheme: 'light', width: 390 };
const printed: Medium = { colorScheme: 'light', media: 'print' };

/** What leads to a view, and in which media it is compared; in the long tests in all of them. */
type Step = [view: string, show: (page: Page) => Promise<unknown>, media: readonly Medium[]];

/** What leads from each view to the next one: to the progress, and on from there. */
const beforeProgress: Step[] = [
  ['the start', (page) => page.locator('.start').waitFor(), [dark, narrow]],
  [
    'a file that cannot be read',
    async (page) => {
      await dropFile(page, {
        name: 'picture.csv',
        content: Uint8Array.from({ length: 4000 }, (_, i) => i * 7),
      });
      await page.locator('.error-card').waitFor();
    },
    [light],
  ],
];
const afterProgress: Step[] = [
  [
    'the report',
    async (page) => {
      await reportShown(page, 150_000);
      await page.getByRole('heading', { name: 'Agents', exact: true }).waitFor();
    },
    [light, printed],
  ],
  ['the downloads', unfold('More downloads'), [dark]],
  ['the choice of columns', unfold('Columns'), [light]],
  [
    'the settings',
    async (page) => {
      await press(page, 'Settings');
      await page.locator('#setting-period').waitFor();
    },
    [dark],
  ],
  [
    'the columns and dates',
    async (page) => {
      await press(page, 'Columns and dates');
      await page.getByRole('button', { name: 'Make the report' }).first().waitFor();
    },
    [light, narrow],
  ],
];

async function turnTo(page: Page, { colorScheme, media: kind, width = 1280 }: Medium): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ colorScheme, media: kind ?? 'screen' });
}

const differing = async (): Promise<string[]> => {
  const looks = await inBoth((page) => page.evaluate<Looks>('looks()'));
  return differences([served, file], looks);
};

async function compare(show: Step[1], media: readonly Medium[]): Promise<void> {
  await inBoth((page) => turnTo(page, light));
  await inBoth(show);
  for (const medium of isLong ? [light, dark, narrow, printed] : media) {
    await inBoth((page) => turnTo(page, medium));
    const message = JSON.stringify(medium);
    await expect.poll(differing, { timeout: 20_000, interval: 500, message }).toEqual([]);
  }
}

const sentence = '%s of the page as one file looks as that of the served page';
const timeout = 300_000;

it.each(beforeProgress)(sentence, { timeout }, (_, show, media) => compare(show, media));

it('the progress of the page as one file looks as that of the served page', { timeout }, async () => {
  const looks = await inBoth(async (page) => {
    await turnTo(page, light);
    await page.getByRole('link', { name: 'Chat Metrics', exact: true }).click();
    await page.locator('.start').waitFor();
    return page.evaluate<Looks>(`looksOfProgress('Try it with sample data')`);
  });
  expect(looks[1]).toEqual(looks[0]);
});

it.each(afterProgress)(sentence, { timeout }, (_, show, media) => compare(show, media));
