import { changeInWords, figureInWords, signOf } from '../figures.js';
import type { Interval } from '../../statistics/intervals.js';
import { rateOf, type Share } from '../../statistics/share.js';

export const countInWords = (value: number): string => figureInWords('count', value);
export const rateInWords = (value: number): string => figureInWords('rate', value);

/** `17.9% (n = 669)`. */
export const shareInWords = (share: Share): string =>
  `${rateInWords(rateOf(share))} (n = ${countInWords(share.cases)})`;

/** `-3.4 pts`: the difference of two rates. */
export const pointsInWords = (difference: number): string =>
  changeInWords({ kind: 'points', amount: difference });

/** `+0.19`, `-14.2`: with its sign, in hundredths of a score or tenths of anything else. */
export function signed(value: number, unit: 'score' | 'seconds'): string {
  const size = figureInWords(unit, Math.abs(value));
  return `${signOf(value, size)}${size}`;
}

/** ` (95%: -39.2 to -33.0)` of a difference of rates or scores; nothing where there is no interval. */
export function intervalInWords(interval: Interval | null, unit: 'points' | 'score'): string {
  if (!interval) return '';
  const shown = (value: number) =>
    unit === 'points' ? signed(value * 100, 'seconds') : signed(value, 'score');
  return ` (95%: ${shown(interval.low)} to ${shown(interval.high)})`;
}

/** `-14.2%`: a relative change. */
export const changeInPercent = (change: number): string => figureInWords('change', change);
