import type { Metric, Unit } from '../../metrics/metric.js';
import { headingOf, meaningOf } from '../../metrics/wording.js';
import { halfHourRange, weekdays } from '../../presentation/half-hours.js';
import type { Row, Value } from '../../report/report.js';
import { daysOf, serialOf } from '../serial.js';
import type { Kind } from '../styles.js';
import type { CellValue, TableColumn } from '../workbook.js';
import { columnFormats } from './column-formats.js';
import type { Context } from './context.js';

export const kinds: Record<Unit, Kind> = {
  count: 'count',
  rate: 'rate',
  change: 'change',
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

/** A metric as a column of an Excel table that has the others too; what rests on few is grey where the table has its n. */
export function tableColumn(context: Context, metric: Metric, others: readonly Metric[] = []): TableColumn {
  const { wording } = context;
  return {
    heading: headingOf(metric, wording),
    kind: kinds[metric.unit],
    note: meaningOf(metric, wording),
    ...columnFormats(context, metric, others),
  };
}

/** Reads a row's values in the order of the columns, as Excel counts them. */
export function cellsOf(columns: readonly Metric[]): (row: Row) => CellValue[] {
  const readers = columns.map(({ id, unit, whenMissing = null }) => ({
    id,
    whenMissing,
    convert: conversions[unit],
  }));
  return (row) =>
    readers.map(({ id, whenMissing, convert }) => {
      const value = row[id] ?? null;
      if (value === null) return whenMissing;
      return convert ? convert(value) : value;
    });
}

/** How Excel counts a value: dates and durations in days. */
const conversions: Partial<Record<Unit, (value: NonNullable<Value>) => CellValue>> = {
  date: (value) => serialOf(String(value)),
  datetime: (value) => serialOf(String(value)),
  duration_seconds: (value) => daysOf(Number(value)),
  boolean: (value) => (value === true ? 'Yes' : 'No'),
  weekday: (value) => weekdays[Number(value) - 1] ?? String(value),
  half_hour: (value) => halfHourRange(String(value)),
};
