import { allFolds } from '../../options/case-folding.js';

/**
 * `name_key(x)` in ClickHouse's words: NFC under full case folding. Every letter is told: what a server's own lower case does
 * depends on its version. A letter that becomes several gets the others after it, then each is put into its small form.
 * `literal` writes a text.
 */
export function nameKeySql(x: string, literal: (text: string) => string): string {
  const folds = [...allFolds()].map(([letter, fold]) => {
    const [first = '', ...others] = fold;
    return { letter, first, others: others.join('') };
  });
  const from = literal(folds.map(({ letter }) => letter).join(''));
  const to = literal(folds.map(({ first }) => first).join(''));
  const expanded = [...new Set(folds.map(({ others }) => others))].filter(Boolean).reduce((sql, added) => {
    const letters = folds.filter(({ others }) => others === added).map(({ letter }) => letter);
    return `replaceRegexpAll(${sql}, ${literal(`([${letters.join('')}])`)}, ${literal(`\\1${added}`)})`;
  }, `normalizeUTF8NFC(${x})`);
  return `if(lengthUTF8(${x}) = length(${x}), lower(${x}), normalizeUTF8NFC(translateUTF8(${expanded}, ${from}, ${to})))`;
}
