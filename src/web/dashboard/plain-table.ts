import { metricOf, type TableId } from '../../metrics/catalog.js';
import { headingOf, wordingOf } from '../../metrics/wording.js';
import { perLocale } from '../../presentation/locale.js';
import type { Report, Row, Value } from '../../report/report.js';

/** Rows and columns of one table of a report. */
export interface TableChoice {
  table: TableId;
  /** Columns by name, in order. */
  columns: readonly string[];
  rows: readonly Row[];
}

/** A table as text that spreadsheets paste into cells: full precision, numbers as the user writes them. */
export function tabSeparated(report: Report, { table, columns, rows }: TableChoice): string {
  const wording = wordingOf(report.options);
  const metrics = columns.map((name) => metricOf(table, name));
  const head = metrics.map((metric) => headingOf(metric, wording));
  return textTable([head, ...rows.map((row) => metrics.map(({ id }) => valueAsText(row[id])))]);
}

/** Rows of cells as text that spreadsheets paste. */
export function textTable(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => cells.map(oneLine).join('\t')).join('\n');
}

/** A figure with full precision; nothing where there is none. */
export function valueAsText(value: Value | undefined): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'number' ? plainNumber().format(value) : String(value);
}

const plainNumber = () =>
  perLocale(
    'plain',
    (locale) => new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 12 }),
  );

/** Text of a file is never a formula where it is pasted. */
function oneLine(cell: string): string {
  const text = cell.replace(/[\t\r\n]+/g, ' ');
  return /^[=+@]|^-(?![\d.,])/.test(text) ? `'${text}` : text;
}
