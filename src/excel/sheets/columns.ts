import type { Metric, Unit } from '../../metrics/metric.js';
import { headingOf, meaningOf } from '../../metrics/wording.js';
import { halfHourRange, weekdays } from '../../presentation/half-hours.js';
import type { Row, Value } from '../../report/report.js';
import { daysOf, serialOf } from '../serial.js';
import type { Kind } from '../styles.js';
import type { CellValue, TableColumn } from '../workbook.js';
import type { Context } from './context.js';

const kinds: Record<Unit, Kind> = {
  count: 'count',
  rate: 'rate',
  seconds: 'seconds',
  duration_seconds: 'duration',
  score: 'score',
  number: 'number',
  text: 'text',
  date: 'date',
  datetime: 'datetime',
  boolean: 'text',
  weekday: 'text',
  half_hour: 'text',
};

/** Columns with a bar behind their numbers: the volume of each table. */
const barred = new Set(['incoming_chats', 'chats_resolved', 'chats']);

/** A metric as a column of an Excel table. */
export function tableColumn({ wording }: Context, metric: Metric): TableColumn {
  return {
    heading: headingOf(metric, wording),
    kind: metric.id === 'incoming_change_rate' ? 'change' : kinds[metric.unit],
    note: meaningOf(metric, wording),
    ...(barred.has(metric.id) ? { bar: true } : {}),
  };
}

/** A row's values in the order of the columns, as Excel counts them. */
export function cellValues(columns: readonly Metric[], row: Row): CellValue[] {
  return columns.map((metric) => cellValue(metric, row[metric.id] ?? null));
}

/** One value as Excel counts it: dates and durations in days; null stays empty. */
function cellValue({ id, unit }: Metric, value: Value): CellValue {
  if (value === null) return id === 'closing_reason' ? '(none given)' : null;
  if (unit === 'date' || unit === 'datetime') return serialOf(String(value));
  if (unit === 'duration_seconds') return daysOf(Number(value));
  if (unit === 'boolean') return value === true ? 'Yes' : 'No';
  if (unit === 'weekday') return weekdays[Number(value) - 1] ?? String(value);
  if (unit === 'half_hour') return halfHourRange(String(value));
  return value;
}
