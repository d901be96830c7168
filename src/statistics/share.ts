/** So many successes of so many cases, in whole numbers. */
export interface Share {
  successes: number;
  cases: number;
}

/** A share as a number from 0 to 1. */
export const rateOf = ({ successes, cases }: Share): number => successes / cases;

/** Two shares taken together. */
export const together = (one: Share, other: Share): Share => ({
  successes: one.successes + other.successes,
  cases: one.cases + other.cases,
});
