import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { soundCsv } from './exports.js';
import { desk } from './program.js';

const { run, write, names, path } = desk();
const page = (name: string): string => readFileSync(path(name), 'utf8');

it('--format html writes generated_report.html, one page that shows the figures', async () => {
  write('data_dump.csv', soundCsv);
  const { code, stderr } = await run('report', '--format', 'html');
  expect({ code, stderr, names: names() }).toEqual({
    code: 0,
    stderr: '',
    names: ['data_dump.csv', 'generated_report.html'],
  });
  expect(page('generated_report.html')).toMatch(/^<!DOCTYPE html>\n<html lang="en">/);
  expect(page('generated_report.html')).toMatch(
    /<p class="label" title="[^"]+">Incoming chats<\/p><p class="value">2<\/p>/,
  );
});

it.each(['a.html', 'B.HTM'])('the ending of %s says HTML', async (name) => {
  write('data_dump.csv', soundCsv);
  await run('report', '-q', '-o', name);
  expect(page(name)).toMatch(/^<!DOCTYPE html>/);
});

it('the page goes to standard output for -o -, and nothing else does', async () => {
  write('data_dump.csv', soundCsv);
  const { stdout, stderr } = await run('report', '--format', 'html', '-o', '-');
  expect(stdout).toMatch(/^<!DOCTYPE html>[^]*<\/html>\n$/);
  expect(stderr).toContain('Incoming chats  2');
  expect(names()).toEqual(['data_dump.csv']);
});

it('the page is styled: its style sheet is part of it', async () => {
  write('data_dump.csv', soundCsv);
  await run('report', '-q', '-o', 'a.html');
  expect(page('a.html')).toMatch(/<style>[^<]*\.tiles \{[^<]*@media print/);
});

it('--with-chats has no place in a page, and that is said', async () => {
  write('data_dump.csv', soundCsv);
  const { code, stderr } = await run('report', '--format', 'html', '--with-chats');
  expect({ code, names: names() }).toEqual({ code: 2, names: ['data_dump.csv'] });
  expect(stderr).toContain('--format html has no place for them');
});
