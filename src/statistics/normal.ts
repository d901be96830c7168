import { lastWhere } from './search.js';

/**
 * The share of the standard normal distribution below `z`; R's `pnorm`. Good to 15 digits, and in the tails to as many.
 * Method: W. Cody's idea of erfc as in W. Press and others, Numerical Recipes, 3rd edition, section 6.2.2 (Chebyshev fit).
 */
export function normalBelow(z: number): number {
  return 0.5 * complementaryError(-z / Math.SQRT2);
}

const chebyshev = [
  -1.3026537197817094, 0.6419697923564903, 0.019476473204185836, -9.561514786808631e-3, -9.46595344482036e-4,
  3.66839497852761e-4, 4.2523324806907e-5, -2.0278578112534e-5, -1.624290004647e-6, 1.30365583558e-6,
  1.5626441722e-8, -8.5238095915e-8, 6.529054439e-9, 5.059343495e-9, -9.91364156e-10, -2.27365122e-10,
  9.6467911e-11, 2.394038e-12, -6.886027e-12, 8.94487e-13, 3.13092e-13, -1.12708e-13, 3.81e-16, 7.106e-15,
];

function complementaryError(x: number): number {
  const z = Math.abs(x);
  const t = 2 / (2 + z);
  const y = 4 * t - 2;
  let [d, before] = [0, 0];
  for (let index = chebyshev.length - 1; index > 0; index--) {
    [d, before] = [y * d - before + (chebyshev[index] ?? 0), d];
  }
  const tail = t * Math.exp(-z * z + 0.5 * ((chebyshev[0] ?? 0) + y * d) - before);
  return x >= 0 ? tail : 2 - tail;
}

/** The two-sided p-value of a standard normal value. */
export const normalPValue = (z: number): number => 2 * normalBelow(-Math.abs(z));

/** The value that a share of the standard normal distribution lies below; R's `qnorm`. */
export const normalQuantile = (share: number): number => lastWhere(-40, 40, (z) => normalBelow(z) < share);
