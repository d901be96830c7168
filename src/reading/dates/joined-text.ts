import { clean } from '../../files/text.js';
import { dateLayout } from './layout.js';

const timeOfDay =
  /^(?:(?:1899-12-3[01]|1900-01-0[01])[ T])?(?:[01]?\d|2[0-4])[:.h][0-5]\d(?:[:.m][0-5]\ds?(?:[.,]\d+)?)?(?:\s*[ap]\.?\s?m\.?)?$/i;
const midnight =
  /,?[ T](?:0?0:00(?::00(?:\.0+)?)?(?:\s?a\.?\s?m\.?)?|12:00(?::00)?\s?a\.?\s?m\.?)(?:\s?Z|\s?UTC|[+-]00:?00)?$/i;

/** A part of a day, as Excel keeps a time. */
const isFraction = (value: string): boolean => /^0?[.,]\d+$/.test(value);

/** Hours, minutes and seconds without a sign between them; a zero in front may be lost. */
const bareTime = /^([01]?\d|2[0-3])([0-5]\d)([0-5]\d)$/;

/** Whether a value is a time of day without a date. */
export function isTimeOfDay(value: string): boolean {
  return timeOfDay.test(value) || isFraction(value) || bareTime.test(value);
}

/** The seconds of a time of day; null where it is none. */
export function secondsOfDay(value: string): number | null {
  if (!isTimeOfDay(value)) return null;
  const found = /^(\d{1,2}):(\d{2})(?::(\d{2}))?\D*?([ap])?\.?\s?(?:m\.?)?$/i.exec(clockText(value));
  if (!found) return null;
  const [, hour, minute, second = '0', half] = found;
  const hours =
    half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  return hours * 3600 + Number(minute) * 60 + Number(second);
}

/** How long after one time of day another one comes, on that day or the next one, as a clock; else the other as it stands. */
export function laterText(from: string, to: string): string {
  const [begin, end] = [secondsOfDay(clean(from) ?? ''), secondsOfDay(clean(to) ?? '')];
  if (begin === null || end === null) return clean(to) === null ? '' : to;
  const seconds = (end - begin + 86_400) % 86_400;
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${String(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** Whether a value is a date without a time of day, or with midnight as workbooks write it. */
export function isDay(value: string): boolean {
  const bare = value.replace(midnight, '');
  const layout = dateLayout(bare);
  if (layout === null) return false;
  if (layout.template === 'serial') return /^\d{5}$/.test(bare);
  return !/%[HI]|unix/.test(layout.template);
}

/** Whether the numbers of a date are a day of the calendar in any order; a date with a word in it is one. */
export function isInCalendar(value: string): boolean {
  const numbers = value.replace(midnight, '').split(/\D+/).map(Number);
  const [a = 0, b = 0, c = 0] = numbers;
  if (numbers.length !== 3) return true;
  const exists = (year: number, month: number, day: number): boolean => {
    const date = new Date(Date.UTC(year < 100 ? 2000 + year : year, month - 1, day));
    return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  };
  return a > 31 ? exists(a, b, c) : exists(c, b, a) || exists(c, a, b) || exists(a, b, c);
}

/** Whether a date has a time of day in its text, be it midnight. */
export const hasClock = (value: string): boolean => midnight.test(value);

/** A date and a time of day as one text; a date that has a time of its own, and one beside no time, stays as it is. */
export function joinedText(date: string, time: string): string {
  const [day, clock] = [clean(date), clean(time)];
  if (day === null || clock === null || !isDay(day)) return date;
  const bare = day.replace(midnight, '');
  return `${/^\d{5}$/.test(bare) ? serialDay(Number(bare)) : bare} ${clockText(clock)}`;
}

/** A day of Excel's 1900 date system as a date. */
function serialDay(serial: number): string {
  return new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10);
}

/** A time of day as dates have it: `14.59` and `14h59` as `14:59`, a part of a day too. */
function clockText(time: string): string {
  if (isFraction(time)) {
    const seconds = Math.round(Number(time.replace(',', '.')) * 86_400);
    return new Date(seconds * 1000).toISOString().slice(11, 19);
  }
  return time
    .replace(bareTime, (_, hour: string, minute: string, second: string) => `${hour}:${minute}:${second}`)
    .replace(/^\d{4}-\d{2}-\d{2}[ T]/, '')
    .replace(/^(\d{1,2})[.h](\d{2})(?:[.m](\d{2})s?)?/i, (_, hour: string, minute: string, second?: string) =>
      second === undefined ? `${hour}:${minute}` : `${hour}:${minute}:${second}`,
    );
}
