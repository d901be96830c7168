/** Programs that run side by side, each with its output in one piece, and the time that each took. */
import { spawn } from 'node:child_process';
import { root } from './setup.mjs';

/** @typedef {{ name: string, isRight: boolean, seconds: number }} Verdict */

const running = new Set();

/** Ctrl-C ends what runs, and this. */
process.on('SIGINT', () => {
  for (const child of running) child.kill('SIGINT');
  process.exit(130);
});

/** Runs a tool of the project by Node; it found nothing wrong when it ends with 0. `shown` has its output as it comes,
 * otherwise all of it is printed at the end, under its verdict.
 * @param {string} name @param {string[]} command
 * @param {{ shown?: boolean, env?: NodeJS.ProcessEnv }} [options] @returns {Promise<Verdict>} */
export function gate(name, command, { shown = false, env = process.env } = {}) {
  return timed(
    name,
    () =>
      new Promise((resolve, reject) => {
        const stdio = shown ? 'inherit' : 'pipe';
        const child = spawn(process.execPath, command, { cwd: root, env, stdio: ['ignore', stdio, stdio] });
        running.add(child);
        /** @type {Buffer[]} */
        const output = [];
        for (const stream of [child.stdout, child.stderr])
          stream?.on('data', (/** @type {Buffer} */ piece) => output.push(piece));
        child.on('error', reject);
        child.on('close', (code) => {
          running.delete(child);
          process.stdout.write(Buffer.concat(output));
          resolve(code === 0);
        });
      }),
  );
}

/** Times a step and says how it ended.
 * @param {string} name @param {() => boolean | Promise<boolean>} work @returns {Promise<Verdict>} */
export async function timed(name, work) {
  const start = performance.now();
  const isRight = await work();
  const seconds = (performance.now() - start) / 1000;
  console.log(`${isRight ? 'passed' : 'FAILED'}: ${name} (${seconds.toFixed(1)} s)\n`);
  return { name, isRight, seconds };
}

/** Does the same with each, one after the other.
 * @template Item, Result @param {readonly Item[]} items @param {(item: Item) => Promise<Result>} work
 * @returns {Promise<Result[]>} */
export async function inTurn(items, work) {
  const all = [];
  for (const item of items) all.push(await work(item));
  return all;
}
