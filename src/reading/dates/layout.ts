import { longestWriting } from '../writings/longest-writing.js';
/** The orders of day, month and year, the usual one first. */
export const dateOrders = ['dmy', 'mdy', 'ymd'] as const;
export type DateOrder = (typeof dateOrders)[number];

/**
 * How one shape of date text is read. `template` is a strptime format in which `{1}`, `{2}`, `{3}` stand for the parts of
 * a date whose order the whole file decides. The templates `unix` (seconds, or milliseconds from 1e11), that of `earlyUnix`
 * and `serial` (days of Excel's 1900 date system) stand for numbers.
 */
export interface DateLayout {
  template: string;
  /** A zone or an offset ends the text: the value is an instant. */
  hasZone: boolean;
  /** A fraction of a second stands in the text; it is cut. */
  hasFraction: boolean;
  /** The only offset that the text may end in, in minutes; absent: whatever zone it has, or none. */
  offset?: number;
}

const monthNames =
  'january february march april may june july august september october november december'.split(' ');
const dayNames = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ');

const timePattern = /(\d{1,2}):(\d{2})(?::(\d{2})([.,]\d{1,9})?)?(?:(\s?)([ap])\.?m\.?)?/i;
const zonePattern = /\s?(?:Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)$/i;

/** The layout that reads `value` (trimmed, not missing), or null when it is no date that we know. */
export function dateLayout(value: string): DateLayout | null {
  if (value.length > longestWriting) return null;
  if (/^\d+(\.\d+)?$/.test(value)) return numberLayout(Number(value));
  const time = timePattern.exec(value);
  if (!time) return layoutOf(value, '', '', null);
  // an hour 0 or 14 of a half of the day, as in some languages and programs: engines know none, it is read as words are
  if (time[6] && (Number(time[1]) === 0 || Number(time[1]) > 12)) return null;
  const afterTime = value.slice(time.index + time[0].length);
  if (afterTime !== '' && !zonePattern.test(afterTime)) return null;
  if (afterTime.replace(zonePattern, '') !== '') return null;
  const before = value.slice(0, time.index);
  // oxlint-disable-next-line regexp/no-super-linear-move -- of a text of 100 characters at most
  const datePart = before.replace(/(?:,?\s+|T)$/i, '');
  return layoutOf(datePart, before.slice(datePart.length), afterTime, time);
}

/** Unix seconds of 1970 to 1973. Eight digits alone say too little: the other values of a column decide about it. */
export const earlyUnix: DateLayout = { template: 'unix of 8 digits', hasZone: true, hasFraction: false };

function numberLayout(value: number): DateLayout | null {
  const isUnix = value >= 1e8;
  if (!isUnix && value >= 1e7) return null;
  return { template: isUnix ? 'unix' : 'serial', hasZone: isUnix, hasFraction: false };
}

function layoutOf(date: string, gap: string, zone: string, time: RegExpExecArray | null): DateLayout | null {
  const dateTemplate = numericTemplate(date) ?? namedTemplate(date);
  if (dateTemplate === null || (time && gap === '')) return null;
  const layout = {
    template: `${dateTemplate}${gap}${time ? timeTemplate(time) : ''}`,
    hasZone: zone !== '',
    hasFraction: time?.[4] !== undefined,
  };
  return zone === '' ? layout : { ...layout, offset: offsetMinutes(zone) };
}

/** Minutes ahead of UTC of `Z`, `UTC` or `+05:30`. */
function offsetMinutes(zone: string): number {
  const [, sign, hours = '0', minutes = '0'] = /([+-])(\d{2}):?(\d{2})?$/.exec(zone) ?? [];
  const ahead = Number(hours) * 60 + Number(minutes);
  return sign === '-' && ahead > 0 ? -ahead : ahead;
}

/** Layouts of more than one offset are one layout of whatever zone: each would be tried for every value. */
export function withOneOffset(layouts: readonly DateLayout[]): DateLayout[] {
  const offsets = new Set(layouts.flatMap((layout) => (hasZoneInText(layout) ? [layout.offset] : [])));
  if (offsets.size <= 1) return [...layouts];
  const all = layouts.map(({ offset: _, ...layout }) => layout);
  return [...new Map(all.map((layout) => [layoutKey(layout), layout])).values()];
}

/** True for a layout whose text ends in a zone: Unix time is an instant, and says none. */
export function hasZoneInText(layout: DateLayout): boolean {
  return layout.hasZone && !isUnix(layout);
}

function numericTemplate(date: string): string | null {
  const match = /^(\d{1,4})([-/. ])(\d{1,2})\2(\d{4}|\d{1,2})$/.exec(date);
  if (!match?.[1] || !match[2] || !match[4]) return null;
  const [, first, separator, , third] = match;
  if (first.length === 4 && third.length <= 2) return ['%Y', '%m', '%d'].join(separator);
  if (first.length > 2 || third.length === 1) return null;
  return ['{1}', '{2}', third.length === 4 ? '%Y' : '{3}'].join(separator);
}

/** A date with a month name: each word and number becomes its strptime part, all between them stays as it is. */
function namedTemplate(date: string): string | null {
  const parts = date.match(/[A-Za-z]+|\d+|[^A-Za-z\d]+/g) ?? [];
  const numbers = parts.filter((part) => /^\d+$/.test(part));
  const firstNumber = parts.findIndex((part) => /^\d/.test(part));
  const tokens = parts.map((part, at) =>
    /^\d/.test(part) ? numberToken(part, at === firstNumber, numbers) : wordToken(part),
  );
  const isDate = numbers.length === 2 && tokens.filter((token) => /^%[bB]$/.test(token ?? '')).length === 1;
  return isDate && !tokens.includes(null) ? tokens.join('') : null;
}

/** Of the two numbers beside a month name, the four-digit or else the second one is the year. */
function numberToken(part: string, isFirst: boolean, numbers: readonly string[]): string | null {
  const hasLongYear = numbers.some((number) => number.length === 4);
  if (part.length === 4) return '%Y';
  if (part.length > 2) return null;
  return hasLongYear || isFirst ? '%d' : '%y';
}

function wordToken(part: string): string | null {
  const word = part.toLowerCase();
  if (word.length === 3 && monthNames.some((name) => name.startsWith(word))) return '%b';
  if (word.length === 3 && dayNames.some((name) => name.startsWith(word))) return '%a';
  if (monthNames.includes(word)) return '%B';
  if (dayNames.includes(word)) return '%A';
  return /^[\s,./-]+$/.test(part) ? part : null;
}

function timeTemplate(time: RegExpExecArray): string {
  const [, , , second, , space, half] = time;
  const hour = half ? '%I' : '%H';
  return `${hour}:%M${second ? ':%S' : ''}${half ? `${space ?? ''}%p` : ''}`;
}

const strptimeTemplate = /^(?:%[YymdHIMSpbBaA]|\{[123]\}|[\s,./:Tt-]){1,60}$/;

/** Whether a value from outside is a layout as `dateLayout` gives it: its template has only what a strptime format is made of. */
export function isLayout(value: unknown): value is DateLayout {
  if (typeof value !== 'object' || value === null) return false;
  const { template, hasZone, hasFraction } = value as Record<string, unknown>;
  const { offset } = value as Record<string, unknown>;
  if (typeof template !== 'string' || typeof hasZone !== 'boolean' || typeof hasFraction !== 'boolean')
    return false;
  if (offset !== undefined && !Number.isSafeInteger(offset)) return false;
  return (
    isUnix({ template, hasZone, hasFraction }) || template === 'serial' || strptimeTemplate.test(template)
  );
}

/** The strptime format of a layout under an order; null where the order cannot be (`ymd` with a four-digit year last). */
export function strptimeFormat(layout: DateLayout, order: DateOrder): string | null {
  const { template } = layout;
  if (!isOpen(layout)) return template;
  if (order === 'ymd' && !template.includes('{3}')) return null;
  const parts = { dmy: ['%d', '%m', '%y'], mdy: ['%m', '%d', '%y'], ymd: ['%y', '%m', '%d'] }[order];
  return template.replace(/\{([123])\}/g, (_, place: string) => parts[Number(place) - 1] ?? '');
}

/** True for a layout whose order of day, month and year the text itself does not say. */
export function isOpen(layout: DateLayout): boolean {
  return layout.template.includes('{1}');
}

/** The layout in which the date cells of a workbook come, and that of plain numbers in it. */
const dateCellTemplates = ['%Y-%m-%d %H:%M:%S', 'serial'];

/** True for the layout of a workbook's date cells, which Excel can have swapped. */
export function isDateCell(layout: DateLayout): boolean {
  return dateCellTemplates.includes(layout.template) && !layout.hasZone;
}

/** True for Unix time. */
export function isUnix({ template }: DateLayout): boolean {
  return template === 'unix' || template === earlyUnix.template;
}

/** True for an open layout whose year has two digits: the year may come first. */
export function hasShortYear(layout: DateLayout): boolean {
  return layout.template.includes('{3}');
}

/** Two layouts with one key are the same layout. */
export function layoutKey(layout: DateLayout): string {
  return `${layout.template}|${String(layout.hasZone)}|${String(layout.hasFraction)}|${String(layout.offset)}`;
}
