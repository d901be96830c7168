import { fisherExact } from './fisher-exact.js';
import { normalPValue } from './normal.js';
import { together, type Share } from './share.js';
import { studentPValue } from './student.js';

/** From so many expected successes and failures in each group on the normal distribution is near enough. */
const enoughExpected = 50;

/** How many times more than by chance shares vary (1: by chance alone), and the degrees of freedom that say so. */
export interface Dispersion {
  times: number;
  df: number;
}

const byChance: Dispersion = { times: 1, df: Infinity };
/** Fewer degrees of freedom say nothing of a dispersion. */
const fewestDegrees = 3;

/**
 * How much more than by chance the shares of like groups vary, each group beside its own rate (Pearson's chi-squared by its
 * degrees of freedom); never less than by chance.
 */
export function dispersionOf(groups: readonly (readonly Share[])[]): Dispersion {
  let [squares, df] = [0, 0];
  for (const group of groups) {
    const used = group.filter(({ cases }) => cases > 0);
    if (used.length < 2) continue;
    const all = used.reduce(together);
    const rate = all.successes / all.cases;
    if (rate <= 0 || rate >= 1) continue;
    df += used.length - 1;
    for (const { successes, cases } of used)
      squares += (successes - cases * rate) ** 2 / (cases * rate * (1 - rate));
  }
  return df < fewestDegrees ? byChance : { times: Math.max(1, squares / df), df };
}

/** How far two shares lie apart in standard errors, if they were one. As R's `prop.test(correct = FALSE)`: its X-squared is z^2. */
export function differenceInErrors(one: Share, other: Share): number {
  const all = together(one, other);
  const rate = all.successes / all.cases;
  const error = Math.sqrt(rate * (1 - rate) * (1 / one.cases + 1 / other.cases));
  return error > 0 ? (one.successes / one.cases - other.successes / other.cases) / error : 0;
}

/**
 * The two-sided p-value of the test that two shares are one: Fisher's exact test for few cases, else by the normal distribution.
 * Where the shares vary more than by chance, the error is wider by the root of that, as in quasi-binomial models (P. McCullagh
 * and J. Nelder, Generalized Linear Models, 2nd edition, section 4.5).
 */
export function sharesTest(one: Share, other: Share, dispersion: Dispersion = byChance): number {
  if (one.cases === 0 || other.cases === 0) return 1;
  const all = together(one, other);
  const rarest = Math.min(all.successes, all.cases - all.successes) / all.cases;
  const expected = rarest * Math.min(one.cases, other.cases);
  if (dispersion.times <= 1)
    return expected < enoughExpected ? fisherExact(one, other) : normalPValue(differenceInErrors(one, other));
  return studentPValue(differenceInErrors(one, other) / Math.sqrt(dispersion.times), dispersion.df);
}
