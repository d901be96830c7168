/** Which sign stands before the fraction of a number; the other one may stand between thousands. */
export type Decimal = 'point' | 'comma';

const spaces = ' \\u00a0\\u2007\\u2009\\u202f';

/** A number with groups of three digits (in India two, but for the last) between the same signs. */
function groupedNumber(thousands: string, decimal: string): RegExp {
  const sign = `([${thousands}'’${spaces}])`;
  const groups = `[1-9]\\d{0,2}${sign}\\d{3}(?:\\2\\d{3})*`;
  const indian = thousands === ',' ? `|[1-9]\\d?(?:,\\d{2})+,\\d{3}` : '';
  return new RegExp(`^([+-]?)(?:${groups}${indian})(?:${decimal}\\d+)?$`);
}

const grouped: Record<Decimal, RegExp> = {
  point: groupedNumber(',', '\\.'),
  comma: groupedNumber('.', ','),
};
const plain: Record<Decimal, RegExp> = {
  point: /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d{1,3})?$/i,
  comma: /^[+-]?(?:\d+(?:,\d*)?|,\d+)(?:e[+-]?\d{1,3})?$/i,
};

/** A number as plain text with a point, read with this sign before fractions; null where it is none. */
export function numberUnder(text: string, decimal: Decimal): string | null {
  const written = text.replace(/^\u2212/, '-');
  const isGrouped = grouped[decimal].test(written);
  if (!isGrouped && !plain[decimal].test(written)) return null;
  const joined = isGrouped ? written.replace(decimal === 'point' ? /[^\d.+-]/g : /[^\d,+-]/g, '') : written;
  const number = decimal === 'comma' ? joined.replace(',', '.') : joined;
  return Number.isFinite(Number(number)) ? number : null;
}

/** A number that says itself how it is written: whichever sign stands before fractions, it is the same. */
export function clearNumber(text: string): string | null {
  const [point, comma] = [numberUnder(text, 'point'), numberUnder(text, 'comma')];
  if (point === null || comma === null) return point ?? comma;
  return Number(point) === Number(comma) ? point : null;
}

/** A number under a decimal sign, or without one where it is clear. */
export function readNumber(text: string, decimal: Decimal | null): string | null {
  return decimal === null ? clearNumber(text) : numberUnder(text, decimal);
}

/** `7.900` and `7,900`: seven thousand nine hundred, or seven and nine tenths. */
export function isDoubtfulNumber(text: string): boolean {
  return clearNumber(text) === null && numberUnder(text, 'point') !== null;
}

/** Whether every engine reads a number as it stands: no thousands, and no doubt about a fraction. */
export function isPlainNumber(text: string): boolean {
  return /^[+-]?\d+([.,]\d+)?(e[+-]?\d{1,3})?$/i.test(text) && !isDoubtfulNumber(text);
}
