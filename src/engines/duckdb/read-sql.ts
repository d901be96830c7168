import {
  chatFields,
  dateFields,
  durationFields,
  type ChatField,
  type DateField,
} from '../../chats/columns.js';
import type { DateLayout } from '../../chats/date-format.js';
import type { FilePlan } from '../../chats/file-plan.js';
import { dateSql } from './date-sql.js';
import { literal } from './sql-text.js';

/** Where the rows of a plan are: a CSV file, and which of its columns holds which field. */
export interface CsvInput {
  path: string;
  delimiter: string;
  /** A cleaned copy: lines end in LF whatever its first field holds. Otherwise the engine goes by the heading's end. */
  isClean: boolean;
  skip: number;
  width: number;
  isGzip: boolean;
  columns: Partial<Record<ChatField, number>>;
}

const textFields = ['chat_id', 'user_id', 'closed_by', 'closing_reason'] as const;
const numberFields = [...durationFields, 'csat_score'] as const;

/**
 * A SELECT of the typed rows of one file: fields, texts that could not be read, and which layout read each date. It goes
 * in stages, because a column of a stage is computed once, however often the next one names it.
 */
export function readSql(input: CsvInput, plan: FilePlan): string {
  const dates = dateFields.map((field) => ({ field, layouts: layoutsOf(field, input, plan) }));
  const parsed = dates.flatMap(({ field, layouts }) =>
    layouts.map((layout, index) => `${dateSql(field, layout, plan.order)} as ${field}_${String(index)}`),
  );
  const checked = dates.flatMap(({ field, layouts }) =>
    layouts.map((_, index) => `${field}_${String(index)}`),
  );
  return `with cells as (select ${each(chatFields, (field) => `bare(${columnOf(input, field)})`)} from ${csvScan(input)}),
    present as (select ${each(chatFields, (field) => `present(${field})`)} from cells),
    parsed as (select *, ${[...parsed, ...numberFields.map(numberSql)].join(', ')} from present),
    checked as (select * replace (${each([...checked, ...numberFields.map((field) => `${field}_number`)], checkSql)}) from parsed)
    select ${[...textFields, ...dates.map(({ field, layouts }) => dateColumns(field, layouts.length)), ...numberFields.map(numberColumns)].join(', ')}
    from checked`;
}

function each<Column extends string>(columns: readonly Column[], sql: (column: Column) => string): string {
  return columns.map((column) => `${sql(column)} as ${column}`).join(', ');
}

function layoutsOf(field: DateField, input: CsvInput, plan: FilePlan): readonly DateLayout[] {
  return input.columns[field] === undefined ? [] : plan.layouts;
}

function columnOf(input: CsvInput, field: ChatField): string {
  const column = input.columns[field];
  return column === undefined ? 'cast(null as varchar)' : `c${String(column)}`;
}

function numberSql(field: (typeof numberFields)[number]): string {
  const read = field === 'csat_score' ? 'plain_number' : 'duration_seconds';
  return `${read}(${field}) as ${field}_number`;
}

/** A number must be finite, a date in the range that is readable. */
function checkSql(column: string): string {
  return column.endsWith('_number') ? `finite(${column})` : `in_range(${column})`;
}

function csvScan(input: CsvInput): string {
  const columns = Array.from({ length: input.width }, (_, index) => `c${String(index)}: 'varchar'`).join(
    ', ',
  );
  return `read_csv(${literal(input.path)}, auto_detect = false, header = false, skip = ${String(input.skip)},
    delim = ${literal(input.delimiter)}, quote = '"', escape = '"', strict_mode = true, encoding = 'utf-8',
    ${input.isClean ? cleanCopy : ''} compression = ${literal(input.isGzip ? 'gzip' : 'none')}, columns = {${columns}})`;
}

function dateColumns(field: DateField, layouts: number): string {
  const read = Array.from({ length: layouts }, (_, index) => `${field}_${String(index)}`);
  const value = read.length === 0 ? 'cast(null as timestamp)' : `coalesce(${read.join(', ')})`;
  const which = read.map((column, index) => `when ${column} is not null then ${String(index)}`).join(' ');
  return `${value} as ${field},
    case when ${value} is null then ${field} end as ${field}_text,
    cast(${which === '' ? 'null' : `case ${which} end`} as utinyint) as ${field}_layout`;
}

/** A duration is not negative; a rating may be. */
function numberColumns(field: (typeof numberFields)[number]): string {
  const number =
    field === 'csat_score' ? `${field}_number` : `case when ${field}_number >= 0 then ${field}_number end`;
  return `${number} as ${field}, case when (${number}) is null then ${field} end as ${field}_text`;
}
