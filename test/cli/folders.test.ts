import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { laterCsv, soundCsv } from './exports.js';
import { desk } from './program.js';

const { run, write } = desk();

async function filesRead(...args: string[]): Promise<string[]> {
  const { code, stdout, stderr } = await run('report', ...args, '--format', 'json', '--full-paths', '-q');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout).source.files.map(({ name }: { name: string }) => name);
}

describe('a folder is its exports', () => {
  it('in the order of their names, whatever their kind and case, and nothing else of it', async () => {
    write('x/b.CSV.gz', gzipSync(laterCsv));
    write('x/a.csv', soundCsv);
    for (const name of ['x/notes.md', 'x/deeper/c.csv', 'x/.hidden.csv']) write(name, soundCsv);
    expect(await filesRead('x')).toEqual(['x/a.csv', 'x/b.CSV.gz']);
  });

  it('without the reports and the configuration that the program itself keeps there', async () => {
    write('data.csv', soundCsv);
    write('chat-metrics.config.json', '{}');
    expect((await run('report', '.', '-q')).code).toBe(0);
    expect((await run('report', '.', '-q', '-o', 'generated_report.json')).code).toBe(0);
    expect(await filesRead('.')).toEqual(['data.csv']);
  });

  it('beside other files, and each of them once', async () => {
    write('x/a.csv', soundCsv);
    write('b.csv', laterCsv);
    expect(await filesRead('x', 'b.csv', 'x/a.csv', 'x/')).toEqual(['x/a.csv', 'b.csv']);
  });

  it('and is looked at by inspect where it holds one', async () => {
    write('x/a.csv', soundCsv);
    expect((await run('inspect', 'x')).stdout).toMatch(/^File +x\/a\.csv$/m);
    write('x/b.csv', soundCsv);
    expect(await run('inspect', 'x')).toMatchObject({
      code: 2,
      stderr: 'Error: "inspect" looks at one file at a time.\nName one file.\n',
    });
  });

  it('is never written over by the report', async () => {
    write('x/a.csv', soundCsv);
    const { code, stderr } = await run('report', 'x', '--rejects', 'x/a.csv');
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringContaining('would overwrite its input'),
    });
  });
});

it('files of a folder are named in the report without it', async () => {
  write('secret/a.csv', soundCsv);
  const { stdout } = await run('report', 'secret', '--format', 'json', '-q');
  expect(stdout).toContain('"name": "a.csv"');
  expect(stdout).not.toContain('secret');
});
