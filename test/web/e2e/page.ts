/**
 * The built page in Chromium, as `chat-metrics serve` gives it. The browser can reach no other host. In a test file:
 *
 *     const web = webDesk();                                     // one server and one browser per file, a new page per test
 *     it('...', async () => {
 *       const { page } = await web.open({ width: 390 });         // at the start; or { hash: '#view=agents' }
 *       await dropFile(page, { name: 'chats.csv', content });    // as from the desktop; or: await openSample(page)
 *       await reportShown(page);                                 // waits until the figures are there
 *       const bytes = await downloaded(page, () => page.getByRole('button', { name: /Excel/ }).click());
 *       expect(await axeFindings(page)).toEqual([]);
 *     });
 *
 * After each test it is checked that nothing was asked of another host, and that there was no error in the console and no breach
 * of the Content-Security-Policy. Run: `npx vitest run --project page test/web/e2e/NAME`.
 */
import { readFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { startServer, type RunningServer } from './server.js';

/** Debian's; another system's is named by CHROMIUM. */
const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const args = [
  '--no-sandbox',
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
  // the engine is compiled anew for each page: compiled fast, not to be fast, it is a third less work
  '--js-flags=--liftoff-only',
];
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export interface Look {
  width?: number;
  height?: number;
  scheme?: 'light' | 'dark';
  /** Where in the page, as `#view=agents`. */
  hash?: string;
  /** Another address than that of the server. */
  url?: string;
  /** Whether what moves moves; default: no. */
  moves?: boolean;
  /** Whether the page may keep itself for use without a network, which copies 35 MB; default: no. */
  keepsItself?: boolean;
  locale?: string;
}

export interface OpenedPage {
  page: Page;
  context: BrowserContext;
  seen: Seen;
}

/** What a page did beside its work. */
export interface Seen {
  requests: string[];
  /** Errors and warnings of the console, breaches of the policy, errors that nothing caught. */
  complaints: string[];
}

export interface WebDesk {
  open: (look?: Look) => Promise<OpenedPage>;
  /** A page that several tests go on with, one after the other; asked for in `beforeAll`. Starting its engine takes seconds. */
  openForAll: (look?: Look) => Promise<OpenedPage>;
  origin: () => string;
}

/** A server and a browser for the tests of a file; each page is closed, and what it did is checked, after its test. */
export function webDesk(): WebDesk {
  let server: RunningServer;
  let browser: Browser;
  const opened: OpenedPage[] = [];
  const openedForAll: OpenedPage[] = [];
  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  });
  afterEach(() => closeSound(opened));
  afterAll(async () => {
    await closeSound(openedForAll);
    await Promise.all([browser.close(), server.close()]);
  });
  const openInto = async (pages: OpenedPage[], look: Look): Promise<OpenedPage> => {
    const page = await openIn(browser, { url: `${server.origin}/`, ...look });
    pages.push(page);
    return page;
  };
  return {
    origin: () => server.origin,
    open: (look = {}) => openInto(opened, look),
    openForAll: (look = {}) => openInto(openedForAll, look),
  };
}

async function closeSound(pages: OpenedPage[]): Promise<void> {
  const done = pages.splice(0);
  await Promise.all(done.map(({ context }) => context.close()));
  for (const { seen } of done) expect(misdeeds(seen)).toEqual([]);
}

/** A browser that cannot reach any host but this computer. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath, args });
}

/** Opens an address in a new profile of the browser, and waits until its files are there. */
export async function openIn(browser: Browser, look: Look & { url: string }): Promise<OpenedPage> {
  const context = await browser.newContext({
    viewport: { width: look.width ?? 1280, height: look.height ?? 900 },
    colorScheme: look.scheme ?? 'light',
    reducedMotion: look.moves ? 'no-preference' : 'reduce',
    serviceWorkers: look.keepsItself ? 'allow' : 'block',
    locale: look.locale ?? 'en-GB',
    acceptDownloads: true,
  });
  context.setDefaultTimeout(90_000);
  const page = await context.newPage();
  const seen = watched(page);
  await page.goto(`${look.url}${look.hash ?? ''}`);
  return { page, context, seen };
}

function watched(page: Page): Seen {
  const seen: Seen = { requests: [], complaints: [] };
  page.context().on('request', (request) => seen.requests.push(request.url()));
  page.on('pageerror', (error) => seen.complaints.push(error.message));
  page.on('console', (message) => {
    const isOfTest = message.text().startsWith('Service Worker registration blocked by Playwright');
    if (!isOfTest && ['error', 'warning'].includes(message.type())) seen.complaints.push(message.text());
  });
  return seen;
}

/** Requests that left the page's own host, and all complaints. */
export function misdeeds({ requests, complaints }: Seen): string[] {
  const home = requests[0] === undefined ? '' : new URL(requests[0]).origin;
  const abroad = requests.filter((url) => !/^(blob|data):/.test(url) && new URL(url).origin !== home);
  return [...abroad, ...complaints];
}

export interface DroppedFile {
  name: string;
  content: string | Uint8Array;
}

/** Drops files on the page, as from the desktop. */
export async function dropFile(page: Page, ...files: DroppedFile[]): Promise<void> {
  const transfer = await page.evaluateHandle(
    (all) => {
      const data = new DataTransfer();
      for (const { name, base64 } of all) {
        const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
        data.items.add(new File([bytes], name));
      }
      return data;
    },
    files.map(({ name, content }) => ({ name, base64: Buffer.from(content).toString('base64') })),
  );
  for (const type of ['dragenter', 'dragover', 'drop']) {
    await page.dispatchEvent('body', type, { dataTransfer: transfer });
  }
}

/** Chooses files by the page's own button; paths are of this computer, so that large files need not be copied. */
export async function chooseFile(page: Page, ...paths: string[]): Promise<void> {
  const button = page.getByRole('button', { name: /^(Choose a file|Open another file)$/ }).first();
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button.click()]);
  await chooser.setFiles(paths);
}

/** Opens the made-up chats that the page offers. */
export async function openSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Try it with sample data' }).click();
}

/** Waits until a report is there and no newer one is being made; an error that the page shows instead is thrown. */
export async function reportShown(page: Page, timeout = 45_000): Promise<void> {
  const report = page.locator('.dashboard:not(.busy)');
  const failure = page.locator('main > [role=alert]');
  await report.or(failure).first().waitFor({ timeout });
  if (await failure.count()) throw new Error(await failure.innerText());
}

/** Presses what starts a button's work and gives the file that it saves. */
export async function downloaded(
  page: Page,
  press: () => Promise<void>,
): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** What axe finds wrong with the page as it is, or with a part of it, in a line each; by all of its rules or by some. */
export async function axeFindings(page: Page, rules?: readonly string[], part?: string): Promise<string[]> {
  // beyond the page's policy, which lets no script in
  await page
    .context()
    .newCDPSession(page)
    .then((session) => session.send('Runtime.evaluate', { expression: axe }));
  const only = rules ? `, runOnly: { type: 'rule', values: ${JSON.stringify(rules)} }` : '';
  const { violations } = await page.evaluate<AxeResults>(
    `axe.run(${JSON.stringify(part ?? 'html')}, { resultTypes: ['violations']${only} })`,
  );
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map(({ html }) => html)
        .join(' ')
        .slice(0, 300)}`,
  );
}
