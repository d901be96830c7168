import type { Decimal } from './numbers.js';
import { isNotRated } from './not-rated.js';
import { scalesOfWords, wordScales } from './rating-words.js';
import { readRating, type RatingWriting } from './ratings.js';
import type { Seen } from './seen.js';

/** How a column of ratings is written: the form of most of its values. Words need a scale that has all of them. */
export function ratingWriting(seen: Seen, decimal: Decimal | null): RatingWriting | null {
  const counts = new Map<RatingWriting['form'], number>();
  const outOf = new Map<number, number>();
  const words: string[] = [];
  for (const { example, values } of seen.values()) {
    const read = isNotRated(example) ? null : readRating(example, decimal);
    if (!read) continue;
    counts.set(read.form, (counts.get(read.form) ?? 0) + values);
    if (read.outOf !== null) outOf.set(read.outOf, (outOf.get(read.outOf) ?? 0) + values);
    if (read.form === 'words') words.push(example);
  }
  const form = mostOf(counts);
  if (form === null) return null;
  const scale = form === 'words' ? scaleOf(words, seen) : null;
  if (form === 'words' && scale === null) return null;
  const saying = [...outOf.values()].reduce((sum, values) => sum + values, 0);
  const areFew = form === 'number' && saying * 2 < (counts.get('number') ?? 0);
  return { decimal, form, outOf: areFew ? null : mostOf(outOf), words: scale };
}

/** A scale that has every word of the column: one word alone, or a word of none, says too little. */
function scaleOf(words: readonly string[], seen: Seen): number | null {
  const texts = [...seen.values()]
    .map(({ example }) => example)
    .filter((text) => /\D/.test(text) && !isNotRated(text));
  if (words.length < texts.length) return null;
  const [scale] = scalesOfWords(words);
  if (!scale || new Set(words.map((word) => word.toLowerCase())).size < 2) return null;
  return wordScales.indexOf(scale);
}

function mostOf<Key>(counts: ReadonlyMap<Key, number>): Key | null {
  let best: [Key, number] | null = null;
  for (const [key, count] of counts) if (!best || count > best[1]) best = [key, count];
  return best?.[0] ?? null;
}
