import { trimmed } from '../../files/text.js';

const formula = /^=\s*"((?:[^"]|"")*)"$/;
const white = [0x20, 0x09, 0xa0, 0xfeff, 0x202f];
const [equals, apostrophe] = [0x3d, 0x27];

/** A cell that a program guarded from Excel as it was before: `="0012"` and `'0012` are `0012`. */
export function unwrapped(cell: string, hasApostrophes = false): string {
  const first = cell.charCodeAt(0);
  if (isPlainStart(first)) return cell;
  if (white.includes(first)) {
    const text = trimmed(cell);
    const bare = unwrapped(text, hasApostrophes);
    return bare === text ? cell : bare;
  }
  if (first === apostrophe && (hasApostrophes || isGuard(cell)))
    return unwrapped(cell.slice(1, cell.length > 2 && cell.endsWith("'") ? -1 : undefined));
  if (first !== equals) return cell;
  const found = formula.exec(trimmed(cell));
  return found?.[1] === undefined ? cell : found[1].replaceAll('""', '"');
}

/** Digits, letters and most signs: nothing is wrapped that begins with one. */
function isPlainStart(code: number): boolean {
  return code > equals ? code < 0xa0 : code > apostrophe && code < equals;
}

/** Before a number or what Excel would take for a formula an apostrophe is no part of a text, as it is in `'t Hooft`. */
function isGuard(cell: string): boolean {
  return /^'[\d=+\-@]/.test(cell);
}

/** Whether a cell begins with an apostrophe. */
export function hasApostrophe(cell: string): boolean {
  const first = cell.charCodeAt(0);
  if (isPlainStart(first)) return false;
  return first === apostrophe || (white.includes(first) && trimmed(cell).startsWith("'"));
}

/** Whether a cell is guarded from Excel, for sure. */
export function isWrapped(cell: string): boolean {
  return unwrapped(cell) !== cell;
}
