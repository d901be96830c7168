import { describe, expect, it } from 'vitest';
import { generateReport, type Report } from '../../../src/index.js';
import { tempFiles } from '../temp-files.js';

const files = tempFiles();
const heading = 'RoomCode,ClosedBy,ChatStartTime,AgentAssignmentTimestamp,ChatEndTime';
let id = 0;
const row = (start: string, assigned = '-', end = '-'): string =>
  `${String((id += 1))},Asha,${start},${assigned},${end}`;
const csv = (...rows: string[]): string => `${[heading, ...rows].join('\n')}\n`;

const evidence = (report: Report, file = 0): string[] => [
  report.source.files[file]?.date_order ?? '',
  report.source.files[file]?.date_evidence.replace(/^.*?: no date/, 'no date') ?? '',
];

describe('a file whose dates decide nothing', () => {
  it('takes the order of another file with the same headings', async () => {
    const open = await files.write(csv(row('02/03/2021 10:00')), 'open.csv');
    const decided = await files.write(csv(row('02/13/2021 10:00')), 'decided.csv');
    for (const paths of [
      [open, decided],
      [decided, open],
    ]) {
      const report = await generateReport({ files: paths });
      expect(evidence(report, paths.indexOf(open))).toEqual([
        'mdy',
        `no date has a day above 12, so no date decides; read as month-day-year: taken from ${decided}, which has the same headings`,
      ]);
      expect(report.source.first_chat_at).toBe('2021-02-03 10:00:00');
    }
  });

  it('does not take the order of a file with other headings', async () => {
    const open = await files.write(csv(row('02/03/2021 10:00'), row('03/03/2021 10:00')));
    const other = await files.write('Chat ID,Agent,Created At\nx,Asha,02/13/2021 10:00\n');
    expect((await generateReport({ files: [open, other] })).source.files[0]?.date_order).toBe('dmy');
  });

  it('takes the order under which more chats start before they are assigned and end', async () => {
    // over midnight between 31 January and 1 February, month first: day first it would end 11 months before
    const rows = [
      row('01/11/2021 23:50', '01/12/2021 00:05', '01/12/2021 00:10'),
      row('02/12/2021 23:50', '-', '03/01/2021 00:10'),
    ];
    const report = await files.report(
      csv(...rows, row('05/06/2021 10:00', '05/06/2021 10:01', '05/06/2021 10:10')),
    );
    expect(evidence(report)).toEqual([
      'mdy',
      'no date has a day above 12, so no date decides; read as month-day-year: under it more chats start before they are assigned and end',
    ]);
  });

  it('else takes the order under which the chats lie closer together', async () => {
    const report = await files.report(csv(row('02/01/2021 10:00'), row('02/12/2021 10:00')));
    expect(evidence(report)).toEqual([
      'mdy',
      'no date has a day above 12, so no date decides; read as month-day-year: under it the chats lie closer together',
    ]);
    expect((await files.report(csv(row('01/02/2021 10:00'), row('12/02/2021 10:00')))).source).toMatchObject({
      first_chat_at: '2021-02-01 10:00:00',
      last_chat_at: '2021-02-12 10:00:00',
    });
  });

  it('else is day-first', async () => {
    const report = await files.report(csv(row('02/03/2021 10:00')));
    expect(evidence(report)).toEqual([
      'dmy',
      'no date has a day above 12, so no date decides; read as day-month-year: it ties with month-day-year, for which as much speaks, and day-first is the default',
    ]);
  });

  it.each([
    ['year-month-day', 'ymd', ['21-02-13 10:00', '21-02-25 11:00', '21-03-01 9:00']],
    ['day-month-year', 'dmy', ['13-02-21 10:00', '25-02-21 11:00', '01-03-21 9:00']],
  ])('with years of two digits that could be %s is read so', async (words, order, starts) => {
    const report = await files.report(csv(...starts.map((start) => row(start))));
    expect(report.source).toMatchObject({
      first_chat_at: '2021-02-13 10:00:00',
      last_chat_at: '2021-03-01 09:00:00',
    });
    expect(report.source.files[0]?.date_order).toBe(order);
    expect(report.data_quality.notes).toContainEqual(
      expect.stringContaining(
        `every date can be day-month-year or year-month-day, so no date decides; read as ${words}: under it the chats lie closer together. If that is wrong: --date-order ${order === 'ymd' ? 'dmy' : 'ymd'}.`,
      ),
    );
  });

  it('has a note that names the option', async () => {
    const report = await files.report(csv(row('02/03/2021 10:00')));
    expect(report.data_quality.notes).toContainEqual(
      expect.stringMatching(
        /it ties with month-day-year, for which as much speaks, and day-first is the default\. If that is wrong: --date-order mdy\.$/,
      ),
    );
    const given = await files.report(csv(row('02/03/2021 10:00')), { dateOrder: 'mdy' });
    expect(given.source).toMatchObject({ first_chat_at: '2021-02-03 10:00:00' });
    expect(given.data_quality.notes.filter((note) => note.includes('date'))).toEqual([]);
  });
});
