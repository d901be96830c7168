import { dateFields, type DateField } from '../../chats/columns.js';
import type { DateEvidence } from './evidence.js';
import { earlyUnix, isUnix, type DateLayout } from './layout.js';

/**
 * The layout of Unix seconds of eight digits, where a column is one of Unix times: most of its values are. Days such as
 * `20210215` are none, and a stray number among other dates stays unreadable.
 */
export function earlyUnixOf(known: readonly DateLayout[], evidence: DateEvidence): DateLayout[] {
  if (known.some(({ template }) => template === earlyUnix.template)) return [];
  return dateFields.some((field) => isUnixColumn(field, known, evidence)) ? [earlyUnix] : [];
}

function isUnixColumn(
  field: DateField,
  layouts: readonly DateLayout[],
  { read, unread }: DateEvidence,
): boolean {
  const own = read.filter((one) => one.field === field);
  const others = unread.filter((one) => one.field === field);
  const early = others.filter(({ example }) => eightDigits.test(example) && !isDay(example));
  const unix = own.filter(({ layout }) => layouts.some((known, index) => index === layout && isUnix(known)));
  const times = valuesOf(early) + valuesOf(unix);
  return early.length > 0 && times > (valuesOf(own) + valuesOf(others)) / 2;
}

const eightDigits = /^[1-9]\d{7}(\.\d+)?$/;

/** Whether a number is a day of the calendar that can be read, written without separators. */
function isDay(text: string): boolean {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? [];
  if (!year || Number(year) < 1970 || Number(year) > 2105) return false;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
}

function valuesOf(found: readonly { values: number }[]): number {
  return found.reduce((sum, { values }) => sum + values, 0);
}
