import { describe, expect, it } from 'vitest';
import { soundCsv } from './exports.js';
import { desk } from './program.js';

const { run, write } = desk();

const profile = {
  name: 'mine',
  title: 'Our own platform',
  evidence: 'We made it.',
  fields: {
    chat_id: { headings: ['Nummer'] },
    closed_by: { headings: ['Wer'] },
    started_at: { headings: ['Wann'] },
  },
};
const ownCsv = 'Nummer,Wer,Wann\n1,Asha,15-02-2021 10:00:00\n2,Bot,16-02-2021 10:00:00\n';

describe('a profile of your own', () => {
  it('is read from a file, by the command line and by a configuration', async () => {
    write('data_dump.csv', ownCsv);
    write('my.json', `\uFEFF${JSON.stringify(profile)}`);
    const { stdout } = await run('report', '--profile', './my.json', '--format', 'json', '-q');
    expect(JSON.parse(stdout)).toMatchObject({
      source: { files: [{ profile: 'mine' }] },
      data_quality: { rows_used: 2 },
    });
    write('chat-metrics.config.json', JSON.stringify({ profile: 'my.json' }));
    const again = JSON.parse((await run('report', '--format', 'json', '-q')).stdout);
    expect(again.tables).toEqual(JSON.parse(stdout).tables);
    expect((await run('inspect')).stdout).toMatch(/^Profile +mine /m);
  });

  const faults: [what: string, content: string | null, code: number, message: string][] = [
    ['no JSON', '{"name": ', 2, 'my.json is not valid JSON: '],
    ['no object', '[1]', 2, 'my.json is no JSON object.\nSee what one looks like: chat-metrics inspect'],
    ['null', 'null', 2, 'my.json is no JSON object.'],
    ['not there', null, 3, 'The profile my.json cannot be read.\nENOENT'],
    ['of no fields', '{"name": "mine"}', 2, '--profile: "fields" is no object.'],
    [
      'of a field that there is not',
      JSON.stringify({ ...profile, fields: { chat: { headings: ['a'] } } }),
      2,
      '"chat"',
    ],
  ];
  it.each(faults)('that is %s is refused', async (_, content, code, message) => {
    write('data_dump.csv', ownCsv);
    if (content !== null) write('my.json', content);
    const ended = await run('report', '--profile', 'my.json');
    expect(ended).toMatchObject({ code, stdout: '' });
    expect(ended.stderr).toContain(message);
    expect(ended.stderr).not.toContain('This is a bug');
  });
});

describe('--profile NAME', () => {
  it('forces a profile, in any case', async () => {
    write('data_dump.csv', soundCsv);
    expect((await run('inspect', '--profile', 'Verloop')).stdout).toMatch(/^Profile +verloop /m);
    expect((await run('inspect', '--profile', 'generic')).stdout).toMatch(/^Profile +generic /m);
  });

  it('that does not fit the file says which column is missing', async () => {
    write('data_dump.csv', soundCsv);
    const { code, stderr } = await run('report', '--profile', 'livechat');
    expect({ code, stderr }).toEqual({
      code: 3,
      stderr: expect.stringContaining('has no column for chat_id'),
    });
  });

  it('that there is not is refused with the names that there are', async () => {
    write('data_dump.csv', soundCsv);
    const { code, stderr } = await run('report', '--profile', 'verlop');
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /^Error: There is no profile "verlop"\. Did you mean "verloop"\?\nProfiles: verloop, /,
    );
  });
});

const calendar = (...events: string[]): string =>
  [
    'BEGIN:VCALENDAR',
    ...events.flatMap((start, at) => ['BEGIN:VEVENT', `UID:${at}`, start, 'END:VEVENT']),
    'END:VCALENDAR',
    '',
  ].join('\r\n');

describe('holidays', () => {
  const holidaysOf = async (...args: string[]): Promise<unknown> =>
    JSON.parse((await run('report', ...args, '--format', 'json', '-q')).stdout).options.holidays;

  it('come from a calendar file, from dates, or from both', async () => {
    write('data_dump.csv', soundCsv);
    write('in/Feier Tage.ICS', calendar('DTSTART;VALUE=DATE:20210215'));
    expect(await holidaysOf('--holidays', 'in/Feier Tage.ICS')).toEqual(['2021-02-15']);
    expect(await holidaysOf('--holidays', '2021-02-16, in/Feier Tage.ICS,2021-02-15')).toEqual([
      '2021-02-15',
      '2021-02-16',
    ]);
    write('chat-metrics.config.json', JSON.stringify({ holidays: ['in/Feier Tage.ICS', '2021-02-01'] }));
    expect(await holidaysOf()).toEqual(['2021-02-01', '2021-02-15']);
  });

  it('of a calendar close the business hours, and events with a time of day are counted', async () => {
    write('data_dump.csv', soundCsv.replace('-,-,-,-\n', '-,-,-,5\n'));
    write('days.ics', calendar('DTSTART;VALUE=DATE:20210215', 'DTSTART:20210216T100000'));
    const told = async (...args: string[]) => {
      const { tables, data_quality } = JSON.parse(
        (await run('report', '--format', 'json', '-q', ...args)).stdout,
      );
      const [all] = tables.agent_metrics;
      const rated = [all.csat_rated_chats_business_hours, all.csat_rated_chats_outside_business_hours];
      return { rated, note: data_quality.notes.find((note: string) => note.startsWith('days.ics')) };
    };
    expect(await told()).toEqual({ rated: [1, 0] });
    expect(await told('--holidays', 'days.ics')).toEqual({
      rated: [0, 1],
      note: 'days.ics: 1 event has a time of day and is no holiday; only all-day events are.',
    });
  });

  const faults: [what: string, content: string | null, message: string][] = [
    ['that is not there', null, 'The calendar days.ics cannot be read.\nENOENT'],
    ['that is no calendar', 'Christmas;25', 'days.ics is no iCalendar file that can be read: '],
    ['without an event', calendar(), 'days.ics has no events.\nExport the holidays again as .ics.'],
  ];
  it.each(faults)('of a calendar %s are refused', async (_, content, message) => {
    write('data_dump.csv', soundCsv);
    if (content !== null) write('days.ics', content);
    const { code, stdout, stderr } = await run('report', '--holidays', 'days.ics');
    expect(stderr).toContain(message);
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
  });
});
