import { copyFileSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser, openIn, openSample, reportShown, type OpenedPage } from './page.js';

const MOST_BYTES = 14_000_000;
const built = resolve('dist/web-single/chat-metrics.html');
let folder = '';
let browser: Browser;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'chat metrics ä -'));
  copyFileSync(built, join(folder, 'chat metrics (1).html'));
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(): Promise<OpenedPage> {
  const opened = await openIn(browser, { url: 'about:blank' });
  await opened.context.setOffline(true);
  opened.seen.requests.length = 0;
  await opened.page.goto(pathToFileURL(join(folder, 'chat metrics (1).html')).href);
  return opened;
}

it('the page as one file is small enough to be sent by e-mail', () => {
  expect(statSync(built).size).toBeLessThan(MOST_BYTES);
});

it('the page as one file opens from a folder, without a network, and makes a report', async () => {
  const { page, context, seen } = await open();
  await openSample(page);
  await reportShown(page);
  await context.close();
  expect(seen.requests.filter((url) => !url.startsWith('blob:') && !url.startsWith('data:'))).toHaveLength(1);
  expect(seen.complaints).toEqual([]);
});

it('the page as one file may send nothing anywhere', async () => {
  const { page, context, seen } = await open();
  await context.setOffline(false);
  const tries = await page.evaluate(async () => {
    const image = new Image();
    image.src = 'http://127.0.0.1:9/x.png';
    return fetch('http://127.0.0.1:9/').then(() => 'answered', String);
  });
  await context.close();
  expect(tries).toContain('Failed to fetch');
  expect(seen.complaints.filter((text) => text.includes('Content Security Policy')).length).toBeGreaterThan(
    1,
  );
});
