import { binomialBelow, binomialChance } from './binomial.js';
import type { Interval } from './intervals.js';
import { firstWhere } from './search.js';

/** The two levels that funnel plots draw: one in 20 and one in 500 lie outside by chance. */
export const funnelLevels = [0.95, 0.998] as const;

/**
 * Between which shares those of groups of so many cases lie by chance, if all have one rate: exact, interpolated between whole
 * numbers of successes.
 * Method: D. J. Spiegelhalter, Funnel Plots for Comparing Institutional Performance, Statistics in Medicine 24 (2005), 1185-1202,
 * appendix A.1.1.
 */
export function funnelLimits(rate: number, cases: number, level: number): Interval {
  const tail = (1 - level) / 2;
  return { low: quantile(rate, cases, tail), high: quantile(rate, cases, 1 - tail) };
}

function quantile(rate: number, cases: number, share: number): number {
  const below = (successes: number) => binomialBelow({ successes, cases }, rate);
  const successes = firstWhere(0, cases - 1, (k) => below(k) >= share);
  const chance = binomialChance({ successes, cases }, rate);
  const beyond = chance > 0 ? (below(successes) - share) / chance : 0;
  return Math.min(1, Math.max(0, (successes - Math.min(1, Math.max(0, beyond))) / cases));
}
