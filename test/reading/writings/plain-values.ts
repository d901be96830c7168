import {
  dateLayout,
  isUnix,
  strptimeFormat,
  type DateLayout,
  type DateOrder,
} from '../../../src/reading/dates/layout.js';
import { isDoubtfulNumber } from '../../../src/reading/writings/numbers.js';

/* What the SQL of the engines makes of texts, by plain functions. */

/** `plain_number` and `exact_number` of the SQL. */
export function numberOf(text: string, isExact: boolean): number | null {
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)) {
    const comma = !isExact && /^-?\d+,\d+$/.test(text) && !isDoubtfulNumber(text);
    return comma ? Number(text.replace(',', '.')) : null;
  }
  return !isExact && isDoubtfulNumber(text) ? null : Number(text);
}

export function clockOf(text: string): number | null {
  const found = /^(?:(\d+) days? )?(\d+):([0-5]?\d):([0-5]?\d(?:[.,]\d+)?)$/.exec(text);
  if (!found) return null;
  const [, days = '0', hours, minutes, seconds = ''] = found;
  return (
    Number(days) * 86400 + Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds.replace(',', '.'))
  );
}

const monthNames = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const patterns: Record<string, string> = {
  '%Y': '(?<Y>\\d{4})',
  '%y': '(?<y>\\d{2})',
  '%m': '(?<m>\\d{1,2})',
  '%d': '(?<d>\\d{1,2})',
  '%H': '(?<H>\\d{1,2})',
  '%I': '(?<I>\\d{1,2})',
  '%M': '(?<M>\\d{2})',
  '%S': '(?<S>\\d{2})',
  '%p': '(?<p>[ap])\\.?m\\.?',
  '%b': '(?<b>\\p{L}{3})',
  '%B': '(?<b>\\p{L}+)',
  '%a': '\\p{L}{3}',
  '%A': '\\p{L}+',
};

/** Seconds since 1970 of a date: as `date-sql.ts` reads it by its own layout. */
export function momentOf(text: string, order: DateOrder): number | null {
  const layout = dateLayout(text);
  return layout && !isUnix(layout) && layout.template !== 'serial' ? momentBy(text, layout, order) : null;
}

const expressions = new Map<string, RegExp>();

function expressionOf(format: string): RegExp {
  const known = expressions.get(format);
  if (known) return known;
  const source = format.replace(/%[a-zA-Z]|[.*+?^${}()|[\]\\]/g, (part) => patterns[part] ?? `\\${part}`);
  const made = new RegExp(`^${source}$`, 'iu');
  expressions.set(format, made);
  return made;
}

const zoneAtEnd = /\s?(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)$/i;
const lastDay = Date.UTC(2106, 0, 1) / 1000;

/** Seconds since 1970 of a date by a layout; null where it is none of that. */
export function momentBy(text: string, layout: DateLayout, order: DateOrder): number | null {
  const seconds =
    isUnix(layout) || layout.template === 'serial' ? ofNumber(text, layout) : ofText(text, layout, order);
  return seconds === null || seconds < 0 || seconds >= lastDay ? null : seconds;
}

function ofNumber(text: string, layout: DateLayout): number | null {
  if (!/^\d+(\.\d+)?$/.test(text)) return null;
  const value = Number(text);
  if (layout.template === 'serial') return Math.floor((value - 25_569) * 86_400 + 0.5);
  if (layout.template !== 'unix') return value >= 1e7 && value < 1e8 ? value : null;
  return value >= 1e11 ? Math.floor(value / 1000) : value >= 1e8 ? Math.floor(value) : null;
}

function ofText(text: string, layout: DateLayout, order: DateOrder): number | null {
  const format = strptimeFormat(layout, order);
  if (format === null) return null;
  const zone = layout.hasZone ? zoneAtEnd.exec(text) : null;
  if (layout.hasZone && !zone) return null;
  const offset = offsetOf(zone?.[1] ?? '');
  if (layout.hasZone && layout.offset !== undefined && layout.offset !== offset) return null;
  const bare = text.slice(0, zone ? zone.index : text.length);
  const parts = expressionOf(format).exec(
    layout.hasFraction ? bare.replace(/(:\d{2})[.,]\d+/, '$1') : bare,
  )?.groups;
  const wall = parts ? wallOf(parts) : null;
  return wall === null ? null : wall - offset * 60;
}

function offsetOf(zone: string): number {
  const [, sign, hours = '0', minutes = '0'] = /([+-])(\d{2}):?(\d{2})?$/.exec(zone) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

function wallOf(parts: Record<string, string>): number | null {
  const month = parts['b']
    ? monthNames.indexOf(parts['b'].slice(0, 3).toLowerCase())
    : Number(parts['m']) - 1;
  const year = parts['Y'] ? Number(parts['Y']) : Number(parts['y']) + (Number(parts['y']) < 69 ? 2000 : 1900);
  const half = parts['p']?.toLowerCase() === 'p' ? 12 : 0;
  const hour = parts['I'] ? (Number(parts['I']) % 12) + half : Number(parts['H'] ?? 0);
  const day = Number(parts['d']);
  const half12 = Number(parts['I'] ?? 1);
  if (hour > 23 || half12 < 1 || half12 > 12) return null;
  const moment = Date.UTC(year, month, day, hour, Number(parts['M'] ?? 0), Number(parts['S'] ?? 0));
  const date = new Date(moment);
  return date.getUTCMonth() !== month || date.getUTCDate() !== day ? null : moment / 1000;
}
