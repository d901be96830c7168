import { longestWriting } from '../writings/longest-writing.js';
import { wordKey } from '../writings/word-key.js';
import { takeTime } from './time-words.js';
import { wordTables } from './word-tables.js';
import { takeZone, type ZoneWords } from './zone-words.js';

/** What a date in words was found to be. */
export interface ReadDate {
  /** The date in a form that every engine reads; null where a word or a number of it is unknown. */
  text: string | null;
  /** The first word that is not known, where the text is a date but for it. */
  unknown: string | null;
  /** The name of a zone that ends it, where that name alone does not say which one is meant. */
  zone: string | null;
  hasMonthName: boolean;
}

const none: ReadDate = { text: null, unknown: null, zone: null, hasMonthName: false };

const spaces = /[\s\u00a0\u2007\u2009\u202f]+/g;
const marks = /[\u200e\u200f\u061c\u2066-\u2069\ufeff]/g;
const ordinal = /(\d)(?:st|nd|rd|th|er|ère|e|º|ª|°)(?![\p{L}\d])/giu;
const fillers = new Set(
  'de del d le il el la den der dem am um at on the of kl a alle ore as las les om uhr h godz godzina o pukul saat jam tanggal tgl g r roku rok year klo'.split(
    ' ',
  ),
);

/**
 * Reads a date that is written with names of months, halves of the day or zones, in any of the languages of `word-tables`, and
 * writes it as numbers: `jueves, 1 de enero de 2026, 2:59 p. m.` is `2026-01-01 14:59:00`. An order of day and month that the
 * text leaves open stays open.
 */
export function readDateText(value: string, zones: ZoneWords = {}): ReadDate {
  if (value.length > longestWriting || !/\d/.test(value)) return none;
  const text = value.replace(marks, '').replace(spaces, ' ').trim();
  const zoned = takeZone(text, zones);
  const timed = takeTime(zoned.rest);
  if (timed === null) return none;
  const date = dateOf(timed.rest);
  if (date.unknown !== null || date.text === null) return { ...none, ...date, zone: zoned.unknown };
  if (zoned.unknown !== null) return { ...none, zone: zoned.unknown, unknown: zoned.unknown };
  const time = timed.time === null ? '' : ` ${timed.time}`;
  const offset = timed.time === null ? '' : zoned.offsetAt(`${date.text}${time}`);
  if (offset === null) return { ...none, unknown: zoned.name, zone: zoned.name };
  return { ...date, text: `${date.text}${time}${offset}`, zone: null };
}

type DatePart = Pick<ReadDate, 'text' | 'unknown' | 'hasMonthName'>;

const numeric = /^\d{1,4}([-/. ])\d{1,2}\1\d{1,4}$/;

function dateOf(written: string): DatePart {
  const text = written
    // oxlint-disable-next-line regexp/no-super-linear-move -- of a text of 100 characters at most
    .replace(/^[\s,]+|[\s,]+$/g, '')
    .replace(/^(\d{1,2}\.\d{1,2}\.\d{4})\s*r?\.$/, '$1')
    .replace(/^(\d{1,4})\. (\d{1,2})\. (\d{1,4})\.?$/, '$1.$2.$3');
  if (numeric.test(text)) return { text, unknown: null, hasMonthName: false };
  const parts = text.replace(ordinal, '$1').match(/\p{L}[\p{L}\p{M}.']*|\d+/gu) ?? [];
  const numbers = parts.filter((part) => /^\d/.test(part));
  const words = parts.flatMap((part, at) =>
    /^\d/.test(part) ? [] : [{ at, key: wordKey(part), word: part }],
  );
  const { months, days } = wordTables();
  const isDay = (key: string): boolean => days.has(key) || days.has(key.replace(/feira$/, ''));
  const candidates = words.filter(({ key }) => months.has(key));
  const unknown = words.find(({ key }) => !months.has(key) && !isDay(key) && !fillers.has(key));
  const hasMonthName = candidates.length > 0;
  if (numbers.length === 3 && !hasMonthName && !unknown) return numericBeside(text, words.length);
  if (numbers.length !== 2) return { text: null, unknown: null, hasMonthName };
  if (unknown) return { text: null, unknown: unknown.word.replace(/\.$/, ''), hasMonthName };
  const isBetween = ({ at }: { at: number }): boolean =>
    /^\d/.test(parts[at - 1] ?? '') && /^\d/.test(parts[at + 1] ?? '');
  const month = candidates.find(({ key }) => !isDay(key)) ?? candidates.find(isBetween) ?? candidates.at(-1);
  if (!month || candidates.some((other) => other !== month && !isDay(other.key)))
    return { text: null, unknown: null, hasMonthName };
  return { text: isoDay(numbers, months.get(month.key) ?? 0), unknown: null, hasMonthName };
}

/** A date of numbers with the name of its weekday: `Thu 01/02/2026`. */
function numericBeside(text: string, words: number): DatePart {
  const date = /\d{1,4}([-/.])\d{1,2}\1\d{1,4}/.exec(text)?.[0] ?? null;
  return { text: words > 0 ? date : null, unknown: null, hasMonthName: false };
}

/** Of two numbers the one with four digits, or else the second, is the year. */
function isoDay([first = '', second = '']: readonly string[], month: number): string | null {
  const isYearFirst = first.length === 4;
  const [day, year] = isYearFirst ? [second, first] : [first, second];
  if (day.length > 2 || !(year.length === 4 || (year.length === 2 && !isYearFirst))) return null;
  const full = year.length === 4 ? Number(year) : Number(year) + (Number(year) <= 68 ? 2000 : 1900);
  const date = new Date(Date.UTC(full, month - 1, Number(day)));
  if (full < 100 || date.getUTCDate() !== Number(day)) return null;
  return date.toISOString().slice(0, 10);
}
