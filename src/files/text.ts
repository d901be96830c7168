/** Every character that counts as white space at the ends of a value: Unicode White_Space and the byte-order mark. */
export const whiteSpace =
  '\t\n\v\f\r \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';

/** Values that mean "missing", lower case, trimmed. */
export const missingTokens = ['', '-', 'n/a', 'na', 'null', 'none', 'nan'] as const;

/** A value without white space at its ends (metrics.md, section 1). */
export function trimmed(value: string): string {
  let [from, to] = [0, value.length];
  while (from < to && whiteSpace.includes(value.charAt(from))) from += 1;
  while (from < to && whiteSpace.includes(value.charAt(to - 1))) to -= 1;
  return value.slice(from, to);
}

/** A trimmed value, or null when it means "missing". */
export function clean(value: string): string | null {
  const text = trimmed(value);
  return (missingTokens as readonly string[]).includes(text.toLowerCase()) ? null : text;
}
