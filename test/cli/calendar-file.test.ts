import { describe, expect, it } from 'vitest';
import { readCalendar } from '../../src/cli/calendar-file.js';

const calendar = (...lines: string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//made up//EN', ...lines, 'END:VCALENDAR', ''].join('\r\n');
const event = (...lines: string[]): string[] => ['BEGIN:VEVENT', 'UID:1', ...lines, 'END:VEVENT'];
const read = (...lines: string[]) => readCalendar(calendar(...lines), 'holidays.ics');
const daysOf = (...lines: string[]): string[] => read(...event(...lines)).days;

describe('the days of an event', () => {
  const cases: [what: string, lines: string[], days: string[]][] = [
    ['a day', ['DTSTART;VALUE=DATE:20261225', 'DTEND;VALUE=DATE:20261226'], ['2026-12-25']],
    ['a day without an end', ['DTSTART;VALUE=DATE:20261225'], ['2026-12-25']],
    [
      'several days, the end not among them',
      ['DTSTART;VALUE=DATE:20261231', 'DTEND;VALUE=DATE:20270103'],
      ['2026-12-31', '2027-01-01', '2027-01-02'],
    ],
    ['a length in days', ['DTSTART;VALUE=DATE:20240228', 'DURATION:P2D'], ['2024-02-28', '2024-02-29']],
    [
      'two midnights of a zone',
      ['DTSTART;TZID=Asia/Kolkata:20261225T000000', 'DTEND;TZID=Asia/Kolkata:20261226T000000'],
      ['2026-12-25'],
    ],
    [
      'before 1970 and after 2105',
      ['DTSTART;VALUE=DATE:19691231', 'RDATE;VALUE=DATE:19700101,21060101'],
      ['1970-01-01'],
    ],
    ['an end before its start', ['DTSTART;VALUE=DATE:20261225', 'DTEND;VALUE=DATE:20261220'], ['2026-12-25']],
  ];
  it.each(cases)('of %s', (_, lines, days) => {
    expect(daysOf(...lines)).toEqual(days);
  });
});

describe('an event that recurs', () => {
  it('every year is a holiday of every year, up to 2105', () => {
    const days = daysOf('DTSTART;VALUE=DATE:20251225', 'RRULE:FREQ=YEARLY');
    expect(days).toHaveLength(81);
    expect(days.slice(0, 2)).toEqual(['2025-12-25', '2026-12-25']);
    expect(days.at(-1)).toBe('2105-12-25');
  });

  it('on the fourth Thursday of November finds it, and leaves out the days that are excepted', () => {
    const rule = ['DTSTART;VALUE=DATE:20241128', 'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH;UNTIL=20271231'];
    expect(daysOf(...rule, 'EXDATE;VALUE=DATE:20261126')).toEqual(['2024-11-28', '2025-11-27', '2027-11-25']);
  });

  it('for several days covers them each time', () => {
    const lines = ['DTSTART;VALUE=DATE:20251225', 'DTEND;VALUE=DATE:20251227', 'RRULE:FREQ=YEARLY;COUNT=2'];
    expect(daysOf(...lines)).toEqual(['2025-12-25', '2025-12-26', '2026-12-25', '2026-12-26']);
  });

  it('on added dates begins with its start', () => {
    expect(daysOf('DTSTART;VALUE=DATE:20261225', 'RDATE;VALUE=DATE:20261231,20270106')).toEqual([
      '2026-12-25',
      '2026-12-31',
      '2027-01-06',
    ]);
    expect(daysOf('DTSTART;VALUE=DATE:20261225', 'RDATE;VALUE=DATE:20261201')).toEqual([
      '2026-12-01',
      '2026-12-25',
    ]);
  });

  it.each([
    ['FREQ=YEARLY;COUNT=3', ['2024-02-29', '2028-02-29', '2032-02-29']],
    ['FREQ=YEARLY;INTERVAL=2;UNTIL=20320301', ['2024-02-29', '2028-02-29', '2032-02-29']],
    ['FREQ=YEARLY;BYMONTH=2;COUNT=2', ['2024-02-29', '2028-02-29']],
    ['FREQ=MONTHLY;COUNT=3', ['2024-02-29', '2024-03-29', '2024-04-29']],
    [
      'FREQ=YEARLY;BYMONTH=2,3;BYMONTHDAY=-1,30;COUNT=4',
      ['2024-02-29', '2024-03-30', '2024-03-31', '2025-02-28'],
    ],
  ])('on 29 February by %s keeps to days that there are', (rule, days) => {
    expect(daysOf('DTSTART;VALUE=DATE:20240229', `RRULE:${rule}`)).toEqual(days);
  });

  it.each([
    ['FREQ=YEARLY;BYMONTH=5;BYDAY=MO;BYSETPOS=-1;COUNT=2', '20260525', ['2026-05-25', '2027-05-31']],
    ['FREQ=YEARLY;BYMONTHDAY=1;COUNT=3', '20260101', ['2026-01-01', '2026-02-01', '2026-03-01']],
    ['FREQ=WEEKLY;BYDAY=SA,SU;COUNT=3', '20260103', ['2026-01-03', '2026-01-04', '2026-01-10']],
    ['FREQ=DAILY;INTERVAL=2;UNTIL=20260105', '20260101', ['2026-01-01', '2026-01-03', '2026-01-05']],
    ['FREQ=DAILY;BYDAY=SU;COUNT=2', '20260104', ['2026-01-04', '2026-01-11']],
    ['FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31', '20260101', ['2026-01-01']],
    ['FREQ=YEARLY;BYYEARDAY=-1,1;COUNT=3', '20260101', ['2026-01-01', '2026-12-31', '2027-01-01']],
    ['FREQ=YEARLY;BYDAY=1MO;COUNT=2', '20260105', ['2026-01-05', '2027-01-04']],
    ['FREQ=MONTHLY;BYDAY=5FR;COUNT=3', '20260130', ['2026-01-30', '2026-05-29', '2026-07-31']],
    ['FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=2', '20260213', ['2026-02-13', '2026-03-13']],
    [
      'FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1,-1;COUNT=3',
      '20260105',
      ['2026-01-05', '2026-01-27', '2026-02-02'],
    ],
    [
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=SU;COUNT=3',
      '20260104',
      ['2026-01-04', '2026-01-05', '2026-01-18'],
    ],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;COUNT=3', '20260104', ['2026-01-04', '2026-01-12', '2026-01-18']],
    ['FREQ=YEARLY;UNTIL=20271224', '20251225', ['2025-12-25', '2026-12-25']],
    ['FREQ=DAILY;INTERVAL=999999999', '20260101', ['2026-01-01']],
    ['FREQ=WEEKLY;INTERVAL=999999999', '20260101', ['2026-01-01']],
    ['FREQ=MONTHLY;INTERVAL=999999999', '20260101', ['2026-01-01']],
    ['FREQ=YEARLY;INTERVAL=999999999', '20260101', ['2026-01-01']],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', '20260101', ['2026-01-01']],
    ['FREQ=YEARLY;COUNT=2;BYHOUR=0,1,2;BYMINUTE=0,1;BYSECOND=0,1', '20260101', ['2026-01-01', '2027-01-01']],
  ])('by the rule %s is a holiday on its days', (rule, start, days) => {
    expect(daysOf(`DTSTART;VALUE=DATE:${start}`, `RRULE:${rule}`)).toEqual(days);
  });

  it('on every day of the calendar for ever is followed to its end, and twenty are refused', () => {
    const daily = ['DTSTART;VALUE=DATE:19700101', 'RRULE:FREQ=DAILY;COUNT=999999999'];
    expect(daysOf(...daily)).toHaveLength(49_673);
    expect(() => read(...Array.from({ length: 20 }, () => event(...daily)).flat())).toThrow(
      'more events that recur',
    );
  });

  it.each(['FREQ=SECONDLY', 'FREQ=HOURLY', 'FREQ=YEARLY;BYWEEKNO=20'])(
    'by the rule %s, as no holiday does, is refused',
    (rule) => {
      expect(() => daysOf('DTSTART;VALUE=DATE:20260101', `RRULE:${rule}`)).toThrow(
        expect.objectContaining({
          code: 'not_a_calendar',
          message: expect.stringContaining('recurs by the rule'),
        }),
      );
    },
  );
});

describe('an event that stands in the place of one of a series', () => {
  const series = event('DTSTART;VALUE=DATE:20251225', 'RRULE:FREQ=YEARLY;COUNT=3');
  const instead = (...lines: string[]) => event('RECURRENCE-ID;VALUE=DATE:20261225', ...lines);

  it.each<[string, string[], string[]]>([
    [
      'frees its day and takes its own',
      instead('DTSTART;VALUE=DATE:20261228'),
      ['2025-12-25', '2026-12-28', '2027-12-25'],
    ],
    [
      'may be longer',
      instead('DTSTART;VALUE=DATE:20261225', 'DTEND;VALUE=DATE:20261227'),
      ['2025-12-25', '2026-12-25', '2026-12-26', '2027-12-25'],
    ],
    [
      'frees its day where it is cancelled',
      instead('DTSTART;VALUE=DATE:20261225', 'STATUS:CANCELLED'),
      ['2025-12-25', '2027-12-25'],
    ],
    [
      'frees its day where it has a time of day',
      instead('DTSTART:20261225T140000'),
      ['2025-12-25', '2027-12-25'],
    ],
    [
      'and of all later ones moves them as far',
      event('RECURRENCE-ID;RANGE=THISANDFUTURE;VALUE=DATE:20261225', 'DTSTART;VALUE=DATE:20261226'),
      ['2025-12-25', '2026-12-26', '2027-12-26'],
    ],
  ])('%s', (_, override, days) => {
    expect(read(...series, ...override).days).toEqual(days);
    expect(read(...override, ...series).days).toEqual(days);
  });

  it('frees no day of another series', () => {
    const other = series.map((line) => line.replace('UID:1', 'UID:2'));
    expect(read(...other, ...instead('DTSTART;VALUE=DATE:20261228')).days).toHaveLength(4);
  });
});

describe('an event with a time of day', () => {
  it.each([
    ['an hour', ['DTSTART:20261224T140000', 'DTEND:20261224T150000']],
    ['hours over midnight', ['DTSTART:20261224T180000', 'DTEND:20261225T020000']],
    ['a moment', ['DTSTART:20261224T000000']],
    ['every hour', ['DTSTART:20261224T180000', 'RRULE:FREQ=HOURLY']],
  ])('is no holiday: %s', (_, lines) => {
    expect(read(...event(...lines))).toEqual({
      days: [],
      notes: ['holidays.ics: 1 event has a time of day and is no holiday; only all-day events are.'],
    });
  });

  it('is counted, a series once', () => {
    const timed = event('DTSTART:20261224T140000', 'RRULE:FREQ=DAILY');
    const { days, notes } = read(
      ...timed,
      ...event('RECURRENCE-ID:20261225T140000', 'DTSTART:20261225T150000'),
      ...timed.map((line) => line.replace('UID:1', 'UID:2')),
      ...event('DTSTART:20261224T140000', 'STATUS:CANCELLED'),
      ...event('DTSTART;VALUE=DATE:20261225').map((line) => line.replace('UID:1', 'UID:3')),
    );
    expect(days).toEqual(['2026-12-25']);
    expect(notes).toEqual([
      'holidays.ics: 2 events have a time of day and are no holidays; only all-day events are.',
    ]);
  });
});

describe('a calendar file', () => {
  const christmas = event('DTSTART;VALUE=DATE:20261225');

  it('gives each day once, in order, whatever else it holds', () => {
    const text = calendar(
      ...event('DTSTART;VALUE=DATE:20261226'),
      ...christmas,
      ...christmas,
      'BEGIN:VTODO',
      'UID:2',
      'DTSTART;VALUE=DATE:20260101',
      'END:VTODO',
    );
    expect(readCalendar(text, 'holidays.ics').days).toEqual(['2026-12-25', '2026-12-26']);
  });

  it('may begin with a byte-order mark and end its lines with LF', () => {
    expect(readCalendar(`\uFEFF${calendar(...christmas).replaceAll('\r', '')}`, 'holidays.ics').days).toEqual(
      ['2026-12-25'],
    );
  });

  it('may hold several calendars', () => {
    const text = calendar(...christmas) + calendar(...event('DTSTART;VALUE=DATE:20270101'));
    expect(readCalendar(text, 'holidays.ics').days).toEqual(['2026-12-25', '2027-01-01']);
  });

  it('leaves out an event that is cancelled', () => {
    const text = calendar(...christmas, ...event('DTSTART;VALUE=DATE:20270101', 'STATUS:CANCELLED'));
    expect(readCalendar(text, 'holidays.ics').days).toEqual(['2026-12-25']);
  });

  it('of cancelled events alone has no holidays', () => {
    expect(read(...event('DTSTART;VALUE=DATE:20270101', 'STATUS:CANCELLED'))).toEqual({
      days: [],
      notes: [],
    });
  });

  it.each([
    ['no event', calendar(), 'empty_calendar', 'holidays.ics has no events.'],
    ['nothing', '', 'not_a_calendar', 'holidays.ics is no iCalendar file'],
    ['a table', 'date,name\n2026-12-25,Christmas\n', 'not_a_calendar', 'holidays.ics is no iCalendar file'],
    [
      'a calendar that is cut',
      calendar(...christmas).slice(0, 90),
      'not_a_calendar',
      'holidays.ics is no iCalendar',
    ],
    [
      'an event without a start',
      calendar(...event('SUMMARY:Some day')),
      'not_a_calendar',
      'holidays.ics is no',
    ],
    [
      'a start that is no date',
      calendar(...event('DTSTART:tomorrow')),
      'not_a_calendar',
      'holidays.ics is no iCalendar',
    ],
  ])('with %s is refused', (_, text, code, message) => {
    expect(() => readCalendar(text, 'holidays.ics')).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(message) }),
    );
  });
});
