import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { plainEnv } from '../../scripts/setup.mjs';

/** The built program, as a user runs it. */
export const program = resolve('dist/cli/main.js');

/** How a run ended. */
export interface Run {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

/** A folder of one test, where the program is run. */
export interface Desk {
  /** Runs the program with these arguments, standard input closed and nothing of it a terminal. */
  run: (...args: string[]) => Promise<Run>;
  start: (...args: string[]) => ChildProcess;
  /** Writes a file, and the folders that it stands in; gives its path. */
  write: (name: string, content: string | Uint8Array) => string;
  path: (name: string) => string;
  /** Names of all files and folders in the folder, temporary ones of the program too. */
  names: () => string[];
  /** What the program has left in its place for temporary files. */
  leftovers: () => string[];
  /** The environment of its programs: temporary files go to a folder of this test. */
  env: () => NodeJS.ProcessEnv;
}

/** Collects what a program writes until it ends. */
export async function ended(child: ChildProcess): Promise<Run> {
  const chunks: Record<'stdout' | 'stderr', Buffer[]> = { stdout: [], stderr: [] };
  child.stdout?.on('data', (chunk: Buffer) => chunks.stdout.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => chunks.stderr.push(chunk));
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  const text = (name: keyof typeof chunks): string => Buffer.concat(chunks[name]).toString('utf8');
  return { code, signal, stdout: text('stdout'), stderr: text('stderr') };
}

/** A fresh folder for every test of a file. */
export function desk(): Desk {
  let home = '';
  const at = (name: string): string => join(home, 'desk', name);
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'cli-test-'));
    mkdirSync(at(''));
    mkdirSync(join(home, 'tmp'));
  });
  afterEach(() => rmSync(home, { recursive: true, force: true }));
  const env = (): NodeJS.ProcessEnv => ({ ...plainEnv(), TMPDIR: join(home, 'tmp') });
  const start = (...args: string[]): ChildProcess =>
    spawn(process.execPath, [program, ...args], {
      cwd: at(''),
      env: env(),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  return {
    env,
    start,
    run: (...args) => ended(start(...args)),
    path: at,
    write: (name, content) => {
      mkdirSync(dirname(at(name)), { recursive: true });
      writeFileSync(at(name), content);
      return at(name);
    },
    names: () => readdirSync(at('')).sort(),
    leftovers: () => readdirSync(join(home, 'tmp')),
  };
}
