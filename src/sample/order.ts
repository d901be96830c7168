import { below } from './random.js';
import type { Random } from './random.js';

/** Yields the lines a little out of order: each comes from among the next `reach` ones. */
export function* slightlyShuffled(lines: Iterable<string>, reach: number, random: Random): Generator<string> {
  const waiting: string[] = [];
  for (const line of lines) {
    if (waiting.length < reach) {
      waiting.push(line);
      continue;
    }
    const index = below(random, reach);
    yield waiting[index] as string;
    waiting[index] = line;
  }
  yield* waiting;
}

/** Joins lines into texts of at least `size` characters (the last may be shorter). */
export function* inChunks(lines: Iterable<string>, size: number): Generator<string> {
  let text = '';
  for (const line of lines) {
    text += line;
    if (text.length >= size) {
      yield text;
      text = '';
    }
  }
  if (text !== '') yield text;
}
