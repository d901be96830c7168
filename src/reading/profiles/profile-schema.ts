import * as v from 'valibot';
import { chatFields } from '../../chats/columns.js';
import { secondsPerUnit } from '../heading-hints.js';
import { clocks } from '../writings/durations.js';

/** The largest profile that is read, in bytes of its JSON. */
export const largestProfile = 256 * 1024;

const units = [...Object.keys(secondsPerUnit), ...clocks];
const longestText = 1000;
const mostTexts = 1000;

/** What is said of a value that is not as it should be, and how to write it. */
export const faults = {
  text: 'is no text',
  long: `is longer than ${String(longestText)} characters`,
  nul: 'holds a NUL',
  texts: 'is no list of texts',
  many: `has more than ${String(mostTexts)} values`,
  yesOrNo: 'is neither true nor false',
  object: 'is no object',
  ratings: 'is no object of numbers',
  condition: 'is no condition',
  unit: 'is no unit',
  after: 'is not "started_at"',
} as const;

export const hints: Record<string, string> = {
  [faults.texts]: 'Write it as ["Heading", "Other heading"].',
  [faults.object]: 'Write it as {"headings": ["Heading"]}.',
  [faults.ratings]: 'Write it as {"good": 1, "bad": 0, "not rated": null}.',
  [faults.condition]: 'Write it as {"headings": ["Status"], "values": ["closed"]}.',
  [faults.unit]: `Allowed: ${units.join(', ')}.`,
};

const text = v.pipe(
  v.string(faults.text),
  v.maxLength(longestText, faults.long),
  v.check((value) => !value.includes('\0'), faults.nul),
);
const texts = v.pipe(
  v.array(text, faults.texts),
  v.minLength(1, faults.texts),
  v.maxLength(mostTexts, faults.many),
);
/** An object by any key. */
const object = (fault: string) =>
  v.custom<Record<string, unknown>>(
    (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
    fault,
  );
const rating = v.nullable(v.pipe(v.number(faults.ratings), v.finite(faults.ratings)));
export const conditionSchema = v.strictObject({ headings: texts, values: texts }, faults.condition);
const condition = v.optional(conditionSchema);

export const fieldSchema = v.strictObject(
  {
    headings: texts,
    unverified: v.optional(v.boolean(faults.yesOrNo)),
    unit: v.optional(v.picklist(units, faults.unit)),
    after: v.optional(v.literal('started_at', faults.after)),
    ratings: v.optional(v.pipe(object(faults.ratings), v.record(text, rating))),
    missing: v.optional(texts),
    when_missing: v.optional(text),
    separator: v.optional(text),
  },
  faults.object,
);

/** The shape of a profile that a user wrote. */
export const profileSchema = v.strictObject({
  name: v.pipe(text, v.nonEmpty()),
  title: v.optional(text),
  evidence: v.optional(text),
  fields: v.strictObject(
    Object.fromEntries(chatFields.map((name) => [name, v.optional(fieldSchema)])),
    faults.object,
  ),
  chat_when: condition,
  closed_when: condition,
  open_when: condition,
  bot_when: condition,
  signature: v.optional(texts),
  options: v.optional(object(faults.object)),
  refused: v.optional(text),
});
