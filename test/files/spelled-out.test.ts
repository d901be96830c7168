import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asWas, cellText, spelledOut, spelledOutJson } from '../../src/files/spelled-out.js';
import { guarded } from '../../src/reading/rejects-file.js';
import { times } from '../tiers.js';

const text = fc.string({
  unit: fc.oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    fc.constantFrom('\u001b', '\u0000', '\u009b', '\u202e', '\\', '\\u{', '}', '1b', '\n'),
  ),
});

describe('a text that is shown', () => {
  it.each([
    ['an escape', 'a\u001b[31mb', 'a\\u{1b}[31mb'],
    ['a control character of one byte', '\u009b31m', '\\u{9b}31m'],
    ['an end of a title', '\u001b]0;x\u0007', '\\u{1b}]0;x\\u{7}'],
    ['a mark that turns words around', 'a\u202eb\u2066c', 'a\\u{202e}b\\u{2066}c'],
    ['a line end of its own', 'a\u2028b\nc', 'a\\u{2028}b\\u{a}c'],
    ['names as people write them', 'Zoë, 李雷, أحمد, 👩‍🔧, e\u0301', 'Zoë, 李雷, أحمد, 👩‍🔧, e\u0301'],
  ])('spells out %s', (_, given, shown) => {
    expect(spelledOut(given)).toBe(shown);
  });

  it('holds nothing that a terminal obeys, whatever it is made of', () => {
    fc.assert(
      fc.property(text, (given) => !/[\p{Cc}\p{Bidi_Control}]/u.test(spelledOut(given))),
      { numRuns: times(300, 100_000) },
    );
  });

  it('as JSON has the same values', () => {
    fc.assert(
      fc.property(text, (given) => {
        const json = spelledOutJson(JSON.stringify({ given }, null, 2));
        expect(JSON.parse(json)).toEqual({ given });
        expect(json).not.toMatch(/[^\P{Cc}\n]|\p{Bidi_Control}/u);
      }),
      { numRuns: times(300, 100_000) },
    );
  });
});

describe('a text in CSV that we write', () => {
  it('has nothing that is obeyed, and can be had back as it was', () => {
    fc.assert(
      fc.property(text, (given) => {
        expect(cellText(given)).not.toMatch(/[^\P{Cc}\t\n\r]|\p{Bidi_Control}/u);
        expect(asWas(cellText(given))).toBe(given);
      }),
      { numRuns: times(300, 100_000) },
    );
  });

  it.each(['=1+1', '+1', '-1', '@x', '＝1+1', '＋1', '－1', '＠x', '﹦1', "'=1"])(
    '%s is no formula',
    (given) => {
      expect(guarded(given)).toBe(`'${given}`);
    },
  );
});
