import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AxeResults } from 'axe-core';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportToHtml } from '../../src/html/report-html.js';
import type { Report } from '../../src/report/report.js';
import { isLong } from '../tiers.js';
import { madeUpReport } from '../excel/made-up-report.js';
import { manyAgents, reports } from './reports.js';

/** Debian's; another system's is named by CHROMIUM. */
const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe asks in the light, and of what is another in the dark. */
const looks = [
  ['light', ''],
  ['dark', `runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] }`],
] as const;

const cases: Record<string, () => Report> = {
  ...reports,
  '370 days and 40 agents': () =>
    madeUpReport({ agents: manyAgents.slice(0, 40), days: 370, period: 'day', chatsPerDay: 40_000 }),
};

let folder = '';
let browser: Browser;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'chat-metrics-html-'));
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
});

afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Opened {
  page: Page;
  /** What the browser asked for, and what it complained about. */
  seen: string[];
}

async function open(
  html: string,
  width: number,
  colorScheme: (typeof looks)[number][0] = 'light',
): Promise<Opened> {
  const file = join(folder, 'report.html');
  writeFileSync(file, html);
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme, bypassCSP: false });
  const seen: string[] = [];
  page.on('request', (request) => seen.push(request.url()));
  page.on('console', (message) => seen.push(message.text()));
  page.on('pageerror', (error) => seen.push(error.message));
  await page.goto(pathToFileURL(file).href);
  return { page, seen };
}

describe.each(['odd names and troubled rows', 'no agents, one day', 'compared'])('axe on %s', (name) => {
  const html = reportToHtml(reports[name]?.() ?? expect.fail('no such report'));

  // what is another in the dark is the same in all reports
  it.each(name.startsWith('odd') || isLong ? looks : looks.slice(0, 1))(
    'has no accessibility finding, %s',
    async (scheme, rules) => {
      const { page } = await open(html, 1280, scheme);
      await page.evaluate(axe);
      // colours are the same in all reports, and take the longest to look at
      const seen =
        name.startsWith('odd') || isLong ? rules : `rules: { 'color-contrast': { enabled: false } }`;
      const { violations, passes } = await page.evaluate<AxeResults>(
        `axe.run({ resultTypes: ['violations'], ${seen} })`,
      );
      await page.close();
      const found = violations.map(
        ({ id, nodes }) =>
          `${id}: ${nodes
            .map(({ html: text }) => text)
            .join()
            .slice(0, 300)}`,
      );
      expect(found).toEqual([]);
      expect(passes.length).toBeGreaterThan(scheme === 'light' ? 20 : 0);
    },
  );
});

describe.each(Object.entries(cases))('in a browser the page of %s', (_, make) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await open(reportToHtml(make()), 1280);
  });
  afterAll(() => opened.page.close());

  const resized = async (width: number): Promise<Page> => {
    await opened.page.setViewportSize({ width, height: 900 });
    return opened.page;
  };

  it('asks for nothing but itself, and no text runs', () => {
    const url = opened.page.url();
    expect(opened.seen.filter((one) => one !== url && !one.startsWith('data:'))).toEqual([]);
  });

  it.each([360, 768, 1280, 2560])('needs no scrolling sideways at %i pixels', async (width) => {
    const page = await resized(width);
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
    ).toBeLessThanOrEqual(0);
  });

  it.each([360, 1280])(
    'has charts where no two texts meet and none is cut off, at %i pixels',
    async (width) => {
      const page = await resized(width);
      expect(await page.evaluate(collisions)).toEqual([]);
    },
  );
});

/** Runs in the page: the texts of each chart that lie over one another or beyond the card of the chart. */
function collisions(): string[] {
  const shown = [...document.querySelectorAll('svg.chart')].filter(
    (chart) => chart.getBoundingClientRect().width > 0,
  );
  return shown.flatMap((chart) => {
    const card = (chart.closest('.card') ?? chart).getBoundingClientRect();
    const texts = [...chart.querySelectorAll('text')].map((text) => ({
      words: text.textContent,
      box: text.getBoundingClientRect(),
    }));
    const beyond = texts.filter(({ box }) => box.left < card.left || box.right > card.right);
    const over = texts.flatMap(({ words, box }, index) =>
      texts
        .slice(index + 1)
        .filter(({ box: other }) => {
          const across = Math.min(box.right, other.right) - Math.max(box.left, other.left);
          const down = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top);
          return across > 1 && down > 4;
        })
        .map((other) => `"${words}" over "${other.words}"`),
    );
    const name = chart.querySelector('title')?.textContent ?? '';
    return [
      ...beyond.map(({ words }) => `${name}: "${words}" is cut off`),
      ...over.map((pair) => `${name}: ${pair}`),
    ];
  });
}

describe('on paper', () => {
  async function printed(html: string): Promise<{ text: string; pages: number }> {
    const { page } = await open(html, 1280, 'dark');
    const file = join(folder, 'report.pdf');
    await page.pdf({ path: file, preferCSSPageSize: true });
    await page.close();
    const { stdout } = spawnSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
    return { text: stdout, pages: stdout.split('\f').length - 1 };
  }

  it('stand the folded tables of up to 100 rows, and pages are numbered', async () => {
    const agents = Array.from({ length: 80 }, (_, index) => `Person${index}`);
    const { text, pages } = await printed(reportToHtml(madeUpReport({ agents, days: 7 })));
    expect(text.split('Person79').length).toBeGreaterThan(4);
    expect(text).toContain(`1 / ${pages}`);
  });

  it('longer folded tables are left out, so that 500 agents do not take hundreds of pages', async () => {
    const { text, pages } = await printed(
      reportToHtml(madeUpReport({ agents: manyAgents.slice(0, 120), days: 28 })),
    );
    expect(text).toContain('Agents: first response: show 121 rows');
    expect(pages).toBeLessThan(20);
  });

  it('headings of a table are repeated on each page that it goes on to', async () => {
    const { text } = await printed(reportToHtml(madeUpReport({ agents: manyAgents.slice(0, 99), days: 7 })));
    const with100Rows = text
      .split('\f')
      .filter((page) => page.includes('Customer') || /Avg Agent First/.test(page));
    expect(with100Rows.length).toBeGreaterThan(1);
  });
});
