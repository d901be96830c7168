import { describe, expect, it } from 'vitest';
import { elapsedDays, lengthInWords, weekHalfHours } from '../../src/report/range.js';

const range = (firstMoment: string, endMoment: string) => ({ firstMoment, endMoment });
const whole = (from: string, to: string) => range(`${from} 00:00:00`, `${to} 00:00:00`);

describe('the days of a range', () => {
  it.each([
    [whole('2021-02-01', '2021-03-01'), [], 28],
    [whole('2021-02-01', '2021-03-01'), [1, 7], 8],
    [whole('2021-02-02', '2021-02-08'), [1], 0],
    [range('2021-02-01 12:00:00', '2021-02-03 18:00:00'), [], 2.25],
    [range('2021-02-01 12:00:00', '2021-02-03 18:00:00'), [1, 3], 1.25],
    [range('2021-02-01 06:00:00', '2021-02-01 07:30:00'), [1], 0.0625],
    [range('2021-01-31 12:00:00', '2021-02-15 12:00:00'), [7], 2.5],
  ])('of %o on %o are %f', (moments, weekdays, days) => {
    expect(elapsedDays(moments, weekdays)).toBe(days);
  });

  it('are said in words', () => {
    expect([28, 1, 2.25, 1 / 86_400, 0].map(lengthInWords)).toEqual([
      '28 days',
      '1 day',
      '2 days 6 hours',
      '1 second',
      '0 days',
    ]);
  });
});

describe('the seconds of a half hour', () => {
  const of = (weekday: number, start: string, moments: ReturnType<typeof range>, zone: string | null) => {
    const ordinal = Number(start.slice(0, 2)) * 2 + Number(start.endsWith('30'));
    const found = weekHalfHours(moments, zone).find(
      (one) => one.weekday === weekday && one.half_hour_ordinal === ordinal,
    );
    return [found?.elapsed_days, found?.seconds];
  };
  const weeks = whole('2026-03-02', '2026-03-16');
  const autumn = whole('2026-10-24', '2026-10-26');

  it.each([
    ['are 1,800 a day', 7, '02:00', weeks, null, [2, 3600]],
    ['are none on the day that skips it', 7, '02:30', weeks, 'America/New_York', [2, 1800]],
    ['are as ever an hour later', 7, '03:00', weeks, 'America/New_York', [2, 3600]],
    ['are twice as many on the day that repeats it', 7, '02:00', autumn, 'Europe/Berlin', [1, 3600]],
    [
      'are none where the clocks skip no more than it',
      7,
      '02:00',
      whole('2026-10-04', '2026-10-05'),
      'Australia/Lord_Howe',
      [1, 0],
    ],
    [
      'are those of the range alone',
      7,
      '02:00',
      range('2026-10-25 02:10:00', '2026-10-25 02:20:00'),
      'Europe/Berlin',
      [1 / 3, 1200],
    ],
    [
      'are there far from all chats, too',
      7,
      '02:30',
      whole('2028-03-12', '2028-03-13'),
      'America/New_York',
      [1, 0],
    ],
  ])('%s', (_, weekday, start, moments, zone, expected) => {
    expect(of(weekday, start, moments, zone)).toEqual(expected);
  });
});
