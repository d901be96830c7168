import { binomialBelow } from './binomial.js';
import { usualLevel, type Interval } from './intervals.js';

/**
 * The interval of a median or percentile from the values themselves, whatever their distribution; null where there are too few.
 * Takes the values in ascending order and the share of them that lies below the percentile.
 * Method: H. A. David and H. N. Nagaraja, Order Statistics, 3rd edition, section 7.1.
 */
export function percentileInterval(
  sorted: readonly number[],
  share: number,
  level = usualLevel,
): Interval | null {
  const tail = (1 - level) / 2;
  const cases = sorted.length;
  const below = (k: number) => binomialBelow({ successes: k, cases }, share);
  let low = 0;
  while (low < cases && below(low) <= tail) low += 1;
  let high = cases;
  while (high > 0 && 1 - below(high - 1) <= tail) high -= 1;
  const [from, to] = [sorted[low - 1], sorted[high]];
  return from === undefined || to === undefined ? null : { low: from, high: to };
}
