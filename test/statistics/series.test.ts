import { describe, expect, it } from 'vitest';
import { laneyChart } from '../../src/statistics/laney.js';
import { seededRandom } from '../../src/statistics/random.js';
import { xmrChart } from '../../src/statistics/xmr.js';
import { times } from '../tiers.js';
import { randomNormal, randomShare } from './draws.js';

// the counts of the README of spc-plotly (pypi.org/project/spc-plotly), with its results
const counts = [
  2478, 2350, 2485, 2296, 2359, 2567, 3089, 2668, 1788, 2854, 2365, 1883, 1959, 1927, 2640, 2626, 2144, 2409,
  4412, 3287, 3049, 3364, 3078, 2972, 3415, 2753, 3102, 2191, 3693, 4385, 4699, 3031, 2659, 3885, 2628, 2621,
  3071, 2002,
];

describe('the XmR chart', () => {
  it('has the published limits of 38 counts', () => {
    const chart = xmrChart(counts);
    expect(chart.limits[0]?.mean).toBeCloseTo(2820.6316, 4);
    expect(chart.meanRange).toBeCloseTo(571.8919, 4);
    expect(chart.limits[0]?.upper).toBeCloseTo(4341.864, 3);
    expect(chart.upperRange).toBeCloseTo(1868.9427, 3);
    expect(chart.signals[18]).toContain('outside');
    expect(chart.signals[8]).not.toContain('outside');
  });

  const rules = (values: number[]) => xmrChart(values).signals.map((found) => found.join());

  it('finds a point outside, 8 on one side and 3 of 4 beyond half way', () => {
    const calm = [10, 11, 10, 9, 10, 11, 10, 9, 10, 11];
    expect(rules([...calm, 30]).at(-1)).toBe('outside');
    expect(rules([9, 10, 9, 10, 9, 10, 9, 10, 11, 12, 11, 12, 11, 12, 11, 12]).slice(7, 9)).toEqual([
      'eight_on_one_side',
      '',
    ]);
    const near = xmrChart([10, 12, 10, 8, 10, 12, 10, 8, 10, 12, 10, 8, 15, 14, 15, 14]);
    expect(near.signals.at(-1)).toContain('three_of_four_near_limit');
  });

  it('finds nothing in a series that does not vary', () => {
    expect(rules([5, 5, 5, 5, 5, 5, 5, 5, 5])).toEqual(Array(9).fill(''));
  });
});

describe("Laney's p' chart", () => {
  it('has the limits of a p chart where shares vary by chance alone, wider where they vary more', () => {
    const random = seededRandom(4);
    const byChance = Array.from({ length: 200 }, () => randomShare(2000, 0.3, random));
    expect(laneyChart(byChance).dispersion).toBeCloseTo(1, 0);
    const more = Array.from({ length: 200 }, () => randomShare(2000, 0.3 + 0.05 * (random() - 0.5), random));
    expect(laneyChart(more).dispersion).toBeGreaterThan(2);
  });
});

const share = (count: number, of: number) => count / of;

/** How often a point lies outside the limits of a series of 28 in which nothing happens: about 1 in 100 points. */
it('a series without any signal has few points outside, and a planted shift is found', () => {
  const random = seededRandom(11);
  const tries = times(400, 10_000);
  let [calm, shares, shifted] = [0, 0, 0];
  for (let index = 0; index < tries; index++) {
    const values = Array.from({ length: 28 }, () => randomNormal(random));
    const isOutside = (of: number[]) => xmrChart(of).signals.flat().includes('outside');
    calm += Number(isOutside(values));
    shifted += Number(isOutside(values.map((value, day) => (day === 14 ? value + 6 : value))));
    const chart = laneyChart(Array.from({ length: 28 }, () => randomShare(40, 0.5, random)));
    shares += Number(chart.signals.flat().includes('outside'));
  }
  expect(share(calm, tries)).toBeLessThan(0.16);
  expect(share(shares, tries)).toBeLessThan(0.16);
  expect(share(shifted, tries)).toBeGreaterThan(0.95);
});
