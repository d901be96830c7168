/**
 * P-values adjusted so that, of all that are then below a level, no larger share than that level is so by chance on average; where
 * nothing differs at all, nothing is below it more often than that. As R's `p.adjust(p, "BH")`, in the order given.
 * Method: Y. Benjamini and Y. Hochberg, Controlling the False Discovery Rate, Journal of the Royal Statistical Society B 57
 * (1995), 289-300.
 */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  const adjusted = pValues.map(() => 1);
  const order = pValues.map((p, index) => ({ p, index })).sort((a, b) => b.p - a.p);
  let smallest = 1;
  order.forEach(({ p, index }, position) => {
    smallest = Math.min(smallest, (p * pValues.length) / (pValues.length - position));
    adjusted[index] = smallest;
  });
  return adjusted;
}
