import {
  earlyUnix,
  isDateCell,
  strptimeFormat,
  type DateLayout,
  type DateOrder,
} from '../../reading/dates/layout.js';
import { literal } from '../shared-sql/sql-text.js';

const zoneSuffix = String.raw`'\s?(Z|UTC|GMT|[+-]\d{2}(:?\d{2})?)$'`;
/** The `a.m.` and `p.m.` that strptime does not know. */
const dottedHalf = String.raw`'([ap])\.m\.?'`;
const offsetSuffix = String.raw`'([+-])(\d{2}):?(\d{2})?$'`;

/** How dates are read: an order for those that leave it open, and whether date cells are swapped back. */
export interface DateReading {
  order: DateOrder;
  isSwapped: boolean;
}

/** SQL that reads the text `x` as a timestamp by one layout: null where it does not fit, an instant where it has a zone. */
export function dateSql(x: string, layout: DateLayout, { order, isSwapped }: DateReading): string {
  if (layout.template === 'unix') return `seconds_at(${unixSeconds(x)})`;
  if (layout.template === earlyUnix.template) return `seconds_at(${earlyUnixSeconds(x)})`;
  if (layout.template === 'serial') {
    const wall = `seconds_at((try_cast(${x} as double) - 25569) * 86400 + 0.5)`;
    return isSwapped ? `swapped(${wall})` : wall;
  }
  const format = strptimeFormat(layout, order);
  if (format === null) return 'cast(null as timestamp)';
  const wall = `try_strptime(${withoutExtras(x, layout)}, ${literal(format)})`;
  if (isSwapped && isDateCell(layout)) return `swapped(${wall})`;
  return layout.hasZone ? instantSql(x, wall, layout) : wall;
}

/** A text of the same layout without a zone, or with another one, is not of this layout: another one reads it. */
function instantSql(x: string, wall: string, { offset }: DateLayout): string {
  if (offset !== undefined)
    return `case when regexp_matches(${x}, ${offsetPattern(offset)}, 'i') then ${wall} - to_seconds(${String(offset * 60)}) end`;
  return `case when regexp_matches(${x}, ${zoneSuffix}, 'i') then ${wall} - to_seconds(${offsetSeconds(x)}) end`;
}

/** What a text ends in whose zone is this one, in all of its spellings. */
function offsetPattern(minutes: number): string {
  if (minutes === 0) return String.raw`'\s?(Z|UTC|GMT|[+-]00(:?00)?)$'`;
  const ahead = Math.abs(minutes);
  const two = (value: number): string => String(value).padStart(2, '0');
  const rest = ahead % 60 === 0 ? '(:?00)?' : `:?${two(ahead % 60)}`;
  return String.raw`'\s?${minutes < 0 ? '-' : '[+]'}${two(Math.floor(ahead / 60))}${rest}$'`;
}

function unixSeconds(x: string): string {
  const number = `try_cast(${x} as double)`;
  return `case when ${number} >= 1e11 then ${number} / 1000 when ${number} >= 1e8 then ${number} end`;
}

function earlyUnixSeconds(x: string): string {
  const number = `try_cast(${x} as double)`;
  return `case when ${number} >= 1e7 and ${number} < 1e8 then ${number} end`;
}

function withoutExtras(x: string, layout: DateLayout): string {
  const plain = layout.template.endsWith('%p')
    ? `case when contains(${x}, '.') then regexp_replace(${x}, ${dottedHalf}, '\\1m', 'i') else ${x} end`
    : x;
  const bare = layout.hasZone ? `regexp_replace(${plain}, ${zoneSuffix}, '', 'i')` : plain;
  return layout.hasFraction ? `regexp_replace(${bare}, '(:\\d{2})[.,]\\d+', '\\1')` : bare;
}

function offsetSeconds(x: string): string {
  const part = (group: number): string => `regexp_extract(${x}, ${offsetSuffix}, ${String(group)})`;
  const amount = `coalesce(try_cast(${part(2)} as integer), 0) * 3600 + coalesce(try_cast(${part(3)} as integer), 0) * 60`;
  return `case when ${part(1)} = '-' then -1 else 1 end * (${amount})`;
}
