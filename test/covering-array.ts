import { isLong } from './tiers.js';

/**
 * Rows of values, one of each choice, in which every pair of values of two choices stands together at least once: faults that
 * need two choices to meet are found without the full product. The same rows every time.
 */
export function pairwise<Choices extends Record<string, readonly unknown[]>>(
  choices: Choices,
): { [Name in keyof Choices]: Choices[Name][number] }[] {
  const sizes = Object.values(choices).map((values) => values.length);
  const rows = coveringRows(sizes);
  const names = Object.keys(choices);
  return rows.map(
    (row) =>
      Object.fromEntries(names.map((name, at) => [name, choices[name]?.[row[at] ?? 0]])) as {
        [Name in keyof Choices]: Choices[Name][number];
      },
  );
}

/** Every combination of the choices, where the long tests run; otherwise pairs. */
export function combined<Choices extends Record<string, readonly unknown[]>>(
  choices: Choices,
): ReturnType<typeof pairwise<Choices>> {
  return isLong ? product(choices) : pairwise(choices);
}

function product<Choices extends Record<string, readonly unknown[]>>(
  choices: Choices,
): ReturnType<typeof pairwise<Choices>> {
  return Object.entries(choices).reduce<Record<string, unknown>[]>(
    (rows, [name, values]) => rows.flatMap((row) => values.map((value) => ({ ...row, [name]: value }))),
    [{}],
  ) as ReturnType<typeof pairwise<Choices>>;
}

const pairKey = (a: number, valueOfA: number, b: number, valueOfB: number): string =>
  [a, valueOfA, b, valueOfB].join();

/** Greedy: each row begins with a pair that is still missing, and takes for every other choice the value that covers most. */
function coveringRows(sizes: readonly number[]): number[][] {
  const missing = allPairs(sizes);
  const rows: number[][] = [];
  for (const first of missing.values()) {
    if (!missing.has(pairKey(...first))) continue;
    const [a, valueOfA, b, valueOfB] = first;
    const row: (number | undefined)[] = sizes.map((_, at) =>
      at === a ? valueOfA : at === b ? valueOfB : undefined,
    );
    for (const [at, size] of sizes.entries()) row[at] ??= bestValue(row, at, size, missing);
    const whole = row.map((value) => value ?? 0);
    for (const key of pairsOf(whole)) missing.delete(key);
    rows.push(whole);
  }
  return rows;
}

type Pair = [a: number, valueOfA: number, b: number, valueOfB: number];

function allPairs(sizes: readonly number[]): Map<string, Pair> {
  const pairs = new Map<string, Pair>();
  for (const [b, sizeOfB] of sizes.entries())
    for (const [a, sizeOfA] of sizes.slice(0, b).entries())
      for (let valueOfA = 0; valueOfA < sizeOfA; valueOfA += 1)
        for (let valueOfB = 0; valueOfB < sizeOfB; valueOfB += 1)
          pairs.set(pairKey(a, valueOfA, b, valueOfB), [a, valueOfA, b, valueOfB]);
  return pairs;
}

function bestValue(
  row: readonly (number | undefined)[],
  at: number,
  size: number,
  missing: ReadonlyMap<string, Pair>,
): number {
  const gain = (value: number): number =>
    pairsOf(row.with(at, value)).filter((key) => missing.has(key)).length;
  const gains = Array.from({ length: size }, (_, value) => gain(value));
  return gains.indexOf(Math.max(...gains));
}

function pairsOf(row: readonly (number | undefined)[]): string[] {
  return row.flatMap((valueOfB, b) =>
    row
      .slice(0, b)
      .flatMap((valueOfA, a) =>
        valueOfA === undefined || valueOfB === undefined ? [] : [pairKey(a, valueOfA, b, valueOfB)],
      ),
  );
}
