import type { RatingPart } from '../dates/evidence.js';
import { wordScales } from './rating-words.js';
import type { RatingWriting } from './ratings.js';

/** A scale of ratings, and from where they say "satisfied". */
export interface RatingScale {
  min: number;
  max: number;
  satisfied: number;
}

/** The scale that some ratings are on, and why. */
export interface FoundScale extends RatingScale {
  evidence: string;
  /** Another scale that fits as well, and why it is not known which; null: none does. */
  doubt: { other: RatingScale; why: string; example?: number } | null;
}

/** What is known of the ratings of a file. */
export interface RatingFacts {
  parts: readonly RatingPart[];
  /** How they are written; null: not known. */
  writing: Pick<RatingWriting, 'form' | 'outOf' | 'words'> | null;
  heading: { min: number | null; max: number } | null;
}

/** Fewer ratings than this say nothing of their scale. */
const fewestRatings = 5;

const scaleOf = (min: number, max: number): RatingScale => ({ min, max, satisfied: satisfiedOn(min, max) });

/** Where "satisfied" starts as it does with 4 of 1 to 5: the two upper of five steps, the upper one of three. */
function satisfiedOn(min: number, max: number): number {
  if (max - min <= 2) return max;
  if (max - min === 4) return max - 1;
  return max <= 7 ? max - 1 : Math.round(max * 0.8);
}

/** Finds the scale of ratings; null where they are too few, or fit none. */
export function findScale({ parts, writing, heading }: RatingFacts): FoundScale | null {
  const words = writing?.form === 'words' && writing.words !== null ? wordScales[writing.words] : undefined;
  if (words) return found(words, 'the ratings are words');
  const rated = parts.filter(({ values }) => values > 0);
  const count = rated.reduce((sum, { values }) => sum + values, 0);
  if (count === 0) return null;
  const code = writing?.form === 'percent' || heading ? null : codeAmong(rated);
  if (code !== null) return withoutCode(rated, code);
  const lowest = Math.min(...rated.map((part) => part.lowest));
  const highest = Math.max(...rated.map((part) => part.highest));
  const isPercent = heading?.max === 100 && highest <= 10;
  const named = namedScale(writing, isPercent ? null : heading, lowest);
  if (named && lowest >= Math.min(0, named.min) && highest <= named.max) return named;
  return count < fewestRatings ? null : scaleOfValues(rated, lowest, highest);
}

/** Numbers that stand for "not rated" where all ratings are far below or above them. */
const codes = [9, 77, 88, 97, 98, 99, 999, 9999, -1, -9, -99];

/** A number that stands far outside of all other ratings, and is one of those that mean "not rated"; null: there is none. */
function codeAmong(parts: readonly RatingPart[]): number | null {
  const alone = parts.filter((part) => part.lowest === part.highest && codes.includes(part.lowest));
  return alone.map(({ lowest }) => lowest).find((code) => isFarOutside(code, parts)) ?? null;
}

function isFarOutside(code: number, parts: readonly RatingPart[]): boolean {
  const rest = parts.filter(({ lowest }) => lowest !== code);
  const lowest = Math.min(...rest.map((part) => part.lowest));
  const highest = Math.max(...rest.map((part) => part.highest));
  const count = rest.reduce((sum, { values }) => sum + values, 0);
  if (count < fewestRatings || lowest < 0 || highest < 2) return false;
  return code < 0 ? highest <= 10 : highest <= (code === 9 ? 5 : 10);
}

/** The scale of the other ratings, and that with the code as the doubtful other one. */
function withoutCode(parts: readonly RatingPart[], code: number): FoundScale | null {
  const rest = findScale({
    parts: parts.filter(({ lowest }) => lowest !== code),
    writing: null,
    heading: null,
  });
  if (!rest) return null;
  const highest = code < 0 ? rest.max : code === 9 ? 10 : Math.max(100, code);
  const other = scaleOf(code < 0 ? code : highest > 10 ? 0 : 1, highest);
  const why = `${String(code)} is far outside of all others, and is taken for "not rated"`;
  return { ...rest, doubt: { other, why, example: code } };
}

function found(scale: RatingScale, evidence: string, doubt: FoundScale['doubt'] = null): FoundScale {
  const { min, max, satisfied } = scale;
  return { min, max, satisfied, evidence, doubt };
}

function namedScale(
  writing: RatingFacts['writing'],
  heading: RatingFacts['heading'],
  lowest: number,
): FoundScale | null {
  if (typeof heading?.min === 'number')
    return found(scaleOf(heading.min, heading.max), 'the heading says so');
  const outOf = writing?.outOf ?? heading?.max ?? null;
  if (writing?.form === 'percent') return found(scaleOf(0, 100), 'the ratings are percentages');
  if (outOf === null) return writing?.form === 'stars' ? found(scaleOf(1, 5), 'the ratings are stars') : null;
  const evidence = `the ratings are out of ${String(outOf)}`;
  return found(scaleOf(1, outOf), evidence, lowest === 0 ? zeros(scaleOf(0, outOf)) : null);
}

const zeros = (other: RatingScale): FoundScale['doubt'] => ({
  other,
  why: 'a 0 may be the lowest rating, or "not rated"',
});

function scaleOfValues(parts: readonly RatingPart[], lowest: number, highest: number): FoundScale | null {
  const isWhole = parts.every((part) => part.lowest === part.highest && Number.isInteger(part.lowest));
  const seen = `they go from ${String(lowest)} to ${String(highest)}`;
  if (lowest < 0) return belowZero(lowest, highest, isWhole, seen);
  if (highest > 100) return null;
  if (highest > 10) return found(scaleOf(0, 100), seen);
  if (highest > 5) return upToTen(lowest, highest, seen);
  if (highest <= 1) return upToOne(lowest, highest, isWhole);
  if (lowest === 0)
    return found(scaleOf(1, 5), seen, highest <= 3 ? upToThree(0, highest) : zeros(scaleOf(0, 5)));
  if (highest <= 3 && isWhole) return found(scaleOf(1, 5), seen, upToThree(1, highest));
  return found(scaleOf(1, 5), seen);
}

function upToThree(lowest: number, highest: number): FoundScale['doubt'] {
  return { other: scaleOf(lowest, 3), why: `no rating is above ${String(highest)}` };
}

function belowZero(lowest: number, highest: number, isWhole: boolean, seen: string): FoundScale | null {
  const most = Math.max(-lowest, highest);
  if (!isWhole || most > 5 || highest > -lowest * 2) return null;
  const scale = { min: -most, max: most, satisfied: Math.ceil(most / 2) };
  return found(scale, seen);
}

function upToTen(lowest: number, highest: number, seen: string): FoundScale {
  const scale = scaleOf(lowest === 0 ? 0 : 1, 10);
  if (lowest === 0) return found(scale, seen, zeros(scaleOf(1, 10)));
  return found(scale, seen, highest === 7 ? { other: scaleOf(1, 7), why: 'no rating is above 7' } : null);
}

/** Only 0 and 1, fractions of 1, or nothing but 1. */
function upToOne(lowest: number, highest: number, isWhole: boolean): FoundScale | null {
  if (!isWhole) return found({ min: 0, max: 1, satisfied: 0.8 }, 'they are fractions of 1');
  if (lowest === 1)
    return found(scaleOf(1, 5), 'they are all 1', {
      other: scaleOf(0, 1),
      why: 'every rating is 1, which may be the upper one of two',
    });
  if (lowest !== 0 || highest !== 1) return null;
  return found(scaleOf(0, 1), 'there are only 0 and 1', {
    other: scaleOf(1, 5),
    why: 'a 0 may be "bad", or "not rated" on a scale of which only 1 was given',
  });
}
