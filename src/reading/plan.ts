import { checkColumns } from './check-columns.js';
import { checkHoldsChats } from './profiles/choose-profile.js';
import { dateFields, type ChatField, type DateField } from '../chats/columns.js';
import { dateLayout, layoutKey, type DateLayout, type DateOrder } from './dates/layout.js';
import { dayFieldsOf, withoutDays } from './dates/day-fields.js';
import { checkRowsAreChats, repeatedIds, type RepeatedIds } from './repeated-ids.js';
import type { HeadingChoices } from './heading.js';
import { lookAtFile, type FileLook } from './look.js';
import { fieldColumns, type FieldColumns } from './match-headings.js';
import type { DurationUnit } from './profiles/profile.js';
import { readingRules, type ReadingRules } from './rules.js';
import type { SourceFile } from '../files/source.js';
import { clean } from '../files/text.js';

/** All that an engine needs to know to read one file; made from its first bytes and put right by what the whole file shows. */
export interface FilePlan extends FileLook {
  file: SourceFile;
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
}

/** What the user decides about how files are read. */
export interface ReadingChoices extends HeadingChoices {
  dateOrder: DateOrder | null;
  units: Partial<Record<ChatField, DurationUnit>>;
  /** Whether Excel's swap of day and month is repaired where it is found. */
  repairsSwap: boolean;
  /** What the rows are; null: as they show. */
  rows: 'chat' | 'leg' | null;
}

/**
 * Makes the first plan for reading a file, from its first bytes.
 * @throws UserError when it is empty, is no text, holds no chats, or lacks a needed column.
 */
export async function planFile(file: SourceFile, choices: ReadingChoices): Promise<FilePlan> {
  const look = await lookAtFile(file, choices);
  checkHoldsChats(file.name, look.match);
  checkColumns(file.name, look.match.columns, choices.map);
  const all = fieldColumns(look.match.columns);
  const rules = planRules(look, choices);
  const found = repeatedIds(all, look.sample, rules);
  checkRowsAreChats(file.name, found, choices.rows);
  const dayFields = dayFieldsOf(all, rules, look.sample);
  const columns = withoutDays(all, dayFields);
  const layouts = headLayouts(columns, rules, look.sample);
  return {
    ...look,
    ...{ file, columns, rules, layouts, dayFields },
    legs: found?.kind === 'leg' ? found : null,
    order: choices.dateOrder ?? 'dmy',
    isSwapped: false,
  };
}

function planRules({ match, status }: FileLook, { units }: ReadingChoices): ReadingRules {
  const rules = readingRules(match.profile, match.columns, units);
  const { open_when: _, ...conditions } = rules.conditions;
  return { ...rules, conditions: status ? { ...conditions, open_when: status.words } : conditions };
}

function headLayouts(columns: FieldColumns, rules: ReadingRules, rows: readonly string[][]): DateLayout[] {
  const found = new Map<string, DateLayout>();
  for (const field of dateFields) {
    const column = columns[field];
    if (column === undefined || rules.after.includes(field)) continue;
    for (const row of rows) addLayout(found, row[column]);
  }
  return [...found.values()];
}

function addLayout(found: Map<string, DateLayout>, value: string | undefined): void {
  const text = value === undefined ? null : clean(value);
  const layout = text === null ? null : dateLayout(text);
  if (layout) found.set(layoutKey(layout), layout);
}

/** The fields of a file that hold dates of their own. */
export function dateFieldsOf(plan: FilePlan): DateField[] {
  return dateFields.filter((field) => plan.columns[field] !== undefined && !plan.rules.after.includes(field));
}
