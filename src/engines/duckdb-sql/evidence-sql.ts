import type { ChatField, DateField } from '../../chats/columns.js';
import { dateOrders, hasShortYear, isOpen, type DateOrder } from '../../reading/dates/layout.js';
import type { FilePlan } from '../../reading/plan.js';
import { dateSql } from './date-sql.js';
import { isAccepted } from '../shared-sql/rating-evidence.js';

/** How many different shapes of unread values are looked at; the rest are rejected as unreadable. */
const mostShapes = 100;

/**
 * A SELECT of what was read of one date field, by layout, with how many each order would read. `decisive`: no other order
 * would have read it. `accepted`: in rows that are not rejected.
 */
export function readEvidenceSql(table: string, field: DateField, plan: FilePlan): string {
  const readable = dateOrders.map(
    (order) => `count(*) filter (${alsoReadSql(field, plan, order)}) as ${order}`,
  );
  const others = dateOrders.filter((order) => order !== plan.order);
  const decisive = others.map((order) => `not (${alsoReadSql(field, plan, order)})`).join(' and ');
  return `select '${field}' as field, ${field}_layout as layout, count(*) as values, ${readable.join(', ')},
      count(*) filter (${decisive}) as decisive, count(*) filter (${isAccepted}) as accepted
    from ${table} where ${field} is not null group by all`;
}

/** Whether a date that was read would have been read under another order too. */
function alsoReadSql(field: DateField, plan: FilePlan, order: DateOrder): string {
  if (order === plan.order) return 'true';
  const usual = order === 'ymd' || plan.order === 'ymd' ? 'false' : `extract(day from ${field}) <= 12`;
  const short = plan.layouts.flatMap((layout, index) => (hasShortYear(layout) ? [String(index)] : []));
  if (short.length === 0) return usual;
  return `case when ${field}_layout in (${short.join(', ')}) then ${shortYearSql(field, plan.order, order)} else ${usual} end`;
}

/** Whether a date of three short numbers, read under one order, is a date under another. */
function shortYearSql(field: DateField, read: DateOrder, order: DateOrder): string {
  const [day, month, year] = [
    `extract(day from ${field})`,
    `extract(month from ${field})`,
    `extract(year from ${field}) % 100`,
  ];
  const [a, b, c] = ({ dmy: [day, month, year], mdy: [month, day, year], ymd: [year, month, day] } as const)[
    read
  ];
  const [y, m, d] = ({ dmy: [c, b, a], mdy: [c, a, b], ymd: [a, b, c] } as const)[order];
  return `try(make_date(case when ${y} < 69 then 2000 else 1900 end + ${y}, ${m}, ${d})) is not null`;
}

/**
 * A SELECT of the unread values of one date field, by shape, with how many each order would read. Eight digits that are a
 * day (`20210215`) are a shape of their own.
 */
export function unreadEvidenceSql(table: string, field: DateField, plan: FilePlan): string {
  const text = `${field}_text`;
  const readable = dateOrders.map(
    (order) => `count(*) filter (${readableSql(text, plan, order)}) as ${order}`,
  );
  return `select '${field}' as field, min(${text}) as example, count(*) as values, ${readable.join(', ')}
    from ${table} where ${text} is not null
    group by regexp_replace(left(${text}, 100), '\\d', '9', 'g'), length(${text}) > 100,
      case when length(${text}) = 8 then in_range(try_strptime(${text}, '%Y%m%d')) is not null end
    order by values desc, example limit ${String(mostShapes)}`;
}

function readableSql(text: string, plan: FilePlan, order: DateOrder): string {
  const read = plan.layouts
    .filter(isOpen)
    .map((layout) => `in_range(${dateSql(text, layout, { order, isSwapped: false })}) is not null`);
  return order === plan.order || read.length === 0 ? 'false' : read.join(' or ');
}

/** A SELECT of the texts of one field of numbers that could not be read, by shape. */
export function unreadNumbersSql(table: string, field: ChatField): string {
  const text = `${field}_text`;
  return `select '${field}' as field, min(${text}) as example, count(*) as values, 0 as dmy, 0 as mdy, 0 as ymd
    from ${table} where ${text} is not null
    group by regexp_replace(left(${text}, 100), '\\d', '9', 'g'), length(${text}) > 100
    order by values desc, example limit ${String(mostShapes)}`;
}

/** A SELECT of how well the rows hold together, as read or with day and month swapped. */
export function orderFitSql(table: string, plan: FilePlan, isSwapped: boolean): string {
  const value = (field: DateField): string => (isSwapped ? swappedSql(field, plan) : field);
  return `with dates as (
      select ${value('started_at')} as started_at, ${value('ended_at')} as ended_at, ${value('assigned_at')} as assigned_at
      from ${table})
    select count(*) filter (started_at <= ended_at and (assigned_at is null or assigned_at between started_at and ended_at))
        as ordered_rows,
      coalesce(date_diff('second', min(started_at), max(started_at)), 0) as span_seconds
    from dates`;
}

function swappedSql(field: DateField, plan: FilePlan): string {
  const open = plan.layouts.flatMap((layout, index) => (isOpen(layout) ? [String(index)] : []));
  return open.length === 0
    ? field
    : `case when ${field}_layout in (${open.join(', ')}) then swapped(${field}) else ${field} end`;
}
