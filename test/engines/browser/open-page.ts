import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { buildPage } from './build-page.js';
import type { PageTools } from './page.js';
import { serve } from './serve.js';

/** Debian's; another system's is named by CHROMIUM. */
const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** A browser that cannot reach any host but this computer. */
const args = [
  '--no-sandbox',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  '--js-flags=--liftoff-only', // compiled fast, not to be fast
];

type Tool = keyof PageTools;

export interface TestPage {
  page: Page;
  /** Calls one of the page's tools. */
  call: <Name extends Tool>(
    name: Name,
    ...parts: Parameters<PageTools[Name]>
  ) => Promise<Awaited<ReturnType<PageTools[Name]>>>;
  /** Writes a file that the page can fetch; returns its path. */
  write: (name: string, content: string | Uint8Array) => Promise<string>;
  /** Where such a file is. */
  pathOf: (name: string) => string;
  origin: string;
  /** The addresses of all requests so far. */
  requests: string[];
  /** Breaches of the Content-Security-Policy so far. */
  violations: string[];
  close: () => Promise<void>;
}

/** Opens the page of the browser's engine in Chromium; below `/strict/` its worker may not fetch blobs. */
export async function openPage(path: '/' | '/strict/' = '/'): Promise<TestPage> {
  const folder = await mkdtemp(join(tmpdir(), 'chat-metrics-page-'));
  await buildPage(folder);
  await mkdir(join(folder, 'files'));
  const server = await serve(folder);
  const browser = await chromium.launch({ executablePath, args });
  const page = await browser.newPage();
  const requests: string[] = [];
  const violations: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) violations.push(message.text());
  });
  await page.goto(`${server.origin}${path}page.html`);
  const pathOf = (name: string): string => join(folder, 'files', name);
  return {
    page,
    call: (name, ...parts) => page.evaluate(callTool, { name, parts }) as never,
    write: async (name, content) => {
      await writeFile(pathOf(name), content);
      return pathOf(name);
    },
    pathOf,
    origin: server.origin,
    requests,
    violations,
    close: async () => {
      await browser.close();
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Runs in the page. */
function callTool({ name, parts }: { name: Tool; parts: unknown[] }): unknown {
  const { tools } = globalThis as unknown as { tools: Record<Tool, (...parts: unknown[]) => unknown> };
  return tools[name](...parts);
}
