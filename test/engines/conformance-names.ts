import { nameKey } from '../../src/options/names.js';
import type { ConformanceCase, Kit } from './conformance.js';

/** The keys that an engine makes. */
async function keysOf({ engine }: Kit, names: readonly string[]): Promise<unknown[]> {
  const rows = names.map((x, place) => ({ place, x }));
  await engine.insert('odd', { place: 'integer', x: 'text' }, rows);
  return (await engine.query('select name_key(x) as y from odd order by place')).map((row) => row['y']);
}

/** Spellings of one name, each beside another. */
export const sameNames: [string, string][] = [
  ['ASHA', 'asha'],
  ['ΓΙΩΡΓΟΣ', 'Γιωργος'],
  ['ΟΔΟΣ ΣΑΣ', 'οδοσ σας'],
  ['İpek', 'i̇pek'],
  ['I\u0307PEK', 'İpek'],
  ['STRASSE', 'Straße'],
  ['STRAẞE', 'strasse'],
  ['ﬁona', 'FIONA'],
  ['Steﬀen', 'STEFFEN'],
  ['\u01f0an', 'J\u030cAN'],
  ['\u0390', 'Ϊ\u0301'],
  ['\u1fd3', '\u0390'],
  ['ᾳ', 'ΑΙ'],
  ['ᾼ', 'α\u0345'],
  ['ŉ', 'ʼN'],
  ['Եւա', 'եւԱ'],
  ['և', 'ԵՒ'],
  ['µ', 'Μ'],
  ['ſ\u0307\u0323', 'ṩ'],
  ['\u212a', 'k'],
  ['\u2126', 'ω'],
  ['Ꭰ', 'ꭰ'],
  ['ᏸ', 'Ᏸ'],
  ['𐐀', '𐐨'],
  ['ᲐᲜᲐ', 'ანა'],
  ['Zoe\u0308', 'ZO\u00cb'],
  ['A\u030asa', '\u00c5SA'],
  ['ǅungla', 'ǆUNGLA'],
  ['ЖЕНЯ', 'женя'],
];

/** Two names, however alike they are. */
export const otherNames: [string, string][] = [
  ['I', 'ı'],
  ['İ', 'i'],
  ['Rene', 'René'],
  ['ς', 'τ'],
  ['Strase', 'Straße'],
  ['ΐ', 'ι'],
  ['ü', 'ue'],
  ['Å', 'a'],
];

/** Every letter that has another case, or that folding changes. */
function* casedLetters(): Generator<string> {
  for (let code = 0x80; code < 0x1f000; code++) {
    const letter = String.fromCodePoint(code);
    if (/[\p{Changes_When_Casemapped}\p{Changes_When_Casefolded}]/u.test(letter)) yield letter;
  }
}

export const nameCases: ConformanceCase[] = [
  {
    name: 'spellings of one name have one key',
    run: async (kit) => {
      const keys = await keysOf(kit, sameNames.flat());
      return sameNames.filter((_, pair) => keys[2 * pair] !== keys[2 * pair + 1]);
    },
    expected: [],
  },
  {
    name: 'names that differ have keys that differ',
    run: async (kit) => {
      const keys = await keysOf(kit, otherNames.flat());
      return otherNames.filter((_, pair) => keys[2 * pair] === keys[2 * pair + 1]);
    },
    expected: [],
  },
  {
    name: 'every letter that has a case has the key that it has in the options, alone and among others',
    run: async (kit) => {
      const names = [...casedLetters()].flatMap((letter) => [letter, `SΣ${letter}\u0301Éς ß`]);
      const keys = await keysOf(kit, names);
      return names.filter((name, place) => keys[place] !== nameKey(name)).slice(0, 20);
    },
    expected: [],
  },
];
