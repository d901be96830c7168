/** Where a key of the keyboard leads among marks. */
export interface MarkSteps {
  count: number;
  /** Marks stand in rows of so many. */
  inRow?: number | undefined;
}

/** The mark that a key leads to from the active one (null: none yet); undefined: the key does nothing. */
export function markAfter(
  key: string,
  active: number | null,
  { count, inRow }: MarkSteps,
): number | undefined {
  if (count === 0) return undefined;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  const step = stepOf(key, inRow);
  if (step === undefined) return undefined;
  if (active === null) return step > 0 ? 0 : count - 1;
  const next = active + step;
  return next < 0 || next >= count ? active : next;
}

function stepOf(key: string, inRow: number | undefined): number | undefined {
  const steps: Record<string, number> = {
    ArrowRight: 1,
    ArrowLeft: -1,
    ArrowDown: inRow ?? 1,
    ArrowUp: -(inRow ?? 1),
  };
  return steps[key];
}
