import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { afterEach, beforeEach } from 'vitest';
import { plainEnv } from '../../scripts/setup.mjs';
import { runProgram } from '../../src/cli/run-program.js';

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
  /** Runs the program in this process, standard input empty and nothing of it a terminal. One run at a time. */
  run: (...args: string[]) => Promise<Run>;
  /** Starts the built program, for what only a process has: signals, memory, pipes, several at a time. */
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

let isRunning = false;

/** Runs the program in this process, in a folder, standard input empty and nothing of it a terminal. */
export async function runHere(folder: string, args: readonly string[]): Promise<Run> {
  if (isRunning) throw new Error('One run at a time: what runs beside another is a process of its own.');
  isRunning = true;
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const texts = [stdout, stderr].map(wholeText);
  try {
    const code = await runProgram(args, { folder, stdin: Readable.from([]), stdout, stderr });
    stdout.end();
    stderr.end();
    const [out = '', err = ''] = await Promise.all(texts);
    return { code, signal: null, stdout: out, stderr: err };
  } finally {
    isRunning = false;
  }
}

async function wholeText(stream: PassThrough): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** A fresh folder for every test of a file. */
export function desk(): Desk {
  let home = '';
  const usualTemporary = process.env['TMPDIR'];
  const at = (name: string): string => join(home, 'desk', name);
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'cli-test-'));
    mkdirSync(at(''));
    mkdirSync(join(home, 'tmp'));
    process.env['TMPDIR'] = join(home, 'tmp');
  });
  afterEach(() => {
    if (usualTemporary === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = usualTemporary;
    rmSync(home, { recursive: true, force: true });
  });
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
    run: (...args) => runHere(at(''), args),
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
