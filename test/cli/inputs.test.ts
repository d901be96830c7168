import { mkdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { laterCsv, soundCsv } from './exports.js';
import { desk } from './program.js';

const { run, write, path } = desk();

/** Files read, in order, and the row accounting of a report. */
async function readBy(...args: string[]) {
  const { code, stdout, stderr } = await run('report', '--format', 'json', '--full-paths', '-q', ...args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const { source, data_quality: quality } = JSON.parse(stdout);
  const files = source.files.map(({ name }: { name: string }) => name);
  return { files, read: quality.rows_read, used: quality.rows_used };
}

describe('the files of a report', () => {
  it('are data_dump.csv of the folder where none is named', async () => {
    write('data_dump.csv', soundCsv);
    expect(await readBy()).toEqual({ files: ['data_dump.csv'], read: 2, used: 2 });
  });

  it('are merged, in the order named, and one named twice is read once', async () => {
    write('a.csv', soundCsv);
    write('b.csv', laterCsv);
    const named = ['b.csv', 'a.csv', './b.csv', path('a.csv')];
    expect(await readBy(...named)).toEqual({ files: ['./b.csv', path('a.csv')], read: 5, used: 5 });
  });

  it('may be named by a pattern, which takes them in the order of their names', async () => {
    for (const name of ['x/b.csv', 'x/c.tsv', 'y/b.csv']) write(name, laterCsv);
    write('x/a.csv', soundCsv);
    expect(await readBy('x/*.csv')).toEqual({ files: ['x/a.csv', 'x/b.csv'], read: 5, used: 5 });
    expect((await readBy('**/b.csv')).files).toEqual(['x/b.csv', 'y/b.csv']);
  });

  it('may be named by a pattern and again by name, and are read once', async () => {
    write('x/a.csv', soundCsv);
    write('x/b.csv', laterCsv);
    expect(await readBy('x/*.csv', 'x/b.csv', './x/{a,b}.csv')).toMatchObject({ read: 5, used: 5 });
  });

  it('may have the signs of a pattern in their names', async () => {
    write('chats [1].csv', soundCsv);
    write('chats 1.csv', laterCsv);
    expect(await readBy('chats [1].csv')).toEqual({ files: ['chats [1].csv'], read: 2, used: 2 });
  });

  it('hold one chat once when two of them have it', async () => {
    write('a.csv', soundCsv);
    write('b.csv', soundCsv);
    expect(await readBy('a.csv', 'b.csv')).toMatchObject({ read: 4, used: 2 });
  });
});

const unusable: [what: string, args: string[], messages: string[]][] = [
  [
    'no data_dump.csv where none is named',
    [],
    ['There is no file data_dump.csv in this folder', 'chat-metrics report FILE.csv', 'chat-metrics sample'],
  ],
  ['a file that is not there', ['nowhere.csv'], ['There is no file nowhere.csv.', 'Check the name']],
  ['a pattern that matches nothing', ['x/*.tsv'], ['No file matches x/*.tsv.', 'Check the pattern']],
  [
    'a folder without an export',
    ['y'],
    ['The folder y holds no export.', 'csv, tsv, txt, gz, zst, zip, xlsx'],
  ],
  ['an empty file', ['x/empty.csv'], ['x/empty.csv is empty.']],
  [
    'a file that lacks a needed column',
    ['x/other.csv'],
    ['x/other.csv has no column for chat_id', '--map chat_id='],
  ],
  [
    'a workbook that is cut',
    ['x/book.xlsx'],
    ['x/book.xlsx is a broken zip archive', 'Download or copy it again'],
  ],
];

describe.each(['report', 'inspect'])('%s ends with code 3 and says why, given', (command) => {
  it.each(unusable)('%s', async (_, args, messages) => {
    mkdirSync(path('y/deeper'), { recursive: true });
    write('y/deeper/chats.csv', soundCsv);
    write('y/generated_report.xlsx', '');
    write('y/chat-metrics.config.json', '{}');
    write('x/empty.csv', '');
    write('x/other.csv', 'Name,Age\nA,1\n');
    write('x/book.xlsx', Buffer.from('504b030414000600', 'hex'));
    const { code, stderr } = await run(command, ...args);
    for (const message of messages) expect(stderr).toContain(message);
    expect(stderr.match(/x\/\w+\.(csv|xlsx)/g)?.length ?? 0).toBeLessThan(3);
    expect(code).toBe(3);
  });
});
