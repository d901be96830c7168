import { catalog } from '../../metrics/catalog.js';
import type { Metric } from '../../metrics/metric.js';
import { daysDividedBy } from '../../presentation/range-ends.js';
import { tableArea } from '../check-workbook.js';
import { cellRef } from '../refs.js';
import type { Cell, Sheet } from '../workbook.js';
import { tabColors, type Context } from './context.js';
import { firstColumn, framedSheet, headingRow, wrapExplanation } from './frame.js';
import { faintOverall, filteredTotals, overallCells, overallValues } from './overall-row.js';
import { contentsOf, explanationOf, tableOf, type Contents } from './table-contents.js';
import { addCharts, chartsOf, hasOverallTable, roomFor } from './table-charts.js';
import { overallTableName, tableName, type TableSheetSpec } from './table-spec.js';
import { fitColumns } from './fit-columns.js';

/** A sheet with one metric table; what is over everything stands above it, so that a sum over the table is right. */
export function tableSheet(context: Context, spec: TableSheetSpec): Sheet {
  const name = context.names[spec.id];
  const contents = contentsOf(context, spec.id);
  const explanation = explanationOf(context, spec.explanation, contents);
  const sheet = framedSheet(context, { name, tabColor: tabColors.analysis, title: name, explanation });
  if (hasOverallTable(contents)) belowOverallTable(sheet, spec, contents, context);
  else belowOverallRow(sheet, contents, context);
  fitColumns(sheet, contents.columns);
  sheet.cells.push(...groupCells(contents.metrics));
  const next = Math.max(...sheet.tables.map((table) => tableArea(table).toRow)) + 2;
  addCharts(context, sheet, spec, contents, spec.below?.(sheet, context, next) ?? next);
  wrapExplanation(sheet);
  sheet.frozen = { rows: headingRow, columns: firstColumn - 1 + catalog[spec.id].leading };
  sheet.print = { ...sheet.print, titleRows: [headingRow, headingRow], onePage: spec.onePage ?? false };
  return sheet;
}

/** Usual case: one overall row (or live totals, or nothing) directly above the headings. */
function belowOverallRow(sheet: Sheet, contents: Contents, { report }: Context): void {
  const { id, columns, overall, detail } = contents;
  const { totals: totalsLabel, overall: whole, whenEmpty } = catalog[id];
  const table = { ...tableOf(tableName(id), contents, detail), row: headingRow };
  sheet.tables.push(table);
  const source = { ...contents, table, rows: detail };
  const totals = totalsLabel && detail.length > 0 ? filteredTotals(source, daysDividedBy(report)) : undefined;
  const values = overall[0] ? overallValues(source, overall[0]) : totals;
  if (values) sheet.cells.push(...overallCells(whole?.label ?? totalsLabel ?? '', columns, values));
  if (values) sheet.conditions.push(...faintOverall(columns));
  if (detail.length === 0) {
    sheet.cells.push({ row: headingRow + 3, column: firstColumn, value: whenEmpty, style: 'remark' });
  }
}

/** One overall row per period: they are a table of their own, and each agent's rows follow it. */
function belowOverallTable(sheet: Sheet, spec: TableSheetSpec, contents: Contents, context: Context): void {
  const { overall, detail } = contents;
  const room = roomFor(chartsOf(context, spec));
  const label = catalog[spec.id].overall?.label ?? '';
  const labelled = overall.map((row) => ({ ...row, agent: label }));
  const start = headingRow + overall.length + 3 + room;
  sheet.tables.push(
    { ...tableOf(overallTableName, contents, labelled), row: headingRow },
    { ...tableOf(tableName(spec.id), contents, detail), row: start },
  );
  const link = { sheet: sheet.name, cell: cellRef(start - 1, 1) };
  sheet.cells.push(
    { row: headingRow - 1, column: firstColumn, value: label, style: 'section' },
    { row: headingRow - 1, column: firstColumn + 1, value: 'Down to each agent', style: 'link', link },
    { row: start - 1, column: firstColumn, value: 'Each agent', style: 'section' },
  );
}

function groupCells(metrics: readonly Metric[]): Cell[] {
  return metrics.flatMap(({ group }, index): Cell[] => {
    if (group === undefined) return [];
    const value = metrics[index - 1]?.group === group ? null : group;
    return [{ row: headingRow - 2, column: firstColumn + index, value, style: 'group' }];
  });
}
