import { expect, it } from 'vitest';
import { pairwise } from './covering-array.js';

const choices = { size: [1, 2, 3, 4], sign: [',', ';', '|'], isPacked: [true, false], end: ['a', 'b'] };

it('every pair of values of two choices stands together in a row', () => {
  const rows = pairwise(choices);
  for (const [one, values] of Object.entries(choices))
    for (const [other, otherValues] of Object.entries(choices).filter(([name]) => name !== one))
      for (const value of values)
        for (const otherValue of otherValues)
          expect(rows).toContainEqual(expect.objectContaining({ [one]: value, [other]: otherValue }));
});

it('there are far fewer rows than combinations', () => {
  expect(pairwise(choices).length).toBeLessThanOrEqual(15);
});
