/**
 * P-values adjusted for having looked at all of them: where nothing differs, one below a level occurs in no larger share of
 * cases than that level, however the tests depend on each other.
 * Takes p-values in any order and gives the adjusted ones in the same order, as R's `p.adjust(p, "holm")` does.
 * Method: S. Holm, A Simple Sequentially Rejective Multiple Test Procedure, Scandinavian Journal of Statistics 6 (1979), 65-70.
 */
export function holmAdjusted(pValues: readonly number[]): number[] {
  const adjusted = pValues.map(() => 1);
  const order = pValues.map((p, index) => ({ p, index })).sort((a, b) => a.p - b.p);
  let largest = 0;
  order.forEach(({ p, index }, rank) => {
    largest = Math.max(largest, Math.min(1, p * (pValues.length - rank)));
    adjusted[index] = largest;
  });
  return adjusted;
}
