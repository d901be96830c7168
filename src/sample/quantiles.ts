import type { Random } from './random.js';

/** A distribution as its quantiles at equal steps: one uniform number and one look-up make a draw. */
export type Quantiles = Float32Array;

const STEPS = 4096;
const NORMAL_LIMIT = 4;
const NORMAL_WIDTH = 0.01;

/** The quantiles of a density that has weight `weights[i]` over `low + i * width` to `low + (i + 1) * width`. */
export function quantilesOf(weights: readonly number[], low: number, width: number): Quantiles {
  const stepWeight = weights.reduce((sum, weight) => sum + weight, 0) / STEPS;
  const quantiles = new Float32Array(STEPS + 1).fill(low + weights.length * width);
  let before = 0;
  let step = 0;
  weights.forEach((weight, index) => {
    for (; step < STEPS && step * stepWeight < before + weight; step += 1) {
      quantiles[step] = low + (index + (step * stepWeight - before) / weight) * width;
    }
    before += weight;
  });
  return quantiles;
}

/** The quantiles of a log-normal distribution, four standard deviations to either side. */
export function logNormal(median: number, sigma: number): Quantiles {
  return standardNormal().map((z) => median * Math.exp(sigma * z));
}

/** One number drawn from the distribution. */
export function draw(quantiles: Quantiles, random: Random): number {
  const position = random.next() * STEPS;
  const step = Math.floor(position);
  const low = quantiles[step] as number;
  return low + ((quantiles[step + 1] as number) - low) * (position - step);
}

function standardNormal(): Quantiles {
  const cells = Math.round((2 * NORMAL_LIMIT) / NORMAL_WIDTH);
  const weights = Array.from({ length: cells }, (_, index) => {
    const z = (index + 0.5) * NORMAL_WIDTH - NORMAL_LIMIT;
    return Math.exp((-z * z) / 2);
  });
  return quantilesOf(weights, -NORMAL_LIMIT, NORMAL_WIDTH);
}
