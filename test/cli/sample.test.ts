import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sampleCsv } from '../../src/index.js';
import { desk } from './program.js';

const { run, write, names, path } = desk();
const made = (chats: number, seed: number, from?: string): string =>
  [...sampleCsv({ chats, seed, from })].join('');

describe('sample', () => {
  it('writes 10,000 chats to data_dump.csv, and a report can be made of it', async () => {
    expect(await run('sample')).toMatchObject({
      code: 0,
      stdout: `Written: ${path('data_dump.csv')} (10,000 chats)\n`,
      stderr: '',
    });
    expect(readFileSync(path('data_dump.csv'), 'utf8')).toBe(made(10_000, 1));
    expect((await run('report')).stdout).toContain('10,000 rows: 10,000 used');
  });

  it('writes as many chats, from the day, to the place and by the seed that are named', async () => {
    expect(
      await run('sample', '-n', '50', '--seed', '7', '--from', '2021-12-30', '-o', 'my.csv', '-q'),
    ).toMatchObject({
      code: 0,
      stdout: '',
    });
    expect(readFileSync(path('my.csv'), 'utf8')).toBe(made(50, 7, '2021-12-30'));
    expect(names()).toEqual(['my.csv']);
  });

  it('writes to standard output for -o -, the same every time, and another by another seed', async () => {
    const first = await run('sample', '-n', '500', '-o', '-');
    const second = await run('sample', '-n', '500', '-o', '-');
    const other = await run('sample', '-n', '500', '--seed', '2', '-o', '-');
    expect(first).toEqual({ code: 0, signal: null, stdout: made(500, 1), stderr: '' });
    expect(second.stdout).toBe(first.stdout);
    expect(other.stdout).not.toBe(first.stdout);
    expect(names()).toEqual([]);
  });

  it('never overwrites a data_dump.csv unless that is named', async () => {
    write('data_dump.csv', 'my own export');
    expect(await run('sample', '-n', '5')).toEqual({
      code: 2,
      signal: null,
      stdout: '',
      stderr:
        'Error: There is a file data_dump.csv here already.\nTo overwrite it: chat-metrics sample -o data_dump.csv\n',
    });
    expect(readFileSync(path('data_dump.csv'), 'utf8')).toBe('my own export');
    expect((await run('sample', '-n', '5', '-o', 'data_dump.csv')).code).toBe(0);
    expect(readFileSync(path('data_dump.csv'), 'utf8')).toBe(made(5, 1));
    expect(names()).toEqual(['data_dump.csv']);
  });

  it('of no chats has its heading alone', async () => {
    expect((await run('sample', '-n', '0', '-o', '-')).stdout.trimEnd().split('\n')).toHaveLength(1);
  });

  it.each([
    ['in a folder that is not there', 'no/my.csv', 'There is no folder'],
    ['in place of a folder', 'folder', 'is a folder.'],
  ])('is not written %s', async (_, output, message) => {
    write('folder/x', '');
    const { code, stdout, stderr } = await run('sample', '-o', output);
    expect(stderr).toContain(message);
    expect({ code, stdout, names: names() }).toEqual({ code: 2, stdout: '', names: ['folder'] });
  });
});
