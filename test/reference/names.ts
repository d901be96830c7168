/** What two spellings of one name, bot or closing reason have in common. */
export const nameKey = (name: string): string =>
  Array.from(name.normalize('NFC'), foldedLetter).join('').normalize('NFC');

/** Full case folding, letter by letter: the small form of the capital, but for the letters where Unicode says otherwise. */
function foldedLetter(letter: string): string {
  if (letter === '\u0131') return letter;
  if (letter === '\u0130') return 'i\u0307';
  if (letter === '\u1e9e') return 'ss';
  if (/\p{Script=Cherokee}/u.test(letter)) return letter.toUpperCase();
  return Array.from(letter.toUpperCase(), (capital) => capital.toLowerCase()).join('');
}

/** Order by code point, where JavaScript's own `<` orders by UTF-16 unit. */
export function byCodePoint(a: string, b: string): number {
  const left = [...a].map((character) => character.codePointAt(0) ?? 0);
  const right = [...b].map((character) => character.codePointAt(0) ?? 0);
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

/** For each key its most frequent spelling; of equally frequent ones the smallest by code point. */
export function shownSpellings(names: (string | null)[]): Map<string, string> {
  const counts = new Map<string, number>();
  for (const name of names) if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1);
  const ordered = [...counts].sort((a, b) => b[1] - a[1] || byCodePoint(a[0], b[0]));
  const shown = new Map<string, string>();
  for (const [name] of ordered) if (!shown.has(nameKey(name))) shown.set(nameKey(name), name);
  return shown;
}
