import { foldsUnlikeLowerCase } from '../../options/case-folding.js';
import { literal } from './sql-text.js';

/**
 * The macros of `name_key(x)`: NFC under full case folding. ASCII, and then texts whose fold is their lower case, go the short
 * way; in the others each letter is looked up, for DuckDB has no function that folds.
 */
export function nameKeyMacros(): string[] {
  const folds = foldsUnlikeLowerCase();
  const letters = literal([...folds.keys()].join(''));
  const become = literal([...folds.values()].join(' '));
  return [
    `create macro folded_letter(c, place) as case when place > 0 then split_part(${become}, ' ', place) else lower(c) end`,
    `create macro folded_letters(x) as
       array_to_string([folded_letter(c, strpos(${letters}, c)) for c in string_split(x, '')], '')`,
    `create macro name_key(x) as case
       when strlen(x) = length(x) then lower(x)
       when regexp_matches(x, ${literal(classOf([...folds.keys()]))}) then nfc_normalize(folded_letters(nfc_normalize(x)))
       else nfc_normalize(lower(x)) end`,
  ];
}

/** The letters as a class of a regular expression. */
function classOf(letters: readonly string[]): string {
  const codes = letters.map((letter) => letter.codePointAt(0) ?? 0).sort((a, b) => a - b);
  const starts = codes.filter((code, index) => codes[index - 1] !== code - 1);
  const ends = codes.filter((code, index) => codes[index + 1] !== code + 1);
  const ranges = starts.map((start, index) => `${char(start)}-${char(ends[index] ?? start)}`);
  return `[${ranges.join('')}]`;
}

const char = (code: number): string => String.fromCodePoint(code);
