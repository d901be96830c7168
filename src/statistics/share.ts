/** So many successes of so many cases, in whole numbers. */
export interface Share {
  successes: number;
  cases: number;
}

/** The share of so many cases that a rate stands for, in whole successes. */
export const shareFrom = (rate: number, cases: number): Share => ({
  successes: Math.round(rate * cases),
  cases,
});

/** A share as a number from 0 to 1. */
export const rateOf = ({ successes, cases }: Share): number => successes / cases;

/** Two shares taken together. */
export const together = (one: Share, other: Share): Share => ({
  successes: one.successes + other.successes,
  cases: one.cases + other.cases,
});
