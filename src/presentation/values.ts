import type { Metric } from '../metrics/metric.js';
import { figureInWords, nothing } from './figures.js';
import { halfHourRange, weekdays } from './half-hours.js';
import { dateInWords } from './report-in-words.js';
import type { Value } from '../report/report.js';

/** What a table shows for one value of a metric; null is a dash, or what the metric says of it. */
export function valueInWords({ unit, whenMissing = nothing }: Metric, value: Value | undefined): string {
  if (value === null || value === undefined) return whenMissing;
  if (unit === 'date') return dateInWords(String(value));
  if (unit === 'datetime') return `${dateInWords(String(value))} ${String(value).slice(11)}`;
  if (unit === 'weekday') return weekdays[Number(value) - 1] ?? String(value);
  if (unit === 'half_hour') return halfHourRange(String(value));
  return figureInWords(unit, value);
}

/** `1 chat`, `1,234 chats`. */
export function chatsInWords(count: Value | undefined): string {
  return `${figureInWords('count', count)} chat${count === 1 ? '' : 's'}`;
}

/** The number in a row, or null. */
export function numberIn(row: Readonly<Record<string, Value>> | undefined, id: string): number | null {
  const value = row?.[id];
  return typeof value === 'number' ? value : null;
}
