import { describe, expect, it } from 'vitest';
import { calendarDaysOf } from '../../src/cli/calendar-file.js';

const calendar = (...lines: string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//made up//EN', ...lines, 'END:VCALENDAR', ''].join('\r\n');
const event = (...lines: string[]): string[] => ['BEGIN:VEVENT', 'UID:1', ...lines, 'END:VEVENT'];
const daysOf = (...lines: string[]): string[] => calendarDaysOf(calendar(...event(...lines)), 'holidays.ics');

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
    ['an hour', ['DTSTART:20261224T140000', 'DTEND:20261224T150000'], ['2026-12-24']],
    [
      'a time of a zone, by its wall clock',
      ['DTSTART;TZID=Asia/Kolkata:20261225T000000', 'DTEND;TZID=Asia/Kolkata:20261226T000000'],
      ['2026-12-25'],
    ],
    [
      'hours over midnight',
      ['DTSTART:20261224T180000', 'DTEND:20261225T020000'],
      ['2026-12-24', '2026-12-25'],
    ],
    ['no length at all', ['DTSTART:20261224T180000', 'DTEND:20261224T180000'], ['2026-12-24']],
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

  it.each(['FREQ=SECONDLY', 'FREQ=HOURLY', 'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31'])(
    'by the rule %s, as no holiday does, is refused',
    (rule) => {
      expect(() => daysOf('DTSTART:20260101T000000', `RRULE:${rule}`)).toThrow(
        expect.objectContaining({
          code: 'not_a_calendar',
          message: expect.stringContaining('recurs by the rule'),
        }),
      );
    },
  );
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
    expect(calendarDaysOf(text, 'holidays.ics')).toEqual(['2026-12-25', '2026-12-26']);
  });

  it('may begin with a byte-order mark and end its lines with LF', () => {
    expect(calendarDaysOf(`\uFEFF${calendar(...christmas).replaceAll('\r', '')}`, 'holidays.ics')).toEqual([
      '2026-12-25',
    ]);
  });

  it('may hold several calendars', () => {
    const text = calendar(...christmas) + calendar(...event('DTSTART;VALUE=DATE:20270101'));
    expect(calendarDaysOf(text, 'holidays.ics')).toEqual(['2026-12-25', '2027-01-01']);
  });

  it('leaves out an event that is cancelled', () => {
    const text = calendar(...christmas, ...event('DTSTART;VALUE=DATE:20270101', 'STATUS:CANCELLED'));
    expect(calendarDaysOf(text, 'holidays.ics')).toEqual(['2026-12-25']);
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
    const read = (): unknown => calendarDaysOf(text, 'holidays.ics');
    expect(read).toThrow(expect.objectContaining({ code, message: expect.stringContaining(message) }));
  });
});
