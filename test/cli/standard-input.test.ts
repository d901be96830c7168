import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { asSwapped, workbookOf } from '../combinations/workbook-files.js';
import { delimited } from '../combinations/text-files.js';
import { madeUp } from '../combinations/made-up.js';
import { soundCsv } from './exports.js';
import { desk, ended, program, type Run } from './program.js';

const { env, leftovers, path, run, write } = desk();

/** Runs the program with something on its standard input. */
async function fed(content: string | Uint8Array, ...args: string[]): Promise<Run> {
  const child = spawn(process.execPath, [program, ...args], { cwd: path(''), env: env() });
  child.stdin.on('error', () => undefined);
  child.stdin.end(content);
  return ended(child);
}

describe('- is standard input', () => {
  const kinds: [kind: string, content: Uint8Array][] = [
    ['CSV', Buffer.from(delimited(madeUp, ',', '\n'))],
    ['gzip', gzipSync(delimited(madeUp, ';', '\r\n'))],
    ['a workbook', workbookOf(madeUp, asSwapped)],
  ];
  it.each(kinds)('with %s', async (_, content) => {
    const { code, stdout, stderr } = await fed(content, 'report', '-', '--format', 'json', '-q');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const { source, data_quality } = JSON.parse(stdout);
    expect(source.files).toMatchObject([{ name: 'standard input', bytes: content.length }]);
    expect(data_quality).toMatchObject({ rows_read: 300, rows_used: 300 });
    expect(leftovers()).toEqual([]);
  });

  it('for inspect too', async () => {
    expect((await fed(soundCsv, 'inspect', '-')).stdout).toMatch(/^File +standard input$/m);
  });

  it('with nothing is an empty file', async () => {
    expect(await fed('', 'report', '-')).toMatchObject({
      code: 3,
      stderr: expect.stringContaining('standard input is empty.'),
    });
    expect(leftovers()).toEqual([]);
  });

  it('with rejected rows names it as their file', async () => {
    expect(await fed(`${soundCsv}x\n`, 'report', '-', '--rejects', 'bad.csv', '-q')).toMatchObject({
      code: 0,
    });
    expect(readFileSync(path('bad.csv'), 'utf8')).toContain('standard input,4,too few fields,x\n');
  });

  it('is not read together with files', async () => {
    write('a.csv', soundCsv);
    expect(await run('report', '-', 'a.csv')).toEqual({
      code: 2,
      signal: null,
      stdout: '',
      stderr: 'Error: Standard input (-) cannot be read together with files.\nName the files, or - alone.\n',
    });
  });
});
