import { closest } from 'fastest-levenshtein';
import { unusableInput } from '../errors.js';

/** Whether two names of sheets are the same in any case. */
export function isSameName(one: string, other: string): boolean {
  return keyOf(one) === keyOf(other);
}

/**
 * The sheets that names or patterns choose, in their own order; all where none is given. `*` in a pattern stands for anything,
 * `?` for one character; a name that a sheet has is no pattern.
 * @throws UserError `unknown_sheet` when one chooses no sheet.
 */
export function chosenSheets<Sheet extends { name: string }>(
  sheets: readonly Sheet[],
  wanted: readonly string[],
  file: string,
): Sheet[] {
  if (wanted.length === 0) return [...sheets];
  const tests = wanted.map((name) => testOf(sheets, name, file));
  return sheets.filter((sheet) => tests.some((isWanted) => isWanted(sheet)));
}

function testOf<Sheet extends { name: string }>(
  sheets: readonly Sheet[],
  wanted: string,
  file: string,
): (sheet: Sheet) => boolean {
  const exact =
    sheets.find(({ name }) => name === wanted) ?? sheets.find(({ name }) => isSameName(name, wanted));
  if (exact) return (sheet) => sheet === exact;
  const pattern = patternOf(wanted);
  if (sheets.some(({ name }) => pattern.test(keyOf(name)))) return ({ name }) => pattern.test(keyOf(name));
  const names = sheets.map(({ name }) => name);
  const near = names.find((name) => keyOf(name) === closest(keyOf(wanted), names.map(keyOf))) ?? '';
  const message = `${file} has no sheet "${wanted}". Its sheets: ${names.map((name) => `"${name}"`).join(', ')}.`;
  throw unusableInput('unknown_sheet', message, `Did you mean "${near}"?`, { file });
}

function patternOf(wanted: string): RegExp {
  const escaped = keyOf(wanted).replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`, 'su');
}

function keyOf(name: string): string {
  return name.trim().normalize('NFC').toLowerCase();
}
