import { spawn } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { sampleCsv } from '../../src/index.js';
import { soundCsv } from './exports.js';
import { desk, ended, program } from './program.js';

const { run, write, names, path, env } = desk();

/** Runs the program on a terminal, as `script` of Debian's bsdutils makes one; gives all that the terminal shows. */
function onTerminal(...args: string[]) {
  const command = [process.execPath, program, ...args].map((word) => `'${word}'`).join(' ');
  return ended(
    spawn('script', ['-qec', command, '/dev/null'], {
      cwd: path(''),
      env: env(),
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
  );
}

const clearLine = '\r\u001b[2K';
const manyChats = (): string => [...sampleCsv({ chats: 60_000, seed: 1 })].join('');

describe('progress', () => {
  it('is shown on a terminal, on one line that is gone at the end', async () => {
    write('data_dump.csv', manyChats());
    const { code, stdout } = await onTerminal('report', '-o', 'r.json');
    const frames = stdout.split(clearLine);
    expect(frames.length).toBeGreaterThan(2);
    for (const frame of frames.slice(1, -1))
      expect(frame).toMatch(/^[A-Z][^\r\n]{2,60} \.\.\.( \d+ %)? \(\d+\.\d s\)$/);
    expect(frames.at(-1)).toMatch(/^60,000 rows: 60,000 used, /);
    expect(code).toBe(0);
  });

  it('is not shown in a pipe', async () => {
    write('data_dump.csv', manyChats());
    const { stdout, stderr } = await run('report', '-o', 'r.json');
    expect(stderr).toBe('');
    for (const sign of ['\r', '\u001b', ' ... ']) expect(stdout).not.toContain(sign);
  });

  it('is not shown on a terminal with --quiet, nor is a summary', async () => {
    write('data_dump.csv', manyChats());
    expect(await onTerminal('report', '-q')).toMatchObject({ code: 0, stdout: '' });
    expect(names()).toEqual(['data_dump.csv', 'generated_report.xlsx']);
  });

  it('is a line per step with --verbose, in a pipe too, and leaves standard output to the report', async () => {
    write('data_dump.csv', soundCsv);
    const { stdout, stderr } = await run('report', '--verbose', '--format', 'json');
    expect(() => JSON.parse(stdout)).not.toThrow();
    const steps = stderr.split('\n').filter((line) => /^\d\d:\d\d:\d\d +\d+\.\d\d s {2}\S/.test(line));
    expect(steps[0]).toContain('Reading data_dump.csv');
    expect(steps.length).toBeGreaterThan(5);
  });
});

describe('--quiet', () => {
  it('prints nothing at all where all went well', async () => {
    write('data_dump.csv', soundCsv);
    expect(await run('report', '--quiet')).toEqual({ code: 0, signal: null, stdout: '', stderr: '' });
  });

  it('still says what went wrong', async () => {
    expect((await run('report', '--quiet')).stderr).toContain('There is no file data_dump.csv');
  });
});

it('a workbook is not shown on a terminal', async () => {
  write('data_dump.csv', soundCsv);
  const { code, stdout } = await onTerminal('report', '-o', '-');
  expect(stdout).toContain('Error: A workbook is no text: it cannot be shown on a terminal.');
  expect(stdout).toContain('chat-metrics report -o - > report.xlsx');
  expect(code).toBe(2);
});

it('JSON is shown on a terminal', async () => {
  write('data_dump.csv', soundCsv);
  const { code, stdout } = await onTerminal('report', '--format', 'json', '-q');
  expect(JSON.parse(stdout)).toHaveProperty('tables');
  expect(code).toBe(0);
});
