import { dateFields, durationFields, type ChatField, type DateField } from '../../chats/columns.js';
import { conditionNames, type ConditionName } from '../../chats/condition-names.js';
import type { FilePlan } from '../../chats/file-plan.js';
import { secondsPerUnit } from '../../chats/heading-hints.js';
import { rowsPerFile } from '../../chats/ordinals.js';
import { closerSql, isChatSql, presentSql, ratingSql } from '../duckdb-sql/rule-sql.js';
import { clickHouseSql, identifier } from './dialect.js';
import { rawColumns } from './raw-columns.js';

/** A column of a table on the server. */
export interface TableColumn {
  name: string;
  type: string;
}

/** The type of a column without what it is wrapped in. */
function bareType(type: string): string {
  const inner = /^(?:Nullable|LowCardinality)\((.*)\)$/s.exec(type)?.[1];
  return inner === undefined ? type : bareType(inner);
}

/** True for a type whose values are moments or days. */
export function isMoment(type: string): boolean {
  return /^Date/.test(bareType(type));
}

/** True for a type whose values are moments, not whole days. */
export function isMomentOfDay(type: string): boolean {
  return /^DateTime/.test(bareType(type));
}

function isNumber(type: string): boolean {
  return /^(U?Int|B?Float|Decimal|Bool)/.test(bareType(type));
}

/** Rows are numbered by buckets of their chat, so that no thread waits for another. */
const buckets = 1024;
const textFields = ['chat_id', 'user_id', 'closed_by', 'closing_reason'] as const satisfies ChatField[];
const numberFields = [...durationFields, 'csat_score'] as const;

/**
 * A SELECT of a table's rows as `raw_chats` wants them: texts trimmed, missing values null, moments in UTC. A table has no
 * order of rows: they are numbered by what they hold, so that a second run numbers them the same.
 */
export function tableSql(
  source: string,
  columns: readonly TableColumn[],
  ordinal: number,
  plan: FilePlan,
): string {
  const of = (name: ChatField | ConditionName): TableColumn | undefined => columns[plan.columns[name] ?? -1];
  const stages = clickHouseSql(`with cells as (select ${cells(of)} from source),
    present as (select ${present(of, plan)} from cells),
    counted as (select *, ${numbers(of, plan)} from present),
    typed as (select chat_id, user_id, ${closerSql(plan.rules)} as closer, closing_reason, ${isChatSql(plan.rules)} as is_a_chat,
      ${dates(of, plan)}, ${numberFields.map(numberColumns).join(', ')} from counted)`);
  const own = Object.keys(rawColumns).slice(2);
  const renamed: Record<string, string> = { closed_by: 'closer', is_chat: 'is_a_chat' };
  const values = own.map((name) => renamed[name] ?? valueName(name));
  return `${stages.replace('from source', `from ${source}`)}
    select toInt64(${String(ordinal)}) as source_file,
      toInt64(${String(ordinal * rowsPerFile)} + bucket * ${String(rowsPerFile / buckets)} + place - 1) as source_ordinal,
      ${own.map((name, at) => `${values[at] ?? name} as ${identifier(name)}`).join(', ')}
    from (select *, row_number() over (partition by bucket order by ${values.join(', ')}) as place
      from (select *, cityHash64(coalesce(chat_id, '')) % ${String(buckets)} as bucket from typed))`;
}

/** Inside, a date or number has another name than the cell that it is read from. */
function valueName(name: string): string {
  return (textFields as readonly string[]).includes(name) ? name : `typed_${name}`;
}

type ColumnOf = (name: ChatField | ConditionName) => TableColumn | undefined;

const allNames = [...textFields, ...dateFields, ...numberFields, ...conditionNames];

function cells(of: ColumnOf): string {
  return allNames
    .map((name) => {
      const column = of(name);
      if (!column) return `cast(null as varchar) as ${name}`;
      return isMoment(column.type)
        ? `toString(${identifier(column.name)}) as ${name}, ${momentSql(column)} as ${name}_moment`
        : `bare(toString(${identifier(column.name)})) as ${name}`;
    })
    .join(', ');
}

/** A moment that can be read, in UTC: from 1970 to 2105 (metrics.md, section 3). */
function momentSql({ name }: TableColumn): string {
  const moment = `toDateTime64(${identifier(name)}, 0, 'UTC')`;
  return `if(${moment} >= toDateTime64('1970-01-01 00:00:00', 0, 'UTC')
    and ${moment} < toDateTime64('2106-01-01 00:00:00', 0, 'UTC'), ${moment}, null)`;
}

function present(of: ColumnOf, { rules }: FilePlan): string {
  return allNames
    .map((name) => {
      const column = of(name);
      const moment = column && isMoment(column.type) ? `, ${name}_moment` : '';
      return `${column && !isMoment(column.type) ? `${presentSql(name, rules)} as ${name}` : name}${moment}`;
    })
    .join(', ');
}

function numbers(of: ColumnOf, { rules }: FilePlan): string {
  const after = rules.after.filter((field) => of(field));
  return [...numberFields, ...after]
    .map((field) => {
      const unit = String(secondsPerUnit[rules.units[field] ?? 'seconds']);
      const column = of(field);
      if (!column) return `cast(null as Nullable(Float64)) as ${field}_number`;
      if (field === 'csat_score') return `${ratingSql(field, rules)} as ${field}_number`;
      const plain = `toFloat64OrNull(${field}) * ${unit}`;
      return `${isNumber(column.type) ? plain : `duration_seconds(${field}, ${unit})`} as ${field}_number`;
    })
    .join(', ');
}

function dates(of: ColumnOf, { rules }: FilePlan): string {
  const value = (field: DateField): string => {
    const column = of(field);
    if (!column) return 'cast(null as timestamp)';
    if (!rules.after.includes(field)) return `${field}_moment`;
    return `addSeconds(started_at_moment, toInt64(floor(${field}_number)))`;
  };
  return dateFields
    .map((field) => {
      const isRead = rules.after.includes(field) && of(field) ? `${field}_number` : value(field);
      return `${value(field)} as typed_${field}, if((${isRead}) is null, ${field}, null) as typed_${field}_text`;
    })
    .join(', ');
}

/** A duration is not negative; a rating may be. Neither is infinite. */
function numberColumns(field: (typeof numberFields)[number]): string {
  const least = field === 'csat_score' ? '' : ` and ${field}_number >= 0`;
  const number = `if(isFinite(${field}_number)${least}, ${field}_number, null)`;
  return `${number} as typed_${field}, if((${number}) is null, ${field}, null) as typed_${field}_text`;
}
