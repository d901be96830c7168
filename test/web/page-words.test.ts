import { afterEach, describe, expect, it } from 'vitest';
import type { Input } from '../../src/web/protocol.js';
import { Desk, file } from './service-desk.js';

let desk: Desk;
afterEach(async () => {
  for (const engine of desk.engines) await engine.close();
});

const csv = (heading: string, ...rows: string[]): Input => file('a.csv', [heading, ...rows, ''].join('\n'));
const heading = 'chat id,closed by,start time';
const chat = '1,Ann,2021-02-28 10:00';

/** The notes and warnings of a report as the page shows them, and as its download has them. */
async function saidOf(input: Input, options: object): Promise<{ shown: string; saved: string }> {
  desk = new Desk().start();
  await desk.reply('looked', desk.ask({ type: 'open', input }));
  const { made } = await desk.report(options);
  const { download } = await desk.reply('download', desk.ask({ type: 'download', kind: 'json', options }));
  const { notes, warnings } = made.report.data_quality;
  const shown = [...notes, ...warnings.map(({ message }) => message)].join('\n');
  return { shown, saved: await download.blob.text() };
}

/** What the page says of a file that it makes no report of. */
async function refusalOf(input: Input, options: object): Promise<string> {
  desk = new Desk().start();
  desk.ask({ type: 'open', input });
  const { error } = await desk.reply('failed', desk.ask({ type: 'report', options }));
  return `${error.message} ${error.hint ?? ''}`;
}

const responses = (column: string, value: string): Input =>
  csv(
    `chat id,closed by,start time,end time,${column}`,
    ...Array.from({ length: 12 }, (_, at) => `${String(at)},Ann,2021-02-28 10:00,2021-02-28 10:05,${value}`),
  );

const notes: [string, string, Input, object, string, string][] = [
  [
    'an order of dates that had to be assumed',
    'says which setting puts it right',
    csv(heading, '1,Ann,03-04-2021 10:00', '2,Ann,04-04-2021 10:00'),
    {},
    'If that is wrong: “Order of dates: month, day, year” in “Columns and dates”.',
    'If that is wrong: --date-order mdy.',
  ],
  [
    'a range to compare with that has no chats',
    'names the settings of both ranges',
    csv(heading, chat),
    { compare: 'previous' },
    'Name the range of the report with “From” and “To (not included)”, or another one with “Compare with”.',
    'with --from and --to, or another one with --compare FROM..TO.',
  ],
  [
    'times of which some carry a zone',
    'names the setting of the zone',
    csv(heading, '1,Ann,2021-02-28T10:00:00Z', '2,Ann,2021-02-28 10:00:00'),
    {},
    'Say otherwise with “Time zone of the file”.',
    'Say otherwise with --source-timezone.',
  ],
  [
    'times that are longer than their chats',
    'name the choice of their unit',
    responses('First response time', '9000'),
    {},
    'If they are milliseconds: “First response of an agent is in: milliseconds” in “Columns and dates”.',
    'If they are milliseconds: --unit agent_first_response_seconds=milliseconds.',
  ],
  [
    'a heading whose unit is not that of its values',
    'names the choice of the unit without a value',
    responses('FRT (in hrs)', '0:00:32'),
    { map: { agent_first_response_seconds: 'FRT (in hrs)' } },
    'otherwise: “First response of an agent is in” in “Columns and dates”.',
    'otherwise: --unit agent_first_response_seconds=UNIT.',
  ],
];

describe('a note on the page speaks of settings, and in a download of flags:', () => {
  it.each(notes)('%s %s', async (_what, _says, input, options, onPage, inFile) => {
    const { shown, saved } = await saidOf(input, options);
    expect(shown).toContain(onPage);
    expect(shown).not.toContain('--');
    expect(saved).toContain(inFile);
  });
});

const refusals: [string, Input, object, string][] = [
  [
    'a range without chats',
    csv(heading, chat),
    { from: '2022-01-01' },
    '“From” and “To (not included)” name',
  ],
  ['an agent who is not there', csv(heading, chat), { agent: ['Bob'] }, '“Agent”: there is no agent "Bob"'],
  [
    'a reason that is not there',
    csv(heading, chat),
    { closingReason: ['x'] },
    '“Closing reason”: there is no',
  ],
  [
    'a zone of the report alone',
    csv(heading, chat),
    { timezone: 'UTC' },
    'Add “Time zone of the file”, such as “Time zone of the file: UTC”',
  ],
  ['a value that is not allowed', csv(heading, chat), { period: 'year' }, '“Period”: "year" is not allowed'],
  [
    'a range that is none',
    csv(heading, chat),
    { from: '2022-01-01', to: '2021-01-01' },
    '“From” 2022-01-01 00:00:00 is not before “To (not included)”',
  ],
  [
    'a column that is not there',
    csv(heading, chat),
    { map: { started_at: 'Begun' } },
    'no column "Begun", which “Used as” in “Columns and dates” names for started_at',
  ],
  [
    'a unit that there is not',
    csv(heading, chat),
    { unit: { agent_first_response_seconds: 'weeks' } },
    '“Unit” in “Columns and dates”: there is no unit "weeks"',
  ],
  [
    'a platform that there is not',
    csv(heading, chat),
    { profile: 'nobody' },
    'A file of your own: “Platform: ./my.json”',
  ],
];

describe('a refusal on the page speaks of settings, not of flags:', () => {
  it.each(refusals)('%s', async (_, input, options, onPage) => {
    const said = await refusalOf(input, options);
    expect(said).toContain(onPage);
    expect(said).not.toContain('--');
  });
});
