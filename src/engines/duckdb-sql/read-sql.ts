import {
  chatFields,
  dateFields,
  durationFields,
  type ChatField,
  type DateField,
} from '../../chats/columns.js';
import { conditionNames, type ConditionName } from '../../chats/condition-names.js';
import type { DateLayout } from '../../chats/date-format.js';
import type { FilePlan } from '../../chats/file-plan.js';
import { secondsPerUnit } from '../../chats/heading-hints.js';
import type { FieldColumns } from '../../chats/match-headings.js';
import { dateSql } from './date-sql.js';
import { literal } from './sql-text.js';
import { closerSql, isChatSql, presentSql, ratingSql } from './rule-sql.js';

/** Where the rows of a plan are: a CSV file, and which of its columns holds which field. */
export interface CsvInput {
  path: string;
  delimiter: string;
  /** A cleaned copy: lines end in LF whatever its first field holds. Otherwise the engine goes by the heading's end. */
  isClean: boolean;
  skip: number;
  width: number;
  isGzip: boolean;
  columns: FieldColumns;
}

const numberFields = [...durationFields, 'csat_score'] as const;

/**
 * A SELECT of the typed rows of one file: fields, texts that could not be read, and which layout read each date. It goes
 * in stages, because a column of a stage is computed once, however often the next one names it.
 */
export function readSql(input: CsvInput, plan: FilePlan): string {
  const dates = dateFields.map((field) => ({ field, layouts: layoutsOf(field, plan) }));
  const after = plan.rules.after.filter((field) => plan.columns[field] !== undefined);
  const numbers = [...numberFields, ...after];
  const parsed = dates.flatMap(({ field, layouts }) =>
    layouts.map((layout, index) => `${dateSql(field, layout, plan)} as ${field}_${String(index)}`),
  );
  const checked = dates.flatMap(({ field, layouts }) =>
    layouts.map((_, index) => `${field}_${String(index)}`),
  );
  const cells = [...chatFields, ...conditionNames];
  return `with cells as (select ${each(cells, (name) => `bare(${columnOf(input, name)})`)} from ${csvScan(input)}),
    present as (select ${each(cells, (name) => presentSql(name, plan.rules))} from cells),
    parsed as (select *, ${[...parsed, ...numbers.map((field) => numberSql(field, plan))].join(', ')} from present),
    checked as (select * replace (${each([...checked, ...numbers.map((field) => `${field}_number`)], checkSql)}) from parsed),
    dated as (select *, ${dates.map(({ field, layouts }) => dateValue(field, layouts.length)).join(', ')} from checked)
    select chat_id, user_id, ${closerSql(plan.rules)} as closed_by, closing_reason, ${isChatSql(plan.rules)} as is_chat,
      ${dateFields.map((field) => (after.includes(field) ? afterColumns(field) : dateColumns(field))).join(', ')},
      ${numberFields.map(numberColumns).join(', ')}
    from dated`;
}

function each<Column extends string>(columns: readonly Column[], sql: (column: Column) => string): string {
  return columns.map((column) => `${sql(column)} as ${column}`).join(', ');
}

function layoutsOf(field: DateField, { columns, rules, layouts }: FilePlan): readonly DateLayout[] {
  return columns[field] === undefined || rules.after.includes(field) ? [] : layouts;
}

function columnOf(input: CsvInput, name: ChatField | ConditionName): string {
  const column = input.columns[name];
  return column === undefined ? 'cast(null as varchar)' : `c${String(column)}`;
}

function numberSql(field: ChatField, { rules }: FilePlan): string {
  if (field === 'csat_score') return `${ratingSql(field, rules)} as ${field}_number`;
  const unit = secondsPerUnit[rules.units[field] ?? 'seconds'];
  return `duration_seconds(${field}, ${String(unit)}) as ${field}_number`;
}

/** A number must be finite, a date in the range that is readable. */
function checkSql(column: string): string {
  return column.endsWith('_number') ? `finite(${column})` : `in_range(${column})`;
}

/** A cleaned copy holds records of 2 MB at most, in which every quote may have become two. */
const cleanCopy = String.raw`new_line = '\n', max_line_size = 4100000,`;

/** A path that DuckDB does not take for a pattern. */
function exactPath(path: string): string {
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

function dateValue(field: DateField, layouts: number): string {
  const read = Array.from({ length: layouts }, (_, index) => `${field}_${String(index)}`);
  const value = read.length === 0 ? 'cast(null as timestamp)' : `coalesce(${read.join(', ')})`;
  const which = read.map((column, index) => `when ${column} is not null then ${String(index)}`).join(' ');
  return `${value} as ${field}_value, cast(${which === '' ? 'null' : `case ${which} end`} as utinyint) as ${field}_layout`;
}

function dateColumns(field: DateField): string {
  return `${field}_value as ${field}, case when ${field}_value is null then ${field} end as ${field}_text, ${field}_layout`;
}

/** A duration after the start: as much an instant as the start is. */
function afterColumns(field: DateField): string {
  return `started_at_value + to_seconds(cast(floor(${field}_number) as bigint)) as ${field},
    case when ${field}_number is null then ${field} end as ${field}_text, started_at_layout as ${field}_layout`;
}

/** A duration is not negative; a rating may be. */
function numberColumns(field: (typeof numberFields)[number]): string {
  const number =
    field === 'csat_score' ? `${field}_number` : `case when ${field}_number >= 0 then ${field}_number end`;
  return `${number} as ${field}, case when (${number}) is null then ${field} end as ${field}_text`;
}
