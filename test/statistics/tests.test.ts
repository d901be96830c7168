import { describe, expect, it } from 'vitest';
import { fisherExact } from '../../src/statistics/fisher-exact.js';
import { holmAdjusted } from '../../src/statistics/holm.js';

const share = (successes: number, failures: number) => ({ successes, cases: successes + failures });

describe("Fisher's exact test", () => {
  // printed in the examples of R's ?fisher.test (Agresti's tea tasting, Fisher's convictions of twins)
  it.each([
    ['fisher.test(matrix(c(3, 1, 1, 3), 2))', share(3, 1), share(1, 3), 0.4857],
    ['fisher.test(matrix(c(2, 10, 15, 3), 2))', share(2, 10), share(15, 3), 0.0005367],
  ])('gives the p-value of %s', (_, one, other, p) => {
    expect(fisherExact(one, other)).toBeCloseTo(p, p < 0.01 ? 7 : 4);
  });

  // scipy.stats.fisher_exact([[a, b], [c, d]]).pvalue of scipy 1.17.1
  it.each([
    [0, 20, 50, 30, 1.7586072571039978e-7],
    [20, 0, 900, 100, 0.24841926709875667],
    [12, 40, 400, 1600, 0.5987962112211576],
    [450, 1050, 3000, 5500, 6.907598616383274e-5],
    [7, 12, 12, 31, 0.555404789689761],
    [180_000, 20_000, 900_000, 97_000, 0.00020504865798583354],
    [10, 30, 3500, 1000, 2.5684100748726816e-12],
  ])('gives what SciPy gives for %i and %i beside %i and %i', (a, b, c, d, p) => {
    expect(Math.abs(fisherExact(share(a, b), share(c, d)) / p - 1)).toBeLessThan(1e-6);
    expect(fisherExact(share(b, a), share(d, c))).toBeCloseTo(p, 9);
  });

  it('gives the counted p-value of every table of up to nine cases', () => {
    for (let cases = 0; cases <= 9; cases++)
      for (let one = 0; one <= cases; one++)
        for (let successes = 0; successes <= cases; successes++)
          for (let own = Math.max(0, one + successes - cases); own <= Math.min(one, successes); own++) {
            const [a, b] = [share(own, one - own), share(successes - own, cases - one - successes + own)];
            expect(fisherExact(a, b)).toBeCloseTo(counted(cases, one, successes, own), 12);
          }
  });

  it('is 1 where nothing can differ, and 0 beyond all chance', () => {
    expect(fisherExact(share(5, 0), share(5, 0))).toBe(1);
    expect(fisherExact(share(0, 0), share(3, 4))).toBe(1);
    expect(fisherExact(share(0, 5000), share(5000, 0))).toBe(0);
  });
});

const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k);

function counted(cases: number, one: number, successes: number, own: number): number {
  const ways = Array.from({ length: successes + 1 }, (_, k) =>
    k > one || successes - k > cases - one ? 0 : choose(one, k) * choose(cases - one, successes - k),
  );
  const extreme = ways.filter((way) => way <= (ways[own] ?? 0));
  return extreme.reduce((sum, way) => sum + way, 0) / choose(cases, successes);
}

describe("Holm's correction", () => {
  // p.adjust(c(0.01, 0.02, 0.03, 0.04, 0.05), "holm"); p.adjust(c(0.04, 0.001, 0.5), "holm")
  it.each([
    [
      [0.01, 0.02, 0.03, 0.04, 0.05],
      [0.05, 0.08, 0.09, 0.09, 0.09],
    ],
    [
      [0.04, 0.001, 0.5],
      [0.08, 0.003, 0.5],
    ],
    [[], []],
  ])('of %j is that of R', (given, adjusted) => {
    const found = holmAdjusted(given);
    expect(found).toHaveLength(adjusted.length);
    found.forEach((p, index) => expect(p).toBeCloseTo(adjusted[index] ?? NaN, 12));
  });
});
