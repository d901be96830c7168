import { normalQuantile } from './normal.js';
import type { Share } from './share.js';
import { studentReach } from './student.js';

/** What a figure would be found to lie between in so many of a hundred like samples. */
export interface Interval {
  low: number;
  high: number;
}

/** The level of every interval that a report gives. */
export const usualLevel = 0.95;

const usualReach = normalQuantile(1 - (1 - usualLevel) / 2);
const reachOf = (level: number) => (level === usualLevel ? usualReach : normalQuantile(1 - (1 - level) / 2));

/**
 * Wilson's interval of a share, as R's `prop.test(x, n, correct = FALSE)`; null for no cases.
 * Method: E. B. Wilson, Probable Inference, Journal of the American Statistical Association 22 (1927), 209-212.
 */
export function wilsonInterval({ successes, cases }: Share, level = usualLevel): Interval | null {
  if (cases <= 0) return null;
  const z = reachOf(level);
  const rate = successes / cases;
  const middle = (rate + (z * z) / (2 * cases)) / (1 + (z * z) / cases);
  const reach =
    (z * Math.sqrt((rate * (1 - rate)) / cases + (z * z) / (4 * cases * cases))) / (1 + (z * z) / cases);
  return { low: Math.max(0, middle - reach), high: Math.min(1, middle + reach) };
}

/**
 * The interval of the difference of two shares, one less other; null where either has no cases.
 * Method: R. G. Newcombe, Interval Estimation for the Difference Between Independent Proportions, Statistics in Medicine 17
 * (1998), 873-890, number 10.
 */
export function differenceInterval(one: Share, other: Share, level = usualLevel): Interval | null {
  const [a, b] = [wilsonInterval(one, level), wilsonInterval(other, level)];
  if (!a || !b) return null;
  const [p, q] = [one.successes / one.cases, other.successes / other.cases];
  return {
    low: p - q - Math.hypot(p - a.low, b.high - q),
    high: p - q + Math.hypot(a.high - p, q - b.low),
  };
}

/** A sample by its size, mean and standard deviation (with n - 1). */
export interface Sample {
  n: number;
  mean: number;
  deviation: number;
}

/** Student's interval of a mean; R's `t.test(x)$conf.int`; null for fewer than two values. */
export function meanInterval({ n, mean, deviation }: Sample, level = usualLevel): Interval | null {
  if (n < 2) return null;
  const reach = (studentReach(level, n - 1) * deviation) / Math.sqrt(n);
  return { low: mean - reach, high: mean + reach };
}

/**
 * The interval of the geometric mean of skewed times: Student's on their logarithms. Takes the sample of the logarithms.
 * It holds for the middle of the times, not for their arithmetic mean, which is larger.
 */
export function skewedInterval(logarithms: Sample, level = usualLevel): Interval | null {
  const interval = meanInterval(logarithms, level);
  return interval && { low: Math.exp(interval.low), high: Math.exp(interval.high) };
}
