import { chatFields, dateFields, numberFields, type ChatField, type DateField } from '../../chats/columns.js';
import { conditionNames, type ConditionName } from '../../reading/condition-names.js';
import type { FilePlan } from '../../reading/plan.js';
import { secondsPerUnit } from '../../reading/heading-hints.js';
import { rowsPerFile } from '../../chats/ordinals.js';
import { closerSql, isChatSql, presentSql, ratingSql, userSql } from '../shared-sql/rule-sql.js';
import { clickHouseSql, identifier, literal } from './dialect.js';
import { rawColumns } from './raw-columns.js';
import { tokensOf } from './sql-tokens.js';

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

/** How the rows of a table are numbered: by buckets of their chats, so that no thread waits for another. */
interface Numbering {
  /** How many buckets there are. */
  buckets: number;
  /** The bucket of a row, by a hash of its chat. */
  bucket: (hash: string) => string;
}

const atOnePlace: Numbering = { buckets: 1024, bucket: (hash) => `${hash} % 1024` };

/** As many shards have buckets of their own. */
const mostShards = 256;
const bucketsOfShard = 64;

/** What a shard says that is none of the first so many of the cluster. */
const shardUnknown = `This server is none of the first ${String(mostShards)} shards of the cluster.`;

/** Each shard numbers its own rows, by its place in the cluster: a shard that does not find itself in it must not go on. */
export function byShard(cluster: string): Numbering {
  const shard = `(select toInt64(min(shard_num)) from system.clusters where cluster = ${literal(cluster)} and is_local)`;
  const isUnknown = `throwIf(coalesce(${shard}, 0) not between 1 and ${String(mostShards)}, ${literal(shardUnknown)})`;
  return {
    buckets: mostShards * bucketsOfShard,
    bucket: (hash) =>
      `${isUnknown} + (${shard} - 1) * ${String(bucketsOfShard)} + ${hash} % ${String(bucketsOfShard)}`,
  };
}

const allNames = [...chatFields, ...conditionNames];

/**
 * A SELECT of a table's rows as `raw_chats` wants them: texts trimmed, missing values null, moments in UTC. All that rests on
 * one row alone is said in the one SELECT that reads the table: of a table that is spread over shards they compute it. A table
 * has no order of rows: they are numbered by what they hold, so that a second run numbers them the same.
 */
export function tableSql(
  source: string,
  columns: readonly TableColumn[],
  ordinal: number,
  plan: FilePlan,
  { buckets, bucket }: Numbering = atOnePlace,
): string {
  const of = (name: ChatField | ConditionName): TableColumn | undefined => columns[plan.columns[name] ?? -1];
  const own = Object.keys(rawColumns).slice(2).map(identifier).join(', ');
  const steps = [...allNames.flatMap((name) => cell(name, of, plan)), ...numbers(of, plan)];
  return `select toInt64(${String(ordinal)}) as source_file,
      toInt64(${String(ordinal * rowsPerFile)} + bucket * ${String(rowsPerFile / buckets)} + place - 1) as source_ordinal, ${own}
    from (select *, row_number() over (partition by bucket order by ${own}) as place
      from (with ${steps.join(',\n        ')}
        select ${values(of, plan).join(', ')},
          ${bucket(`cityHash64(coalesce(${inner('chat_id')}, ''))`)} as bucket
        from ${source}))`;
}

type ColumnOf = (name: ChatField | ConditionName) => TableColumn | undefined;

/** What a value is called inside of the SELECT: no column of a table is called so, and would be taken in its place. */
function inner(name: string): string {
  return `chat_metrics_${name}`;
}

/** Shared SQL about the fields of a row, in ClickHouse's words and with their names inside of the SELECT. */
function innerSql(sql: string, ending = ''): string {
  const named = (word: string): string =>
    (allNames as readonly string[]).includes(word) ? inner(`${word}${ending}`) : word;
  return clickHouseSql(tokensOf(sql).map(named).join(''));
}

/** A field as text, null where it is missing; of a moment also the moment. */
function cell(name: ChatField | ConditionName, of: ColumnOf, { rules }: FilePlan): string[] {
  const column = of(name);
  if (!column) return [`${clickHouseSql('cast(null as varchar)')} as ${inner(name)}`];
  const text = `toString(${identifier(column.name)})`;
  if (isMoment(column.type))
    return [`${text} as ${inner(name)}`, `${momentSql(column)} as ${inner(`${name}_moment`)}`];
  return [
    `${clickHouseSql(`bare(${text})`)} as ${inner(`${name}_cell`)}`,
    `${innerSql(presentSql(name, rules), '_cell')} as ${inner(name)}`,
  ];
}

/** A moment that can be read, in UTC: from 1970 to 2105 (metrics.md, section 3). */
function momentSql({ name }: TableColumn): string {
  const moment = `toDateTime64(${identifier(name)}, 0, 'UTC')`;
  return `if(${moment} >= toDateTime64('1970-01-01 00:00:00', 0, 'UTC')
    and ${moment} < toDateTime64('2106-01-01 00:00:00', 0, 'UTC'), ${moment}, null)`;
}

/** What a duration or rating is read as. */
function numbers(of: ColumnOf, { rules, decimal }: FilePlan): string[] {
  const after = rules.after.filter((field) => of(field));
  return [...numberFields, ...after].map((field) => {
    const unit = String(secondsPerUnit[rules.units[field] ?? 'seconds']);
    const column = of(field);
    const isText = column !== undefined && /String/.test(column.type);
    const isOpen = isText && decimal === null;
    const text = isText ? withPoint(field, decimal) : field;
    const sql =
      field === 'csat_score'
        ? ratingSql(field, rules, isOpen ? 'plain_number' : 'exact_number', text)
        : `${isOpen ? 'duration_seconds' : 'exact_seconds'}(${text}, ${unit})`;
    return `${column ? innerSql(sql) : 'cast(null as Nullable(Float64))'} as ${inner(`${field}_number`)}`;
  });
}

/** A text with a point before fractions and nothing between thousands, from one with this sign before fractions. */
function withPoint(field: ChatField, decimal: FilePlan['decimal']): string {
  if (decimal === 'comma') return `replace(replace(${field}, '.', ''), ',', '.')`;
  return decimal === 'point' ? `replace(${field}, ',', '')` : field;
}

/** The columns of `raw_chats` but for the number of the row. */
function values(of: ColumnOf, { rules }: FilePlan): string[] {
  const texts: Record<string, string> = {
    chat_id: 'chat_id',
    user_id: userSql(rules),
    closed_by: closerSql(rules),
    closing_reason: 'closing_reason',
    is_chat: isChatSql(rules),
  };
  return [
    ...Object.entries(texts).map(([name, sql]) => `${innerSql(sql)} as ${name}`),
    ...dateFields.flatMap((field) => dateColumns(field, of, rules.after.includes(field))),
    ...numberFields.flatMap(numberColumns),
  ];
}

/** A moment, and the text of one that cannot be read; `isAfter`: it follows the start by a duration. */
function dateColumns(field: DateField, of: ColumnOf, isAfter: boolean): string[] {
  if (!of(field))
    return [`${clickHouseSql('cast(null as timestamp)')} as ${field}`, `${inner(field)} as ${field}_text`];
  const read = inner(`${field}_${isAfter ? 'number' : 'moment'}`);
  const moment = isAfter
    ? `addSeconds(${inner('started_at_moment')}, accurateCastOrNull(floor(${read}), 'Int64'))`
    : read;
  return [`${moment} as ${field}`, `if(${read} is null, ${inner(field)}, null) as ${field}_text`];
}

/** A duration is not negative; a rating may be. Neither is infinite. */
function numberColumns(field: (typeof numberFields)[number]): string[] {
  const read = inner(`${field}_number`);
  const counts = `isFinite(${read})${field === 'csat_score' ? '' : ` and ${read} >= 0`}`;
  return [
    `if(${counts}, ${read}, null) as ${field}`,
    `if(${counts}, null, ${inner(field)}) as ${field}_text`,
  ];
}
