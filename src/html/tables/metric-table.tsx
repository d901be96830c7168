import { catalog, type TableId } from '../../metrics/catalog.js';
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
  /** Columns by name; the first names the row. */
  columns: readonly string[];
  rows: readonly Row[];
  /** The name of a row without one. */
  overallLabel?: string;
  whenEmpty: string;
}

/** Volumes that have a bar behind them. */
const sized = new Set(['incoming_chats', 'chats_resolved', 'chats']);
const short = new Set(['period_label', 'half_hour']);
const names = new Set(['agent', 'closing_reason']);

/** Columns of a metric table of the report, as the catalog names them. */
export function MetricTable(props: MetricTableProps) {
  const { report, id, table, caption, columns, rows, whenEmpty } = props;
  const metrics = columns.flatMap((name) => catalog[table].columns.filter((column) => column.id === name));
  const wording = wordingOf(report.options);
  const most = mostOf(metrics, rows, props);
  return (
    <DataTable
      id={id}
      caption={caption}
      whenEmpty={whenEmpty}
      columns={metrics.map((metric) => ({
        heading: headingOf(metric, wording),
        meaning: meaningOf(metric, wording),
        isShort: short.has(metric.id),
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
  props: MetricTableProps,
): DataRow {
  const isOverall = isOverallRow(row, props);
  return {
    head: isOverall ? props.overallLabel : first && headOf(row, first),
    isOverall,
    cells: metrics.map((metric) => cellOf(row, metric, isOverall ? new Map() : most, props)),
  };
}

function isOverallRow(row: Row, { columns: [first = ''], overallLabel }: MetricTableProps): boolean {
  return overallLabel !== undefined && (row[first] === null || row['period_start'] === null);
}

function headOf(row: Row, metric: Metric) {
  const text = valueInWords(metric, row[metric.id]);
  if (names.has(metric.id)) return <bdi>{text}</bdi>;
  return metric.id === 'period_label' && row['is_partial'] === true ? `${text} *` : text;
}

function cellOf(
  row: Row,
  metric: Metric,
  most: ReadonlyMap<string, number>,
  { report, overallLabel }: MetricTableProps,
): Cell {
  const largest = most.get(metric.id) ?? 0;
  const isNoName = metric.id === 'agent' && row['agent'] === null;
  return {
    content: isNoName
      ? overallLabel
      : names.has(metric.id)
        ? headOf(row, metric)
        : valueInWords(metric, row[metric.id]),
    ...(restsOnFew(metric.id, row, report.options.small_n) ? { isFew: true } : {}),
    ...(largest > 0 ? { size: Number(row[metric.id]) / largest } : {}),
  };
}

function mostOf(
  metrics: readonly Metric[],
  rows: readonly Row[],
  props: MetricTableProps,
): Map<string, number> {
  const parts = rows.filter((row) => !isOverallRow(row, props));
  return new Map(
    metrics
      .filter(({ id }) => sized.has(id))
      .map(({ id }) => [id, parts.reduce((most, row) => Math.max(most, numberIn(row, id) ?? 0), 0)]),
  );
}
