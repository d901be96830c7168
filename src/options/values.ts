import { wrongUse, type UserError } from '../errors.js';
import { shortened } from './shortened.js';
import { didYouMean } from './names.js';

/** Reads a value of unknown type, or throws a UserError that names `option` and says what is allowed. */
export type ValueParser<T> = (value: unknown, option: string) => T;

/** The error for a value that an option does not take. */
export function badValue(option: string, value: unknown, allowed: string): UserError {
  const shown = shortened(JSON.stringify(value) ?? String(value), 200);
  return wrongUse('bad_value', `${option}: ${shown} is not allowed.`, `Allowed: ${allowed}`);
}

const longestText = 10_000;
const mostTexts = 10_000;

export function text(value: unknown, option: string): string {
  if (typeof value !== 'string' || value.trim() === '')
    throw badValue(option, value, 'a text that is not empty.');
  if (value.length > longestText || value.includes('\0'))
    throw badValue(option, value, `at most ${String(longestText)} characters, none of them a NUL.`);
  return value.trim();
}

/** One of the given words, in any case. */
export function oneOf<const T extends string>(words: readonly T[]): ValueParser<T> {
  return (value, option) => {
    const wanted = String(value).trim().toLowerCase();
    const word = words.find((candidate) => candidate === wanted);
    if (word !== undefined) return word;
    throw badValue(option, value, `${words.join(', ')}.${didYouMean(wanted, words)}`);
  };
}

/** A list: an array as it is, or text split at commas outside double quotes. */
export function list(value: unknown, option: string): string[] {
  return Array.isArray(value) ? texts(value, option) : splitOutsideQuotes(text(value, option));
}

/** A list given by repeating an option: commas belong to the names. */
export function repeated(value: unknown, option: string): string[] {
  return texts(Array.isArray(value) ? value : [value], option);
}

function texts(values: readonly unknown[], option: string): string[] {
  if (values.length <= mostTexts) return values.map((item) => text(item, option));
  throw badValue(option, values.length, `at most ${String(mostTexts)} values.`);
}

function splitOutsideQuotes(value: string): string[] {
  const items = value.match(/("(?:[^"]|"")*"|[^,])+/g) ?? [];
  return items.map(unquoted).filter((item) => item !== '');
}

function unquoted(item: string): string {
  const trimmed = item.trim();
  return /^".*"$/s.test(trimmed) ? trimmed.slice(1, -1).replaceAll('""', '"') : trimmed;
}

export function finiteNumber(value: unknown, option: string): number {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof number === 'number' && Number.isFinite(number)) return number;
  throw badValue(option, value, 'a number.');
}

/** A whole number, 0 or more. */
export function wholeNumber(value: unknown, option: string): number {
  const number = typeof value === 'string' && /^\s*\d+\s*$/.test(value) ? Number(value) : value;
  if (typeof number === 'number' && Number.isSafeInteger(number) && number >= 0) return number;
  throw badValue(option, value, 'a whole number, 0 or more.');
}

const unitSeconds: Record<string, number> = { s: 1, m: 60, h: 3600, d: 86400 };

/** Seconds, from a number of seconds or a text such as `30s`, `5m`, `1h30m`. */
export function durationSeconds(value: unknown, option: string): number {
  const allowed = 'a number of seconds, or a time such as 30s, 5m, 10h, 1h30m.';
  const written = String(value).trim().toLowerCase();
  if (/^\d+(\.\d+)?$/.test(written)) return Number(written);
  const parts = [...written.matchAll(/(\d+(?:\.\d+)?)\s*([smhd])\s*/gy)];
  const length = parts.reduce((sum, [part]) => sum + part.length, 0);
  if (parts.length === 0 || length !== written.length) throw badValue(option, value, allowed);
  return parts.reduce((sum, part) => sum + Number(part[1]) * (unitSeconds[part[2] ?? ''] ?? 0), 0);
}

/** `1-5` -> { min: 1, max: 5 }. */
export function scale(value: unknown, option: string): { min: number; max: number } {
  if (isScale(value)) return value;
  const match = /^(-?\d+(?:\.\d+)?)\s*(?:-|to|\.\.)\s*(-?\d+(?:\.\d+)?)$/.exec(String(value).trim());
  const min = Number(match?.[1]);
  const max = Number(match?.[2]);
  if (match && min < max) return { min, max };
  throw badValue(option, value, 'the lowest and the highest rating, such as 1-5.');
}

function isScale(value: unknown): value is { min: number; max: number } {
  if (typeof value !== 'object' || value === null) return false;
  const { min, max } = value as Record<string, unknown>;
  return Number.isFinite(min) && Number.isFinite(max) && Number(min) < Number(max);
}

/** An IANA time zone that this machine knows. An alias (`Asia/Kolkata`) keeps its name. */
export function timeZone(value: unknown, option: string): string {
  const name = text(value, option);
  try {
    const canonical = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
    return canonical.toLowerCase() === name.toLowerCase() ? canonical : name;
  } catch {
    const known = Intl.supportedValuesOf('timeZone');
    throw badValue(option, value, `an IANA time zone such as Europe/London.${didYouMean(name, known)}`);
  }
}

/** Heading by field: an object, or texts `field=Heading`. */
export function fieldMap(value: unknown, option: string): Record<string, string> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([field, heading]) => [field, text(heading, option)]),
    );
  }
  const pairs = repeated(value, option).map((pair) => mapPair(pair, option));
  const twice = pairs.find(([field], at) => pairs.findIndex(([other]) => other === field) < at);
  if (twice) throw badValue(option, twice.join('='), `${twice[0]} once: two columns are given for it.`);
  return Object.fromEntries(pairs);
}

function mapPair(pair: string, option: string): [string, string] {
  const equals = pair.indexOf('=');
  const [field, heading] = [pair.slice(0, Math.max(0, equals)).trim(), pair.slice(equals + 1).trim()];
  if (field === '' || heading === '')
    throw badValue(option, pair, 'field=Heading, such as started_at="Chat Start".');
  return [field, heading];
}

const delimiterNames: Record<string, string> = {
  tab: '\t',
  comma: ',',
  semicolon: ';',
  pipe: '|',
  bar: '|',
  caret: '^',
  tilde: '~',
  space: ' ',
  '^a': '\u0001',
  '^_': '\u001f',
};

/** What stands between the fields of a CSV file: one to four characters, `tab`, or a code such as `\u0001` or `\t`. */
export function delimiterText(value: unknown, option: string): string {
  const written = typeof value === 'string' ? value : '';
  const named = delimiterNames[written.trim().toLowerCase()];
  const plain =
    named ??
    written
      .replaceAll(/\\t/g, '\t')
      .replaceAll(/(?:\\u|\\x|U\+)([0-9a-f]{4}|[0-9a-f]{2})/gi, (_, code: string) =>
        String.fromCharCode(parseInt(code, 16)),
      );
  if (/^[^\p{L}\p{N}"\r\n]{1,4}$/u.test(plain)) return plain;
  throw badValue(option, value, 'one to four signs, or tab, comma, semicolon, pipe, caret, tilde, U+0001.');
}
