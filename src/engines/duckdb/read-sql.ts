import { dateFields, durationFields, type ChatField, type DateField } from '../../chats/columns.js';
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

/** A SELECT of the typed rows of one file: fields, texts that could not be read, and which layout read each date. */
export function readSql(input: CsvInput, plan: FilePlan): string {
  const has = (field: ChatField): boolean => input.columns[field] !== undefined;
  const text = (field: ChatField): string => `clean(${columnOf(input, field)}) as ${field}`;
  const cells = [
    ...(['chat_id', 'user_id', 'closed_by', 'closing_reason', 'csat_score', ...durationFields] as const).map(
      text,
    ),
    ...dateFields.map((field) => `trimmed(${columnOf(input, field)}) as ${field}`),
  ];
  const dates = dateFields.flatMap((field) => (has(field) ? layoutColumns(field, plan) : []));
  return `with cells as (select ${cells.join(', ')} from ${csvScan(input)}),
    parsed as (select *${dates.map((column) => `, ${column}`).join('')} from cells)
    select chat_id, user_id, closed_by, closing_reason,
      ${dateFields.map((field) => dateColumns(field, has(field) ? plan.layouts.length : 0)).join(', ')},
      ${durationFields.map(durationColumns).join(', ')},
      finite(plain_number(csat_score)) as csat_score,
      case when finite(plain_number(csat_score)) is null then csat_score end as csat_score_text
    from parsed`;
}

function columnOf(input: CsvInput, field: ChatField): string {
  const column = input.columns[field];
  return column === undefined ? 'cast(null as varchar)' : `c${String(column)}`;
}

function csvScan(input: CsvInput): string {
  const columns = Array.from({ length: input.width }, (_, index) => `c${String(index)}: 'varchar'`).join(
    ', ',
  );
  return `read_csv(${literal(input.path)}, auto_detect = false, header = false, skip = ${String(input.skip)},
    delim = ${literal(input.delimiter)}, ${input.isClean ? String.raw`new_line = '\n', ` : ''}quote = '"', escape = '"', strict_mode = true, encoding = 'utf-8',
    compression = ${literal(input.isGzip ? 'gzip' : 'none')}, columns = {${columns}})`;
}

function layoutColumns(field: DateField, plan: FilePlan): string[] {
  return plan.layouts.map(
    (layout, index) => `${dateSql(field, layout, plan.order)} as ${field}_${String(index)}`,
  );
}

function dateColumns(field: DateField, layouts: number): string {
  const read = Array.from({ length: layouts }, (_, index) => `${field}_${String(index)}`);
  const value = read.length === 0 ? 'cast(null as timestamp)' : `coalesce(${read.join(', ')})`;
  const which = read.map((column, index) => `when ${column} is not null then ${String(index)}`).join(' ');
  return `${value} as ${field},
    case when ${value} is null then clean(${field}) end as ${field}_text,
    cast(${which === '' ? 'null' : `case ${which} end`} as utinyint) as ${field}_layout`;
}

function durationColumns(field: (typeof durationFields)[number]): string {
  return `duration_seconds(${field}) as ${field},
    case when duration_seconds(${field}) is null then ${field} end as ${field}_text`;
}
