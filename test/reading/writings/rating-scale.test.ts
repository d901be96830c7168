import { describe, expect, test } from 'vitest';
import { headingScale } from '../../../src/reading/heading-hints.js';
import { ratingWriting } from '../../../src/reading/writings/rating-form.js';
import { findScale } from '../../../src/reading/writings/rating-scale.js';

/** The scale of whole numbers or texts in a column, as `min-max from satisfied`, with the other one that fits. */
function scaleOf(ratings: readonly (number | string)[], heading = 'Rating'): string | null {
  const seen = new Map(ratings.map((rating) => [String(rating), { example: String(rating), values: 1 }]));
  const parts = ratings.flatMap((rating) => {
    const number = typeof rating === 'number' ? rating : Number.parseFloat(rating);
    return Number.isNaN(number) ? [] : [{ values: 1, lowest: number, highest: number }];
  });
  const found = findScale({ parts, writing: ratingWriting(seen, null), heading: headingScale(heading) });
  if (!found) return null;
  const words = ({ min, max, satisfied }: typeof found | NonNullable<typeof found.doubt>['other']): string =>
    `${String(min)}..${String(max)} from ${String(satisfied)}`;
  return found.doubt ? `${words(found)} or ${words(found.doubt.other)}` : words(found);
}

describe('the scale of ratings', () => {
  test.each<[readonly (number | string)[], string | null]>([
    [[1, 2, 3, 4, 5], '1..5 from 4'],
    [[4, 5, 5, 4, 2], '1..5 from 4'],
    [[0, 1, 2, 3, 4, 5], '1..5 from 4 or 0..5 from 4'],
    [[0, 1, 0, 1, 1], '0..1 from 1 or 1..5 from 4'],
    [[1, 2, 3, 3, 2], '1..5 from 4 or 1..3 from 3'],
    [[0, 1, 2, 3, 2], '1..5 from 4 or 0..3 from 2'],
    [[1, 6, 7, 10, 9], '1..10 from 8'],
    [[0, 6, 7, 10, 9], '0..10 from 8 or 1..10 from 8'],
    [[1, 5, 6, 7, 7], '1..10 from 8 or 1..7 from 6'],
    [[-2, -1, 0, 1, 2], '-2..2 from 1'],
    [[-1, 0, 1, 1, -1], '-1..1 from 1'],
    [[20, 40, 60, 80, 100], '0..100 from 80'],
    [[0.2, 0.4, 1, 0.8, 0.6], '0..1 from 0.8'],
    [['80%', '20%', '100%'], '0..100 from 80'],
    [['4/5', '3/5', '5/5'], '1..5 from 4'],
    [['8/10', '3/10', '5/10'], '1..10 from 8'],
    [['up', 'down', 'up'], '0..1 from 1'],
    [['Good', 'Okay', 'Bad'], '1..3 from 3'],
    [[1, 2, 3, 4, 5, 99], '1..5 from 4 or 0..100 from 80'],
    [[1, 2, 3, 4, 5, 9], '1..5 from 4 or 1..10 from 8'],
    [[1, 2, 3, 4, 5, 999], '1..5 from 4 or 0..999 from 799'],
    [[1, 6, 7, 10, 9, 99], '1..10 from 8 or 0..100 from 80'],
    [[5, 6, 7, 10, 9, -1], '1..10 from 8 or -1..10 from 8'],
    [[1, 2, 3, 4, 9, 7], '1..10 from 8'],
    [[20, 40, 60, 80, 99], '0..100 from 80'],
    [[1, 2], null],
    [[500, 20, 30, 1, 2], null],
    [[-7, 3, 4, 5, 1], null],
  ])('of %j is %s', (ratings, scale) => {
    expect(scaleOf(ratings)).toBe(scale);
  });

  test.each([
    ['Rating (1-10)', '1..10 from 8'],
    ['Rating (0 to 10)', '0..10 from 8'],
    ['CSAT [1..7]', '1..7 from 6'],
    ['Rating (out of 10)', '1..10 from 8'],
    ['NPS', '0..10 from 8'],
    ['Rating (%)', null],
    ['Bewertung (1 bis 5)', '1..5 from 4'],
  ])('is that of its heading %s', (heading, scale) => {
    expect(scaleOf([3, 4, 5, 2], heading)).toBe(scale);
  });
});

test('ratings of which every one is 1 may be on two scales', () => {
  const parts = [{ values: 6, lowest: 1, highest: 1 }];
  const found = findScale({ parts, writing: null, heading: null });
  expect(found).toMatchObject({ min: 1, max: 5, doubt: { other: { min: 0, max: 1, satisfied: 1 } } });
});
