import { describe, expect, it } from 'vitest';
import { soundCsv } from './exports.js';
import { desk } from './program.js';

const { run, write, names } = desk();

/** Arguments, then what standard error must say. */
const wrongUses: [what: string, args: string[], message: string[]][] = [
  ['a command that there is not', ['reprot'], ['There is no command "reprot". Did you mean "report"?']],
  [
    'a word that is like no command',
    ['frobnicate'],
    [
      'There is no command "frobnicate".\n',
      'Commands: report, serve, inspect, sample, metrics, profiles, completion. More: chat-metrics --help',
    ],
  ],
  [
    'a file where the command stands',
    ['chats.csv'],
    ['There is no command "chats.csv".\n', 'chat-metrics report chats.csv'],
  ],
  [
    'a workbook where the command stands',
    ['chats.XLSX'],
    ['There is no command "chats.XLSX".\n', 'chat-metrics report chats.XLSX'],
  ],
  [
    'an option that there is not',
    ['report', '--perod', 'week'],
    ['"chat-metrics report" has no option --perod. Did you mean "--period"?', 'chat-metrics report --help'],
  ],
  [
    'a letter that is no option',
    ['report', '-x'],
    ['"chat-metrics report" has no option -x.\n', 'chat-metrics report --help'],
  ],
  [
    'an option of another command',
    ['inspect', '--rejects', 'r.csv'],
    ['"chat-metrics inspect" has no option --rejects.'],
  ],
  [
    'an option without its value',
    ['report', '--period'],
    ['--period needs a value: --period day|week|month.'],
  ],
  [
    'an option whose value would be the next option',
    ['report', '--output', '--format', 'json'],
    ['--output needs a value: --output PATH.', '--output=--format'],
  ],
  [
    'a short option whose value would be the next option',
    ['report', '-o', '-q'],
    ['--output needs a value: --output PATH.', '--output=-q'],
  ],
  [
    'a value for an option without one',
    ['report', '--quiet=yes'],
    ['--quiet takes no value.', 'Write --quiet alone.'],
  ],
  ['an option given twice', ['report', '--period', 'day', '--period', 'week'], ['--period is given twice.']],
  [
    'a value that is not allowed',
    ['report', '--period', 'wek'],
    ['--period: "wek" is not allowed.', 'Allowed: day, week, month. Did you mean "week"?'],
  ],
  [
    'a format that there is not',
    ['report', '--format', 'pdf'],
    ['--format: "pdf" is not allowed.', 'xlsx, html, json, csv'],
  ],
  [
    'a format that inspect does not have',
    ['inspect', '--format', 'xlsx'],
    ['--format: "xlsx" is not allowed.', 'text, json'],
  ],
  ['a report as x.csv', ['report', '-o', 'x.csv'], ['a folder of several files', '--format chats -o x.csv']],
  ['a report as x.pdf', ['report', '-o', 'x.pdf'], ['no report is written as .pdf', '-o x.html']],
  ['rejected rows as x.xlsx', ['report', '--rejects', 'x.xlsx'], ['--rejects writes CSV', '--rejects x.csv']],
  ['two columns for a field', ['report', '--map', 'chat_id=A', '--map', 'chat_id=B'], ['chat_id once']],
  ['an empty output', ['report', '--output='], ['--output: "" is not allowed.']],
  ['an empty range', ['report', '--from', '2021-03-01', '--to', '2021-03-01'], ['is not before --to']],
  [
    'a time zone that there is not',
    ['report', '--timezone', 'Europe/Lodnon'],
    ['--timezone: "Europe/Lodnon" is not allowed.', 'Did you mean "Europe/London"?'],
  ],
  [
    'a report zone without a source zone',
    ['report', '--timezone', 'Europe/London'],
    ['--timezone Europe/London needs to know', 'Add --source-timezone'],
  ],
  [
    'a field that there is not',
    ['report', '--map', 'start=Chat Start'],
    ['--map: there is no field "start".'],
  ],
  ['a map without a heading', ['report', '--map', 'started_at'], ['--map: "started_at" is not allowed.']],
  [
    'an agent that there is not',
    ['report', '--agent', 'Ahsa'],
    ['--agent: there is no agent "Ahsa". Did you mean "Asha"?', 'There are: Asha.'],
  ],
  [
    'csv without a folder',
    ['report', '--format', 'csv'],
    ['--format csv writes one file per table and needs a folder.', '-o FOLDER'],
  ],
  [
    'csv to standard output',
    ['report', '--format', 'csv', '-o', '-'],
    ['--format csv writes several files: they cannot go to standard output.'],
  ],
  [
    'two files for inspect',
    ['inspect', 'data_dump.csv', 'more.csv'],
    ['"inspect" looks at one file at a time.'],
  ],
  ['a file for sample', ['sample', 'my.csv'], ['"sample" takes no "my.csv".', 'Name the file with -o.']],
  ['a file for metrics', ['metrics', 'my.csv'], ['"metrics" takes no "my.csv".']],
  [
    'a count that is no number',
    ['sample', '-n', 'many'],
    ['--chats: "many" is not allowed.', 'a whole number'],
  ],
  ['a count that is no whole number', ['sample', '-n', '1.5'], ['--chats: "1.5" is not allowed.']],
  ['a count that is negative', ['sample', '--chats=-5'], ['--chats: "-5" is not allowed.']],
  ['an empty count', ['sample', '--chats='], ['--chats: "" is not allowed.']],
  ['a count beyond all bounds', ['sample', '-n', '1e10'], ['chats is 10000000000']],
  ['a seed that is no number', ['sample', '--seed', 'abc'], ['--seed: "abc" is not allowed.']],
  ['a first day that is no day', ['sample', '--from', '2021-02-30'], ['from is']],
];

describe('wrong use is explained on standard error, with code 2 and nothing written', () => {
  it.each(wrongUses)('%s', async (_, args, messages) => {
    write('data_dump.csv', soundCsv);
    write('more.csv', soundCsv);
    const { code, stdout, stderr } = await run(...args);
    for (const message of messages) expect(stderr).toContain(message);
    expect(stderr).toMatch(/^Error: /);
    expect({ code, stdout, names: names() }).toEqual({
      code: 2,
      stdout: '',
      names: ['data_dump.csv', 'more.csv'],
    });
  });
});

it('a value that starts with a dash may be given with an equals sign', async () => {
  write('data_dump.csv', soundCsv);
  expect(await run('report', '--output=-q.xlsx', '-q')).toMatchObject({ code: 0 });
  expect(names()).toContain('-q.xlsx');
});

it('a scale may start with a negative number', async () => {
  write('data_dump.csv', soundCsv);
  const { code, stdout } = await run(
    ...['report', '--format', 'json', '--csat-scale', '-1-1', '--csat-satisfied', '1'],
  );
  expect({ code, scale: JSON.parse(stdout).options.csat_scale }).toEqual({ code: 0, scale: '-1-1' });
});
