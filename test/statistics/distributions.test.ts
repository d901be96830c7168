import { describe, expect, it } from 'vitest';
import { betaBelow, betaQuantile } from '../../src/statistics/beta.js';
import { binomialTest, exactInterval } from '../../src/statistics/binomial.js';
import { logGamma } from '../../src/statistics/gamma.js';
import { meanInterval, skewedInterval, wilsonInterval } from '../../src/statistics/intervals.js';
import { normalBelow, normalQuantile } from '../../src/statistics/normal.js';
import { percentileInterval } from '../../src/statistics/order-statistics.js';
import { differenceInErrors, sharesTest } from '../../src/statistics/proportions.js';
import { studentPValue, studentReach } from '../../src/statistics/student.js';
import { welchTest } from '../../src/statistics/welch.js';

/** Equal but for what doubles cannot hold. */
function near(found: number | undefined, expected: number, most = 1e-9): void {
  expect(Math.abs((found ?? NaN) - expected)).toBeLessThan(most * Math.max(Math.abs(expected), 1e-6));
}

// The values below were computed with SciPy 1.17.1, whose results are those of R's function of the given name.
describe('distributions', () => {
  it.each([
    [0.5, 0.5723649429247004],
    [3.3, 0.9870985778947339],
    [100, 359.1342053695754],
    [1e6, 12815504.569147611],
  ])('lgamma(%d)', (x, value) => near(logGamma(x), value, 1e-12));

  it.each([
    [0.3, 2, 5, 0.579825],
    [0.9, 80, 4, 0.028392946088669886],
    [0.5, 0.5, 0.5, 0.5],
    [0.01, 1, 1000, 0.9999568287525893],
  ])('pbeta(%d, %d, %d)', (x, a, b, value) => near(betaBelow(x, a, b), value, 1e-10));

  it.each([
    [0.025, 6, 13, 0.13342740250612353],
    [0.975, 7, 12, 0.5900747618279255],
    [0.5, 2, 3, 0.3857275681323895],
    [0.01, 0.5, 0.5, 0.00024671981713422146],
    [0.999, 300, 20, 0.9714637579632007],
  ])('qbeta(%d, %d, %d)', (share, a, b, value) => near(betaQuantile(share, a, b), value, 1e-9));

  it.each([
    [-8, 6.22096057427174e-16],
    [-3.3, 0.00048342414238377744],
    [-1.96, 0.024997895148220435],
    [0, 0.5],
    [2.5, 0.9937903346742238],
  ])('pnorm(%d)', (z, value) => near(normalBelow(z), value, 1e-6));

  it('qnorm(0.975) and qnorm(0.5)', () => {
    near(normalQuantile(0.975), 1.959963984540054);
    expect(normalQuantile(0.5)).toBeCloseTo(0, 9);
  });

  it.each([
    [0.95, 1, 12.706204736174694],
    [0.95, 9, 2.262157162798205],
    [0.99, 30, 2.7499956535672254],
    [0.95, 3.5, 2.9400886379827282],
  ])('qt(1 - (1 - %d) / 2, %d)', (level, df, value) => near(studentReach(level, df), value));

  it.each([
    [2, 5, 0.10193947882985835],
    [3.37, 600, 0.0007999289811763217],
    [12, 2.5, 0.0028362150300783244],
  ])('2 * pt(-%d, %d)', (t, df, value) => near(studentPValue(t, df), value));
});

describe('the test of one share', () => {
  // binom.test(682, 925, p = 0.75) is the example of R's help (Conover): p-value 0.3825, 0.7076683 to 0.7654066
  it.each([
    [682, 925, 0.75, 0.3824915595748517],
    [6, 18, 0.7577, 0.0001677203360451231],
    [0, 10, 0.3, 0.0388396033],
    [18, 20, 0.5, 0.0004024505615234375],
    [3, 400, 0.02, 0.07364950937485798],
    [7, 7, 0.9, 1],
    [250, 1000, 0.27, 0.16476795003661293],
  ])('binom.test(%i, %i, %d)$p.value', (successes, cases, rate, p) =>
    near(binomialTest({ successes, cases }, rate), p, 1e-9),
  );

  it.each([
    [682, 925, 0.707668264079039, 0.7654065582414781],
    [6, 18, 0.13342740250632387, 0.5900747618279256],
    [0, 10, 0, 0.30849710781876294],
    [7, 7, 0.5903836027749514, 1],
  ])('binom.test(%i, %i)$conf.int', (successes, cases, low, high) => {
    const found = exactInterval({ successes, cases });
    near(found.low, low, 1e-8);
    near(found.high, high, 1e-8);
  });

  it.each([
    [682, 925, 0.7079959876196205, 0.7646358009714889],
    [6, 18, 0.16278774750833697, 0.5625053270405489],
    [0, 10, 0, 0.27753279986288926],
    [7, 7, 0.6456695649333126, 1],
  ])('prop.test(%i, %i, correct = FALSE)$conf.int', (successes, cases, low, high) => {
    const found = wilsonInterval({ successes, cases });
    near(found?.low, low);
    near(found?.high, high);
  });

  it('has no interval of no cases', () => {
    expect(wilsonInterval({ successes: 0, cases: 0 })).toBeNull();
  });
});

describe('the test of two shares', () => {
  // prop.test(c(83, 90), c(86, 93), correct = FALSE) and two of the February dump
  it.each([
    [83, 86, 90, 93, 0.009508518748184158, 0.9223200957342685],
    [1132, 1469, 459, 1585, 706.8055600854757, 9.90376969189477e-156],
    [120, 669, 2587, 4785, 306.4458087478396, 1.2986601945816995e-68],
  ])('prop.test(c(%i, %i of %i, %i), correct = FALSE)', (a, b, c, d, squared, p) => {
    const [one, other] = [
      { successes: a, cases: b },
      { successes: c, cases: d },
    ];
    near(differenceInErrors(one, other) ** 2, squared, 1e-9);
    if (b > 100) near(sharesTest(one, other), p, 1e-5);
  });

  it('is exact for few cases, wider where days vary more than by chance, and 1 for none', () => {
    expect(sharesTest({ successes: 3, cases: 4 }, { successes: 1, cases: 4 })).toBeCloseTo(0.4857, 4);
    const [one, other] = [
      { successes: 300, cases: 1000 },
      { successes: 350, cases: 1000 },
    ];
    expect(sharesTest(one, other, { times: 4, df: 20 })).toBeGreaterThan(sharesTest(one, other));
    expect(sharesTest(one, { successes: 0, cases: 0 })).toBe(1);
  });
});

describe('means and percentiles', () => {
  it('t.test(c(1, 2, 3, 4, 9), c(5, 7, 8, 8))', () => {
    const found = welchTest(
      { n: 5, mean: 3.8, deviation: 3.1144823004794873 },
      { n: 4, mean: 7, deviation: 1.4142135623730951 },
    );
    near(found?.p, 0.08792574139715659);
    near(found?.interval.low, -7.052246157048783);
    near(found?.interval.high, 0.6522461570487832);
  });

  it('a mean has the interval of Student, and skewed times that of their logarithms', () => {
    const sample = { n: 5, mean: 3.8, deviation: 3.1144823004794873 };
    const found = meanInterval(sample);
    near(found?.low, 3.8 - (2.7764451051977987 * 3.1144823004794873) / Math.sqrt(5));
    near(skewedInterval(sample)?.low, Math.exp(found?.low ?? NaN));
    expect(meanInterval({ n: 1, mean: 3, deviation: 0 })).toBeNull();
  });

  // scipy.stats.quantile_test(...).confidence_interval(): the interval of ranks
  it.each([
    [20, 0.5, 6, 15],
    [9, 0.5, 2, 8],
    [100, 0.9, 84, 96],
  ])('of %i values, that of the share %d is between two of them', (count, share, low, high) => {
    const ranks = Array.from({ length: count }, (_, index) => index + 1);
    expect(percentileInterval(ranks, share)).toEqual({ low, high });
    expect(percentileInterval([1, 2, 3], share)).toBeNull();
  });
});
