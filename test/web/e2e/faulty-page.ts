import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { launchBrowser, openIn, type OpenedPage } from './page.js';
import { staticHost, type StaticHost } from './static-host.js';

/** What is done first in a worker of the built page: the one that makes reports, or the one that the engine runs in. */
export interface Faults {
  'report-worker'?: string;
  'duckdb-worker'?: string;
}

/** Done with every SQL statement that the engine gets: `sql` is its text, `rewrite` puts another in its place. */
export const onSql = (body: string): string => `addEventListener('message', ({ data }) => {
  const sql = data?.data?.[1];
  const rewrite = (text) => { data.data[1] = text; };
  if (typeof sql === 'string') { ${body} }
});\n`;

/** The built page with faults in its workers, in a browser: the way to see what a user sees when something breaks. */
export function faultyPages(): (faults: Faults) => Promise<OpenedPage> {
  let browser: Browser;
  const closing: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
  });
  afterAll(() => browser.close());
  return async (faults) => {
    const folder = mkdtempSync(join(tmpdir(), 'chat-metrics-faults-'));
    cpSync(resolve('dist/web'), folder, { recursive: true });
    for (const [name, script] of Object.entries(faults) as [string, string][]) prepend(folder, name, script);
    const host: StaticHost = await staticHost(folder);
    const opened = await openIn(browser, { url: host.url });
    closing.push(async () => {
      await opened.context.close();
      await host.close();
      rmSync(folder, { recursive: true, force: true });
    });
    return opened;
  };
}

function prepend(folder: string, name: string, script: string): void {
  const file = readdirSync(join(folder, 'assets')).find((one) => new RegExp(`^${name}-.*[.]js$`).test(one));
  if (file === undefined) throw new Error(`The page has no ${name}.`);
  const path = join(folder, 'assets', file);
  writeFileSync(path, `${script}\n${readFileSync(path, 'utf8')}`);
}
