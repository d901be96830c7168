import type { Random } from './random.js';

/**
 * A rating from 1 to 5, or 0 for a chat that was not rated. `ladder` holds the shares of ratings up to 1, 2, 3
 * and 4; a positive `shift` makes all of them better, a negative one worse.
 */
export function rate(ladder: readonly number[], ratedRate: number, shift: number, random: Random): number {
  if (random.next() >= ratedRate) return 0;
  const mood = random.next() + shift;
  let rating = 1;
  for (const share of ladder) if (mood >= share) rating += 1;
  return rating;
}
