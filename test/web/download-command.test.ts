import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { readArguments, reportFlags } from '../../src/cli/flags.js';
import { reportOptions } from '../../src/cli/given.js';
import { reportWorkbook } from '../../src/excel/report-workbook.js';
import { parseOptions, reportedOptions } from '../../src/options/options.js';
import { commandLine, needsProfileFile } from '../../src/web/download/command.js';
import { optionsOf, type Filters, type Settings } from '../../src/web/state/settings.js';
import { madeUpReport } from '../excel/made-up-report.js';

/** The words of a command as sh reads them. */
function words(command: string): string[] {
  const text = execFileSync('sh', ['-c', `printf '%s\\0' ${command}`], { encoding: 'utf8' });
  return text.split('\0').slice(0, -1);
}

const cases: [Settings, Filters][] = [
  [{}, {}],
  [{ period: 'month', weekStart: 'sunday', compare: '2021-01-01..2021-02-01' }, {}],
  [{ from: '2021-02-01 10:00', to: '2021-03-01' }, {}],
  [{ businessHours: 'mon-fri 09:00-18:00; sat 10:00-14:00', holidays: ['2021-12-25', '2021-12-26'] }, {}],
  [{ businessHours: { 'mon-fri': '9:00-18:00' } }, {}],
  [{ bots: ['Robo', 'A, B', 'the "bot"'], timeoutReasons: [] }, {}],
  [{ csatScale: '-2-2', csatSatisfied: -1, smallN: 10, responseTarget: '1m', shiftGap: '8h' }, {}],
  [{ timezone: 'Asia/Kolkata', sourceTimezone: 'UTC', dateOrder: 'dmy', excelSwap: 'off' }, {}],
  [
    {
      map: { started_at: 'Chat "Start"', chat_id: '$id `x`' },
      unit: { agent_first_response_seconds: 'hours' },
    },
    {},
  ],
  [{ profile: 'verloop', sheet: "Bob's sheet" }, {}],
  [{}, { period: { from: '2021-02-01', to: '2021-02-08', label: 'a week' }, weekday: [6, 7] }],
  [
    {},
    {
      halfHour: ['09:30', '10:00'],
      agent: ["O'Brien, Ann", '-dash', 'محمد علي'],
      closingReason: ['a b; rm $HOME'],
    },
  ],
];

describe('the command that makes the report', () => {
  it.each(cases)('of %j and %j has the same options', (settings, filters) => {
    const [program, command, ...args] = words(commandLine(['data dump.csv', '-odd.csv'], settings, filters));
    expect([program, command]).toEqual(['chat-metrics', 'report']);
    const { values, positionals } = readArguments('report', reportFlags, args);
    expect(positionals).toEqual(['data dump.csv', './-odd.csv']);
    const options = reportOptions(values, { values, positionals });
    expect(reportedOptions(options)).toEqual(reportedOptions(parseOptions(optionsOf(settings, filters))));
  });

  it('names nothing but the file where all is as by default', () => {
    expect(commandLine(['data_dump.csv'], {}, {})).toBe('chat-metrics report data_dump.csv');
  });

  it('reads a profile of the page from a file', () => {
    const settings = { profile: { name: 'mine' } };
    expect(commandLine(['x.csv'], settings, {})).toBe(
      'chat-metrics report x.csv --profile chat-metrics.profile.json',
    );
    expect([needsProfileFile(settings), needsProfileFile({ profile: 'verloop' })]).toEqual([true, false]);
  });
});

it('a workbook of a filtered report says so on its first sheet', () => {
  const report = madeUpReport({ agents: ['Asha'], days: 7 });
  const options = { ...report.options, agent: ['Asha'], half_hour: ['09:30'] };
  const [first] = reportWorkbook({ ...report, options }).sheets;
  expect(JSON.stringify(first)).toContain('agents: Asha; half hours: 09:30 - 10:00');
  expect(JSON.stringify(reportWorkbook(report).sheets[0])).not.toContain('agents: Asha');
});
