/** A word without case, accents and points: `févr.`, `FEVR` and `fevr` are one, so are `Şub` and `sub`. */
export function wordKey(word: string): string {
  return word
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replaceAll('ı', 'i')
    .replaceAll('ł', 'l')
    .replaceAll('ß', 'ss')
    .replaceAll('.', '');
}
