const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/**
 * The logarithm of the gamma function for numbers above 0, to about 15 digits; R's `lgamma`.
 * Method: C. Lanczos, A Precision Approximation of the Gamma Function, SIAM Journal on Numerical Analysis B 1 (1964), 86-96.
 */
export function logGamma(x: number): number {
  const [first = 1, ...rest] = lanczos;
  const series = rest.reduce((sum, coefficient, index) => sum + coefficient / (x + index), first);
  const t = x + 6.5;
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(series);
}

/** The logarithm of the binomial coefficient "n over k"; R's `lchoose`. */
export function logChoose(n: number, k: number): number {
  return logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
}
