/** The first whole number of a range from which on something holds; the one after the range where it never does. */
export function firstWhere(from: number, to: number, holds: (k: number) => boolean): number {
  let [low, high] = [from, to + 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The number of a range up to which something holds: the range is halved until it is found. */
export function lastWhere(from: number, to: number, holds: (x: number) => boolean): number {
  let [low, high] = [from, to];
  for (let step = 0; step < 100; step++) {
    const middle = (low + high) / 2;
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
