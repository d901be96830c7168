import { numberOfSeconds } from './duration-words.js';
import { clearNumber, isDoubtfulNumber, numberUnder, type Decimal } from './numbers.js';
import type { Seen } from './seen.js';

/** What the numbers of a column say about how they are written. */
export interface DecimalVotes {
  /** Numbers that have but one sign before fractions. */
  point: number;
  comma: number;
  /** Numbers such as `7.900`, and one such as `7,900`. */
  doubtfulPoints: number;
  doubtfulCommas: number;
  example: string | null;
  /** Of the doubtful ones those that end in 0. */
  withZeroAtEnd: number;
  /** Numbers without any sign: from 1 to 999, and from 1000 on. */
  small: number;
  large: number;
}

export function decimalVotes(seen: Seen): DecimalVotes {
  const votes: DecimalVotes = {
    point: 0,
    comma: 0,
    doubtfulPoints: 0,
    doubtfulCommas: 0,
    example: null,
    withZeroAtEnd: 0,
    small: 0,
    large: 0,
  };
  for (const { example: text, values } of seen.values()) {
    const example = numberOfSeconds(text) ?? text;
    if (isDoubtfulNumber(example)) {
      votes[example.includes('.') ? 'doubtfulPoints' : 'doubtfulCommas'] += values;
      if (example.endsWith('0')) votes.withZeroAtEnd += values;
      votes.example ??= text;
    } else if (/^[+-]?\d+$/.test(example)) {
      if (Number(example) !== 0) votes[Math.abs(Number(example)) < 1000 ? 'small' : 'large'] += values;
    } else if (clearNumber(example) !== null) {
      const [point, comma] = [numberUnder(example, 'point'), numberUnder(example, 'comma')];
      if (comma === null) votes.point += values;
      if (point === null) votes.comma += values;
    }
  }
  return votes;
}

export const doubtfulNumbers = (votes: DecimalVotes): number => votes.doubtfulPoints + votes.doubtfulCommas;

/**
 * The sign before fractions that a column proves, or null: by numbers that have but one reading, else by those of the other
 * columns and by what stands beside numbers with one sign and three digits: whole numbers, all of them below 1000. Fractions
 * of fixed length would leave no number whole, fractions cut short hardly any, and none of these ends in 0. Where these two
 * contradict each other nothing is proven.
 */
export function decimalOf(votes: DecimalVotes, others: readonly DecimalVotes[]): Decimal | null {
  const own = majority([votes]);
  if (own !== 'none') return own;
  const { doubtfulPoints, doubtfulCommas, small, large, withZeroAtEnd } = votes;
  if (doubtfulPoints > 0 && doubtfulCommas > 0) return null;
  const isBorneOut =
    doubtfulPoints + doubtfulCommas >= 2 && large === 0 && (small >= 2 || (small > 0 && withZeroAtEnd > 0));
  const thousands = !isBorneOut ? null : doubtfulCommas > 0 ? 'point' : 'comma';
  const beside = majority(others);
  if (beside === 'none' || beside === null) return thousands;
  return thousands === null || thousands === beside ? beside : null;
}

/** The sign that all votes are for; null where they contradict each other. */
function majority(all: readonly DecimalVotes[]): Decimal | null | 'none' {
  const hasPoint = all.some(({ point }) => point > 0);
  const hasComma = all.some(({ comma }) => comma > 0);
  if (hasPoint && hasComma) return null;
  return hasPoint ? 'point' : hasComma ? 'comma' : 'none';
}
