/** Runs Node programs and measures them. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const atExit = fileURLToPath(new URL('at-exit.mjs', import.meta.url));

/**
 * @typedef {{ seconds: number, cpuSeconds: number, megabytes: number, output: string, steps: string }} Measurement
 * `output` is what the program wrote to standard output, `steps` to standard error
 */

/**
 * @param {string[]} args a Node program with its arguments
 * @returns {Measurement} wall time with Node's start, and peak memory
 */
export function measure(args) {
  const start = performance.now();
  const { status, stdout, stderr, output } = spawnSync(process.execPath, ['--import', atExit, ...args], {
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  const seconds = (performance.now() - start) / 1000;
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${String(status)}: ${stderr}`);
  const [megabytes = NaN, cpuSeconds = NaN] = String(output[3]).split(' ').map(Number);
  return { seconds, cpuSeconds, megabytes, output: stdout, steps: stderr };
}

/**
 * The median run of several, which is what a single one is most like.
 * @param {number} runs
 * @param {() => Measurement} once
 */
export function median(runs, once) {
  const measured = Array.from({ length: runs }, once).sort((a, b) => a.seconds - b.seconds);
  return measured[Math.floor(measured.length / 2)] ?? once();
}
