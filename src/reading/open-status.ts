import { plain } from '../options/nobody.js';
import { looseName } from '../options/names.js';
import { clean } from '../files/text.js';
import type { ProfileMatch } from './profiles/choose-profile.js';
import { fieldColumns, looseHeadings } from './match-headings.js';
import { statusWords } from './status-words.js';
import { openAnswers, yesNoMeaning } from './yes-no-status.js';

/** What a column of statuses says of the first rows. */
export interface StatusLook {
  heading: string;
  /** Words of it that say a chat is open, as the SQL compares them. */
  words: string[];
  /** Of the first rows, those that are open by it though they name a closer, and how the file writes that. */
  rows: number;
  of: number;
  examples: string[];
  /** Words of it that are not known: such a chat goes by its closer. */
  unknown: string[];
  /** False where most of its words are not known: chats go by their closers, and a note says so. */
  isUsed: boolean;
  /** It says yes or no, such as `Resolved`: what else than an open chat its "no" seems to be; null: nothing else. */
  other?: string;
}

/** More different words than this are no statuses. */
const mostStatuses = 12;

const known = (lists: readonly (readonly string[])[]): Set<string> =>
  new Set(lists.flat().flatMap((word) => [looseName(word), looseName(plain(word))]));

/**
 * Looks at the column that a profile takes for one of statuses. Null where it is none: it holds a word that no chat has as its
 * status, or says nothing.
 * @param given the words that a user says mean open; null: the usual ones.
 */
export function lookAtStatus(
  { columns }: Pick<ProfileMatch, 'columns'>,
  sample: readonly string[][],
  given: readonly string[] | null,
): StatusLook | null {
  const { open_when: column, closed_by: closer = -1 } = fieldColumns(columns);
  if (column === undefined || (given?.length === 1 && given[0] === '-')) return null;
  const seen = valuesOf(sample, column);
  if (given === null && meaningOf(columns[column]?.heading ?? '') !== null)
    return lookAtAnswers({ columns }, sample, column);
  const languages = Object.values(statusWords.languages).filter(({ open, closed }) => {
    const all = known([open, closed]);
    return [...seen.keys()].some((value) => hasStatus(all, value));
  });
  const words = given ?? languages.flatMap(({ open }) => open);
  const [isOpen, isClosed] = [known([words]), known(languages.map(({ closed }) => closed))];
  const other = known([statusWords.others]);
  const has = (set: ReadonlySet<string>, value: string): boolean =>
    given === null ? hasStatus(set, value) : set.has(looseName(value));
  const unknown = [...seen.keys()].filter((value) => ![isOpen, isClosed].some((set) => has(set, value)));
  const rowsOf = (values: readonly string[]) =>
    values.reduce((sum, value) => sum + (seen.get(value) ?? 0), 0);
  const isOther = unknown.some((value) => other.has(looseName(value)));
  const isUsed = given !== null || (!isOther && rowsOf(unknown) * 2 <= rowsOf([...seen.keys()]));
  // of `Active` and `Inactive` nobody knows whether they are those of chats
  const mayBeOpen = [...seen.keys()].some((value) => has(isOpen, value));
  if (seen.size === 0 || (given === null && isOther && !mayBeOpen)) return null;
  if (!isUsed && (seen.size < 2 || seen.size > mostStatuses)) return null;
  const open = sample.filter((row) => isUsed && has(isOpen, clean(row[column] ?? '') ?? '-'));
  const named = open.filter((row) => clean(row[closer] ?? '') !== null);
  return {
    heading: columns[column]?.heading ?? '',
    words: [
      ...new Set([...words.flatMap(variants), ...[...seen.keys()].filter((value) => has(isOpen, value))]),
    ],
    rows: named.length,
    of: sample.length,
    examples: [...valuesOf(named, column).keys()].slice(0, 3),
    unknown: unknown.slice(0, 3),
    isUsed,
  };
}

/** What a heading of yes and no says, by any of the names under which it was found. */
function meaningOf(heading: string): ReturnType<typeof yesNoMeaning> {
  const names = looseHeadings([heading])[0] ?? [];
  return names.map(yesNoMeaning).find((meaning) => meaning !== null) ?? null;
}

/** Looks at a column of yes and no. A chat that has an end may well be closed and its question not resolved. */
function lookAtAnswers(
  { columns }: Pick<ProfileMatch, 'columns'>,
  sample: readonly string[][],
  column: number,
): StatusLook | null {
  const { closed_by: closer = -1, ended_at: end = -1 } = fieldColumns(columns);
  const heading = columns[column]?.heading ?? '';
  const meaning = meaningOf(heading);
  const answers = meaning && openAnswers(meaning, [...valuesOf(sample, column).keys()]);
  if (!answers) return null;
  const open = sample.filter((row) => answers.seen.includes(clean(row[column] ?? '') ?? ''));
  const named = open.filter((row) => clean(row[closer] ?? '') !== null);
  const ended = named.filter((row) => clean(row[end] ?? '') !== null).length;
  const isOther = meaning === 'resolved' && ended * 2 > named.length;
  const found = {
    heading,
    words: answers.all,
    rows: named.length,
    of: sample.length,
    examples: answers.seen,
  };
  return isOther
    ? { ...found, unknown: [], isUsed: false, other: 'a closed chat whose question is not resolved' }
    : { ...found, unknown: [], isUsed: true };
}

/** Whether a status is one of some words, or begins with one: `Open - waiting`, `status.open`, `Closed Complete`. */
function hasStatus(words: ReadonlySet<string>, value: string): boolean {
  if (words.has(looseName(value))) return true;
  const [first = ''] = value
    .replace(/^(?:status|state)[\s._:-]+/i, '')
    .split(/[^\p{L}\p{M}']+/u)
    .filter(Boolean);
  return words.has(looseName(first));
}

/** How often each value of a column stands in some rows. */
function valuesOf(rows: readonly string[][], column: number): Map<string, number> {
  const seen = new Map<string, number>();
  for (const row of rows) {
    const value = clean(row[column] ?? '');
    if (value !== null) seen.set(value, (seen.get(value) ?? 0) + 1);
  }
  return seen;
}

/** A word as systems write it: `in progress`, `in_progress`, `in-progress`, `inprogress`; with accents and without. */
function variants(word: string): string[] {
  return [word, plain(word), word.replaceAll('ı', 'i')].flatMap((one) =>
    [' ', '_', '-', ''].map((between) => one.replaceAll(/[\s_-]+/g, between)),
  );
}
