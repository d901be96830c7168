import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';

const PROGRAMS = {
  'arguments.mjs': `console.log(JSON.stringify(process.argv.slice(2)))`,
  'code.mjs': `process.exitCode = 3`,
  'signals.mjs': `
    let count = 0;
    process.on('SIGINT', () => { count++; setTimeout(() => { console.log('interrupted', count); process.exit(130); }, 200); });
    setInterval(() => {}, 1000);
    console.log('ready');`,
  'plain.mjs': `setInterval(() => {}, 1000); console.log('ready');`,
};
let project = '';

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'chat-metrics-run-'));
  mkdirSync(join(project, 'scripts'));
  cpSync(resolve('scripts/run.mjs'), join(project, 'scripts/run.mjs'));
  const setUp = `import { dirname } from 'node:path';
    export const root = dirname(import.meta.dirname);
    export const setup = () => {};`;
  writeFileSync(join(project, 'scripts/setup.mjs'), setUp);
  for (const [name, source] of Object.entries(PROGRAMS)) writeFileSync(join(project, name), source);
});

afterAll(() => rmSync(project, { recursive: true, force: true }));

const start = (...args: string[]) =>
  spawn(process.execPath, [join(project, 'scripts/run.mjs'), ...args], { detached: true });

async function ended(child: ChildProcessWithoutNullStreams) {
  let stdout = '';
  child.stdout.on('data', (part) => (stdout += String(part)));
  const [code, signal] = await once(child, 'close');
  return { code, signal, stdout };
}

it('passes the arguments on as they are', async () => {
  const { stdout } = await ended(start('arguments.mjs', '--format', 'json', 'a b.csv', '$x'));
  expect(JSON.parse(stdout)).toEqual(['--format', 'json', 'a b.csv', '$x']);
});

it("ends with the program's exit code", async () => {
  expect(await ended(start('code.mjs'))).toMatchObject({ code: 3, signal: null });
});

it('gives the program one SIGINT for a Ctrl-C that the terminal and npm both send', async () => {
  const child = start('signals.mjs');
  await once(child.stdout, 'data');
  process.kill(-Number(child.pid), 'SIGINT');
  await wait(50);
  child.kill('SIGINT');
  expect(await ended(child)).toEqual({ code: 130, signal: null, stdout: 'interrupted 1\n' });
});

it.each(['SIGINT', 'SIGTERM'] as const)('ends by %s when the program does', async (signal) => {
  const child = start('plain.mjs');
  await once(child.stdout, 'data');
  child.kill(signal);
  expect(await ended(child)).toMatchObject({ code: null, signal });
});
