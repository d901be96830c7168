import { looseName } from '../options/names.js';
import { chatFields, type ChatField } from '../chats/columns.js';
import { withoutAccents } from '../options/names.js';
import { headingZone, withoutUnit } from './heading-hints.js';
import { mappedPair } from './mapped-pair.js';
import type { Profile } from './profiles/profile.js';
import { synonyms } from './synonyms.js';
import { conditionNames, type ConditionName } from './condition-names.js';

/** How one heading was understood. */
export interface MatchedColumn {
  heading: string;
  /** The field it holds; null where it holds none. */
  field: ChatField | null;
  /** The condition of the profile that it decides; null for all but a few. */
  condition: ConditionName | null;
  rule: string;
  /** True where no source shows this heading of the platform, or the form of its values. */
  is_unverified: boolean;
}

/** Which column (from 0) holds a field, or decides a condition. */
export type FieldColumns = Partial<Record<ChatField | ConditionName, number>>;

const mappedRule = 'mapped by option';

/**
 * Every heading with the field that it holds under a profile and the rule that said so: `map` goes first. Of the names of
 * a field the first in the profile's list wins, and no field's later name takes a heading that is another's earlier name.
 */
export function matchHeadings(
  headings: readonly string[],
  profile: Profile,
  map: Partial<Record<ChatField, string>> = {},
): MatchedColumn[] {
  const columns: MatchedColumn[] = headings.map((heading) => {
    return { heading, field: null, condition: null, rule: 'not used', is_unverified: false };
  });
  const names = looseHeadings(headings);
  if (Object.keys(map).length === 0 && !names.some(isNamedBy(profile))) return columns;
  const all = allNames(names);
  const take = (name: string): MatchedColumn | undefined => {
    const isWanted = isNamed(name);
    if (!isWanted.isAmong(all)) return undefined;
    const index = columns.findIndex(({ field, condition }, at) => {
      return field === null && condition === null && isWanted(names[at] ?? []);
    });
    return columns[index];
  };
  for (const field of chatFields) {
    const mapped = map[field];
    const column = mapped === undefined ? undefined : (take(mapped) ?? dateOfPair(mapped, columns));
    if (column) Object.assign(column, { field, rule: mappedRule });
  }
  matchByRank(columns, profile, map, take);
  matchConditions(columns, names, profile);
  return columns;
}

/** The first column of a mapping such as `"Date"+"Time"`. */
function dateOfPair(mapped: string, columns: MatchedColumn[]): MatchedColumn | undefined {
  const pair = mappedPair(
    mapped,
    columns.map(({ heading }) => heading),
  );
  return pair ? columns[pair[0]] : undefined;
}

const known = new WeakMap<readonly string[], string[][]>();

/**
 * Every heading as names are compared: whole, without its zone, without its unit, and these without accents; kept, because every
 * profile asks for it.
 */
export function looseHeadings(headings: readonly string[]): readonly (readonly string[])[] {
  const found = known.get(headings);
  if (found) return found;
  const names = headings.map((heading) => {
    const bases = [headingZone(heading).base, withoutUnit(heading)];
    return [heading, ...bases, ...bases.map(withoutAccents)].map(looseName);
  });
  known.set(headings, names);
  return names;
}

function matchByRank(
  columns: readonly MatchedColumn[],
  profile: Profile,
  map: Partial<Record<ChatField, string>>,
  take: (name: string) => MatchedColumn | undefined,
): void {
  const open = chatFields.filter((field) => map[field] === undefined);
  const longest = Math.max(0, ...open.map((field) => profile.fields[field]?.headings.length ?? 0));
  for (let rank = 0; rank < longest; rank += 1) {
    for (const field of open) {
      const name = profile.fields[field]?.headings[rank];
      if (name === undefined || columns.some((column) => column.field === field)) continue;
      const column = take(name);
      const is_unverified = profile.fields[field]?.unverified === true;
      if (column) Object.assign(column, { field, rule: ruleOf(profile, field, rank), is_unverified });
    }
  }
}

/** A column that decides may hold a field too, such as the reason why a chat ended. */
function matchConditions(
  columns: readonly MatchedColumn[],
  names: readonly (readonly string[])[],
  profile: Profile,
): void {
  const all = allNames(names);
  for (const condition of conditionNames) {
    const isFree = (name: string) => {
      const isWanted = isNamed(name);
      return (column: MatchedColumn, at: number) => column.condition === null && isWanted(names[at] ?? []);
    };
    const column = profile[condition]?.headings
      .filter((name) => isNamed(name).isAmong(all))
      .map((name) => columns.find(isFree(name)))
      .find((found) => found !== undefined);
    if (!column) continue;
    const rule = `decides by its values (${profile.title})`;
    Object.assign(column, { condition, rule: column.field === null ? rule : `${column.rule}; ${rule}` });
  }
}

function ruleOf({ name, title }: Profile, field: ChatField, rank: number): string {
  if (name !== 'generic') return `heading of ${title}`;
  if (rank < 4) return 'name of the field';
  return rank < 4 + synonyms[field].length ? 'synonym' : 'synonym in another language';
}

interface NameTest {
  (headingNames: readonly string[]): boolean;
  /** Whether it may be true of a heading among these: profiles have hundreds of names, files a few of them. */
  isAmong: (all: ReadonlySet<string>) => boolean;
}

const setsOfNames = new WeakMap<readonly (readonly string[])[], ReadonlySet<string>>();

/** All names of all headings. */
function allNames(names: readonly (readonly string[])[]): ReadonlySet<string> {
  const found = setsOfNames.get(names) ?? new Set(names.flat());
  setsOfNames.set(names, found);
  return found;
}

/** Names of profiles, which every row near the top of every file is compared with. */
const namesOfProfiles = new Map<string, NameTest>();

/** Does a heading have this name? `*` at its end stands for anything. */
function isNamed(name: string): NameTest {
  const found = namesOfProfiles.get(name) ?? isOneOf([name]);
  namesOfProfiles.set(name, found);
  return found;
}

function isOneOf(names: readonly string[]): NameTest {
  const wanted = new Set(names.flatMap((name) => [looseName(name), looseName(withoutAccents(name))]));
  const open = names.filter((name) => name.endsWith('*')).map(looseName);
  const test = (headingNames: readonly string[]): boolean =>
    headingNames.some((name) => wanted.has(name)) ||
    open.some((start) => (headingNames[0] ?? '').startsWith(start));
  const list = [...wanted];
  const isAmong = (all: ReadonlySet<string>): boolean =>
    open.length > 0 || list.some((name) => all.has(name));
  return Object.assign(test, { isAmong });
}

const tests = new WeakMap<Profile, NameTest>();

/** Does a heading have any name of a profile? Most rows of a file have none, and every row near its top is asked. */
function isNamedBy(profile: Profile): NameTest {
  const found = tests.get(profile);
  if (found) return found;
  const conditions = conditionNames.map((condition) => profile[condition]);
  const named = [...Object.values(profile.fields), ...conditions];
  const test = isOneOf(named.flatMap((one) => one?.headings ?? []));
  tests.set(profile, test);
  return test;
}

/** The column of each field and condition that was found. */
export function fieldColumns(columns: readonly MatchedColumn[]): FieldColumns {
  const found: FieldColumns = {};
  columns.forEach(({ field, condition }, index) => {
    if (field) found[field] = index;
    if (condition) found[condition] = index;
  });
  return found;
}

/** True for a column that `--map` gave its field. */
export function isMapped(column: MatchedColumn): boolean {
  return column.rule.startsWith(mappedRule);
}

/** A column whose values decide nothing after all. */
export function withoutCondition(column: MatchedColumn): MatchedColumn {
  const [rule = ''] = column.rule.split('; decides by');
  return { ...column, condition: null, rule: column.field === null ? 'not used' : rule };
}
