import { wrongUse, type UserError } from '../../errors.js';
import { mention } from '../../options/mention.js';
import { didYouMean } from '../../options/names.js';
import { chatFields, durationFields, neededFields, type ChatField } from '../../chats/columns.js';
import { conditionNames } from '../condition-names.js';
import { secondsPerUnit } from '../heading-hints.js';
import type { DurationUnit, Profile } from './profile.js';

const profileKeys = [
  'name',
  'title',
  'evidence',
  'fields',
  'chat_when',
  'closed_when',
  'open_when',
  'bot_when',
  'signature',
  'options',
  'refused',
];
const fieldKeys = [
  'headings',
  'unverified',
  'unit',
  'after',
  'ratings',
  'missing',
  'when_missing',
  'separator',
];
const units = Object.keys(secondsPerUnit) as DurationUnit[];

/**
 * A profile that a user wrote.
 * @throws UserError naming what in it is wrong.
 */
export function checkedProfile(value: Readonly<Record<string, unknown>>): Profile {
  checkKeys('the profile', value, profileKeys);
  const { name, fields } = value;
  if (typeof name !== 'string' || name === '')
    throw badProfile('"name" is missing', 'Give it a name, such as "my-platform".');
  if (!isObject(fields))
    throw badProfile(
      '"fields" is no object',
      'It says the headings of each field: {"chat_id": {"headings": ["Id"]}}.',
    );
  checkKeys('"fields"', fields, chatFields);
  for (const [field, rules] of Object.entries(fields)) checkField(field, rules);
  for (const condition of conditionNames) checkCondition(condition, value[condition]);
  const missing = neededFields.find((field) => !(field in fields));
  if (missing && value['refused'] === undefined)
    throw badProfile(`"fields" lacks ${missing}`, `Every profile needs ${neededFields.join(', ')}.`);
  return { title: name, evidence: 'A profile of the user.', ...value } as unknown as Profile;
}

function checkField(field: string, rules: unknown): void {
  if (!isObject(rules)) throw badProfile(`"${field}" is no object`, `Write it as {"headings": ["Heading"]}.`);
  checkKeys(`"${field}"`, rules, fieldKeys);
  if (!isTexts(rules['headings']))
    throw badProfile(
      `"headings" of "${field}" is no list of texts`,
      'Write it as ["Heading", "Other heading"].',
    );
  const { unit, ratings } = rules;
  if (unit !== undefined && !units.includes(unit as DurationUnit))
    throw badProfile(`"unit" of "${field}" is ${JSON.stringify(unit)}`, `Allowed: ${units.join(', ')}.`);
  const isRating = (rating: unknown): boolean => rating === null || typeof rating === 'number';
  if (ratings !== undefined && !(isObject(ratings) && Object.values(ratings).every(isRating))) {
    throw badProfile(
      `"ratings" of "${field}" is no object of numbers`,
      'Write it as {"good": 1, "bad": 0, "not rated": null}.',
    );
  }
}

function checkCondition(name: string, condition: unknown): void {
  if (condition === undefined) return;
  if (isObject(condition) && isTexts(condition['headings']) && isTexts(condition['values'])) return;
  throw badProfile(
    `"${name}" is no condition`,
    'Write it as {"headings": ["Status"], "values": ["closed"]}.',
  );
}

function checkKeys(place: string, value: Readonly<Record<string, unknown>>, known: readonly string[]): void {
  const unknown = Object.keys(value).find((key) => !known.includes(key));
  if (unknown === undefined) return;
  throw badProfile(
    `${place} has no key "${unknown}".${didYouMean(unknown, known)}`.replace(/\.$/, ''),
    `Keys: ${known.join(', ')}.`,
  );
}

function badProfile(what: string, hint: string): UserError {
  return wrongUse('bad_profile', `${mention('profile')}: ${what}.`, hint);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'string');
}

/**
 * Units by field, from what a user gave.
 * @throws UserError for a field that is no duration, or a unit that there is not.
 */
export function checkedUnits(
  given: Readonly<Record<string, string>>,
): Partial<Record<ChatField, DurationUnit>> {
  const fields = [...durationFields, 'ended_at', 'assigned_at'];
  for (const [field, unit] of Object.entries(given)) {
    if (!fields.includes(field)) {
      throw wrongUse(
        'unknown_field',
        `${mention('unit')}: "${field}" is no duration.${didYouMean(field, fields)}`,
        `Fields: ${durationFields.join(', ')}.`,
      );
    }
    if (!units.includes(unit as DurationUnit)) {
      throw wrongUse(
        'unknown_unit',
        `${mention('unit')}: there is no unit "${unit}".${didYouMean(unit, units)}`,
        `Units: ${units.join(', ')}.`,
      );
    }
  }
  return given;
}
