import { describe, expect, it } from 'vitest';
import { benjaminiHochberg } from '../../src/statistics/benjamini-hochberg.js';
import { fisherExact } from '../../src/statistics/fisher-exact.js';
import { funnelLimits } from '../../src/statistics/funnel.js';
import { seededRandom } from '../../src/statistics/random.js';
import { together } from '../../src/statistics/share.js';
import { shrunken, spreadOf } from '../../src/statistics/shrinkage.js';
import { times } from '../tiers.js';
import { randomShare } from './draws.js';

describe("Benjamini and Hochberg's correction", () => {
  // p.adjust(..., "BH")
  it.each([
    [
      [0.01, 0.02, 0.03, 0.04, 0.05],
      [0.05, 0.05, 0.05, 0.05, 0.05],
    ],
    [
      [0.04, 0.001, 0.5, 0.03],
      [0.053333333333, 0.004, 0.5, 0.053333333333],
    ],
    [[], []],
  ])('of %j is that of R', (given, adjusted) => {
    benjaminiHochberg(given).forEach((p, index) => expect(p).toBeCloseTo(adjusted[index] ?? NaN, 10));
  });

  it('finds something in no more teams without a difference than stated, and a planted one', () => {
    const random = seededRandom(3);
    const tries = times(150, 10_000);
    let [alarms, found] = [0, 0];
    for (let index = 0; index < tries; index++) {
      const team = Array.from({ length: 20 }, () => randomShare(5 + Math.floor(random() * 60), 0.76, random));
      const adjusted = (shares: typeof team) => {
        const all = shares.reduce(together);
        return benjaminiHochberg(
          shares.map((own) =>
            fisherExact(own, {
              successes: all.successes - own.successes,
              cases: all.cases - own.cases,
            }),
          ),
        );
      };
      alarms += Number(adjusted(team).some((p) => p < 0.05));
      found += Number((adjusted([...team, randomShare(40, 0.35, random)]).at(-1) ?? 1) < 0.05);
    }
    expect(alarms / tries).toBeLessThan(0.05);
    expect(found / tries).toBeGreaterThan(0.9);
  });
});

describe('the limits of a funnel', () => {
  it('hold as many by chance as they say, and narrow as cases grow', () => {
    const random = seededRandom(5);
    for (const cases of [10, 40, 300]) {
      const { low, high } = funnelLimits(0.76, cases, 0.95);
      const tries = times(2000, 20_000);
      let inside = 0;
      for (let index = 0; index < tries; index++) {
        const { successes } = randomShare(cases, 0.76, random);
        inside += Number(successes / cases >= low && successes / cases <= high);
      }
      expect(inside / tries).toBeGreaterThan(0.9);
    }
    const width = (cases: number) => {
      const { low, high } = funnelLimits(0.5, cases, 0.95);
      return high - low;
    };
    expect(width(400)).toBeCloseTo(2 * 1.96 * Math.sqrt(0.25 / 400), 2);
    expect(width(100)).toBeGreaterThan(width(400));
  });
});

describe('a shrunken share', () => {
  it('of a team without differences is the share of the team, and its ranks are all', () => {
    const team = Array.from({ length: 20 }, () => ({ successes: 15, cases: 20 }));
    const found = shrunken(team);
    expect(found[0]?.estimate).toBeCloseTo(0.75, 2);
    expect(found[0]?.ranks.best).toBeLessThanOrEqual(2);
    expect(found[0]?.ranks.worst).toBeGreaterThanOrEqual(19);
  });

  it('of few cases is drawn further to the team than that of many', () => {
    const team = [
      ...Array.from({ length: 10 }, (_, index) => ({ successes: 40 + index * 6, cases: 100 })),
      { successes: 4, cases: 4 },
      { successes: 100, cases: 100 },
    ];
    const [few, many] = shrunken(team).slice(-2);
    expect(few?.estimate ?? 1).toBeLessThan(many?.estimate ?? 0);
    expect(many?.ranks).toEqual({ best: 1, worst: expect.any(Number) });
    expect(few?.interval.low ?? 1).toBeLessThan(many?.interval.low ?? 0);
  });

  it('rests on a spread near the true one: the mean of estimates of many teams', () => {
    const random = seededRandom(8);
    const strengths = Array.from({ length: times(60, 2000) }, () => {
      const team = Array.from({ length: 60 }, () => {
        const rate = 0.7 + 0.2 * (random() - 0.5);
        return randomShare(60, rate, random);
      });
      return 1 / (1 + spreadOf(team).strength);
    });
    const correlation = strengths.reduce((sum, one) => sum + one, 0) / strengths.length;
    expect(correlation).toBeGreaterThan(0.011);
    expect(correlation).toBeLessThan(0.021);
  });
});
