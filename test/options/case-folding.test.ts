import { describe, expect, it } from 'vitest';
import { looseName, nameKey, nearest } from '../../src/options/names.js';
import { otherNames, sameNames } from '../engines/conformance-names.js';
import { nameKey as referenceKey } from '../reference/names.js';

describe('the key of a name', () => {
  it.each(sameNames)('is one for %s and %s', (one, other) => {
    expect(nameKey(one)).toBe(nameKey(other));
  });

  it.each(otherNames)('is not one for %s and %s', (one, other) => {
    expect(nameKey(one)).not.toBe(nameKey(other));
  });

  it('folds every letter that this Unicode gives a case as the reference does, and leaves all others', () => {
    const unlike: string[] = [];
    for (let code = 0; code < 0x1f000; code++) {
      const letter = String.fromCodePoint(code);
      if (!/[\p{Cn}\p{Cs}]/u.test(letter) && nameKey(letter) !== referenceKey(letter)) unlike.push(letter);
    }
    expect(unlike).toEqual([]);
  });

  it('is its own key', () => {
    for (const name of sameNames.flat()) expect(nameKey(nameKey(name))).toBe(nameKey(name));
  });
});

it('headings and options are compared by the same fold', () => {
  expect(looseName('Schluß-Grund')).toBe(looseName('SCHLUSS GRUND'));
  expect(nearest('ΓΙΩΡΓΟΣ', ['Asha', 'Γιωργος'])).toBe('Γιωργος');
});
