import { betaBelow, betaQuantile } from './beta.js';
import { logChoose } from './gamma.js';
import { usualLevel, type Interval } from './intervals.js';
import { firstWhere } from './search.js';
import type { Share } from './share.js';

const tolerance = 1 + 1e-7;

/** How likely exactly so many successes are; R's `dbinom(successes, cases, rate)`. */
export function binomialChance({ successes, cases }: Share, rate: number): number {
  if (rate <= 0) return successes === 0 ? 1 : 0;
  if (rate >= 1) return successes === cases ? 1 : 0;
  return Math.exp(
    logChoose(cases, successes) + successes * Math.log(rate) + (cases - successes) * Math.log1p(-rate),
  );
}

/** How likely at most so many successes are; R's `pbinom(successes, cases, rate)`. */
export function binomialBelow({ successes, cases }: Share, rate: number): number {
  if (successes < 0) return 0;
  if (successes >= cases) return 1;
  return betaBelow(1 - rate, cases - successes, successes + 1);
}

/**
 * The two-sided p-value of the exact binomial test that the share is `rate`: the chances of all outcomes no likelier than the one
 * at hand, as R's `binom.test(successes, cases, rate)` adds them.
 * Method: W. J. Conover, Practical Nonparametric Statistics, 3rd edition, section 3.1.
 */
export function binomialTest(share: Share, rate: number): number {
  const { successes, cases } = share;
  const own = binomialChance(share, rate) * tolerance;
  const mean = cases * rate;
  if (successes === mean) return 1;
  if (successes < mean) {
    const other = firstWhere(Math.ceil(mean), cases, (k) => chanceOf(k) <= own);
    return Math.min(1, binomialBelow(share, rate) + 1 - below(other - 1));
  }
  const other = firstWhere(0, Math.floor(mean), (k) => chanceOf(k) > own) - 1;
  return Math.min(1, (other < 0 ? 0 : below(other)) + 1 - below(successes - 1));

  function chanceOf(k: number): number {
    return binomialChance({ successes: k, cases }, rate);
  }
  function below(k: number): number {
    return binomialBelow({ successes: k, cases }, rate);
  }
}

/**
 * The exact interval of a share, as R's `binom.test(...)$conf.int`.
 * Method: C. Clopper and E. Pearson, The Use of Confidence or Fiducial Limits, Biometrika 26 (1934), 404-413.
 */
export function exactInterval({ successes, cases }: Share, level = usualLevel): Interval {
  const tail = (1 - level) / 2;
  return {
    low: successes === 0 ? 0 : betaQuantile(tail, successes, cases - successes + 1),
    high: successes === cases ? 1 : betaQuantile(1 - tail, successes + 1, cases - successes),
  };
}
