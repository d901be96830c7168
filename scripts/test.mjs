/** The whole gate, as `npm test`: sets up what is missing, runs every check, and closes with "N passed, N failed". */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setupDebianPackages } from './debian-packages.mjs';
import { build, buildPage, root, setupPackages } from './setup.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */

const TOOLS = join(root, 'node_modules');
const GATES = {
  types: [join(TOOLS, 'typescript/bin/tsc'), '--noEmit'],
  lint: [join(TOOLS, 'eslint/bin/eslint.js'), '.', '--max-warnings', '0'],
  format: [join(TOOLS, 'prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'],
  architecture: ['scripts/architecture.mjs'],
  'unused code': [join(TOOLS, 'knip/bin/knip.js')],
  ...(existsSync(join(root, 'scripts/docs.mjs')) ? { docs: ['scripts/docs.mjs', '--check'] } : {}),
};

setupPackages({ forTests: true });
const byHand = setupDebianPackages();
if (byHand) {
  console.error(byHand);
  process.exit(1);
}

const counts = [
  verdict('build', build()),
  verdict('build of the page', buildPage()),
  ...Object.entries(GATES).map(([name, command]) => gate(name, command)),
  vitest(),
];
const passed = sum('passed');
const failed = sum('failed');
const skipped = sum('skipped');
console.log(`${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed ? 1 : 0;

/** @param {keyof Count} kind */
function sum(kind) {
  return counts.reduce((total, count) => total + count[kind], 0);
}

/** @param {string} name @param {string[]} command @returns {Count} */
function gate(name, command) {
  return verdict(name, node(command));
}

/** Every test counts one, and vitest as a gate one more: a file that does not load fails that.
 * @returns {Count} */
function vitest() {
  const folder = mkdtempSync(join(tmpdir(), 'chat-metrics-test-'));
  const file = join(folder, 'result.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const ended = node([join(TOOLS, 'vitest/vitest.mjs'), 'run', '--allowOnly=false', ...reporters]);
  const tests = countTests(file);
  rmSync(folder, { recursive: true, force: true });
  if (!tests.passed && !tests.failed) console.error('vitest ran no test');
  const whole = verdict('vitest', ended && tests.passed > 0 && !tests.failed);
  return { ...tests, passed: tests.passed + whole.passed, failed: tests.failed + whole.failed };
}

/** @param {string} file vitest's result as JSON @returns {Count} */
function countTests(file) {
  if (!existsSync(file)) return { passed: 0, failed: 0, skipped: 0 };
  const result = JSON.parse(readFileSync(file, 'utf8'));
  const skipped = result.numPendingTests + result.numTodoTests;
  return { passed: result.numPassedTests, failed: result.numFailedTests, skipped };
}

/** @param {string} name @param {boolean} ok @returns {Count} */
function verdict(name, ok) {
  console.log(`${ok ? 'passed' : 'FAILED'}: ${name}\n`);
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
}

/** Runs a tool in the project's folder with its output here; true when it found nothing wrong.
 * @param {string[]} command */
function node(command) {
  const { status, signal } = spawnSync(process.execPath, command, { cwd: root, stdio: ['ignore', 1, 2] });
  if (signal === 'SIGINT') process.exit(130);
  return status === 0;
}
