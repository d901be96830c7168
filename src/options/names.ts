import { distance } from 'fastest-levenshtein';
import { folded } from './case-folding.js';

/** `businessHours` -> `business-hours`, the spelling of flags and configuration keys. */
export function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/**
 * What all spellings of one name have in common: NFC under Unicode's full case folding. The `name_key` of SQL is the same on
 * every engine.
 */
export function nameKey(name: string): string {
  return isAscii(name) ? name.toLowerCase() : folded(name.normalize('NFC')).normalize('NFC');
}

/** Whether a text is ASCII alone, whose fold is its lower case. */
export function isAscii(text: string): boolean {
  return /^[\0-\x7f]*$/.test(text);
}

/** Letters and digits only, of the key: two spellings of one heading, option or profile are equal under it. */
export function looseName(name: string): string {
  return nameKey(name).replace(/[^\p{L}\p{N}]+/gu, '');
}

/** A text without accents, in small letters: `Müşteri` is `musteri`. */
export function withoutAccents(text: string): string {
  if (isAscii(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/ı/g, 'i')
    .replace(/ł/g, 'l')
    .replace(/ø/g, 'o')
    .replace(/æ/g, 'ae')
    .replace(/ß/g, 'ss');
}

/** The candidate most like `name`, or undefined when none is near enough to be meant. */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  const wanted = looseName(name);
  let best: { name: string; distance: number } | undefined;
  for (const candidate of candidates) {
    const found = distance(wanted, looseName(candidate));
    if (!best || found < best.distance) best = { name: candidate, distance: found };
  }
  return best && best.distance <= Math.max(2, Math.floor(wanted.length / 3)) ? best.name : undefined;
}

/** ` Did you mean "x"?` or an empty string. */
export function didYouMean(name: string, candidates: Iterable<string>): string {
  const candidate = nearest(name, candidates);
  return candidate === undefined ? '' : ` Did you mean "${candidate}"?`;
}
