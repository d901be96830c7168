import { catalog, type TableId } from '../../metrics/catalog.js';
import { headingOf } from '../../metrics/wording.js';
import type { Metric } from '../../metrics/metric.js';
import type { Row } from '../../report/report.js';
import { cellRef } from '../refs.js';
import type { Cell, CellValue, Sheet, Table, TableColumn } from '../workbook.js';
import { cellValues, tableColumn } from './columns.js';
import type { Context } from './context.js';
import { firstColumn, framedSheet, headingRow } from './frame.js';
import { columnWidth, headingHeight } from './widths.js';

export interface TableSheetSpec {
  id: TableId;
  /** Name of the Excel table. */
  tableName: string;
  /** Name of the table of overall rows, where a sheet has one for each period. */
  overallTableName?: string;
  tabColor: string;
  explanation: string;
  /** Columns that say what a row is about: they stay in view. */
  leading: number;
  /** First cell of the overall row. */
  overallLabel: string;
  /** Tells a row over everything from the rows of the table. */
  isOverall: (row: Row) => boolean;
  /** Puts live totals over the columns that add up, where the report has no overall row. */
  totals?: boolean;
  /** Said below a table that has no rows. */
  whenEmpty: string;
  /** Captions over runs of columns, by the first column of each. */
  groups?: Record<string, string>;
}

/** A sheet with one metric table; what is over everything stands above it, so that a sum over the table is right. */
export function tableSheet(context: Context, spec: TableSheetSpec): Sheet {
  const metrics = catalog[spec.id].columns;
  const name = context.names[spec.id];
  const explanation = [spec.explanation, distinctRemark(context, metrics)].filter(Boolean).join(' ');
  const sheet = framedSheet(context, { name, tabColor: spec.tabColor, title: name, explanation });
  const rows = context.report.tables[spec.id];
  const overall = rows.filter(spec.isOverall);
  const columns = metrics.map((metric) => tableColumn(context, metric));
  const detail = rows.filter((row) => !spec.isOverall(row)).map((row) => cellValues(metrics, row));
  const placed = spec.overallTableName && overall.length > 0 ? belowOverallTable : belowOverallRow;
  placed(sheet, spec, { metrics, columns, overall, detail });
  fitColumns(sheet, columns, [...detail, ...overall.map((row) => cellValues(metrics, row))]);
  sheet.cells.push(...groupCells(spec, metrics));
  sheet.frozen = { rows: headingRow, columns: firstColumn - 1 + spec.leading };
  sheet.print.titleRows = [headingRow, headingRow];
  return sheet;
}

interface Contents {
  metrics: readonly Metric[];
  columns: TableColumn[];
  overall: Row[];
  detail: CellValue[][];
}

/** Usual case: one overall row (or live totals, or nothing) directly above the headings. */
function belowOverallRow(
  sheet: Sheet,
  spec: TableSheetSpec,
  { metrics, columns, overall, detail }: Contents,
): void {
  const table: Table = { name: spec.tableName, row: headingRow, column: firstColumn, columns, rows: detail };
  sheet.tables.push(table);
  const totals = spec.totals && detail.length > 0 ? liveTotals(table, metrics) : undefined;
  const values = overall[0] ? cellValues(metrics, overall[0]) : totals;
  if (values) sheet.cells.push(...overallCells(spec.overallLabel, columns, values));
  if (detail.length === 0) {
    sheet.cells.push({ row: headingRow + 3, column: firstColumn, value: spec.whenEmpty, style: 'remark' });
  }
}

/** One overall row per period: they are a table of their own, and each agent's rows follow it. */
function belowOverallTable(
  sheet: Sheet,
  spec: TableSheetSpec,
  { metrics, columns, overall, detail }: Contents,
): void {
  const rows = overall.map((row) => withLabel(cellValues(metrics, row), metrics, spec.overallLabel));
  const name = spec.overallTableName ?? '';
  const start = headingRow + rows.length + 3;
  sheet.tables.push({ name, row: headingRow, column: firstColumn, columns, rows });
  sheet.tables.push({ name: spec.tableName, row: start, column: firstColumn, columns, rows: detail });
  const link = { sheet: sheet.name, cell: cellRef(start - 1, 1) };
  sheet.cells.push(
    { row: headingRow - 1, column: firstColumn, value: spec.overallLabel, style: 'section' },
    { row: headingRow - 1, column: firstColumn + 1, value: 'Down to each agent', style: 'link', link },
    { row: start - 1, column: firstColumn, value: 'Each agent', style: 'section' },
  );
}

function withLabel(values: CellValue[], metrics: readonly Metric[], label: string): CellValue[] {
  return values.map((value, index) => (metrics[index]?.id === 'agent' ? label : value));
}

function overallCells(label: string, columns: TableColumn[], values: CellValue[]): Cell[] {
  return columns.map(({ kind }, index) => {
    const place = { row: headingRow - 1, column: firstColumn + index };
    if (index === 0) return { ...place, value: label, style: 'total.text' };
    const value = values[index] ?? null;
    return { ...place, value: value === label ? null : value, style: `total.${kind}` };
  });
}

function liveTotals({ name, columns, rows }: Table, metrics: readonly Metric[]): CellValue[] {
  return columns.map(({ heading, kind }, index) => {
    if (kind !== 'count' || metrics[index]?.distinct) return null;
    const result = rows.reduce((sum, row) => sum + Number(row[index] ?? 0), 0);
    return { formula: `SUBTOTAL(109,${name}[${heading}])`, result };
  });
}

function fitColumns(sheet: Sheet, columns: TableColumn[], rows: CellValue[][]): void {
  const widths = columns.map((column, index) =>
    columnWidth(
      column,
      rows.map((row) => row[index]),
    ),
  );
  sheet.columnWidths.push(...widths);
  const height = headingHeight(columns, widths);
  for (const { row } of sheet.tables) sheet.rowHeights[row] = height;
}

function groupCells({ groups = {} }: TableSheetSpec, metrics: readonly Metric[]): Cell[] {
  let caption = '';
  return metrics.flatMap(({ id }, index): Cell[] => {
    const starts = groups[id] !== undefined;
    caption = groups[id] ?? caption;
    if (!caption) return [];
    return [
      { row: headingRow - 2, column: firstColumn + index, value: starts ? caption : null, style: 'group' },
    ];
  });
}

function distinctRemark({ wording }: Context, metrics: readonly Metric[]): string {
  const names = metrics.filter(({ distinct }) => distinct).map((metric) => headingOf(metric, wording));
  if (names.length === 0) return '';
  return `${names.join(' and ')} count a user once overall and once in each period, so they do not add up.`;
}
