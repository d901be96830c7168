import { catalog, metricOf, overallRow } from '../../metrics/catalog.js';
import { shortName } from '../../metrics/wording.js';
import { periodWord, rangeDaysInWords } from '../../presentation/report-in-words.js';
import type { Row } from '../../report/report.js';
import { cellRef } from '../refs.js';
import type { CellValue, Sheet, TableColumn } from '../workbook.js';
import { cellsOf, kinds, tableColumn } from './columns.js';
import { comparedCells, otherRange } from './compared-parts.js';
import type { Context } from './context.js';
import { firstColumn } from './frame.js';
import { addSection } from './summary-texts.js';
import { headingHeight } from './widths.js';

const shownByPeriod = catalog.chat_metrics.columns.filter(
  ({ id, unit, isMain }) => isMain ?? (id === 'period_label' || unit === 'change'),
);

/** The chat metrics of each period, in short; returns the row after it. */
export function addPeriods(sheet: Sheet, context: Context, start: number): number {
  const periods = context.report.tables.chat_metrics.filter((row) => row['period_start'] !== null);
  const row = addSection(sheet, start, `By ${periodWord(context.report).toLowerCase()}`);
  const columns = shownByPeriod.map((metric) => tableColumn(context, metric));
  const rows = periods.map(marked).map(cellsOf(shownByPeriod));
  sheet.tables.push({ name: 'SummaryByPeriod', row, column: firstColumn, columns, rows });
  sheet.rowHeights[row] = headingHeight(columns, sheet.columnWidths.slice(firstColumn - 1));
  const next = row + 1 + Math.max(1, rows.length);
  if (!periods.some((period) => period['is_partial'] === true)) return next + 1;
  const remark = '* not wholly inside the range';
  sheet.cells.push({ row: next, column: firstColumn, value: remark, style: 'remark' });
  return next + 2;
}

function marked(row: Row): Row {
  return row['is_partial'] === true ? { ...row, period_label: `${String(row['period_label'])} *` } : row;
}

/** Ratings of agents' chats in and out of business hours; returns the row after it. */
export function addSatisfaction(sheet: Sheet, context: Context, start: number): number {
  const all = overallRow('agent_metrics', context.report.tables.agent_metrics);
  if (!all || typeof all['csat_rated_chats'] !== 'number' || all['csat_rated_chats'] === 0) return start;
  const hours = context.wording['business_hours'] ?? '';
  const row = addSection(sheet, start, 'Customer satisfaction in and out of business hours');
  const columns: TableColumn[] = [
    { heading: "Agents' chats that start", kind: 'text' },
    { heading: 'Mean rating', kind: 'score' },
    { heading: 'Rated Chats', kind: 'count', bar: true },
  ];
  const rows: CellValue[][] = [
    [`In business hours ${hours}`, ...ratings(all, '_business_hours')],
    ['Outside business hours', ...ratings(all, '_outside_business_hours')],
    ['At any time', ...ratings(all, '')],
  ];
  sheet.tables.push({ name: 'SummarySatisfaction', row, column: firstColumn, columns, rows });
  sheet.rowHeights[row] = headingHeight(columns, sheet.columnWidths.slice(firstColumn - 1));
  return row + rows.length + 2;
}

const ratings = (row: Row, which: string): CellValue[] => [
  row[`csat_avg${which}`] ?? null,
  row[`csat_rated_chats${which}`] ?? null,
];

/** The figures of this range and of the one it is compared with; nothing without `--compare`. Returns the row after them. */
export function addCompared(sheet: Sheet, context: Context, start: number): number {
  const { comparison } = context.report;
  if (!comparison) return start;
  const other = otherRange(comparison);
  let row = addSection(sheet, start, `Compared with ${other}`);
  const headings = ['', rangeDaysInWords(context.report), other, 'Difference', 'Change'];
  headings.forEach((value, index) => {
    const style = index === 0 ? 'heading.left' : 'heading.right';
    sheet.cells.push({ row, column: firstColumn + index, value, style });
  });
  sheet.rowHeights[row] = 28;
  for (const figure of comparison.figures) {
    const metric = metricOf(figure.table, figure.metric);
    if (figure.agent !== null || !metric.isMain) continue;
    row += 1;
    const refs = [cellRef(row, firstColumn + 1), cellRef(row, firstColumn + 2)] as const;
    const name = { value: shortName(metric, context.wording), style: 'body.text' } as const;
    const cells = [name, ...comparedCells(kinds[metric.unit], figure, refs)];
    sheet.cells.push(...cells.map((cell, index) => ({ row, column: firstColumn + index, ...cell })));
  }
  return row + 2;
}
