import { describe, expect, test } from 'vitest';
import { decimalOf, decimalVotes } from '../../../src/reading/writings/decimal.js';
import { readBack } from './read-back.js';
import { dateWritings, durationWritings, openDateWritings, ratingWritings } from './writings.js';

const seconds = [0, 9, 79, 600, 3599, 3600, 7900, 12_340, 45_678];
const moments = Array.from(
  { length: 12 },
  (_, month) => new Date(Date.UTC(2026, month, 13 + month, (month * 5) % 24, 59, 7)),
);

describe('a column is read back as it was written', () => {
  test.each(Object.keys(durationWritings))('durations: %s', (name) => {
    const write = durationWritings[name] ?? String;
    expect(readBack('agent_first_response_seconds', seconds.map(write)).values).toEqual(seconds);
  });

  test.each(Object.keys(dateWritings))('dates: %s', (name) => {
    const write = dateWritings[name] ?? String;
    const read = readBack('started_at', moments.map(write));
    expect(read).toEqual({ values: moments.map((moment) => +moment / 1000), isSaid: false });
  });

  test.each(Object.keys(openDateWritings))('dates of numbers and halves of the day: %s', (name) => {
    const write = openDateWritings[name] ?? String;
    const read = readBack('started_at', moments.map(write), {}, name === 'en-US' ? 'mdy' : 'dmy');
    expect(read.values).toEqual(moments.map((moment) => +moment / 1000));
  });

  test.each(Object.keys(ratingWritings))('ratings: %s', (name) => {
    const write = ratingWritings[name] ?? String;
    expect(readBack('csat_score', [1, 2, 3, 4, 5, 3].map(write)).values).toEqual([1, 2, 3, 4, 5, 3]);
  });
});

test('an hour 0 of a half of the day is read beside other hours', () => {
  const cells = ['29-3-2024, 9:07:27 a.m.', '29-3-2024, 0:07:27 a.m.', '29-3-2024, 00:07:27 PM'];
  const day = Date.UTC(2024, 2, 29) / 1000;
  expect(readBack('started_at', cells).values).toEqual([day + 32_847, day + 447, day + 43_647]);
});

test.each([
  ['of 24 hours beside PM', ['2026-03-29 14:30 PM', '2026-03-29 9:05 AM', '2026-03-29 11:00 PM']],
  [
    'h, min and s',
    ['29 mars 2026, 14 h 30 min 00 s', '29 mars 2026, 9 h 05 min 00 s', '29 mars 2026, 23 h 00 min 00 s'],
  ],
])('times %s are read', (_, cells) => {
  const day = Date.UTC(2026, 2, 29) / 1000;
  expect(readBack('started_at', cells).values).toEqual([day + 52_200, day + 32_700, day + 82_800]);
});

test('thousands that its own numbers bear out, and fractions that another column has, are doubtful', () => {
  const votes = (cells: readonly string[]) =>
    decimalVotes(new Map(cells.map((example, at) => [String(at), { example, values: 1 }])));
  const own = votes(['26,423', '3,061', '124', '880']);
  expect(decimalOf(own, [])).toBe('point');
  expect(decimalOf(own, [votes(['3.5'])])).toBe('point');
  expect(decimalOf(own, [votes(['3,5'])])).toBeNull();
  expect(decimalOf(votes(['26,423', '3,061']), [votes(['3,5'])])).toBe('comma');
});

describe('values that can be read in two ways are not read', () => {
  test.each([
    ['one with a point alone', ['7.900'], 1],
    ['one with a comma among others', ['7,900', '79', '600'], 1],
    ['all of them with three digits', ['7.900', '8.100', '1.200'], 3],
    ['beside numbers of 1000 and more', ['7.900', '8.100', '1200', '12'], 2],
    ['both signs', ['7.900', '8,100', '12', '13'], 2],
    ['zeros, which say nothing', ['0', '7.905', '8.123', '0'], 2],
  ])('%s', (_, cells, doubtful) => {
    const { values, isSaid } = readBack('agent_first_response_seconds', cells);
    expect(values.filter((value) => value === null)).toHaveLength(doubtful);
    expect(isSaid).toBe(true);
  });

  test('times of two numbers, without a sign of which', () => {
    expect(readBack('agent_first_response_seconds', ['01:19', '05:30'])).toEqual({
      values: [null, null],
      isSaid: true,
    });
    const told = (clock: string) =>
      readBack('agent_first_response_seconds', ['01:19'], { unit: { agent_first_response_seconds: clock } });
    expect(told('mm:ss').values).toEqual([79]);
    expect(told('hh:mm').values).toEqual([4740]);
  });

  test.each([
    ['a fraction of another length', ['7.905', '8.12', '12'], [7.905, 8.12, 12]],
    ['a zero in front', ['0.905', '8.123', '12'], [0.905, 8.123, 12]],
    ['two groups', ['1.234.567', '7.900'], [1_234_567, 7900]],
    ['a comma behind points', ['7.900,5', '1.200'], [7900.5, 1200]],
    ['the groups of India', ['1,23,456', '7,900'], [123_456, 7900]],
  ])('but %s tells', (_, cells, values) => {
    expect(readBack('agent_first_response_seconds', cells)).toEqual({ values, isSaid: false });
  });

  test.each([
    ['point', ['7,900', '12.5'], [7900, 12.5]],
    ['comma', ['7.900', '12,5', '12.5'], [7900, 12.5, null]],
  ])('nor under --decimal %s against it', (decimal, cells, values) => {
    expect(readBack('agent_first_response_seconds', cells, { decimal }).values).toEqual(values);
  });
});

describe('words that are not known', () => {
  test.each([
    ['a month', ['3 Feb 2026', '3 led 2026'], 'word'],
    ['most of the column', ['3 led 2026', '4 led 2026'], 'word'],
    ['a zone of many meanings', ['2026-02-03 10:00:00 EST', '2026-02-03 11:00:00 EST'], 'zone'],
  ])('%s refuse the column', (_, cells) => {
    expect(readBack('started_at', cells).isSaid).toBe(true);
  });

  test('do not, where one value among dates of numbers is no date', () => {
    expect(readBack('started_at', ['2026-02-03 10:00', '2026-02-04 10:00', 'see 12 of 2026'])).toMatchObject({
      isSaid: false,
    });
  });
});
