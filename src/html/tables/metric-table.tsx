import { catalog, isOverall, metricOf, shownColumns, type TableId } from '../../metrics/catalog.js';
import type { Metric } from '../../metrics/metric.js';
import { headingOf, meaningOf, wordingOf } from '../../metrics/wording.js';
import type { Report, Row } from '../../report/report.js';
import { restsOnFew } from '../../presentation/small-n.js';
import { numberIn, valueInWords } from '../../presentation/values.js';
import { DataTable, mostRows, type Cell, type DataRow } from './data-table.js';

export interface MetricTableProps {
  report: Report;
  id?: string;
  table: TableId;
  caption: string;
  /** Columns by name, by default those that people are shown; the first names the row. */
  columns?: readonly string[];
  /** Those of the report by default. */
  rows?: readonly Row[];
}

/** Columns of a metric table of the report, as the catalog names them. */
export function MetricTable(props: MetricTableProps) {
  const { report, id, table, caption, columns = shownColumns(table), rows = report.tables[table] } = props;
  const metrics = columns.map((name) => metricOf(table, name));
  const wording = wordingOf(report.options);
  const most = mostOf(metrics, rows, table);
  return (
    <DataTable
      id={id}
      caption={caption}
      whenEmpty={catalog[table].whenEmpty}
      columns={metrics.map((metric) => ({
        heading: headingOf(metric, wording),
        meaning: meaningOf(metric, wording),
        isShort: metric.unit === 'half_hour' || (metric.unit === 'text' && !metric.isFromFile),
        isText: ['text', 'date', 'datetime'].includes(metric.unit),
      }))}
      rows={rows.slice(0, mostRows).map((row) => rowOf(row, metrics, most, props))}
      total={rows.length}
    />
  );
}

function rowOf(
  row: Row,
  [first, ...metrics]: readonly Metric[],
  most: ReadonlyMap<string, number>,
  { report, table }: MetricTableProps,
): DataRow {
  const smallN = catalog[table].isOfFew ? 0 : report.options.small_n;
  const isWhole = isOverRows(table, row);
  return {
    head: isWhole ? catalog[table].overall?.label : first && contentOf(row, first),
    isOverall: isWhole,
    cells: metrics.map((metric) => cellOf(row, metric, isWhole ? 0 : (most.get(metric.id) ?? 0), smallN)),
  };
}

/** Is a row one over the others of a table? Where each period has one, these are a table of their own. */
const isOverRows = (table: TableId, row: Row) =>
  catalog[table].overall?.isPerPeriod !== true && isOverall(table, row);

function contentOf(row: Row, metric: Metric) {
  const text = valueInWords(metric, row[metric.id]);
  if (metric.isFromFile) return <bdi>{text}</bdi>;
  return metric.id === 'period_label' && row['is_partial'] === true ? `${text} *` : text;
}

function cellOf(row: Row, metric: Metric, largest: number, smallN: number): Cell {
  return {
    content: metric.isFromFile ? contentOf(row, metric) : valueInWords(metric, row[metric.id]),
    ...(restsOnFew(metric, row, smallN) ? { isFew: true } : {}),
    ...(largest > 0 ? { size: Number(row[metric.id]) / largest } : {}),
  };
}

function mostOf(metrics: readonly Metric[], rows: readonly Row[], table: TableId): Map<string, number> {
  const parts = rows.filter((row) => !isOverRows(table, row));
  return new Map(
    metrics
      .filter(({ isVolume }) => isVolume)
      .map(({ id }) => [id, parts.reduce((most, row) => Math.max(most, numberIn(row, id) ?? 0), 0)]),
  );
}
