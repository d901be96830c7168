import { betaBelow } from './beta.js';
import { lastWhere } from './search.js';

/** The two-sided p-value of a value of Student's t distribution; R's `2 * pt(-abs(t), df)`. `df` need not be whole. */
export function studentPValue(t: number, df: number): number {
  if (!Number.isFinite(t)) return 0;
  return betaBelow(df / (df + t * t), df / 2, 0.5);
}

/** How far from 0, to both sides, a share of Student's t distribution reaches; R's `qt(1 - (1 - level) / 2, df)`. */
export const studentReach = (level: number, df: number): number =>
  lastWhere(0, 1e6, (t) => studentPValue(t, df) > 1 - level);
