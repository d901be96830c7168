/**
 * Sets the project up where needed, then runs one of its programs: `node scripts/run.mjs FILE [ARGUMENT...]`.
 * The program has this process's standard streams, arguments and folder; its exit code, or signal, is passed on.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root, setup } from './setup.mjs';

/** Signals that end a program; npm passes SIGINT on although a terminal has sent it already. */
const ENDING = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
const ONE_KEY_PRESS_MS = 500;

const [program = '', ...args] = process.argv.slice(2);
setup({ withPage: args[0] === 'serve' });

// A session of its own: the terminal's Ctrl-C then reaches the program only through here, once.
const child = spawn(process.execPath, [join(root, program), ...args], {
  stdio: 'inherit',
  // npm runs scripts in the project; the user's paths are meant from where they stand.
  cwd: process.env.INIT_CWD ?? process.cwd(),
  detached: process.platform !== 'win32',
});

let lastForwarded = -Infinity;
for (const signal of ENDING) {
  process.on(signal, () => {
    if (performance.now() - lastForwarded < ONE_KEY_PRESS_MS) return;
    lastForwarded = performance.now();
    child.kill(signal);
  });
}

child.on('exit', (code, signal) => {
  if (!signal) process.exit(code ?? 1);
  for (const handled of ENDING) process.removeAllListeners(handled);
  process.kill(process.pid, signal);
});
