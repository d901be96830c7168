import { unusableInput, wrongUse } from '../../errors.js';
import { mention } from '../../options/mention.js';
import { didYouMean, looseName } from '../../options/names.js';
import { neededFields, type ChatField } from '../../chats/columns.js';
import { genericProfile } from './generic-profile.js';
import { looseHeadings, matchHeadings, type MatchedColumn } from '../match-headings.js';
import type { Profile } from './profile.js';
import { profiles } from './all.js';

/** A profile as a way to read some headings. */
export interface ProfileMatch {
  profile: Profile;
  columns: MatchedColumn[];
  /** How many of the headings the profile explains; a generic explanation counts for a little less. */
  score: number;
  /**
   * Every field that a report needs is found, half of the columns or more by the profile itself, and one of its own headings if
   * it has any; or it says that this is no file of chats.
   */
  fits: boolean;
}

/** Every profile that comes with the program, the generic one last. */
export const allProfiles: readonly Profile[] = [...profiles, genericProfile];

/** Every profile that explains something of the headings, best first. */
export function rankProfiles(
  headings: readonly string[],
  map: Partial<Record<ChatField, string>> = {},
  known: readonly Profile[] = allProfiles,
): ProfileMatch[] {
  const matches = known.map((profile) => matchOf(profile, headings, map)).filter(({ score }) => score > 0);
  return matches.sort((a, b) => Number(b.fits) - Number(a.fits) || b.score - a.score);
}

/** The best profile for some headings; the generic one where none fits. */
export function bestMatch(
  headings: readonly string[],
  map: Partial<Record<ChatField, string>>,
  forced: Profile | null,
): ProfileMatch {
  if (forced) return matchOf(forced, headings, map);
  const [best] = rankProfiles(headings, map);
  return best?.fits ? best : matchOf(genericProfile, headings, map);
}

function matchOf(
  profile: Profile,
  headings: readonly string[],
  map: Partial<Record<ChatField, string>>,
): ProfileMatch {
  const columns = matchHeadings(headings, profile, map);
  const used = columns.filter(({ field, condition }) => field !== null || condition !== null);
  const own = used.filter(({ field }) => field === null || map[field] === undefined);
  const loose = new Set(looseHeadings(headings).map(([name]) => name));
  const signs = signsOf(profile).filter((sign) => loose.has(sign));
  const isGeneric = profile.name === genericProfile.name;
  return {
    profile,
    columns,
    score: isGeneric ? own.length * 0.9 : own.length + signs.length,
    // columns that the user names say nothing of the platform
    fits: (isGeneric || own.length * 2 >= used.length) && fits(profile, columns, signs),
  };
}

const signatures = new WeakMap<Profile, string[]>();

/** The signature of a profile as names are compared; kept, because every row near the top of a file is asked. */
function signsOf(profile: Profile): string[] {
  const known = signatures.get(profile) ?? (profile.signature ?? []).map(looseName);
  signatures.set(profile, known);
  return known;
}

function fits(profile: Profile, columns: readonly MatchedColumn[], signs: readonly string[]): boolean {
  const { signature = [] } = profile;
  if (profile.refused !== undefined) return signature.length > 0 && signs.length === signature.length;
  if (signature.length > 0 && signs.length === 0) return false;
  return neededFields.every((field) => columns.some((column) => column.field === field));
}

/**
 * The profile that a user names.
 * @throws UserError when there is none of that name.
 */
export function profileNamed(name: string): Profile {
  const found = allProfiles.find((profile) => looseName(profile.name) === looseName(name));
  if (found) return found;
  const names = allProfiles.map((profile) => profile.name);
  throw wrongUse(
    'unknown_profile',
    `There is no profile "${name}".${didYouMean(name, names)}`,
    `Profiles: ${names.join(', ')}. A file of your own: ${mention('profile', './my.json')}`,
  );
}

/**
 * Refuses a file that holds totals instead of chats.
 * @throws UserError that says so.
 */
export function checkHoldsChats(file: string, { profile }: ProfileMatch): void {
  if (profile.refused === undefined) return;
  throw unusableInput(
    'no_chats_but_totals',
    `${file} is no list of chats (${profile.title}): ${profile.refused}`,
    'Export the chats themselves, one row per chat.',
    { file },
  );
}
