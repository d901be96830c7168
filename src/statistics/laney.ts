import { rateOf, together, type Share } from './share.js';
import {
  deviationsPerRange,
  meanOf,
  movingRanges,
  rangeFactor,
  signalsOf,
  type ControlChart,
} from './xmr.js';

/**
 * The chance error of each share of a series about what is expected of it, and how many times more than that the shares vary
 * from one to the next: Laney's sigma of z.
 */
export function laneySpread(
  shares: readonly Share[],
  expected: readonly number[],
): { errors: number[]; meanRange: number; spread: number } {
  const errors = shares.map(({ cases }, index) => {
    const rate = expected[index] ?? 0;
    return Math.sqrt((rate * (1 - rate)) / cases);
  });
  const scores = shares.map((share, index) => {
    const error = errors[index] ?? 0;
    return error > 0 ? (rateOf(share) - (expected[index] ?? 0)) / error : 0;
  });
  const meanRange = meanOf(movingRanges(scores));
  return { errors, meanRange, spread: meanRange / deviationsPerRange };
}

/**
 * The p' chart of a share in each of a series: limits of each value by its own number of cases, widened by how much the share
 * varies beyond chance, so that many cases do not make everything a signal. Every value needs cases.
 * Method: D. B. Laney, Improved Control Charts for Attributes, Quality Engineering 14 (2002), 531-537.
 */
export function laneyChart(shares: readonly Share[]): ControlChart & { dispersion: number } {
  const mean = rateOf(shares.reduce(together));
  const { errors, meanRange, spread } = laneySpread(
    shares,
    shares.map(() => mean),
  );
  const limits = errors.map((error) => ({
    mean,
    lower: mean - 3 * spread * error,
    upper: mean + 3 * spread * error,
  }));
  return {
    limits: limits.map(({ lower, upper }) => ({
      mean,
      lower: Math.max(0, lower),
      upper: Math.min(1, upper),
    })),
    meanRange,
    upperRange: rangeFactor * meanRange,
    signals: signalsOf(shares.map(rateOf), limits),
    dispersion: spread ** 2,
  };
}
