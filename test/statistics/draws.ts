import type { Share } from '../../src/statistics/share.js';

/** A random number of the standard normal distribution. */
export function randomNormal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(Math.max(random(), 1e-300))) * Math.cos(2 * Math.PI * random());
}

/** So many successes of so many cases by chance: drawn one by one for few, by the normal distribution for many. */
export function randomShare(cases: number, rate: number, random: () => number): Share {
  if (cases > 200 && cases * Math.min(rate, 1 - rate) > 20) {
    const drawn = Math.round(cases * rate + Math.sqrt(cases * rate * (1 - rate)) * randomNormal(random));
    return { successes: Math.min(cases, Math.max(0, drawn)), cases };
  }
  let successes = 0;
  for (let index = 0; index < cases; index++) successes += Number(random() < rate);
  return { successes, cases };
}
