const formula = /^\s*=\s*"((?:[^"]|"")*)"\s*$/;

/** A cell that a program guarded from Excel as it was before: `="0012"` and `'0012` are `0012`. */
export function unwrapped(cell: string, hasApostrophes = false): string {
  const first = cell.charCodeAt(0);
  if (first !== 0x3d && first !== 0x27 && first !== 0x20) return cell;
  if (first === 0x27 && (hasApostrophes || isGuard(cell))) return unwrapped(cell.slice(1));
  const found = formula.exec(cell);
  return found?.[1] === undefined ? cell : found[1].replaceAll('""', '"');
}

/** Before a number or what Excel would take for a formula an apostrophe is no part of a text, as it is in `'t Hooft`. */
function isGuard(cell: string): boolean {
  return /^'[\d=+\-@]/.test(cell);
}

/** Whether a cell is guarded from Excel, for sure. */
export function isWrapped(cell: string): boolean {
  return isGuard(cell) || formula.test(cell);
}
