import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  durationText,
  numberText,
  serialText,
  unescapedText,
  withoutExponent,
} from '../../src/files/cell-text.js';
import { formatKind } from '../../src/files/xlsx/number-formats.js';

describe('a number becomes its shortest text without an exponent', () => {
  test.each([
    [8528073, '8528073'],
    [0.1, '0.1'],
    [1e21, '1000000000000000000000'],
    [1.23456789012346e19, '12345678901234600000'],
    [4.63e-7, '0.000000463'],
    [-2.5e-10, '-0.00000000025'],
  ])('%s', (value, text) => expect(numberText(value)).toBe(text));

  test('it reads back as the same number', () => {
    const numbers = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(numbers, (value) => Number(numberText(value)) === value && !/e/i.test(numberText(value))),
    );
  });

  test('text that is no number with an exponent stays', () => {
    expect(['1e', '12', 'e5', '1e9999999', '1.5e3', '15E-1'].map(withoutExponent)).toEqual([
      '1e', '12', 'e5', '1e9999999', '1500', '1.5',
    ]); // oxfmt-ignore
  });
});

describe('a serial number becomes a date or a duration', () => {
  test.each([
    [44228, 'date', false, '2021-02-01 00:00:00'],
    [44228.4200694444, 'date', false, '2021-02-01 10:04:54'],
    [42766.4200694444, 'date', true, '2021-02-01 10:04:54'],
    [44228 + 0.123 / 86400, 'date', false, '2021-02-01 00:00:00.123'],
    [44228.99999999, 'date', false, '2021-02-02 00:00:00'],
    [367, 'date', false, '1901-01-01 00:00:00'],
    [2958465.5, 'date', false, '9999-12-31 12:00:00'],
    [2958466, 'date', false, '2958466'],
    [2957004, 'date', true, '2957004'],
    [0.0000463, 'date', false, '0:00:04'],
    [0, 'date', false, '0:00:00'],
    [0.5, 'date', true, '12:00:00'],
    [1.5, 'elapsed', false, '36:00:00'],
    [60.5, 'elapsed', false, '1452:00:00'],
    [400, 'elapsed', false, '9600:00:00'],
    [1.25 / 86400, 'date', false, '0:00:01.250'],
    [-10 / 86400, 'date', true, '-0:00:10'],
    [-0.0000000001, 'date', false, '0:00:00'],
  ] as const)('%s as %s, 1904 %s: %s', (serial, kind, is1904, text) => {
    expect(serialText(serial, kind, is1904)).toBe(text);
  });

  test('every second of a century reads back exactly, in both date systems', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 * 365 * 86_400 }), fc.boolean(), (seconds, is1904) => {
        const time = Date.UTC(1960, 0, 1) + seconds * 1000;
        const serial = (time - (is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30))) / 86_400_000;
        return (
          serialText(serial, 'date', is1904) === new Date(time).toISOString().slice(0, 19).replace('T', ' ')
        );
      }),
    );
  });

  test('every duration reads back exactly', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 360 * 86_400 }), (seconds) => {
        const [hours = 0, minutes = 0, rest = 0] = serialText(seconds / 86_400, 'date', false)
          .split(':')
          .map(Number);
        return hours * 3600 + minutes * 60 + rest === seconds;
      }),
    );
    expect(durationText(-3_600_500)).toBe('-1:00:00.500');
  });
});

describe('a number format shows numbers, dates or elapsed time', () => {
  test.each([
    ['General', 'number'],
    ['', 'number'],
    ['0.00E+00', 'number'],
    ['#,##0.00 "days"', 'number'],
    ['_-* #,##0.00\\ [$€-407]_-', 'number'],
    ['[Red]0;[Blue]-0', 'number'],
    ['[$USD.-409] 0', 'number'],
    ['[>=100]0;0.0', 'number'],
    ['@', 'number'],
    ['0;"dd"', 'number'],
    ['dd\\-mm\\-yyyy hh:mm:ss', 'date'],
    ['[$-409]m/d/yy h:mm AM/PM;@', 'date'],
    ['yyyy"-"mm', 'date'],
    ['h:mm:ss', 'date'],
    ['mm:ss.0', 'date'],
    ['[h]:mm:ss', 'elapsed'],
    ['[mm]:ss', 'elapsed'],
    ['[ss].00', 'elapsed'],
    ['d [hh]:mm', 'date'],
  ])('%s: %s', (code, kind) => expect(formatKind(170, code)).toBe(kind));

  test.each([
    [0, 'number'],
    [2, 'number'],
    [14, 'date'],
    [22, 'date'],
    [37, 'number'],
    [45, 'date'],
    [46, 'elapsed'],
    [47, 'date'],
    [49, 'number'],
    [57, 'date'],
  ])('built-in %i: %s', (id, kind) => expect(formatKind(id, undefined)).toBe(kind));
});

test('escapes of characters that XML cannot hold are taken off once', () => {
  expect(unescapedText('a_x000D_b_x005F_x000A_c _x12 _xyz_')).toBe('a\rb_x000A_c _x12 _xyz_');
});
