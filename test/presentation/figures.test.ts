import { expect, it } from 'vitest';
import { changeInWords, changeOf, figureInWords } from '../../src/presentation/figures.js';

it.each([
  ['count', 1234567, '1,234,567'],
  ['rate', 0.62784, '62.8%'],
  ['seconds', 1023.149, '1,023.1'],
  ['duration_seconds', 94_500.6, '26:15:01'],
  ['score', 3.9666, '3.97'],
  ['number', 15.0689, '15.07'],
  ['boolean', true, 'Yes'],
  ['text', 'Asha', 'Asha'],
  ['rate', null, '–'],
  ['count', 0, '0'],
] as const)('a %s of %s is written as %s', (unit, value, words) => {
  expect(figureInWords(unit, value)).toBe(words);
});

it.each([
  ['count', 110, 100, '+10.0%'],
  ['seconds', 9, 10, '-10.0%'],
  ['rate', 0.62, 0.64, '-2.0 pts'],
  ['score', 4.5, 4.25, '+0.25'],
  ['count', 100_001, 100_000, '0.0%'],
  ['score', 4.001, 4.002, '0.00'],
] as const)('a %s of %d after %d is a change of %s', (unit, now, before, words) => {
  const change = changeOf(unit, now, before);
  expect(change && changeInWords(change)).toBe(words);
});

it.each([
  ['count', 5, 0],
  ['count', null, 3],
  ['rate', 0.5, null],
] as const)('a %s of %s after %s has no change', (unit, now, before) => {
  expect(changeOf(unit, now, before)).toBeNull();
});
