import type { DateField } from '../../chats/columns.js';
import { isOpen, type DateOrder } from '../../chats/date-format.js';
import type { FilePlan } from '../../chats/file-plan.js';
import { dateSql } from './date-sql.js';

const orders: readonly DateOrder[] = ['dmy', 'mdy', 'ymd'];

/** How many different shapes of unread values are looked at; the rest are rejected as unreadable. */
const mostShapes = 100;

/** A SELECT of what was read of one date field, by layout. `decisive`: no other order could have read it. */
export function readEvidenceSql(table: string, field: DateField): string {
  return `select '${field}' as field, ${field}_layout as layout, count(*) as values,
      count(*) filter (extract(day from ${field}) > 12) as decisive
    from ${table} where ${field} is not null group by all`;
}

/** A SELECT of the unread values of one date field, by shape, with how many each order would read. */
export function unreadEvidenceSql(table: string, field: DateField, plan: FilePlan): string {
  const text = `${field}_text`;
  const readable = orders.map((order) => `count(*) filter (${readableSql(text, plan, order)}) as ${order}`);
  return `select '${field}' as field, min(${text}) as example, count(*) as values, ${readable.join(', ')}
    from ${table} where ${text} is not null
    group by regexp_replace(left(${text}, 100), '\\d', '9', 'g'), length(${text}) > 100
    order by values desc, example limit ${String(mostShapes)}`;
}

function readableSql(text: string, plan: FilePlan, order: DateOrder): string {
  const read = plan.layouts
    .filter(isOpen)
    .map((layout) => `in_range(${dateSql(text, layout, { order, isSwapped: false })}) is not null`);
  return order === plan.order || read.length === 0 ? 'false' : read.join(' or ');
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
