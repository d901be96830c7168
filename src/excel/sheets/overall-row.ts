import type { Metric } from '../../metrics/metric.js';
import type { Row } from '../../report/report.js';
import { fewFormula } from '../few.js';
import { cellRef } from '../refs.js';
import type { Cell, CellValue, Condition, Table, TableColumn } from '../workbook.js';
import { cellsOf } from './columns.js';
import { live, rowFormulas, structured } from './formulas.js';
import { firstColumn, headingRow } from './frame.js';
import type { Contents } from './table-contents.js';

/** A table with its contents, and its rows as the report has them. */
export interface Source extends Contents {
  table: Table;
  rows: readonly Row[];
}

/**
 * The values of the row over everything, above the headings. What the table adds up to, its first or its last time, and
 * ratios of such figures are formulas; what does not come about so (users, medians) is the report's figure.
 */
export function overallValues(source: Source, overall: Row): CellValue[] {
  const ratios = ownFormulas(source);
  return cellsOf(source.metrics)(overall).map((value, index) => {
    const metric = source.metrics[index];
    return metric ? live(value, ratios.get(metric.id) ?? collected(source, metric, overall)) : value;
  });
}

/** Live totals over the rows that a filter leaves, where the report has no row over everything. */
export function filteredTotals(source: Source, days: number): CellValue[] {
  const { table, metrics, rows } = source;
  const total = (id: string) => rows.reduce((sum, row) => sum + Number(row[id] ?? 0), 0);
  const ratios = ownFormulas(source);
  return metrics.map(({ id, unit, distinct, made = {} }, index) => {
    if ('shareOf' in made) return live(total(made.shareOf) > 0 ? 1 : null, ratios.get(id));
    const column = structured(table.name, table.columns[index]?.heading ?? '');
    const subtotal = { formula: `SUBTOTAL(109,${column})`, result: total(id) };
    if ('perDay' in made) {
      const isPerDay = Math.abs(total(id) * days - total(made.perDay)) < 1e-6;
      return isPerDay ? live(days > 0 ? total(made.perDay) / days : null, ratios.get(id)) : subtotal;
    }
    return unit !== 'count' || distinct || rows.every((row) => row[id] === null) ? null : subtotal;
  });
}

function ownFormulas({ id, table, metrics }: Source): Map<string, string> {
  const place = (metric: string) => metrics.findIndex((column) => column.id === metric);
  return rowFormulas(
    id,
    (metric) => cellRef(headingRow - 1, firstColumn + place(metric)),
    (metric) => structured(table.name, table.columns[place(metric)]?.heading ?? ''),
  );
}

/** The formula over a column, if it gives the report's figure. */
function collected({ table, metrics, rows }: Source, metric: Metric, overall: Row): string | undefined {
  const how = metric.overall ? collectors[metric.overall] : isSum(metric) ? collectors.sum : undefined;
  const value = overall[metric.id] ?? null;
  if (!how || rows.length === 0 || how.of(rows.map((row) => row[metric.id] ?? null)) !== value)
    return undefined;
  const heading = table.columns[metrics.indexOf(metric)]?.heading ?? '';
  return `${how.name}(${structured(table.name, heading)})`;
}

const isSum = ({ unit, distinct }: Metric) => (unit === 'count' && !distinct) || unit === 'duration_seconds';

interface Collector {
  name: 'SUM' | 'MIN' | 'MAX';
  of: (values: Row[string][]) => Row[string] | undefined;
}

const texts = (values: Row[string][]) => values.filter((value) => typeof value === 'string').sort();

const collectors: Record<'sum' | NonNullable<Metric['overall']>, Collector> = {
  sum: { name: 'SUM', of: (values) => values.reduce<number>((sum, value) => sum + Number(value ?? 0), 0) },
  first: { name: 'MIN', of: (values) => texts(values)[0] },
  last: { name: 'MAX', of: (values) => texts(values).at(-1) },
};

/** The cells of the row over everything. */
export function overallCells(label: string, columns: TableColumn[], values: CellValue[]): Cell[] {
  return columns.map(({ kind }, index) => {
    const place = { row: headingRow - 1, column: firstColumn + index };
    if (index === 0) return { ...place, value: label, style: 'total.text' };
    const value = values[index] ?? null;
    return { ...place, value: value === label ? null : value, style: `total.${kind}` };
  });
}

/** What is grey in that row for its small n. */
export function faintOverall(columns: TableColumn[]): Condition[] {
  const row = headingRow - 1;
  const cell = (heading: string) =>
    cellRef(row, firstColumn + columns.findIndex((one) => one.heading === heading));
  return columns.flatMap(({ few }, index): Condition[] => {
    const column = firstColumn + index;
    const area = { row, column, toRow: row, toColumn: column };
    return few ? [{ kind: 'faint', area, formula: fewFormula(few.n.map(cell), few.below) }] : [];
  });
}
