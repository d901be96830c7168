/**
 * Measures a whole report against DuckDB's own scan of the same file, in one run: `npm run bench [-- --rows 1000000]`.
 * Prints times, their ratio and peak memory. How to read it: bench/README.md.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const here = fileURLToPath(new URL('.', import.meta.url));
const program = join(here, '..', 'dist', 'cli', 'main.js');
const { values } = parseArgs({
  options: { rows: { type: 'string', default: '1000000' }, runs: { type: 'string', default: '3' } },
});
const rows = Number(values.rows);
const runs = Number(values.runs);

/**
 * @typedef {{ seconds: number, megabytes: number, output: string }} Measurement
 * @param {string[]} args a Node program with its arguments
 * @returns {Measurement} wall time with Node's start, and peak memory
 */
function measure(args) {
  const start = performance.now();
  const { status, stdout, stderr, output } = spawnSync(
    process.execPath,
    ['--import', join(here, 'at-exit.mjs'), ...args],
    { stdio: ['ignore', 'pipe', 'pipe', 'pipe'], encoding: 'utf8', maxBuffer: 2 ** 30 },
  );
  const seconds = (performance.now() - start) / 1000;
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${String(status)}: ${stderr}`);
  return { seconds, megabytes: Number(output[3]), output: stdout };
}

/**
 * The median run of several, which is what a single one is most like.
 * @param {() => Measurement} once
 */
function median(once) {
  const measured = Array.from({ length: runs }, once).sort((a, b) => a.seconds - b.seconds);
  return measured[Math.floor(measured.length / 2)] ?? once();
}

/** @param {string} what @param {Measurement} measured @param {number} baseline */
function line(what, { seconds, megabytes }, baseline) {
  const ratio = (seconds / baseline).toFixed(1);
  console.log(
    `${what.padEnd(44)}${seconds.toFixed(2).padStart(8)} s${ratio.padStart(8)} x${String(megabytes).padStart(8)} MB`,
  );
}

const folder = mkdtempSync(join(tmpdir(), 'chat-metrics-bench-'));
try {
  const file = join(folder, 'chats.csv');
  measure([program, 'sample', '-n', String(rows), '-o', file]);
  const size = (statSync(file).size / 1e6).toFixed(0);
  console.log(
    `${rows.toLocaleString('en')} chats, ${size} MB, ${availableParallelism()} cores, Node ${process.version}, median of ${runs}`,
  );
  const empty = median(() => measure(['--eval', '0']));
  const scan = median(() => {
    const whole = measure([join(here, 'scan.mjs'), file]);
    return { ...whole, seconds: Number(whole.output) };
  });
  const json = median(() =>
    measure([program, 'report', file, '-q', '--format', 'json', '-o', join(folder, 'report.json')]),
  );
  const xlsx = median(() => measure([program, 'report', file, '-q', '-o', join(folder, 'report.xlsx')]));
  const chats = median(() =>
    measure([program, 'report', file, '-q', '--with-chats', '-o', join(folder, 'chats.xlsx')]),
  );
  line('empty Node start', empty, scan.seconds);
  line('count(*) scan of the file by DuckDB', scan, scan.seconds);
  line('whole report, json', json, scan.seconds);
  line('whole report, xlsx', xlsx, scan.seconds);
  line('whole report, xlsx with chats', chats, scan.seconds);
  const [ratio, more] = [chats.seconds / xlsx.seconds, chats.megabytes - xlsx.megabytes];
  console.log(`with chats: ${ratio.toFixed(1)} x the time of the report without, ${String(more)} MB more`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
