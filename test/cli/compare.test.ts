import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { laterCsv, soundCsv } from './exports.js';
import { desk } from './program.js';

const { run, write, path } = desk();

/** 15 and 16 February beside 17 to 19 February. */
const compared = ['--from', '2021-02-17', '--to', '2021-02-20', '--compare', '2021-02-15..2021-02-17'];

it('--compare puts both ranges into JSON and CSV, and a line into the summary', async () => {
  write('data_dump.csv', soundCsv);
  write('later.csv', laterCsv);
  const { code, stdout, stderr } = await run('report', '*.csv', '--format', 'json', ...compared);
  const { comparison } = JSON.parse(stdout);
  expect(code).toBe(0);
  expect(comparison).toMatchObject({ range_from: '2021-02-15', range_to: '2021-02-17', days: 2, chats: 2 });
  expect(comparison.figures[0]).toEqual({
    table: 'chat_metrics',
    agent: null,
    metric: 'incoming_chats',
    value: 3,
    other_value: 2,
    difference: 1,
    change_rate: 0.5,
  });
  expect(stderr).toContain('Compared with   15 Feb 2021 - 16 Feb 2021: chats +50.0%, deflection -16.7 pts');
  await run('report', '*.csv', '--format', 'csv', '-o', 'out', '-q', ...compared);
  const lines = readFileSync(path('out/comparison.csv'), 'utf8').trimEnd().split('\n');
  expect(lines.slice(0, 2)).toEqual([
    'table,agent,metric,value,other_value,difference,change_rate',
    'chat_metrics,,incoming_chats,3,2,1,0.5',
  ]);
  expect(lines.length).toBe(comparison.figures.length + 1);
});

it('without --compare the file of comparisons has its headings only, so that an older one does not stay', async () => {
  write('data_dump.csv', soundCsv);
  await run('report', '--format', 'csv', '-o', 'out', '-q');
  expect(readFileSync(path('out/comparison.csv'), 'utf8')).toBe(
    'table,agent,metric,value,other_value,difference,change_rate\n',
  );
});

it('--compare with a range without chats says so, and shows zeros', async () => {
  write('data_dump.csv', soundCsv);
  const { code, stdout } = await run('report', '--compare', 'previous');
  expect(code).toBe(0);
  expect(stdout).toContain(
    'Note: Compared with 2021-02-13 up to 2021-02-15, but no chat of the files starts in that range.',
  );
});
