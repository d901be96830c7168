import { checkColumns } from './check-columns.js';
import { checkHoldsChats } from './profiles/choose-profile.js';
import { dateFields, type ChatField, type DateField } from '../chats/columns.js';
import { readDateText } from './dates/date-text.js';
import { dateLayout, layoutKey, withOneOffset, type DateLayout, type DateOrder } from './dates/layout.js';
import { headingClock } from './heading-hints.js';
import { dayFieldsOf, withoutDays } from './dates/day-fields.js';
import { checkRowsAreChats, repeatedIds, type RepeatedIds } from './repeated-ids.js';
import type { HeadingChoices } from './heading.js';
import type { FileLook } from './understood.js';
import { lookAtTables, type TableLook } from './tables.js';
import { fieldColumns, type FieldColumns } from './match-headings.js';
import type { DurationUnit, Profile } from './profiles/profile.js';
import { looseName } from '../options/names.js';
import { clocks } from './writings/durations.js';
import type { Decimal } from './writings/numbers.js';
import { readingRules, type ReadingRules } from './rules.js';
import type { SourceFile } from '../files/source.js';
import {
  chooseWritings,
  durationColumns,
  type ChosenWritings,
  type SeenFile,
  type WritingChoices,
} from './writings/choose.js';
import { checkWords, withoutRefused } from './writings/refused.js';
import { Survey } from './writings/survey.js';

/** All that an engine needs to know to read one file; made from its first bytes and put right by what the whole file shows. */
export interface FilePlan extends FileLook, ChosenWritings {
  file: SourceFile;
  /** The name of the file that it is one of several tables of; else null. */
  partOf: string | null;
  columns: FieldColumns;
  rules: ReadingRules;
  /** Fields whose values are dates without a time of day. */
  dayFields: DateField[];
  /** The rows of one id are parts of one chat; null: each row is a chat, as far as the first ones show. */
  legs: RepeatedIds | null;
  /** How dates are read: every layout seen, and one order for those that leave it open. */
  layouts: DateLayout[];
  order: DateOrder;
  /** Excel swapped day and month of the date cells: they are swapped back. */
  isSwapped: boolean;
  /** The sign before fractions that the user or the profile names. */
  decimal: Decimal | null;
  /** How the columns are written was decided from the whole file. */
  isSurveyed: boolean;
}

/** What the user decides about how files are read. */
export interface ReadingChoices extends HeadingChoices, WritingChoices {
  dateOrder: DateOrder | null;
  units: Partial<Record<ChatField, DurationUnit>>;
  /** Whether Excel's swap of day and month is repaired where it is found. */
  repairsSwap: boolean;
  /** What the rows are; null: as they show. */
  rows: 'chat' | 'leg' | null;
}

/**
 * Makes the first plans for reading a file, from its first bytes: one for each of its tables.
 * @throws UserError when it is empty, is no text, holds no chats, or lacks a needed column.
 */
export async function planFiles(file: SourceFile, choices: ReadingChoices): Promise<FilePlan[]> {
  const tables = await lookAtTables(file, choices);
  return tables.map((table) => planTable(table, choices));
}

/** The first plan of a file that is one table. */
export async function planFile(file: SourceFile, choices: ReadingChoices): Promise<FilePlan> {
  const [plan] = await planFiles(file, choices);
  if (!plan) throw new Error('A file has no table.');
  return plan;
}

function planTable({ file, look, partOf }: TableLook, choices: ReadingChoices): FilePlan {
  checkHoldsChats(file.name, look.match);
  checkColumns(file.name, look.match.columns, choices.map, look.sample);
  const all = fieldColumns(look.match.columns);
  const rules = planRules(look, all, choices);
  const found = repeatedIds(all, look.sample, rules);
  checkRowsAreChats(file.name, found, choices.rows);
  const dayFields = dayFieldsOf(all, rules, look.sample);
  const columns = withoutDays(all, dayFields);
  const survey = new Survey(columns, rules);
  for (const row of look.sample) survey.add(row);
  const plan: FilePlan = {
    ...look,
    ...{ file, partOf, columns, rules, dayFields },
    legs: found?.kind === 'leg' ? found : null,
    layouts: [],
    order: choices.dateOrder ?? 'dmy',
    isSwapped: false,
    isSurveyed: look.isWholeSample,
    writings: null,
    exactNumbers: [],
    doubts: [],
    decided: [],
    rating: null,
    decimal: null,
  };
  return planUnder(plan, survey.result(), choices);
}

function planRules(
  { match, status, sample, pairs }: FileLook,
  columns: FieldColumns,
  { units }: ReadingChoices,
): ReadingRules {
  const rules = readingRules(match.profile, match.columns, units);
  const { open_when: _, ...conditions } = rules.conditions;
  return {
    ...rules,
    after: [...rules.after, ...pairs.filter(({ after }) => after !== undefined).map(({ field }) => field)],
    hasEmails: mayHaveEmails(sample, columns.user_id),
    conditions: status?.isUsed ? { ...conditions, open_when: status.words } : conditions,
  };
}

/** The first rows tell: a column is of e-mail addresses or not. They say nothing where they have no user. */
function mayHaveEmails(rows: readonly string[][], column: number | undefined): boolean {
  if (column === undefined) return false;
  const users = rows.flatMap((row) => row[column] ?? []).filter((user) => user !== '');
  return users.length === 0 || users.some((user) => user.includes('@'));
}

/**
 * A plan with the writings that follow from what was seen of a file.
 * @throws UserError when its starts are dates in words of which some are not known.
 */
export function planUnder(plan: FilePlan, seen: SeenFile, choices: ReadingChoices): FilePlan {
  const known = { ...seen.clocks, ...namedClocks(plan) };
  const decimal = choices.decimal ?? profileDecimal(plan.match.profile);
  const chosen = chooseWritings({ ...seen, clocks: known }, plan.rules, { ...choices, decimal });
  const made = withoutRefused({ ...plan, ...chosen, decimal });
  checkWords(made);
  const found = new Map(plan.layouts.map((layout) => [layoutKey(layout), layout]));
  for (const field of dateFieldsOf(made))
    for (const { example } of seen.columns[field]?.values() ?? []) {
      const layout = dateLayout(example) ?? dateLayout(readDateText(example, choices.zones).text ?? '');
      if (layout) found.set(layoutKey(layout), layout);
    }
  return { ...made, layouts: withOneOffset([...found.values()]) };
}

/** What the profile or a heading says that `01:19` is. */
function namedClocks({ match, rules }: FilePlan): SeenFile['clocks'] {
  const found = match.columns.flatMap(({ heading, field }) => {
    if (field === null || !durationColumns(rules).includes(field)) return [];
    const own = clocks.find((clock) => clock === match.profile.fields[field]?.unit);
    const clock = own ?? headingClock(heading);
    return clock ? [[field, clock]] : [];
  });
  return Object.fromEntries(found) as SeenFile['clocks'];
}

/** The sign before fractions that a profile names among its options. */
function profileDecimal({ options = {} }: Profile): Decimal | null {
  const [, value] = Object.entries(options).find(([name]) => looseName(name) === 'decimal') ?? [];
  return value === 'point' || value === 'comma' ? value : null;
}

/** The fields of a file that hold dates of their own. */
export function dateFieldsOf(plan: Pick<FilePlan, 'columns' | 'rules'>): DateField[] {
  return dateFields.filter((field) => plan.columns[field] !== undefined && !plan.rules.after.includes(field));
}
