import { expect, it } from 'vitest';
import { dateLayout, earlyUnix, isLayout } from '../../../src/reading/dates/layout.js';

const dates = [
  '05-02-2021 6:18:48',
  '05/02/21',
  '2021-02-05T06:18:48.123Z',
  '2021-02-05 06:18:48 +05:45',
  '5 Feb 2021, 6:18 PM',
  'Friday, 5 February 2021 6:18 a.m.',
  '1612505928',
  '1612505928000',
  '44232.26',
];

it.each(dates)('the layout of %s is one that a cache may hold', (text) => {
  const layout = dateLayout(text);
  expect(layout).not.toBeNull();
  expect(isLayout(JSON.parse(JSON.stringify(layout)))).toBe(true);
});

it('so is that of Unix seconds of eight digits', () => {
  expect(isLayout(JSON.parse(JSON.stringify(earlyUnix)))).toBe(true);
});
