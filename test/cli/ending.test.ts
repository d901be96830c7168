import { spawn } from 'node:child_process';
import { createReadStream, createWriteStream, readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { sampleCsv } from '../../src/index.js';
import { isLong } from '../tiers.js';
import { faultyCsv, soundCsv } from './exports.js';
import { desk, ended, program } from './program.js';

const { run, start, write, names, path, env, leftovers } = desk();
const numbers = { SIGINT: 2, SIGTERM: 15, SIGHUP: 1 } as const;

/** Two files of the same many chats: one that the engine reads as it is, one that must be cleaned first. */
async function largeFiles(): Promise<void> {
  const csv = sampleCsv({ chats: isLong ? 1_000_000 : 400_000, seed: 1 });
  await pipeline(Readable.from(csv), createWriteStream(path('plain.csv')));
  write('cleaned.csv', 'Exported by hand\n');
  await pipeline(createReadStream(path('plain.csv')), createWriteStream(path('cleaned.csv'), { flags: 'a' }));
}

/** Starts the program, sends it a signal some time after its work has begun, and tells how soon and how it ended. */
async function interrupted(signal: keyof typeof numbers, afterMs: number, ...args: string[]) {
  const child = start(...args);
  const end = ended(child);
  const hasBegun = (): boolean => leftovers().length > 0 || names().some((name) => name.endsWith('.part'));
  while (!hasBegun()) await wait(20);
  await wait(afterMs);
  expect(child.exitCode).toBeNull();
  const sent = performance.now();
  child.kill(signal);
  const { code, signal: endedBy, stdout } = await end;
  return { shellCode: code ?? 128 + numbers[endedBy as typeof signal], stdout, ms: performance.now() - sent };
}

describe('a signal ends the program within a second, with its code and nothing left behind,', () => {
  it('while a large file is read, whichever way and however far', async () => {
    await largeFiles();
    write('report.xlsx', 'the report of yesterday');
    const runs = [
      ['SIGINT', 0, 'plain.csv'],
      ['SIGTERM', 500, 'cleaned.csv'],
      ['SIGINT', 1000, 'plain.csv'],
      ['SIGHUP', 2500, 'cleaned.csv'],
    ] as const;
    for (const [signal, afterMs, file] of isLong ? runs : runs.slice(0, 2)) {
      const args = ['report', file, '-o', 'report.xlsx', '--rejects', 'bad.csv'];
      const { shellCode, stdout, ms } = await interrupted(signal, afterMs, ...args);
      expect({ file, shellCode, stdout, leftovers: leftovers(), names: names() }).toEqual({
        file,
        shellCode: 128 + numbers[signal],
        stdout: '',
        leftovers: [],
        names: ['cleaned.csv', 'plain.csv', 'report.xlsx'],
      });
      expect(ms).toBeLessThan(1000);
    }
    expect(readFileSync(path('report.xlsx'), 'utf8')).toBe('the report of yesterday');
  });

  it('while a sample is written', async () => {
    const { shellCode, ms } = await interrupted('SIGINT', 300, 'sample', '-n', '50000000');
    expect({ shellCode, names: names() }).toEqual({ shellCode: 130, names: [] });
    expect(ms).toBeLessThan(1000);
  });
});

describe('a reader that closes the pipe early', () => {
  const shell = (line: string) =>
    ended(
      spawn('bash', ['-c', `set -o pipefail; chat() { '${process.execPath}' '${program}' "$@"; }; ${line}`], {
        ...{ cwd: path(''), env: env(), stdio: ['ignore', 'pipe', 'pipe'] },
      }),
    );

  it.each([
    ['JSON', 'chat report --format json -q | head -n 1', '{\n'],
    ['a workbook', 'chat report -o - -q | head -c 2', 'PK'],
    ['a sample', 'chat sample -n 1000000 -o - | head -c 8', 'RoomCode'],
    ['help', 'chat report --help | head -c 5', 'Usage'],
    ['definitions', 'chat metrics | head -c 4', 'Chat'],
    ['an inspection', 'chat inspect | head -c 4', 'File'],
  ])('of %s is no error', async (_, line, stdout) => {
    write('data_dump.csv', [...sampleCsv({ chats: 5000, seed: 1 })].join(''));
    expect(await shell(line)).toEqual({ code: 0, signal: null, stdout, stderr: '' });
    expect(leftovers()).toEqual([]);
  });

  it('of the summary does not keep the report from being written', async () => {
    write('data_dump.csv', soundCsv);
    expect(await shell('chat report | true')).toMatchObject({ code: 0, stderr: '' });
    expect(names()).toEqual(['data_dump.csv', 'generated_report.xlsx']);
  });

  it('of messages does not change how the program ends', async () => {
    write('data_dump.csv', faultyCsv);
    expect(await shell('chat report --strict 2>&1 >/dev/null | true')).toMatchObject({ code: 4 });
  });
});

it('a bug is said to be one, with where it happened, and ends with code 1 and nothing left behind', async () => {
  write('data_dump.csv', soundCsv);
  const breakJson = `data:text/javascript,JSON.stringify = () => { throw new TypeError('broken on purpose'); };`;
  const child = spawn(process.execPath, ['--import', breakJson, program, 'report', '-o', 'report.json'], {
    cwd: path(''),
    env: env(),
  });
  const { code, stderr } = await ended(child);
  expect(stderr).toMatch(/^This is a bug of Chat Metrics \d+\.\d+\.\d+, not of your file\. Please report it/);
  // what it says may hold values of customers
  expect(stderr).not.toContain('TypeError: broken on purpose');
  expect(stderr).toMatch(/TypeError\n( +at .+\n)* +at .+\bsrc\/[\w/-]+\.ts:\d+:\d+/);
  expect({ code, names: names(), leftovers: leftovers() }).toEqual({
    code: 1,
    names: ['data_dump.csv'],
    leftovers: [],
  });
});

it('a file of which no row can be used is explained by its first row, and its rejects are saved', async () => {
  write('data_dump.csv', 'RoomCode,ClosedBy,ChatStartTime\nc1,Asha,soon\nc2,Asha\n');
  const { code, stdout, stderr } = await run('report', '--rejects', 'bad.csv');
  expect(stderr).toContain('data_dump.csv, line 2: None of the 2 rows can be used:');
  expect(stderr).toContain('c1,Asha,soon');
  expect({ code, stdout, names: names() }).toEqual({
    code: 3,
    stdout: '',
    names: ['bad.csv', 'data_dump.csv'],
  });
  expect(readFileSync(path('bad.csv'), 'utf8').trimEnd().split('\n')).toHaveLength(3);
});
