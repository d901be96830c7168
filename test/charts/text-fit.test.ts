import { expect, it } from 'vitest';
import { fittedText, labelEvery, textWidth } from '../../src/charts/text-fit.js';
import { isolated } from '../../src/presentation/text.js';

it('a text that fits stays as it is', () => {
  expect(fittedText('Asha', 12, 100)).toBe('Asha');
});

it('a text that is too wide is cut between characters, never inside one', () => {
  const family = '👨‍👩‍👧';
  const cut = fittedText(family.repeat(10), 10, 50);
  expect(cut).toMatch(/…$/);
  expect(cut.slice(0, -1).replaceAll(family, '')).toBe('');
  expect(textWidth(cut, 10)).toBeLessThanOrEqual(60);
});

it('Chinese characters take more room than Latin ones', () => {
  expect(textWidth('李小龍', 10)).toBeGreaterThan(textWidth('Lee', 10));
});

it.each([1, 7, 48, 370, 5000])('of %i labels so many are shown that they never meet', (count) => {
  const labels = Array.from({ length: count }, () => '28 Feb 21');
  const step = 500 / count;
  const every = labelEvery(labels, 11, step);
  expect(every * step).toBeGreaterThanOrEqual(Math.min(textWidth('28 Feb 21', 11), 500));
});

it('only names that run from right to left are set apart in plain text', () => {
  expect([isolated('Asha'), isolated('محمد')]).toEqual(['Asha', '\u2068محمد\u2069']);
});
