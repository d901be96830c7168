/** Numbers from 0 to 1, the same at every run for a seed. Method: T. Ettinger, mulberry32 (public domain). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A random number of a gamma distribution; G. Marsaglia and W. Tsang, ACM Transactions on Mathematical Software 26 (2000). */
function randomGamma(shape: number, random: () => number): number {
  if (shape < 1) return randomGamma(shape + 1, random) * Math.max(random(), 1e-300) ** (1 / shape);
  const d = shape - 1 / 3;
  for (;;) {
    const x = Math.sqrt(-2 * Math.log(Math.max(random(), 1e-300))) * Math.cos(2 * Math.PI * random());
    const v = (1 + x / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(Math.max(random(), 1e-300)) < 0.5 * x * x + d - d * v + d * Math.log(v))
      return d * v;
  }
}

/** A random number of a beta distribution. */
export function randomBeta(a: number, b: number, random: () => number): number {
  const [one, other] = [randomGamma(a, random), randomGamma(b, random)];
  return one + other > 0 ? one / (one + other) : a / (a + b);
}
