import { betaQuantile } from './beta.js';
import { usualLevel, type Interval } from './intervals.js';
import { randomBeta, seededRandom } from './random.js';
import type { Share } from './share.js';

/** How the true shares of a team spread: a beta distribution. `strength` is how many cases a member needs to count for half. */
export interface Spread {
  rate: number;
  strength: number;
}

/** A share drawn towards the team's, the more the fewer cases it rests on, with its interval and what its rank may be. */
export interface Shrunken {
  estimate: number;
  interval: Interval;
  /** 1 is the highest share; between these it lies in 95 of 100 draws. */
  ranks: { best: number; worst: number };
}

/** Where no spread beyond chance is seen, a member's own cases count for next to nothing. */
const mostStrength = 1e4;

/**
 * How the true shares of a team spread, from what each member shows: by the moments of a beta-binomial distribution.
 * Method: J. Kleinman, Proportions with Extraneous Variance, Journal of the American Statistical Association 68 (1973), 46-54,
 * with the cases as weights.
 */
export function spreadOf(shares: readonly Share[]): Spread {
  const used = shares.filter(({ cases }) => cases > 0);
  const cases = used.reduce((sum, share) => sum + share.cases, 0);
  const rate = used.reduce((sum, share) => sum + share.successes, 0) / Math.max(1, cases);
  const chance = rate * (1 - rate);
  if (used.length < 2 || chance === 0) return { rate, strength: mostStrength };
  const squares = used.reduce(
    (sum, share) => sum + share.cases * (share.successes / share.cases - rate) ** 2,
    0,
  );
  const weights = used.reduce((sum, share) => sum + (share.cases / cases) * (1 - share.cases / cases), 0);
  const byChance = used.reduce((sum, share) => sum + 1 - share.cases / cases, 0);
  const correlation = (squares / chance - byChance) / (cases * weights - byChance);
  if (!(correlation > 1 / (mostStrength + 1))) return { rate, strength: mostStrength };
  return { rate, strength: Math.max(0.5, 1 / correlation - 1) };
}

/**
 * Every share of a team drawn towards the team's by as much as chance explains, with 95% intervals and ranges of ranks.
 * Method: empirical Bayes; B. Efron and C. Morris, Stein's Paradox in Statistics, Scientific American 236 (1977), 119-127;
 * ranks: H. Goldstein and D. Spiegelhalter, League Tables and Their Limitations, JRSS A 159 (1996), 385-443.
 * Random draws are the same at every run.
 */
export function shrunken(shares: readonly Share[], draws = 300): Shrunken[] {
  const { rate, strength } = spreadOf(shares);
  const posteriors = shares.map(({ successes, cases }) => ({
    a: Math.max(1e-6, rate * strength + successes),
    b: Math.max(1e-6, (1 - rate) * strength + cases - successes),
  }));
  const ranks = rankRanges(posteriors, draws);
  const tail = (1 - usualLevel) / 2;
  return posteriors.map(({ a, b }, index) => ({
    estimate: a / (a + b),
    interval: { low: betaQuantile(tail, a, b), high: betaQuantile(1 - tail, a, b) },
    ranks: ranks[index] ?? { best: 1, worst: shares.length },
  }));
}

function rankRanges(posteriors: readonly { a: number; b: number }[], draws: number): Shrunken['ranks'][] {
  const random = seededRandom(1);
  const seen = posteriors.map(() => new Uint32Array(posteriors.length));
  for (let draw = 0; draw < draws; draw++) {
    posteriors
      .map(({ a, b }, index) => ({ index, value: randomBeta(a, b, random) }))
      .sort((one, other) => other.value - one.value)
      .forEach(({ index }, rank) => {
        const ranks = seen[index];
        if (ranks) ranks[rank] = (ranks[rank] ?? 0) + 1;
      });
  }
  const few = (draws * (1 - usualLevel)) / 2;
  return seen.map((ranks) => ({
    best: 1 + reachedAt([...ranks], few),
    worst: ranks.length - reachedAt([...ranks].reverse(), few),
  }));
}

/** The first place at which more than so many are seen. */
function reachedAt(counts: readonly number[], few: number): number {
  let sum = 0;
  const at = counts.findIndex((count) => (sum += count) > few);
  return Math.max(0, at);
}
