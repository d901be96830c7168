import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cannotRead } from '../../src/engines/duckdb/files.js';
import { generateReport, type Report } from '../../src/index.js';
import { plainEnv } from '../../scripts/setup.mjs';
import { ended, program, type Run } from '../cli/program.js';
import { brokenInvariants } from '../golden/invariants.js';
import { isLong } from '../tiers.js';
import { badCases, inputOf, strays, type BadCase } from './cases.js';
import { ofError, ofReport, type Outcome } from './outcome.js';

/** No file may keep a reader for longer. */
const longest = 30_000;

/** Megabytes that the program may hold, of objects and in all. */
const mostObjects = 512;
const mostMemory = 1500;

type Input = Awaited<ReturnType<typeof inputOf>>;

let home = '';
const temporary = (): string => join(home, 'tmp');

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'bad-files-'));
  mkdirSync(temporary());
  vi.stubEnv('TMPDIR', temporary());
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(home, { recursive: true, force: true });
});

async function outcomeHere({ path, folder }: Input): Promise<Outcome> {
  try {
    const report = await generateReport({ files: path });
    expect(brokenInvariants(report)).toEqual([]);
    return ofReport(report, folder);
  } catch (error) {
    return ofError(error, folder);
  }
}

/** The peak of a process's memory in megabytes; 0 where the system does not tell. */
function peakOf(pid: number | undefined): number {
  const status = `/proc/${pid}/status`;
  const peak = existsSync(status) ? /VmHWM:\s+(\d+) kB/.exec(readFileSync(status, 'utf8')) : null;
  return Number(peak?.[1] ?? 0) / 1024;
}

async function programRun(path: string): Promise<Run & { peak: number }> {
  const command = [`--max-old-space-size=${mostObjects}`, program, 'report', path, '--format', 'json', '-q'];
  const child = spawn(process.execPath, command, {
    cwd: home,
    env: { ...plainEnv(), TMPDIR: temporary() },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: longest,
  });
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, peakOf(child.pid))), 50);
  const run = await ended(child);
  clearInterval(watch);
  return { ...run, peak };
}

function expectRun(
  { code, stdout, stderr, peak }: Run & { peak: number },
  one: BadCase,
  folder: string,
): void {
  const { expected } = one;
  if ('error' in expected) {
    const text = stderr.replaceAll(`${folder}/`, '');
    expect(text).toContain(expected.error);
    expect(text).toContain(expected.hint);
    expect({ code, stdout }).toEqual({ code: expected.exitCode, stdout: '' });
  } else {
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const report = JSON.parse(stdout) as Report;
    expect(brokenInvariants(report)).toEqual([]);
    expect(ofReport(report, folder)).toEqual(expected);
  }
  expect(peak).toBeLessThan(mostMemory);
}

describe('a bad file ends as it should, and leaves nothing behind:', () => {
  const here = badCases.filter(
    ({ by_program }) => by_program === undefined || (isLong && by_program === 'too'),
  );
  it.each(here)(
    '$name: $about',
    async (one) => {
      const input = await inputOf(one, home);
      expect(await outcomeHere(input)).toEqual(one.expected);
      expect(readdirSync(temporary())).toEqual([]);
    },
    longest,
  );
});

describe('the program, with little memory, ends as it should, and leaves nothing behind:', () => {
  const there = badCases.filter(({ by_program }) => by_program !== undefined);
  it.each(there)(
    '$name: $about',
    async (one) => {
      const { path, folder } = await inputOf(one, home);
      expectRun(await programRun(path), one, folder);
      expect(readdirSync(temporary())).toEqual([]);
    },
    2 * longest,
  );
});

it.each(['EACCES', 'EPERM'])('a file that may not be read (%s) is told as that', (code) => {
  const error = cannotRead('chats.csv', Object.assign(new Error('not allowed'), { code }));
  expect(ofError(error, '')).toEqual({
    exitCode: 3,
    code: 'no_permission',
    error: 'chats.csv may not be read.',
    hint: 'Ask for the right to read it, or copy it.',
  });
});

it('there are at least 60 bad files, and each one has its case', () => {
  expect(badCases.length).toBeGreaterThanOrEqual(60);
  expect(strays()).toEqual([]);
});
