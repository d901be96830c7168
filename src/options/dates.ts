import { badValue } from './values.js';

const pattern = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?)?$/;
const allowed = 'a date such as 2021-02-01, or a date and time such as "2021-02-01 10:00".';

/** A wall time `YYYY-MM-DD HH:MM:SS`, from a date (its midnight) or a date and time. */
function wallTime(value: unknown, option: string): string {
  const match = pattern.exec(String(value).trim());
  if (!match) throw badValue(option, value, allowed);
  const [, year, month, day, hour = '00', minute = '00', second = '00'] = match;
  const written = `${year}-${month}-${day} ${hour}:${minute}:${second}`;
  if (!isRealWallTime(written)) throw badValue(option, value, allowed);
  return written;
}

/** The first and the last day of which chats are read (metrics.md, section 1), as bounds of a range. */
const [firstDay, endDay] = ['1970-01-01', '2106-01-01'];

/** A bound of the chats of a report: a wall time in the years of which chats are read, so that no range is endless. */
export function rangeBound(value: unknown, option: string): string {
  return withinReach(wallTime(value, option), value, option);
}

function withinReach(written: string, value: unknown, option: string): string {
  const day = written.slice(0, 10);
  if (day >= firstDay && written <= `${endDay} 00:00:00`) return written;
  throw badValue(option, value, `a date from ${firstDay} to ${endDay}: chats of other years are not read.`);
}

/** A calendar day `YYYY-MM-DD`. */
export function calendarDay(value: unknown, option: string): string {
  const written = wallTime(value, option);
  if (!written.endsWith(' 00:00:00')) throw badValue(option, value, 'a date such as 2021-12-25.');
  return written.slice(0, 10);
}

/** Whole days to compare with: the range just before that of the report, or days `YYYY-MM-DD`, `to` exclusive. */
export type ComparedRange = 'previous' | { from: string; to: string };

export function comparedRange(value: unknown, option: string): ComparedRange {
  const written = String(value).trim();
  if (written.toLowerCase() === 'previous') return 'previous';
  const [from, to, ...rest] = written.split('..').map((part) => part.trim());
  if (!from || !to || rest.length > 0)
    throw badValue(option, value, 'previous, or two dates such as 2021-01-01..2021-02-01.');
  const day = (date: string): string => withinReach(calendarDay(date, option), date, option);
  const range = { from: day(from), to: day(to) };
  if (range.from < range.to) return range;
  throw badValue(option, value, 'a first day that is before the second, which is no longer in the range.');
}

function isRealWallTime(written: string): boolean {
  const date = new Date(`${written.replace(' ', 'T')}Z`);
  return !Number.isNaN(date.valueOf()) && date.toISOString().slice(0, 19) === written.replace(' ', 'T');
}
