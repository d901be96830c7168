import { logGamma } from './gamma.js';

const steps = 500;
const tiny = 1e-300;

/**
 * The share of a beta distribution below `x`: the regularised incomplete beta function; R's `pbeta(x, a, b)`.
 * Method: W. Press and others, Numerical Recipes, 3rd edition, section 6.4 (Lentz's continued fraction).
 */
export function betaBelow(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
  return x < (a + 1) / (a + b + 2)
    ? (front * fraction(x, a, b)) / a
    : 1 - (front * fraction(1 - x, b, a)) / b;
}

const away = (value: number) => (Math.abs(value) < tiny ? tiny : value);

function fraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let result = d;
  for (let m = 1; m <= steps; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    result *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    result *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) break;
  }
  return result;
}

/**
 * The value that a share of a beta distribution lies below; R's `qbeta(share, a, b)`: by Newton's steps, halving the range where
 * they leave it.
 */
export function betaQuantile(share: number, a: number, b: number): number {
  let [low, high] = [0, 1];
  let x = a / (a + b);
  for (let step = 0; step < 200 && high - low > 1e-15; step++) {
    const beyond = betaBelow(x, a, b) - share;
    if (beyond < 0) low = x;
    else high = x;
    const next = x - beyond / density(x, a, b);
    const isInside = next > low && next < high;
    const moved = isInside ? next : (low + high) / 2;
    if (Math.abs(moved - x) <= 1e-14 * x) return moved;
    x = moved;
  }
  return x;
}

function density(x: number, a: number, b: number): number {
  const logarithm = (a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x);
  return Math.exp(logarithm + logGamma(a + b) - logGamma(a) - logGamma(b));
}
