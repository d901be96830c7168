import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isOwnHeading } from '../../src/outputs/own-files.js';
import { faultyCsv, laterCsv, soundCsv } from './exports.js';
import { desk, type Run } from './program.js';

const { run, write, path, names } = desk();

interface Told {
  files: string[];
  rows: number;
  notes: string[];
}

async function told(...args: string[]): Promise<Told> {
  const { code, stdout, stderr } = await run('report', ...args, '--format', 'json', '-q');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const { source, data_quality: quality } = JSON.parse(stdout);
  const files = source.files.map(({ name }: { name: string }) => name);
  return { files, rows: quality.rows_read, notes: quality.notes };
}

async function done(...args: string[]): Promise<Run> {
  const ended = await run('report', ...args);
  expect(ended).toMatchObject({ code: 0, stderr: '' });
  return ended;
}

describe('a report of a folder, week after week, reads the same rows', () => {
  it('whatever it wrote there before, and names what it left out', async () => {
    write('a.csv', soundCsv);
    write('b.csv', laterCsv);
    const { rows } = await told('.');
    const outputs = [
      ['-o', 'week1.xlsx'],
      ['-o', 'week2.xlsx', '--with-chats'],
      ['-o', 'week3.json'],
      ['--format', 'csv', '-o', '.', '--with-chats'],
      ['--format', 'chats', '-o', 'every.csv'],
      ['--rejects', 'bad.csv'],
    ];
    for (const args of outputs) {
      await done('.', '-q', ...args);
    }
    const last = await told('.');
    expect(last).toMatchObject({ files: ['a.csv', 'b.csv'], rows });
    const [note] = last.notes;
    expect(note).toMatch(
      /^Left out, because Chat Metrics wrote them: .*every\.csv.*week1\.xlsx.*week3\.json, /,
    );
    await done('.', '-q', '-o', 'week1.xlsx');
  });

  it('by a pattern too, and an output that is named is read', async () => {
    write('a.csv', soundCsv);
    write('b.csv', faultyCsv);
    await done('b.csv', '-q', '--rejects', 'bad.csv');
    expect((await told('*.csv')).files).toEqual(['a.csv', 'b.csv']);
    expect((await told('*.csv', 'bad.csv')).files).toEqual(['a.csv', 'b.csv', 'bad.csv']);
  });

  it('and says where all that is there is its own', async () => {
    write('a.csv', soundCsv);
    await done('a.csv', '-q', '-o', 'x/week1.xlsx').catch(() => undefined);
    write('x/readme.md', '');
    await done('a.csv', '-q', '-o', 'x/week1.xlsx');
    expect(await run('report', 'x', '-q')).toMatchObject({
      code: 3,
      stderr: expect.stringContaining('every file there was written by Chat Metrics: x/week1.xlsx.'),
    });
  });
});

describe('files of a folder that are no exports', () => {
  it.each([
    ['package.json', '{"name": "x", "version": "1.0.0"}'],
    ['notes.txt', 'Ask Asha about the holidays.\n'],
    ['totals.csv', 'Month,Costs\nMay,12\n'],
    ['empty.csv', ''],
  ])('are left out with a note, and refused where they are named: %s', async (name, content) => {
    write('data.csv', soundCsv);
    write(name, content);
    const { files, notes } = await told('.');
    expect(files).toEqual(['data.csv']);
    expect(notes[0]).toMatch(/^A file of the folder is left out as it is no export of chats: /);
    expect(notes[0]).toContain(name);
    expect((await run('report', 'data.csv', name, '-q')).code).toBe(3);
  });

  it('are refused where there is nothing else', async () => {
    write('x/totals.csv', 'Month,Costs\nMay,12\n');
    expect(await run('report', 'x')).toMatchObject({
      code: 3,
      stderr: expect.stringContaining('totals.csv'),
    });
  });
});

describe('a report in CSV without chats', () => {
  it('takes the chats of an earlier one away, and says so', async () => {
    write('data.csv', soundCsv);
    await done('data.csv', '--format', 'csv', '-o', 'out', '--with-chats');
    const { stdout } = await done('data.csv', '--format', 'csv', '-o', 'out');
    expect(stdout).toContain(`Removed: ${path('out/chats.csv')}, the chats of an earlier report\n`);
  });

  it('leaves a file of that name that is not its own', async () => {
    write('data.csv', soundCsv);
    write('out/chats.csv', laterCsv);
    await done('data.csv', '--format', 'csv', '-o', 'out', '-q');
    expect(readFileSync(path('out/chats.csv'), 'utf8')).toBe(laterCsv);
    expect(names()).toEqual(['data.csv', 'out']);
  });
});

it('an export with the names of our fields is no output of ours', () => {
  expect(isOwnHeading(['chat_id', 'user_id', 'closed_by', 'closing_reason', 'started_at', 'ended_at'])).toBe(
    false,
  );
  expect(isOwnHeading(['chat_id', 'closed_by', 'started_at', 'agent', 'day'])).toBe(false);
  expect(isOwnHeading(['measure', 'value'])).toBe(true);
});

it('chats that are read are not taken away, whoever wrote them', async () => {
  write('data.csv', soundCsv);
  await done('data.csv', '--format', 'csv', '-o', 'out', '--with-chats', '-q');
  await done('data.csv', 'out/chats.csv', '--format', 'csv', '-o', 'out', '-q');
  expect(readFileSync(path('out/chats.csv'), 'utf8')).toContain('chat_id,');
});
