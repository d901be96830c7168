import { expect, it } from 'vitest';
import { serialOf } from '../../src/excel/serial.js';

it.each([
  ['1970-01-01', 25_569],
  ['2021-02-01', 44_228],
  ['2021-02-01 12:00:00', 44_228.5],
  ['2021-02-01T23:59:59', 44_228 + 86_399 / 86_400],
  ['2021-02-01 06:00:00.500', 44_228 + 21_600.5 / 86_400],
  ['2105-12-31 09:05:07', 75_241 + 32_707 / 86_400],
])('%s is day %d of Excel', (time, serial) => {
  expect(serialOf(time)).toBeCloseTo(serial, 9);
  expect(serialOf(time)).toBe(
    Date.parse(`${time.slice(0, 10)}T${time.slice(11) || '00:00:00'}Z`) / 86_400_000 + 25_569,
  );
});

it.each(['', 'today', '2021-02-30x', '2021-02-01 25:00:00', '2021-02-01 1:2:3', '2021-13-01'])(
  'what is no time is refused: %j',
  (time) => {
    expect(() => serialOf(time)).toThrow('not a date');
  },
);
