import {
  chatFields,
  dateFields,
  durationFields,
  numberFields,
  typedFields,
  type ChatField,
  type DateField,
} from '../../chats/columns.js';
import { conditionNames, type ConditionName } from '../../reading/condition-names.js';
import type { DateLayout } from '../../reading/dates/layout.js';
import type { FilePlan } from '../../reading/plan.js';
import { secondsPerUnit } from '../../reading/heading-hints.js';
import type { FieldColumns } from '../../reading/match-headings.js';
import type { ReadingRules } from '../../reading/rules.js';
import { dateStages } from './date-stages.js';
import { literal } from '../shared-sql/sql-text.js';
import { closerSql, isChatSql, presentSql, ratingSql, userSql } from '../shared-sql/rule-sql.js';

/** Where the rows of a plan are: a CSV file, and which of its columns holds which field. */
export interface CsvInput {
  path: string;
  delimiter: string;
  /** A cleaned copy: lines end in LF whatever its first field holds. Otherwise the engine goes by the heading's end. */
  isClean: boolean;
  skip: number;
  width: number;
  isGzip: boolean;
  /** Cells of dates and numbers have white space at their ends that must be cut before they can be read. */
  isPadded: boolean;
  columns: FieldColumns;
}

/**
 * A SELECT of the typed rows of one file: fields, texts that could not be read, and which layout read each date. It goes
 * in stages, because a column of a stage is computed once, however often the next one names it.
 */
export function readSql(input: CsvInput, plan: FilePlan): string {
  const dates = dateFields.map((field) => ({ field, layouts: layoutsOf(field, plan) }));
  const after = plan.rules.after.filter((field) => plan.columns[field] !== undefined);
  const durations = [...durationFields, ...after];
  const numbers = [...durations, 'csat_score'] as const;
  const cells = [...chatFields, ...conditionNames.filter((name) => plan.rules.conditions[name])];
  return `with cells as (select ${each(cells, (name) => cellSql(input, name, plan))} from ${csvScan(input)}),
    present as (select ${each(cells, (name) => presentSql(name, plan.rules))} from cells),
    timed as (select *, ${durations.map((field) => `clock_time(${field}) as ${field}_time`).join(', ')} from present),
    parsed as (select *, ${numbers.map((field) => numberSql(field, plan)).join(', ')} from timed),
    numbered as (select * replace (${each(numbers.map(numberName), checkSql)}) from parsed),
    ${dateStages(dates, plan).join(', ')}
    select chat_id, ${userSql(plan.rules)} as user_id, ${closerSql(plan.rules)} as closed_by, closing_reason, ${isChatSql(plan.rules)} as is_chat,
      ${dateFields.map((field) => (after.includes(field) ? afterColumns(field) : dateColumns(field))).join(', ')},
      ${numberFields.map((field) => `${numberName(field)} as ${field}`).join(', ')},
      ${unreadColumn(after)}
    from dated`;
}

/** A cell of text is trimmed; one that is parsed needs it only where its white space would stand in the way. */
function cellSql(input: CsvInput, name: ChatField | ConditionName, { rules }: FilePlan): string {
  const column = input.columns[name];
  if (column === undefined) return 'cast(null as varchar)';
  const cell = `c${String(column)}`;
  return input.isPadded || hasWords(name, rules) ? `bare(${cell})` : cell;
}

/** Text, or values that are compared with words. */
function hasWords(name: ChatField | ConditionName, { missing, ratings }: ReadingRules): boolean {
  const field = typedFields.find((typed) => typed === name);
  if (field === undefined || (missing[field]?.length ?? 0) > 0) return true;
  return field === 'csat_score' && Object.keys(ratings).length > 0;
}

function each<Column extends string>(columns: readonly Column[], sql: (column: Column) => string): string {
  return columns.map((column) => `${sql(column)} as ${column}`).join(', ');
}

function layoutsOf(field: DateField, { columns, rules, layouts }: FilePlan): readonly DateLayout[] {
  return columns[field] === undefined || rules.after.includes(field) ? [] : layouts;
}

function numberName(field: ChatField): string {
  return `${field}_number`;
}

function numberSql(field: ChatField, { rules, exactNumbers }: FilePlan): string {
  const isExact = exactNumbers.includes(field);
  if (field === 'csat_score')
    return `${ratingSql(field, rules, isExact ? 'exact_number' : 'plain_number')} as ${numberName(field)}`;
  const unit = secondsPerUnit[rules.units[field] ?? 'seconds'];
  return `${isExact ? 'exact_duration' : 'timed_duration'}(${field}, ${field}_time, ${String(unit)}) as ${numberName(field)}`;
}

/** A number is finite; a duration is not longer than all time that can be read and, where it is no date, not negative. */
function checkSql(number: string): string {
  if (number === numberName('csat_score')) return `finite(${number})`;
  return durationFields.some((field) => number === numberName(field))
    ? `positive_duration(${number})`
    : `duration_in_range(${number})`;
}

/** A cleaned copy holds records of 2 MB at most, in which every quote may have become two. */
const cleanCopy = String.raw`new_line = '\n', max_line_size = 4100000,`;

/** A path that DuckDB does not take for a pattern. */
export function exactPath(path: string): string {
  return path.replace(/[*?[]/g, '[$&]');
}

function csvScan(input: CsvInput): string {
  const columns = Array.from({ length: input.width }, (_, index) => `c${String(index)}: 'varchar'`).join(
    ', ',
  );
  return `read_csv(${literal(exactPath(input.path))}, auto_detect = false, header = false, skip = ${String(input.skip)},
    delim = ${literal(input.delimiter)}, quote = '"', escape = '"', strict_mode = true, encoding = 'utf-8',
    ${input.isClean ? cleanCopy : ''} compression = ${literal(input.isGzip ? 'gzip' : 'none')}, columns = {${columns}})`;
}

function dateColumns(field: DateField): string {
  return `${field}_value as ${field}, ${field}_layout`;
}

/** A duration after the start: as much an instant as the start is. */
function afterColumns(field: DateField): string {
  return `started_at_value + to_seconds(cast(floor(${numberName(field)}) as bigint)) as ${field}, started_at_layout as ${field}_layout`;
}

/** The texts that could not be read in one column, in the order of `typedFields`, which is null for nearly every row: columns of their own cost time. */
function unreadColumn(after: readonly DateField[]): string {
  const isNumber = (field: ChatField): boolean =>
    (numberFields as readonly string[]).includes(field) || (after as readonly string[]).includes(field);
  const unread = typedFields.map((field) => {
    const value = isNumber(field) ? numberName(field) : `${field}_value`;
    return {
      isUnread: `(${field} is not null and ${value} is null)`,
      text: `case when ${value} is null then ${field} end`,
    };
  });
  return `case when ${unread.map(({ isUnread }) => isUnread).join(' or ')}
    then [${unread.map(({ text }) => text).join(', ')}] end as unread`;
}
