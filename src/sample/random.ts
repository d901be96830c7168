/** A stream of random numbers that its seed alone decides. */
export interface Random {
  /** The next whole number from 0 to 2^32 - 1. */
  bits(): number;
  /** The next number from 0 (included) to 1 (excluded). */
  next(): number;
}

const ROUNDS_BEFORE_USE = 20;

/**
 * The sfc32 generator. `seed` is a whole number from 0 to 2^53 - 1; streams of one seed with different
 * `stream` numbers are independent, so that a draw more in one part leaves the other parts as they were.
 */
export function createRandom(seed: number, stream: number): Random {
  let a = seed | 0;
  let b = Math.floor(seed / 2 ** 32) | 0;
  let c = stream | 0;
  let counter = 1;
  const bits = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let round = 0; round < ROUNDS_BEFORE_USE; round += 1) bits();
  return { bits, next: () => bits() / 2 ** 32 };
}

/** A whole number from 0 to `count - 1`. */
export function below(random: Random, count: number): number {
  return Math.floor(random.next() * count);
}

/** A number from `low` to `high`. */
export function between(random: Random, low: number, high: number): number {
  return low + random.next() * (high - low);
}

/** One item of a list that is not empty. */
export function pick<T>(random: Random, items: readonly T[]): T {
  const item = items[below(random, items.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}

/** A shuffled copy of the list. */
export function shuffled<T>(random: Random, items: readonly T[]): T[] {
  const keyed = items.map((item) => ({ item, key: random.bits() }));
  return keyed.sort((left, right) => left.key - right.key).map(({ item }) => item);
}
