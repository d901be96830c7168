import { catalog, isOverall, type TableId } from '../../metrics/catalog.js';
import { headingOf } from '../../metrics/wording.js';
import type { Metric } from '../../metrics/metric.js';
import { daysDividedBy } from '../../presentation/range-ends.js';
import type { Row } from '../../report/report.js';
import type { Table, TableColumn } from '../workbook.js';
import { cellsOf, tableColumn } from './columns.js';
import type { Context } from './context.js';
import { live, rowFormulas, structured } from './formulas.js';
import { firstColumn } from './frame.js';
import { smallN } from './names.js';

/** A metric table of the report: its columns, and its rows with those over everything apart. */
export interface Contents {
  id: TableId;
  metrics: readonly Metric[];
  columns: TableColumn[];
  overall: Row[];
  detail: Row[];
  /** What chats per day are divided by. */
  days: number;
}

/** Longer tables have values only: a formula in each of so many rows makes a workbook slow to write and to open. */
const mostLiveRows = 20_000;

export function contentsOf(context: Context, id: TableId): Contents {
  const { columns: metrics, isOfFew } = catalog[id];
  const rows = context.report.tables[id];
  return {
    id,
    metrics,
    columns: metrics.map((metric) => tableColumn(context, metric, isOfFew ? [] : metrics)),
    overall: rows.filter((row) => isOverall(id, row)),
    detail: rows.filter((row) => !isOverall(id, row)),
    days: daysDividedBy(context.report),
  };
}

/** The heading of a metric's column. */
function headingIn({ metrics, columns }: Contents, id: string): string {
  return columns[metrics.findIndex((metric) => metric.id === id)]?.heading ?? '';
}

/** A table whose figures that are made from others in their row are formulas. */
export function tableOf(name: string, contents: Contents, rows: Row[]): Omit<Table, 'row'> {
  const { id, metrics, columns } = contents;
  const own = (metric: string) => structured(name, headingIn(contents, metric), true);
  const whole = (metric: string) => structured(name, headingIn(contents, metric));
  const formulas = rows.length > mostLiveRows ? new Map<string, string>() : rowFormulas(id, own, whole);
  const values = rows.map(cellsOf(metrics));
  metrics.forEach((metric, index) => {
    const formula = formulas.get(metric.id);
    if (!formula) return;
    values.forEach((row, at) => {
      if (isSo(metric, rows[at] ?? {}, contents.days)) row[index] = live(row[index] ?? null, formula);
    });
  });
  return { name, column: firstColumn, columns, rows: values };
}

/** A mean per day is its chats by the days, unless some of them started on a day that is left out. */
function isSo({ id, made }: Metric, row: Row, days: number): boolean {
  if (!made || !('perDay' in made)) return true;
  return Math.abs(Number(row[id]) * days - Number(row[made.perDay])) < 1e-6;
}

/** What a sheet shows, and how to read its figures. */
export function explanationOf(context: Context, said: string, contents: Contents): string {
  const { small_n: least } = context.report.options;
  const grey = contents.columns.some(({ few }) => few);
  return [
    said,
    distinctRemark(context, contents.metrics),
    grey
      ? `Grey italics: fewer than ${String(least)} chats behind the figure (${smallN} on Definitions).`
      : '',
    contents.detail.length > mostLiveRows ? 'So many rows have values only, no formulas.' : '',
  ]
    .filter(Boolean)
    .join(' ');
}

function distinctRemark({ wording }: Context, metrics: readonly Metric[]): string {
  const names = metrics.filter(({ distinct }) => distinct).map((metric) => headingOf(metric, wording));
  if (names.length === 0) return '';
  return `${names.join(' and ')} count a user once overall and once in each period, so they do not add up.`;
}
