import { distance } from 'fastest-levenshtein';

/** `businessHours` -> `business-hours`, the spelling of flags and configuration keys. */
export function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** Letters and digits only, lower case: two spellings of one name are equal under it. */
export function looseName(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
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
