import { durationText, numberText } from '../cell-text.js';
import { fieldText } from '../json/json-fields.js';
import type { ParquetColumn } from './parquet-columns.js';

/** Turns timestamps and dates into text as they are read, without losing digits; the zone is added by `parquetText`. */
export const parquetParsers = {
  timestampFromMilliseconds: (millis: bigint) => timestamp(millis),
  timestampFromMicroseconds: (micros: bigint) => timestamp(floorDivided(micros, 1_000n)),
  timestampFromNanoseconds: (nanos: bigint) => timestamp(floorDivided(nanos, 1_000_000n)),
  dateFromDays: (days: number) => timestamp(BigInt(days ?? 0) * 86_400_000n, days).slice(0, 10),
  jsonFromBytes: (bytes: Uint8Array) => new TextDecoder().decode(bytes),
  geometryFromBytes: () => '',
  geographyFromBytes: () => '',
};

/** A value of a column as text; null is ''. */
export function parquetText(value: unknown, column: ParquetColumn): string {
  if (value === null || value === undefined) return '';
  if (column.kind === 'decimal') return decimalText(value, column.scale);
  if (column.kind === 'interval' && value instanceof Uint8Array) return intervalText(value);
  if (column.kind === 'time') return durationText(Math.round((Number(value) * 1000) / column.ticks));
  if (column.kind === 'utc') return `${fieldText(value)}Z`;
  return fieldText(plainValue(value));
}

function timestamp(millis: bigint | number | undefined, given: unknown = millis): string {
  if (given === null || given === undefined) return '';
  const date = new Date(Number(millis));
  if (Number.isNaN(date.getTime())) return '';
  return date
    .toISOString()
    .replace('T', ' ')
    .replace(/(\.000)?Z$/, '');
}

function floorDivided(value: bigint, by: bigint): bigint {
  return (value - (((value % by) + by) % by)) / by;
}

function decimalText(value: unknown, scale: number): string {
  const unscaled = value instanceof Uint8Array ? bigEndian(value) : BigInt(value as number | bigint);
  const digits = (unscaled < 0n ? -unscaled : unscaled).toString().padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const fraction = digits.slice(digits.length - scale);
  return `${unscaled < 0n ? '-' : ''}${whole}${scale > 0 ? `.${fraction}` : ''}`;
}

function bigEndian(bytes: Uint8Array): bigint {
  const value = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  return BigInt.asIntN(bytes.length * 8, value);
}

/** Months, days and milliseconds; a duration when there are no months, which have no length. */
function intervalText(bytes: Uint8Array): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const months = view.getUint32(0, true);
  if (months > 0) return `${months} months`;
  return durationText(view.getUint32(4, true) * 86_400_000 + view.getUint32(8, true));
}

/** Bytes are text, numbers have no exponent; the same in lists and objects. */
function plainValue(value: unknown): unknown {
  if (value instanceof Uint8Array) return new TextDecoder().decode(value);
  if (typeof value === 'number') return numberText(value);
  if (Array.isArray(value)) return value.map(plainValue);
  return value;
}
