/** Which tests there are, and what they say. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/** A fault may make a test run for ever. */
const longestMinutes = 15;

const vitest = 'node_modules/vitest/vitest.mjs';

/** @typedef {{ file: string, project: string }} TestFile */
/**
 * What a run of tests came to.
 * @typedef {{ kind: 'green' }
 *   | { kind: 'red', file: string, test: string, why: string }
 *   | { kind: 'endless' }
 *   | { kind: 'none', why: string }} Outcome
 */

/** Every test file of a project, as `test/...`, and the vitest project that it belongs to.
 * @param {string} folder @returns {TestFile[]} */
export function testFiles(folder) {
  const args = [vitest, 'list', '--filesOnly', '--json'];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`vitest does not tell its files: ${stderr}`);
  /** @type {{ file: string, projectName: string }[]} */
  const found = JSON.parse(stdout.slice(stdout.indexOf('[')));
  return found.map(({ file, projectName }) => ({ file: pathIn(folder, file), project: projectName }));
}

/** Runs test files (none: all of them) up to the first test that fails.
 * @param {string} folder @param {readonly string[]} files @returns {Promise<Outcome>} */
export async function runTests(folder, files) {
  const desk = mkdtempSync(join(dirname(folder), 'result-'));
  const result = join(desk, 'result.json');
  const reporters = ['--reporter=json', `--outputFile.json=${result}`];
  try {
    const { output, isEndless } = await ended(folder, [vitest, 'run', '--bail', '1', ...reporters, ...files]);
    if (isEndless) return { kind: 'endless' };
    return existsSync(result)
      ? outcomeOf(folder, JSON.parse(readFileSync(result, 'utf8')))
      : { kind: 'none', why: output };
  } finally {
    rmSync(desk, { recursive: true, force: true });
  }
}

/** @param {string} folder
 * @param {{ success: boolean, numTotalTests: number, testResults: { name: string, status: string, message: string,
 *   assertionResults: { status: string, fullName: string, failureMessages: string[] }[] }[] }} result
 * @returns {Outcome} */
function outcomeOf(folder, { success, numTotalTests, testResults }) {
  const red = testResults.find(({ status }) => status === 'failed');
  if (red) {
    const test = red.assertionResults.find(({ status }) => status === 'failed');
    const why = firstLine(test?.failureMessages[0] ?? red.message);
    return { kind: 'red', file: pathIn(folder, red.name), test: test?.fullName ?? 'the file', why };
  }
  if (numTotalTests === 0) return { kind: 'none', why: 'no test was run' };
  return success ? { kind: 'green' } : { kind: 'none', why: 'vitest failed and names no test' };
}

/** Runs vitest in a group of its own, so that nothing of it stays behind.
 * @param {string} folder @param {string[]} args @returns {Promise<{ output: string, isEndless: boolean }>} */
function ended(folder, args) {
  const child = spawn(process.execPath, args, {
    cwd: folder,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const end = () => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    } catch {
      // it is gone
    }
  };
  process.once('exit', end);
  let output = '';
  let isEndless = false;
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += String(text)));
  const timer = setTimeout(() => {
    isEndless = true;
    end();
  }, longestMinutes * 60_000);
  return new Promise((resolve) => {
    child.on('close', () => {
      clearTimeout(timer);
      process.removeListener('exit', end);
      end();
      resolve({ output, isEndless });
    });
  });
}

/** @param {string} folder @param {string} file */
function pathIn(folder, file) {
  return relative(folder, file).split(sep).join('/');
}

/** @param {string} text */
function firstLine(text) {
  return (text.split('\n', 1)[0] ?? '').slice(0, 200);
}
