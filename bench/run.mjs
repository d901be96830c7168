/**
 * Measures whole reports against DuckDB's own scan of the same files, in one run: `npm run bench`.
 *
 *   --rows 10000,1000000,10000000   sizes (these are the default); --huge adds 100,000,000
 *   --runs 3                        the median of so many runs, of one from 10,000,000 rows on
 *
 * Prints times, ratios, peak memory, and where the time of a report goes. How to read it: bench/README.md.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { measure, median } from './measure.mjs';
import { stepsOf } from './steps.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const program = join(here, '..', 'dist', 'cli', 'main.js');
const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '10000,1000000,10000000' },
    runs: { type: 'string', default: '3' },
    huge: { type: 'boolean', default: false },
  },
});
const sizes = [...values.rows.split(',').map(Number), ...(values.huge ? [100_000_000] : [])];
const WITH_CHATS = 1_000_000;
const ONE_RUN_FROM = 10_000_000;
const SMALL_RUNS = 11;
/** So few rows are read in less time than it takes to start. */
const START_COUNTS_TO = 10_000;

const folder = mkdtempSync(join(tmpdir(), 'chat-metrics-bench-'));
try {
  console.log(
    `${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}, Node ${process.version}, median of ${values.runs}`,
  );
  const empty = median(Number(values.runs), () => measure(['--eval', '0']));
  print('empty Node start', empty);
  measureSmall(empty);
  for (const rows of sizes) measureSize(rows, empty);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/**
 * The fixed cost of a report: the second one of a file of 24 chats in one process, in processor time of all threads.
 * @param {import('./measure.mjs').Measurement} empty
 */
function measureSmall(empty) {
  const file = join(folder, 'small.csv');
  measure([program, 'sample', '-n', '24', '-o', file, '-q']);
  const second = () => Number(measure([join(here, 'second-report.mjs'), file]).output);
  const times = Array.from({ length: SMALL_RUNS }, second).sort((a, b) => a - b);
  const [least = NaN, middle = NaN] = [times[0], times[Math.floor(SMALL_RUNS / 2)]];
  const ratio = `${(middle / empty.cpuSeconds).toFixed(1)} empty Node starts`;
  console.log(
    `24 chats by the library, second call: ${fixed(middle)} s of processor time (${ratio}), least ${fixed(least)} s`,
  );
}

/** @param {number} rows @param {import('./measure.mjs').Measurement} empty */
function measureSize(rows, empty) {
  const runs = rows < ONE_RUN_FROM ? Number(values.runs) : 1;
  const file = join(folder, `${String(rows)}.csv`);
  measure([program, 'sample', '-n', String(rows), '-o', file, '-q']);
  console.log(`\n${rows.toLocaleString('en')} chats, ${(statSync(file).size / 1e6).toFixed(0)} MB`);
  const scan = median(runs, () => {
    const whole = measure([join(here, 'scan.mjs'), file]);
    return { ...whole, seconds: Number(whole.output) };
  });
  const json = median(runs, () => report(file, '--format', 'json', '-o', join(folder, 'report.json')));
  const xlsx = median(runs, () => report(file, '-o', join(folder, 'report.xlsx')));
  print('count(*) scan of the file by DuckDB', scan, scan);
  print('whole report, json', json, scan);
  print('whole report, xlsx', xlsx, scan);
  if (rows <= START_COUNTS_TO) console.log(`${(xlsx.seconds / empty.seconds).toFixed(1)} empty Node starts`);
  for (const { name, seconds } of stepsOf(xlsx)) console.log(`    ${name.padEnd(40)}${fixed(seconds)} s`);
  if (rows === WITH_CHATS) measureChats(file, xlsx, scan);
  rmSync(file);
}

/** @param {string} file @param {import('./measure.mjs').Measurement} xlsx @param {import('./measure.mjs').Measurement} scan */
function measureChats(file, xlsx, scan) {
  const chats = report(file, '--with-chats', '-o', join(folder, 'chats.xlsx'));
  print('whole report, xlsx with chats', chats, scan);
  const [ratio, more] = [chats.seconds / xlsx.seconds, chats.megabytes - xlsx.megabytes];
  console.log(`with chats: ${ratio.toFixed(1)} x the time of the report without, ${String(more)} MB more`);
}

/** @param {string[]} args */
function report(...args) {
  return measure([program, 'report', ...args, '--verbose']);
}

/** @param {string} what @param {import('./measure.mjs').Measurement} measured @param {{ seconds: number }} [baseline] */
function print(what, { seconds, megabytes }, baseline) {
  const ratio = baseline ? `${(seconds / baseline.seconds).toFixed(1)} x` : '';
  console.log(
    `${what.padEnd(44)}${fixed(seconds)} s${ratio.padStart(10)}${String(megabytes).padStart(8)} MB`,
  );
}

/** @param {number} seconds */
function fixed(seconds) {
  return seconds.toFixed(2).padStart(8);
}
