/** Every test of the project, by vitest: how many passed, and which files took longest. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { root } from './setup.mjs';
import { gate } from './side-by-side.mjs';

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Count
 * @typedef {{ name: string, startTime: number, endTime: number }} FileResult
 * @typedef {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number,
 *   testResults: FileResult[] }} Result
 */

const SLOWEST = 10;

/** Runs all tests. Every test counts one, and vitest as a gate one more: a file that does not load fails that.
 * @param {{ isLong?: boolean }} [options] with the long tests too
 * @returns {Promise<{ verdict: import('./side-by-side.mjs').Verdict, tests: Count, slowest: string[] }>} */
export async function vitest({ isLong = false } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'chat-metrics-test-'));
  const file = join(folder, 'result.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const command = [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--allowOnly=false', ...reporters];
  const env = { ...process.env, ...(isLong ? { CHAT_METRICS_LONG: '1' } : {}) };
  const verdict = await gate('vitest', command, { shown: true, env });
  const result = /** @type {Result | undefined} */ (
    existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
  );
  rmSync(folder, { recursive: true, force: true });
  const tests = countOf(result);
  if (!tests.passed && !tests.failed) console.error('vitest ran no test');
  const isRight = verdict.isRight && tests.passed > 0 && !tests.failed;
  return { verdict: { ...verdict, isRight }, tests, slowest: slowestOf(result?.testResults ?? []) };
}

/** @param {Result | undefined} result @returns {Count} */
function countOf(result) {
  if (!result) return { passed: 0, failed: 0, skipped: 0 };
  const skipped = result.numPendingTests + result.numTodoTests;
  return { passed: result.numPassedTests, failed: result.numFailedTests, skipped };
}

/** @param {FileResult[]} files @returns {string[]} a line each, the slowest first */
function slowestOf(files) {
  return files
    .map(({ name, startTime, endTime }) => ({
      name: relative(root, name),
      seconds: (endTime - startTime) / 1000,
    }))
    .sort((a, b) => b.seconds - a.seconds)
    .slice(0, SLOWEST)
    .map(({ name, seconds }) => `${seconds.toFixed(1).padStart(7)} s  ${name}`);
}
