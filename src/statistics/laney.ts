import type { Share } from './share.js';
import { meanOf, movingRanges, signalsOf, type ControlChart } from './xmr.js';

const perRange = 1.128;

/**
 * The p' chart of a share in each of a series: limits of each value by its own number of cases, widened by how much the share
 * varies beyond chance, so that many cases do not make everything a signal. Every value needs cases.
 * Method: D. B. Laney, Improved Control Charts for Attributes, Quality Engineering 14 (2002), 531-537.
 */
export function laneyChart(shares: readonly Share[]): ControlChart & { dispersion: number } {
  const cases = shares.reduce((sum, share) => sum + share.cases, 0);
  const mean = shares.reduce((sum, share) => sum + share.successes, 0) / cases;
  const errors = shares.map((share) => Math.sqrt((mean * (1 - mean)) / share.cases));
  const rates = shares.map((share) => share.successes / share.cases);
  const scores = rates.map((rate, index) => {
    const error = errors[index] ?? 0;
    return error > 0 ? (rate - mean) / error : 0;
  });
  const meanRange = meanOf(movingRanges(scores));
  const spread = meanRange / perRange;
  const limits = errors.map((error) => ({
    mean,
    lower: Math.max(0, mean - 3 * spread * error),
    upper: Math.min(1, mean + 3 * spread * error),
  }));
  const uncut = errors.map((error) => ({
    mean,
    lower: mean - 3 * spread * error,
    upper: mean + 3 * spread * error,
  }));
  return {
    limits,
    meanRange,
    upperRange: 3.268 * meanRange,
    signals: signalsOf(rates, uncut),
    dispersion: spread ** 2,
  };
}
