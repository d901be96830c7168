import { isRatingWord, ratingOfWord, type WordScale } from './rating-words.js';
import { readNumber, type Decimal } from './numbers.js';

/** How the ratings of a column are written. */
export interface RatingWriting {
  decimal: Decimal | null;
  /** `number` has what stands beside a number too: `4/5`, `4 - Satisfied`, `4 stars`. */
  form: 'number' | 'stars' | 'percent' | 'words';
  /** What the numbers are out of, `4/5`; null where none of them says so. */
  outOf: number | null;
  /** The scale of words, by its place in `wordScales`; null: no words. */
  words: number | null;
}

const fraction = /^([-+]?[\d.,]+)\s*(?:\/|out of|of|von|sur|de|di|van)\s*(\d+)(?:\s*\p{L}.*)?$/iu;
const labelled = /^([-+]?\d+(?:[.,]\d{1,2})?)\s*(?:[-–—:=|]\s*[^\d\s].*|\(.*\)|[.)]\s+\p{L}.*)$/u;
const behindLabel = /^[\p{L}\s]+[(:]\s*(\d+(?:[.,]\d{1,2})?)\)?$/u;
const counted =
  /^(\d+(?:[.,]\d{1,2})?)\s*(?:stars?|sterne?|étoiles?|etoiles?|estrellas?|estrelas?|stelle|stella|sterren?|gwiazdk\p{L}+|yıldız|stjärn\p{L}+|bintang|★|⭐|pts?|points?)\.?$/iu;
const behindStar = /^[★⭐]\ufe0f?\s*(\d+(?:[.,]\d{1,2})?)$/u;
const percent = /^([\d.,]+)\s*%$/;
const stars = /^(?:[★⭐✭✩☆*]|\ufe0f)+$/u;

/** A number and what stands beside it. */
const forms = [labelled, counted, behindLabel, behindStar];

/** What one text of a rating says by itself. */
export interface ReadRating {
  form: RatingWriting['form'];
  /** The number as text; of words null. */
  number: string | null;
  outOf: number | null;
}

/** A rating by its own form; null for what is none. */
export function readRating(text: string, decimal: Decimal | null): ReadRating | null {
  const of = (form: ReadRating['form'], number: string | undefined, outOf: number | null = null) => {
    const read = number === undefined ? null : readNumber(number, decimal);
    return read === null ? null : { form, number: read, outOf };
  };
  const part = fraction.exec(text);
  if (part) return of('number', part[1], Number(part[2]));
  if (stars.test(text)) return starsOf(text);
  return (
    of('percent', percent.exec(text)?.[1]) ??
    of('number', text) ??
    of(
      'number',
      forms.map((form) => form.exec(text)?.[1]).find((found) => found !== undefined),
    ) ??
    (isRatingWord(text) ? { form: 'words', number: null, outOf: null } : null)
  );
}

/** `★★★★☆` is four out of five, `★★★★` four. */
function starsOf(text: string): ReadRating {
  const full = [...text].filter((sign) => '★⭐✭*'.includes(sign)).length;
  const empty = [...text].filter((sign) => '☆✩'.includes(sign)).length;
  return { form: 'stars', number: String(full), outOf: empty > 0 ? full + empty : null };
}

/** A rating as the plain number that SQL reads; null where it is not written as its column is. */
export function ratingText(
  text: string,
  { decimal, form, outOf }: RatingWriting,
  scale: WordScale | null,
): string | null {
  if (form === 'words') {
    const value = scale ? ratingOfWord(scale, text) : null;
    return value === null ? null : String(value);
  }
  const read = readRating(text, decimal);
  if (read?.form !== form) return null;
  // beside `8/10` a bare 4 may be out of anything; stars say what they are out of only where some are empty
  if (read.outOf !== outOf && (form === 'number' || read.outOf !== null)) return null;
  return read.number;
}
