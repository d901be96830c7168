import type { IdField } from '../../engines/engine.js';

/** So many pairs of ids with mixed cases that differ by case alone are no accident; a sign before or in them is none. */
const fewestAlike = 2;

/**
 * What to say of ids of the first rows that may be one, written in two ways: but for case, a `#` before them or commas in them;
 * user ids also as telephone numbers with a code of the country and without it. They count as different, as they stand.
 */
export function likeNotes(field: IdField, ids: Iterable<string>): string[] {
  const all = new Set(ids);
  const written = pairsOf(all, (id) => writtenKey(id, field)).filter(([one, other]) => one !== other);
  const isSure =
    written.some(([one, other]) => one.toLowerCase() !== other.toLowerCase()) ||
    (written.length > 0 && [...all].every(isOfOneCase));
  const phones = field === 'user_id' ? pairsOf(all, phoneKey).filter(isOtherForm) : [];
  return [
    ...(isSure || written.length >= fewestAlike
      ? [note(field, written, 'differ in their writing alone')]
      : []),
    ...(phones.length > 0 ? [note(field, phones, 'are telephone numbers that may be one in two forms')] : []),
  ];
}

type Pair = readonly [string, string];

/** The first id of each key beside every other one with that key. */
function pairsOf(ids: Iterable<string>, keyOf: (id: string) => string | null): Pair[] {
  const first = new Map<string, string>();
  const pairs: Pair[] = [];
  for (const id of ids) {
    const key = keyOf(id);
    const other = key === null ? undefined : first.get(key);
    if (other !== undefined) pairs.push([other, id]);
    else if (key !== null) first.set(key, id);
  }
  return pairs;
}

/** Among ids that mix no cases even one pair is no accident; codes such as `aBc4` do so. */
const isOfOneCase = (id: string): boolean => id === id.toLowerCase() || id === id.toUpperCase();

/** E-mail addresses of users are compared in any case as it is. */
function writtenKey(id: string, field: IdField): string | null {
  if (field === 'user_id' && id.includes('@')) return null;
  return id.replace(/^#/, '').replaceAll(',', '').toLowerCase();
}

/** The last nine digits of what may be a telephone number: without the code of its country, or the 0 in its place. */
function phoneKey(id: string): string | null {
  if (id.length > 30 || !/^\+?[\d\s()./-]+$/.test(id)) return null;
  const digits = id.replace(/\D/g, '');
  return digits.length < 9 || digits.length > 16 ? null : digits.slice(-9);
}

/** Plain numbers that end alike are no telephone numbers; one that begins with `+` or 0, or has signs in it, may be. */
function isOtherForm([one, other]: Pair): boolean {
  return [one, other].some((id) => /^[+0]|[\s()/-]/.test(id));
}

function note(field: IdField, pairs: readonly Pair[], what: string): string {
  const [[one, other]] = pairs as readonly [Pair];
  const count = pairs.length === 1 ? '1 pair' : `${pairs.length.toLocaleString('en')} pairs`;
  return `Some values of ${field} ${what}, such as ${one} and ${other} (${count} in the first rows): they count as different. Write them in one way if they are the same.`;
}
