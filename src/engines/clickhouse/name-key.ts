import { allFolds } from '../../options/case-folding.js';

/**
 * `name_key(x)` in ClickHouse's words: NFC under full case folding. Every letter is told: what a server's own lower case does
 * depends on its version. `literal` writes a text.
 */
export function nameKeySql(x: string, literal: (text: string) => string): string {
  const folds = [...allFolds()];
  const single = folds.filter(([, fold]) => isOneLetter(fold));
  const from = literal(single.map(([letter]) => letter).join(''));
  const to = literal(single.map(([, fold]) => fold).join(''));
  const expanded = folds
    .filter(([, fold]) => !isOneLetter(fold))
    .reduce(
      (sql, [letter, fold]) => `replaceAll(${sql}, ${literal(letter)}, ${literal(fold)})`,
      `normalizeUTF8NFC(${x})`,
    );
  return `if(lengthUTF8(${x}) = length(${x}), lower(${x}), normalizeUTF8NFC(translateUTF8(${expanded}, ${from}, ${to})))`;
}

const isOneLetter = (text: string): boolean => Array.from(text).length === 1;
