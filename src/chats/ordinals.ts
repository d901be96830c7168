/** Ordinals of one file start here, times its number: far above any number of rows, and exact in a double. */
export const rowsPerFile = 2 ** 40;

/** Which file and which of its sound rows (both from 0) a `source_ordinal` stands for. */
export function sourceOf(ordinal: number): { file: number; row: number } {
  return { file: Math.floor(ordinal / rowsPerFile), row: ordinal % rowsPerFile };
}
