import { checkColumns } from './check-columns.js';
import { checkHoldsChats } from './profiles/choose-profile.js';
import { dateFields, type ChatField, type DateField } from '../chats/columns.js';
import { dateLayout, layoutKey, type DateLayout, type DateOrder } from './dates/layout.js';
import type { HeadingChoices } from './heading.js';
import type { FileLook } from './look.js';
import { lookAtTables, type TableLook } from './tables.js';
import { fieldColumns, type FieldColumns } from './match-headings.js';
import type { DurationUnit } from './profiles/profile.js';
import { readingRules, type ReadingRules } from './rules.js';
import type { SourceFile } from '../files/source.js';
import { clean } from '../files/text.js';

/** All that an engine needs to know to read one file; made from its first bytes and put right by what the whole file shows. */
export interface FilePlan extends FileLook {
  file: SourceFile;
  /** The name of the file that it is one of several tables of; else null. */
  partOf: string | null;
  columns: FieldColumns;
  rules: ReadingRules;
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
  const columns = fieldColumns(look.match.columns);
  const rules = {
    ...readingRules(look.match.profile, look.match.columns, choices.units),
    hasEmails: mayHaveEmails(look.sample, columns.user_id),
  };
  const layouts = headLayouts(columns, rules, look.sample);
  return {
    ...look,
    file,
    partOf,
    columns,
    rules,
    layouts,
    order: choices.dateOrder ?? 'dmy',
    isSwapped: false,
  };
}

/** The first rows tell: a column is of e-mail addresses or not. They say nothing where they have no user. */
function mayHaveEmails(rows: readonly string[][], column: number | undefined): boolean {
  if (column === undefined) return false;
  const users = rows.flatMap((row) => row[column] ?? []).filter((user) => user !== '');
  return users.length === 0 || users.some((user) => user.includes('@'));
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
