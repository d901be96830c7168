import type { FormatKind } from './xlsx/number-formats.js';

const day = 86_400_000;
const epoch1900 = Date.UTC(1899, 11, 30);
const epoch1904 = Date.UTC(1904, 0, 1);
/** Date serials of 1904 workbooks count from later. */
const from1900To1904 = 1462;
/** Below this, a date-formatted number is a duration: Excel's first year holds no chats. */
const firstDate = 367;
/** 31 December 9999, where Excel's dates end. */
const behindLastDate = 2_958_466;
/** Milliseconds that may be lost when a time is kept as a fraction of a day. */
const roundingSlack = 5;

/** A number in its shortest form that reads back the same, without an exponent: `8528073`, `0.0000463`. */
export function numberText(value: number): string {
  const text = String(value);
  return text.includes('e') ? withoutExponent(text) : text;
}

/** `-1.25e-7` as `-0.000000125`; text that is no such number stays as it is. */
export function withoutExponent(text: string): string {
  const parts = /^(-?)(\d+)(?:\.(\d*))?[eE]([+-]?\d{1,3})$/.exec(text);
  if (!parts) return text;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = parts;
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  if (point >= digits.length) return sign + digits + '0'.repeat(point - digits.length);
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

/**
 * A number that a cell shows as a date or a time: `2021-02-01 10:05:00` as the clock of the sheet shows it, or `H:MM:SS` for a
 * duration (elapsed format, or less than 367 days). Whole seconds where they are meant, else with milliseconds.
 */
export function serialText(serial: number, kind: FormatKind, is1904: boolean): string {
  const shift = is1904 ? from1900To1904 : 0;
  if (kind === 'elapsed' || serial < firstDate) return durationText(rounded(serial * day));
  if (serial + shift >= behindLastDate) return numberText(serial);
  const date = new Date((is1904 ? epoch1904 : epoch1900) + rounded(serial * day));
  return date
    .toISOString()
    .replace('T', ' ')
    .replace(/(\.000)?Z$/, '');
}

/** Milliseconds as `H:MM:SS`, hours above 24 too, `-` in front when negative, milliseconds when there are any. */
export function durationText(milliseconds: number): string {
  const sign = milliseconds < 0 ? '-' : '';
  const total = Math.abs(milliseconds);
  const seconds = Math.floor(total / 1000);
  const two = (value: number) => String(value % 60).padStart(2, '0');
  const fraction = total % 1000 === 0 ? '' : `.${String(total % 1000).padStart(3, '0')}`;
  return `${sign}${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60))}:${two(seconds)}${fraction}`;
}

function rounded(milliseconds: number): number {
  const second = Math.round(milliseconds / 1000) * 1000;
  return Math.abs(milliseconds - second) <= roundingSlack ? second + 0 : Math.round(milliseconds);
}

/** Excel writes characters that XML cannot hold as `_x000D_`. */
export function unescapedText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(parseInt(code, 16)),
  );
}
