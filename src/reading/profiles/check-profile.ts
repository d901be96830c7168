import * as v from 'valibot';
import { wrongUse, type UserError } from '../../errors.js';
import { shortened } from '../../options/shortened.js';
import { mention } from '../../options/mention.js';
import { didYouMean } from '../../options/names.js';
import { durationFields, neededFields, type ChatField } from '../../chats/columns.js';
import { secondsPerUnit } from '../heading-hints.js';
import { clocks, type Clock } from '../writings/durations.js';
import type { DurationUnit, Profile } from './profile.js';
import { conditionSchema, faults, fieldSchema, hints, profileSchema } from './profile-schema.js';

const units = Object.keys(secondsPerUnit) as DurationUnit[];

/**
 * A profile that a user wrote.
 * @throws UserError naming all that is wrong in it.
 */
export function checkedProfile(value: Readonly<Record<string, unknown>>): Profile {
  const { issues = [] } = v.safeParse(profileSchema, value);
  const [first, ...more] = issues.map(faultOf);
  if (first) {
    const others = more.map(({ what }) => what).filter((what) => what !== first.what);
    throw badProfile([...new Set([first.what, ...others])].slice(0, mostFaults).join('; '), first.hint);
  }
  const profile = {
    title: value['name'],
    evidence: 'A profile of the user.',
    ...value,
  } as unknown as Profile;
  const missing = neededFields.find((field) => !(field in profile.fields));
  if (missing && profile.refused === undefined)
    throw badProfile(`"fields" lacks ${missing}`, `Every profile needs ${neededFields.join(', ')}.`);
  return profile;
}

const mostFaults = 5;

interface Fault {
  what: string;
  hint: string;
}

function faultOf(issue: v.InferIssue<typeof profileSchema>): Fault {
  const path = (issue.path ?? []).map(({ key }) => String(key));
  if (issue.type === 'strict_object' && issue.expected === 'never') return unknownKey(path);
  if (path.join() === 'name' && issue.message !== faults.long)
    return { what: '"name" is missing', hint: 'Give it a name, such as "my-platform".' };
  if (path.join() === 'fields')
    return {
      what: '"fields" is no object',
      hint: 'It says the headings of each field: {"chat_id": {"headings": ["Id"]}}.',
    };
  // a part of a condition, or a rating, is named by the whole
  const place = path[0] === 'fields' ? path.slice(1, 3).reverse() : path.slice(0, 1);
  const isList = ['headings', 'values'].includes(path.at(-1) ?? '');
  const ofPart = isList && issue.received === 'undefined' ? faults.texts : issue.message;
  const what = path[0]?.endsWith('_when') ? faults.condition : ofPart;
  const shown = what === faults.unit ? `is ${shortened(JSON.stringify(issue.input) ?? '', 100)}` : what;
  return {
    what: `${place.map((key) => `"${key}"`).join(' of ')} ${shown}`,
    hint: hints[what] ?? exampleHint,
  };
}

const exampleHint = 'See what one looks like: chat-metrics inspect FILE --save-profile my.json';

function unknownKey(path: readonly string[]): Fault {
  const [key = '', ...above] = [...path].reverse();
  const known = Object.keys(entriesAt(above.reverse()));
  const place = above.length === 0 ? 'the profile' : `"${above.at(-1) ?? ''}"`;
  return {
    what: `${place} has no key "${shortened(key, 100)}".${didYouMean(key, known)}`.replace(/\.$/, ''),
    hint: `Keys: ${known.join(', ')}.`,
  };
}

/** What may stand at a place of a profile. */
function entriesAt([first, second]: readonly string[]): object {
  if (first === undefined) return profileSchema.entries;
  if (first !== 'fields') return conditionSchema.entries;
  return second === undefined ? profileSchema.entries.fields.entries : fieldSchema.entries;
}

function badProfile(what: string, hint: string): UserError {
  return wrongUse('bad_profile', `${mention('profile')}: ${what}.`, hint);
}

/**
 * Units by field, and how times such as `01:19` are read, from what a user gave.
 * @throws UserError for a field that is no duration, or a unit that there is not.
 */
export function checkedUnits(given: Readonly<Record<string, string>>): {
  units: Partial<Record<ChatField, DurationUnit>>;
  clocks: Partial<Record<ChatField, Clock>>;
} {
  const fields = [...durationFields, 'ended_at', 'assigned_at'];
  const all = [...units, ...clocks];
  for (const [field, unit] of Object.entries(given)) {
    if (!fields.includes(field)) {
      throw wrongUse(
        'unknown_field',
        `${mention('unit')}: "${field}" is no duration.${didYouMean(field, fields)}`,
        `Fields: ${durationFields.join(', ')}.`,
      );
    }
    if (!all.includes(unit as DurationUnit)) {
      throw wrongUse(
        'unknown_unit',
        `${mention('unit')}: there is no unit "${unit}".${didYouMean(unit, all)}`,
        `Units: ${all.join(', ')}.`,
      );
    }
  }
  const of = <Value extends string>(known: readonly Value[]): Partial<Record<ChatField, Value>> =>
    Object.fromEntries(Object.entries(given).filter(([, value]) => known.some((one) => one === value)));
  return { units: of(units), clocks: of(clocks) };
}
