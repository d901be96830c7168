export const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);

/** Null where there is nothing to divide by. */
export const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

export const mean = (values: number[]): number | null => ratio(sum(values), values.length);

/** Linear interpolation between the two nearest ranks, as Excel's PERCENTILE.INC. */
export function percentile(values: number[], share: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const position = share * (sorted.length - 1);
  const low = sorted[Math.floor(position)];
  const high = sorted[Math.ceil(position)];
  if (low === undefined || high === undefined) return null;
  return low + (high - low) * (position - Math.floor(position));
}

export const present = (values: (number | null)[]): number[] => values.filter((value) => value !== null);
