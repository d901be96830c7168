import { kebab } from './names.js';

/** How a surface calls an option: the command line `--date-order mdy`, the page by its setting. Without a value, the option alone. */
export type MentionWords = (name: string, value: string | null) => string;

/** Private characters, which no file name or heading holds: they keep a mention apart from the text around it. */
const [begin, middle, end] = ['\u{F0000}', '\u{F0001}', '\u{F0002}'];
const mentions = new RegExp(`${begin}(\\w+)(?:${middle}([^${end}]*))?${end}`, 'gu');

/** Names an option, by its key in the catalog, in a text that each surface says in its own words: see `inWords`. */
export function mention(name: string, value?: string): string {
  return `${begin}${name}${value === undefined ? '' : `${middle}${value}`}${end}`;
}

/** A text with its mentions in the words of a surface. */
export function inWords(text: string, words: MentionWords): string {
  const said = text.replace(mentions, (_, name: string, value: string | undefined) =>
    words(name, value ?? null),
  );
  return words === asOption ? said.replace(sameObject, ', ') : said;
}

/** Between two values of one option, side by side: `map: { a: "A" } map: { b: "B" }` is one object. */
const sameObject = / \} map: \{ /gu;

/** The words of the command line. */
export const asFlag: MentionWords = (name, value) => `--${kebab(name)}${value === null ? '' : ` ${value}`}`;

/** The words of the library: `dateOrder: "mdy"`, `map: { started_at: "Start" }`. */
export const asOption: MentionWords = (name, value) => {
  if (value === null) return name;
  const [field = '', ofField] = value.split('=', 2);
  return ofField === undefined ? `${name}: ${literal(value)}` : `${name}: { ${field}: ${literal(ofField)} }`;
};

/** A value as code; what stands for something to be filled in stays as it is. */
function literal(value: string): string {
  return /^(NAME|HEADING|ZONE|UNIT|RATING|FROM\.\.TO)$|^"/.test(value) ? value : JSON.stringify(value);
}
