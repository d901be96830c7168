import { fisherExact } from './fisher-exact.js';
import { normalPValue } from './normal.js';
import { together, type Share } from './share.js';

/** From so many expected successes and failures in each group on the normal distribution is near enough. */
const enoughExpected = 50;

/** How far two shares lie apart in standard errors, if they were one. As R's `prop.test(correct = FALSE)`: its X-squared is z^2. */
export function differenceInErrors(one: Share, other: Share): number {
  const all = together(one, other);
  const rate = all.successes / all.cases;
  const error = Math.sqrt(rate * (1 - rate) * (1 / one.cases + 1 / other.cases));
  return error > 0 ? (one.successes / one.cases - other.successes / other.cases) / error : 0;
}

/**
 * The two-sided p-value of the test that two shares are one: Fisher's exact test for few cases, else by the normal distribution.
 * @param dispersion how many times more than by chance the share varies between days (1: by chance alone); its square root
 * widens the error, as in quasi-binomial models (P. McCullagh and J. Nelder, Generalized Linear Models, 2nd edition, section 4.5).
 */
export function sharesTest(one: Share, other: Share, dispersion = 1): number {
  if (one.cases === 0 || other.cases === 0) return 1;
  const all = together(one, other);
  const rarest = Math.min(all.successes, all.cases - all.successes) / all.cases;
  const expected = rarest * Math.min(one.cases, other.cases);
  if (dispersion <= 1 && expected < enoughExpected) return fisherExact(one, other);
  return normalPValue(differenceInErrors(one, other) / Math.sqrt(Math.max(1, dispersion)));
}
