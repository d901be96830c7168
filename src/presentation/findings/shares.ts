import { differenceInterval } from '../../statistics/intervals.js';
import { sharesTest, type Dispersion } from '../../statistics/proportions.js';
import { rateOf, type Share } from '../../statistics/share.js';
import { leastPoints, type Finding, type Tested } from './finding.js';
import { intervalInWords, pointsInWords } from './words.js';

/** The test of two shares, of which so many chats are concerned. */
export function testOfShares(
  one: Share,
  other: Share,
  concerned: number,
  dispersion?: Dispersion,
): Omit<Tested, 'tell'> {
  const size = Math.abs(rateOf(one) - rateOf(other));
  return {
    p: sharesTest(one, other, dispersion),
    isLarge: size >= leastPoints,
    weight: concerned * size,
  };
}

/** What is told of two shares; `difference` in words: `-3.4 pts (95%: -5.1 to -1.7)`. */
export function toldOfShares(
  one: Share,
  other: Share,
): Pick<Finding, 'n' | 'interval' | 'figures'> & { difference: string } {
  const interval = differenceInterval(one, other);
  const difference = rateOf(one) - rateOf(other);
  return {
    n: one.cases,
    interval,
    figures: { rate: rateOf(one), other_rate: rateOf(other), other_n: other.cases, difference },
    difference: `${pointsInWords(difference)}${intervalInWords(interval, 'points')}`,
  };
}
