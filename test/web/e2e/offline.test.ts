import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser, misdeeds, openIn, openSample, reportShown, type OpenedPage } from './page.js';
import { staticHost, type StaticHost } from './static-host.js';

const built = resolve('dist/web');
let folder = '';
let browser: Browser;
let host: StaticHost;
const opened: OpenedPage[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'chat-metrics-offline-'));
  browser = await launchBrowser();
});
beforeEach(async () => {
  host = await staticHost(built);
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map(({ context }) => context.close()));
  await host.close();
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(): Promise<OpenedPage> {
  const page = await openIn(browser, { url: host.url, keepsItself: true });
  opened.push(page);
  return page;
}

/** `waitForFunction` takes the promise of an asynchronous function for a yes. */
const eventually = (ask: () => Promise<boolean>) =>
  expect.poll(ask, { timeout: 45_000, interval: 300 }).toBe(true);

/** Waits until the page's worker holds everything that the page needs, the engine too. */
const keptWhole = (page: Page) => eventually(() => page.evaluate(holdsAll));

/** Runs in the page. An entry is listed before it is whole. */
async function holdsAll(): Promise<boolean> {
  await navigator.serviceWorker.ready;
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    const kept = (await cache.keys()).map(({ url }) => url);
    const engine = kept.find((url) => url.endsWith('.wasm'));
    const needed = ['index.html', 'duckdb-browser-eh.worker'];
    if (engine === undefined || !needed.every((part) => kept.some((url) => url.includes(part)))) continue;
    const whole = await (await cache.match(engine))?.arrayBuffer().catch(() => null);
    if (whole && whole.byteLength > 30_000_000) return true;
  }
  return false;
}

const versionOf = (page: Page) => page.locator('meta[name=version]').getAttribute('content');
const cacheNames = (page: Page) => page.evaluate(() => caches.keys());

/** The same page as another version, as a later build would give it. */
function nextVersion(version: string): string {
  const before = /name="version" content="([^"]+)"/.exec(
    readFileSync(join(built, 'index.html'), 'utf8'),
  )?.[1];
  const next = join(folder, version);
  cpSync(built, next, { recursive: true });
  for (const name of ['index.html', 'sw.js']) {
    const file = join(next, name);
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll(before ?? expect.fail('no version'), version));
  }
  return next;
}

async function expectInstallable(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { errors } = await session.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  const found = installabilityErrors.map(({ errorId }) => errorId);
  expect(found.filter((id) => id !== 'in-incognito')).toEqual([]);
}

describe('the page on any static host, in a sub-folder,', () => {
  it('works under a policy of its own, and asks for nothing outside its folder', async () => {
    const { page, seen } = await open();
    await openSample(page);
    await reportShown(page);
    expect(seen.requests.filter((url) => !url.startsWith(host.url) && !url.startsWith('blob:'))).toEqual([]);
    expect(misdeeds(seen)).toEqual([]);
    const beyond = await page.evaluate(() =>
      fetch('https://example.com/').then(
        () => 'answered',
        (error: unknown) => String(error),
      ),
    );
    expect(beyond).toContain('Failed to fetch');
    expect(seen.complaints.join('\n')).toContain('Content Security Policy');
  });

  it('can be installed, fetches its engine at most to use it and to keep it, and then works without a network', async () => {
    const { page, context, seen } = await open();
    await keptWhole(page);
    await expectInstallable(page);
    expect(host.asked.filter((path) => path.endsWith('.wasm')).length).toBeLessThanOrEqual(2);
    host.stop();
    await context.setOffline(true);
    seen.complaints.length = 0;
    await page.reload();
    await openSample(page);
    await reportShown(page);
    await page.goto(`${host.url}index.html`);
    await page.getByRole('button', { name: 'Try it with sample data' }).waitFor();
    expect(misdeeds(seen).filter((text) => !text.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
  });
});

describe('a new version', () => {
  const button = (page: Page) => page.getByRole('button', { name: /newer version/i });
  const look = (page: Page) =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      await registration.update();
    });

  it('waits until it is asked for, and then takes the place of the old one whole', async () => {
    const { page } = await open();
    await keptWhole(page);
    const old = await versionOf(page);
    host.serveFrom(nextVersion('next-1'));
    await look(page);
    await button(page).waitFor();
    expect(await versionOf(page)).toBe(old);
    await Promise.all([page.waitForEvent('load'), button(page).click()]);
    expect(await versionOf(page)).toBe('next-1');
    await eventually(async () => (await cacheNames(page)).length === 1);
    expect(await cacheNames(page)).toEqual(['chat-metrics /team/chats/ next-1']);
  });

  // beside another file's browser the old window may outlive what the test waits for
  it(
    'that the network brought by a reload is followed without a question, and works without a network',
    { retry: 1 },
    async () => {
      const { page, context } = await open();
      await keptWhole(page);
      host.serveFrom(nextVersion('next-2'));
      await page.reload();
      await look(page);
      await eventually(async () => {
        const names = await cacheNames(page);
        return names.length === 1 && names.join().endsWith('next-2');
      });
      expect(await button(page).count()).toBe(0);
      await keptWhole(page);
      host.stop();
      await context.setOffline(true);
      await page.reload();
      expect(await versionOf(page)).toBe('next-2');
      await openSample(page);
      await reportShown(page);
    },
  );

  it('leaves the files of the old one to a window that still shows it', async () => {
    const { page, context } = await open();
    await keptWhole(page);
    const other = await context.newPage();
    await other.goto(host.url);
    await openSample(other);
    await reportShown(other);
    host.serveFrom(nextVersion('next-3'));
    await look(page);
    await Promise.all([page.waitForEvent('load'), button(page).click()]);
    expect(await versionOf(page)).toBe('next-3');
    expect(await cacheNames(page)).toHaveLength(2);
    await other.getByRole('button', { name: 'Columns and dates' }).click();
    await other.getByRole('heading', { name: 'Columns and dates' }).waitFor();
  });
});
