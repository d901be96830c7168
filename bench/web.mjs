/**
 * Measures the web page in Chromium, as `chat-metrics serve` gives it, against the command line on the same file in the same
 * run: `npm run bench:web [-- --rows 10000,1000000 --runs 3]`. How to read it: bench/README.md.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { root, setup, setupPackages } from '../scripts/setup.mjs';

const program = join(root, 'dist/cli/main.js');
const page = join(root, 'dist/web');
const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '10000,1000000' },
    runs: { type: 'string', default: '3' },
  },
});
const runs = Number(values.runs);

setupPackages({ forTests: true });
setup({ withPage: true });
/** @type {typeof import('../test/node_modules/playwright-core/index.js')} */
const { chromium } = await import(
  pathToFileURL(join(root, 'test/node_modules/playwright-core/index.mjs')).href
);
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const server = spawn(process.execPath, [program, 'serve', '--port', '0'], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
const folder = mkdtempSync(join(tmpdir(), 'chat-metrics-bench-web-'));
try {
  const url = await addressOf(server);
  console.log(`${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}, median of ${runs}`);
  await measureStart(url);
  for (const rows of values.rows.split(',').map(Number)) await measureRows(url, rows);
  await measureHours(url, 100_000);
} finally {
  await browser.close();
  server.kill();
  rmSync(folder, { recursive: true, force: true });
}

/** @param {import('node:child_process').ChildProcess} child */
async function addressOf(child) {
  if (!child.stdout) throw new Error('The server says nothing');
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /http:\S+/.exec(line)?.[0];
    if (address !== undefined) return address;
  }
  throw new Error('The server ended before it told its address');
}

/** @param {string} url */
async function measureStart(url) {
  const opened = await browser.newContext();
  const tab = await opened.newPage();
  /** @type {Set<string>} */
  const asked = new Set();
  tab.on('request', (request) => asked.add(new URL(request.url()).pathname));
  await tab.goto(url);
  await tab.getByRole('button', { name: 'Try it with sample data' }).waitFor();
  const first = [...asked];
  const paint = await tab.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
  );
  await opened.close();
  const engine = readdirSync(join(page, 'assets'))
    .filter((name) => /^duckdb-.*[.](js|wasm)$/.test(name))
    .map((name) => `/assets/${name}`);
  console.log(`first paint ${paint.toFixed(0)} ms`);
  console.log(`to the first paint: ${sizes(first.filter((path) => !engine.includes(path)))}`);
  console.log(`the engine, while the user reads: ${sizes(engine)}`);
}

/** @param {string[]} paths */
function sizes(paths) {
  const files = paths.map((path) => join(page, path === '/' ? 'index.html' : path));
  const [raw, gzip, brotli] = ['', '.gz', '.br'].map((ending) => sum(files, ending));
  return `${raw} kB, gzip ${gzip} kB, brotli ${brotli} kB`;
}

/** @param {string[]} files @param {string} ending */
function sum(files, ending) {
  const bytes = files.map(
    (file) => (statSync(`${file}${ending}`, { throwIfNoEntry: false }) ?? statSync(file)).size,
  );
  return (bytes.reduce((total, one) => total + one, 0) / 1000).toFixed(0);
}

/** @param {string} url @param {number} rows */
async function measureRows(url, rows) {
  const file = join(folder, `${rows}.csv`);
  run('sample', '-n', String(rows), '-o', file, '-q');
  /** @type {number[]} */
  const inPage = [];
  /** @type {number[]} */
  const native = [];
  for (let turn = 0; turn < runs; turn += 1) {
    inPage.push(await secondsInPage(url, file));
    native.push(run('report', file, '-q', '--format', 'json', '-o', join(folder, 'report.json')));
  }
  const [web, cli] = [median(inPage), median(native)];
  const size = (statSync(file).size / 1e6).toFixed(0);
  console.log(
    `${rows.toLocaleString('en')} chats, ${size} MB: page ${web.toFixed(2)} s, command line ${cli.toFixed(2)} s, ratio ${(web / cli).toFixed(1)}`,
  );
}

/** From a change of the business hours to the last figure that follows. @param {string} url @param {number} rows */
async function measureHours(url, rows) {
  const file = join(folder, `${rows}.csv`);
  run('sample', '-n', String(rows), '-o', file, '-q');
  const { opened, tab } = await openedWith(url, file);
  await tab.getByRole('button', { name: 'Settings', exact: true }).click();
  /** @type {number[]} */
  const times = [];
  for (const end of ['18:00', '16:30', '19:00', '15:00', '17:30', '18:30']) {
    times.push(await tab.evaluate(millisecondsToFollow, end));
    await tab.waitForTimeout(500);
  }
  await opened.close();
  const [first, ...others] = times;
  console.log(
    `${rows.toLocaleString('en')} chats, business hours changed: first ${first?.toFixed(0)} ms, then ${median(others).toFixed(0)} ms (median of ${others.length})`,
  );
}

/** Runs in the page: picks another end of the business hours. @param {string} end @returns {Promise<number>} */
function millisecondsToFollow(end) {
  const input = document.querySelector('#setting-businessHours-end');
  if (!(input instanceof HTMLInputElement)) throw new Error('There is no field for the business hours.');
  return new Promise((resolve) => {
    const start = performance.now();
    let wasBusy = false;
    const observer = new MutationObserver(() => {
      const isBusy = document.querySelector('.dashboard.busy') !== null;
      if (wasBusy && !isBusy) {
        observer.disconnect();
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
      }
      wasBusy ||= isBusy;
    });
    observer.observe(document.body, { subtree: true, childList: true, attributes: true });
    input.value = end;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

/** From the choice of the file to the dashboard. @param {string} url @param {string} file */
async function secondsInPage(url, file) {
  const { opened, seconds } = await openedWith(url, file);
  await opened.close();
  return seconds;
}

/** A report of a file, in a fresh profile whose engine is loaded. @param {string} url @param {string} file */
async function openedWith(url, file) {
  const opened = await browser.newContext();
  const tab = await opened.newPage();
  const isLoaded = tab.waitForResponse((response) => response.url().endsWith('.wasm'));
  await tab.goto(url);
  await isLoaded;
  await tab.waitForTimeout(3000);
  const [chooser] = await Promise.all([
    tab.waitForEvent('filechooser'),
    tab.getByRole('button', { name: 'Choose a file' }).click(),
  ]);
  const start = performance.now();
  await chooser.setFiles(file);
  await tab.locator('.dashboard:not(.busy)').waitFor({ timeout: 300_000 });
  const seconds = (performance.now() - start) / 1000;
  return { opened, tab, seconds };
}

/** Runs the command line; gives the seconds that it took. @param {string[]} args */
function run(...args) {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [program, ...args], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return (performance.now() - start) / 1000;
}

/** @param {number[]} numbers */
function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;
}
