import type { Interval, Sample } from './intervals.js';
import { usualLevel } from './intervals.js';
import { studentPValue, studentReach } from './student.js';

/** Whether two means are one: the p-value, and the interval of their difference, one less other. */
export interface MeansTest {
  p: number;
  interval: Interval;
}

/**
 * Welch's test of two means, as R's `t.test(x, y)`; null where a sample has fewer than two values or neither varies.
 * Method: B. L. Welch, The Generalization of Student's Problem, Biometrika 34 (1947), 28-35.
 */
export function welchTest(one: Sample, other: Sample, level = usualLevel): MeansTest | null {
  if (one.n < 2 || other.n < 2) return null;
  const [a, b] = [one.deviation ** 2 / one.n, other.deviation ** 2 / other.n];
  if (a + b === 0) return null;
  const df = (a + b) ** 2 / (a ** 2 / (one.n - 1) + b ** 2 / (other.n - 1));
  const difference = one.mean - other.mean;
  const error = Math.sqrt(a + b);
  const reach = studentReach(level, df) * error;
  return {
    p: studentPValue(difference / error, df),
    interval: { low: difference - reach, high: difference + reach },
  };
}
