import { expect, it } from 'vitest';
import { checkEnding, checkFormat, formatFor } from '../../src/cli/endings.js';
import { UserError } from '../../src/errors.js';
import { formats, menuOutputs, outputOf, outputs, type OutputId } from '../../src/outputs/outputs.js';

const folder = '/nowhere';
const noFlags = { values: {}, positionals: [] };

function refusal(make: () => unknown): { code: string; text: string } {
  try {
    make();
  } catch (error) {
    if (error instanceof UserError && error.exitCode === 2)
      return { code: error.code, text: `${error.message}\n${error.hint ?? ''}` };
    throw error;
  }
  throw new Error('Nothing was refused.');
}

function formatOf(path: string | undefined, named?: (typeof formats)[number]) {
  const source = { named, args: noFlags, folder };
  checkFormat(path, source);
  return formatFor(path, source);
}

it('every output has an ending, a type, and words for a menu', () => {
  for (const { endings, mediaType, label, say } of Object.values(outputs)) {
    expect(endings.length).toBeGreaterThan(0);
    expect(mediaType).toMatch(/^\w+\/[\w.;=-]+$/);
    expect([label, say].every((text) => text !== '')).toBe(true);
  }
  expect(new Set(menuOutputs.map((id) => outputs[id].label)).size).toBe(menuOutputs.length);
});

it('a format has room for chats where its output with chats is there', () => {
  const withChats = formats.map((format): [string, OutputId | null] => [format, outputOf(format, true)]);
  expect(Object.fromEntries(withChats)).toEqual({
    xlsx: 'xlsx-with-chats',
    html: null,
    json: null,
    csv: 'csv-with-chats',
    chats: 'chats',
  });
});

it.each([
  [undefined, 'xlsx'],
  ['-', 'xlsx'],
  ['report', 'xlsx'],
  ['a.b/report', 'xlsx'],
  ['Week 1.XLSX', 'xlsx'],
  ['x.htm', 'html'],
  ['x.html', 'html'],
  ['x.json', 'json'],
  ['/dev/null', 'xlsx'],
])('-o %s is written as %s', (path, format) => {
  expect(formatOf(path)).toBe(format);
});

it.each([
  ['x.csv', ['--format csv -o x,', '--format chats -o x.csv']],
  ['x.pdf', ['-o x.html, and print']],
  ['x.xls', ['no report is written as .xls', '-o x.xlsx']],
  ['x.ods', ['-o x.xlsx']],
  ['report.2026', ['no report is written as .2026']],
  ['x.xlsx.gz', ['no report is written as .gz']],
])('-o %s is refused with what to type', (path, texts) => {
  const { code, text } = refusal(() => formatOf(path));
  expect(code).toBe('unknown_ending');
  for (const one of texts) expect(text).toContain(one);
});

it('a named format goes to any name but one of another format', () => {
  expect(formatOf('x.txt', 'json')).toBe('json');
  expect(formatOf('x.json', 'csv')).toBe('csv');
  expect(refusal(() => formatOf('x.xlsx', 'json')).text).toBe(
    '--format json and the ending of x.xlsx do not agree.\nType -o x.json, or --format xlsx.',
  );
});

it('an output of the command line has a format by its ending, whatever the configuration names', () => {
  const args = { values: { output: 'x.html' }, positionals: [] };
  expect(formatFor('x.html', { named: 'json', args, folder })).toBe('html');
});

it('rejected rows are not put under the name of a workbook', () => {
  expect(refusal(() => checkEnding('bad.xlsx', '--rejects', ['csv', 'txt'])).text).toBe(
    '--rejects writes CSV, which bad.xlsx is no name for.\nType --rejects bad.csv',
  );
  for (const sound of ['bad.csv', 'bad', 'bad.TXT', '/dev/fd/3'])
    expect(() => checkEnding(sound, '--rejects', ['csv', 'txt'])).not.toThrow();
});
