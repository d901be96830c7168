import type { Unit } from '../metrics/metric.js';
import type { Value } from '../report/report.js';
import { perLocale, userLocale } from './locale.js';

/** Stands where nothing can be measured. */
export const nothing = '–';

const numbers = (digits: number, style: 'decimal' | 'percent' = 'decimal') => ({
  format: (value: number) =>
    perLocale(
      `${style} ${String(digits)}`,
      (locale) =>
        new Intl.NumberFormat(locale, {
          style,
          minimumFractionDigits: digits,
          maximumFractionDigits: digits,
        }),
    ).format(value),
});
const whole = numbers(0);
const tenths = numbers(1);
const hundredths = numbers(2);
const percents = numbers(1, 'percent');

/** A figure for people, in English, or as the user of a page writes numbers: `1,234`, `62.8%`, `+4.2%`, `14.9`, `4.06`, `26:15:00`; null is a dash. */
export function figureInWords(unit: Unit, value: Value | undefined): string {
  if (value === null || value === undefined) return nothing;
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'string') return value;
  return numberInWords[unit]?.(value) ?? hundredths.format(value);
}

const numberInWords: Partial<Record<Unit, (value: number) => string>> = {
  count: (value) => whole.format(value),
  rate: (value) => (userLocale() === null ? `${tenths.format(value * 100)}%` : percents.format(value)),
  change: (amount) => changeInWords({ kind: 'relative', amount }),
  seconds: (value) => tenths.format(value),
  duration_seconds: clock,
};

/** A time for sentences and tiles: `13.8 s`, `17 min 3 s`, `2 h 5 min`. */
export function timeInWords(seconds: number): string {
  const rounded = Math.round(seconds);
  if (rounded < 60) return `${tenths.format(seconds)} s`;
  const [hours, minutes] = [Math.floor(rounded / 3600), Math.floor((rounded % 3600) / 60)];
  if (hours > 0)
    return minutes > 0 ? `${whole.format(hours)} h ${String(minutes)} min` : `${whole.format(hours)} h`;
  return rounded % 60 > 0 ? `${String(minutes)} min ${String(rounded % 60)} s` : `${String(minutes)} min`;
}

/** Seconds as `h:mm:ss`, hours beyond a day counted on. */
function clock(seconds: number): string {
  const rounded = Math.round(seconds);
  const two = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(rounded / 3600), Math.floor((rounded % 3600) / 60)];
  return `${String(hours)}:${two(minutes)}:${two(rounded % 60)}`;
}

/** A change with its sign, unless it is shown as 0: `+4.2%` of a count or a time, `-1.3 pts` of a rate, `+0.19` of a score. */
export function changeInWords({ kind, amount }: Change): string {
  const size =
    kind === 'difference' ? hundredths.format(Math.abs(amount)) : tenths.format(Math.abs(amount) * 100);
  if (kind === 'relative') return `${signOf(amount, size)}${figureInWords('rate', Math.abs(amount))}`;
  return `${signOf(amount, size)}${size}${kind === 'points' ? ' pts' : ''}`;
}

/** The sign before the size of an amount; none where that is shown as 0. */
export function signOf(amount: number, size: string): string {
  return /^[0.,]+$/.test(size) ? '' : amount > 0 ? '+' : '-';
}

/** How a figure changed: relative to what it was, in percentage points / 100 (rates), or as a plain difference (scores). */
export interface Change {
  kind: 'relative' | 'points' | 'difference';
  amount: number;
}

/** The change from one figure to the next; null where it cannot be told. */
export function changeOf(unit: Unit, now: Value | undefined, before: Value | undefined): Change | null {
  if (typeof now !== 'number' || typeof before !== 'number') return null;
  if (unit === 'rate') return { kind: 'points', amount: now - before };
  if (unit === 'score') return { kind: 'difference', amount: now - before };
  return before === 0 ? null : { kind: 'relative', amount: (now - before) / before };
}
