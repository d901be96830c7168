/** Random choices, the same ones for the same seed. */
export interface Random {
  /** From 0 to 1. */
  number: () => number;
  /** A whole number from 0. */
  upTo: (most: number) => number;
  oneOf: <Item>(items: readonly Item[]) => Item;
  isOnce: (share: number) => boolean;
  shuffled: <Item>(items: readonly Item[]) => Item[];
}

export function randomFrom(seed: number): Random {
  let state = seed;
  const number = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const upTo = (most: number): number => Math.floor(number() * (most + 1));
  return {
    number,
    upTo,
    oneOf: (items) => items[upTo(items.length - 1)] as (typeof items)[number],
    isOnce: (share) => number() < share,
    shuffled: (items) =>
      items
        .map((item) => ({ item, at: number() }))
        .sort((a, b) => a.at - b.at)
        .map(({ item }) => item),
  };
}
