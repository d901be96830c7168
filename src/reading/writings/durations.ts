import { readNumber, type Decimal } from './numbers.js';
import { secondsOfWords } from './duration-words.js';

/** What `01:19` is: minutes and seconds, or hours and minutes. */
export type Clock = 'mm:ss' | 'hh:mm';

export const clocks: readonly Clock[] = ['mm:ss', 'hh:mm'];

/** How the durations of a column are written; null: not known. */
export interface DurationWriting {
  decimal: Decimal | null;
  clock: Clock | null;
}

const fraction = '(?:[.,](\\d+))?';
const longClock = new RegExp(`^(\\d+):([0-5]?\\d):([0-5]?\\d)${fraction}$`);
const daysAndClock =
  /^(\d+)(?:\s*(?:d|days?|tage?|jours?|j|d[ií]as?|giorn[oi]|dag(?:en|ar)?|dni|dzień|gün|hari)[\s,]*|\.)(\d{1,2}:\d{1,2}:\d{1,2}(?:[.,]\d+)?)$/i;
const shortClock = new RegExp(`^(\\d+):([0-5]\\d)${fraction}$`);
const iso = /^P(?:(\d+)W)?(?:([\d.,]+)D)?(?:T(?:([\d.,]+)H)?(?:([\d.,]+)M)?(?:([\d.,]+)S)?)?$/i;
/** Midnight of the day that spreadsheets count from, and a time. */
const excelEpoch =
  /^(?:1899-12-(30|31)|(?:12\/(30|31)|(30|31)[./]12)[./](?:1899))[T ](\d{1,2}:\d{2}:\d{2}(?:[.,]\d+)?)Z?$/i;

/**
 * A duration as SQL reads it: a number in the unit of its column, else a clock; null where it cannot be read. `79s` is
 * `0:01:19`, `7,900` under a decimal point `7900`.
 */
export function durationText(text: string, { decimal, clock }: DurationWriting): string | null {
  const number = readNumber(text, decimal);
  if (number !== null) return number;
  const seconds = clockSeconds(text, clock) ?? isoSeconds(text) ?? secondsOfWords(text, decimal);
  return seconds === null ? null : clockText(seconds);
}

function clockSeconds(text: string, clock: Clock | null): number | null {
  const long = longClock.exec(text);
  if (long) return sum(long, [3600, 60, 1]) + part(long[4]);
  const withDays = daysAndClock.exec(text);
  if (withDays?.[2]) return withRest(Number(withDays[1]), withDays[2]);
  const dated = excelEpoch.exec(text);
  if (dated?.[4]) return withRest(Number(dated[1] ?? dated[2] ?? dated[3]) - 30, dated[4]);
  const short = shortClock.exec(text);
  if (!short || (clock === null && short[3] === undefined)) return null;
  if (clock === 'hh:mm') return short[3] === undefined ? sum(short, [3600, 60]) : null;
  return sum(short, [60, 1]) + part(short[3]);
}

function withRest(days: number, clock: string): number | null {
  const rest = clockSeconds(clock, null);
  return rest === null ? null : days * 86400 + rest;
}

const sum = (found: RegExpExecArray, weights: readonly number[]): number =>
  weights.reduce((all, weight, at) => all + Number(found[at + 1]) * weight, 0);
const part = (digits: string | undefined): number => (digits === undefined ? 0 : Number(`0.${digits}`));

/** `PT1M19S`; years and months have no length. */
function isoSeconds(text: string): number | null {
  const found = iso.exec(text);
  const parts = found?.slice(1) ?? [];
  if (parts.every((one) => one === undefined)) return null;
  const values = parts.map((one) => (one === undefined ? 0 : Number(one.replace(',', '.'))));
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = values;
  const all = weeks * 604_800 + days * 86_400 + hours * 3600 + minutes * 60 + seconds;
  return Number.isFinite(all) ? all : null;
}

/** `H:MM:SS`, with a fraction to the microsecond where there is one. */
function clockText(seconds: number): string {
  const micros = Math.round(seconds * 1e6);
  const whole = Math.floor(micros / 1e6);
  const two = (value: number): string => String(value % 60).padStart(2, '0');
  const rest = micros % 1e6;
  const digits =
    rest === 0
      ? ''
      : `.${String(rest)
          .padStart(6, '0')
          .replace(/0{1,5}$/, '')}`;
  return `${String(Math.floor(whole / 3600))}:${two(Math.floor(whole / 60))}:${two(whole)}${digits}`;
}

/** `01:19`: minutes and seconds, or hours and minutes. */
export function isShortClock(text: string): boolean {
  return /^\d+:[0-5]\d$/.test(text);
}

/** Whether every engine reads a clock as it stands. */
export function isPlainClock(text: string): boolean {
  return /^(\d+ days? )?\d+:[0-5]?\d:[0-5]?\d([.,]\d+)?$/.test(text);
}
