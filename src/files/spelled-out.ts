/** What a terminal or an editor obeys in the place of showing it: control characters, marks of direction, halves of characters. */
const obeyed = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu;

const hexOf = (one: string): string => one.charCodeAt(0).toString(16);
const spelled = (one: string): string => `\\u{${hexOf(one)}}`;

/** A text with what would be obeyed written out, such as `\u{1b}`; what `kept` holds stays as it is. */
export function spelledOut(text: string, kept = '', spell = spelled): string {
  return text.replace(obeyed, (one) => (kept.includes(one) ? one : spell(one)));
}

/** JSON with the same values, in which what would be obeyed is escaped. */
export function spelledOutJson(json: string): string {
  return spelledOut(json, '\n', (one) => `\\u${hexOf(one).padStart(4, '0')}`);
}

const obeyedInCells = /[^\P{Cc}\t\n\r]|[\p{Cs}\p{Bidi_Control}]|\\(?=u\{)/gu;
const spelling = /\\u\{([0-9a-f]{1,4})\}/g;

/** A text as a cell of CSV that we write holds it; `asWas` gives it back. */
export function cellText(text: string): string {
  return text.replace(obeyedInCells, spelled);
}

/** The text that `cellText` was given. */
export function asWas(text: string): string {
  return text.replace(spelling, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
