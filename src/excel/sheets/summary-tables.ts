import { metricOf, overallRow } from '../../metrics/catalog.js';
import { shortName } from '../../metrics/wording.js';
import { periodWord, rangeDaysInWords } from '../../presentation/report-in-words.js';
import type { ComparedFigure, Row } from '../../report/report.js';
import { cellRef } from '../refs.js';
import type { Kind } from '../styles.js';
import type { Cell, CellValue, Sheet, TableColumn } from '../workbook.js';
import { cellsOf, kinds, tableColumn } from './columns.js';
import { differenceKind, liveDifference, otherRange } from './compared-parts.js';
import type { Context } from './context.js';
import { firstColumn } from './frame.js';
import { addSection } from './summary-texts.js';
import { headingHeight } from './widths.js';

const shownByPeriod = [
  'period_label',
  'incoming_chats',
  'unique_users',
  'closed_by_bot',
  'bot_deflection_rate',
  'bot_resolution_rate',
  'incoming_change_rate',
];

/** The chat metrics of each period, in short; returns the row after it. */
export function addPeriods(sheet: Sheet, context: Context, start: number): number {
  const metrics = shownByPeriod.map((id) => metricOf('chat_metrics', id));
  const periods = context.report.tables.chat_metrics.filter((row) => row['period_start'] !== null);
  const row = addSection(sheet, start, `By ${periodWord(context.report).toLowerCase()}`);
  const columns = metrics.map((metric) => tableColumn(context, metric));
  const rows = periods.map(marked).map(cellsOf(metrics));
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

const compared = new Set([
  'incoming_chats',
  'unique_users',
  'closed_by_bot',
  'bot_deflection_rate',
  'bot_resolution_rate',
  'chats_resolved',
  'first_response_avg_seconds',
  'resolution_avg_seconds',
  'csat_avg',
  'csat_satisfied_rate',
]);

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
  const shown = comparison.figures.filter(({ agent, metric }) => agent === null && compared.has(metric));
  for (const figure of shown) {
    const metric = metricOf(figure.table, figure.metric);
    row += 1;
    sheet.cells.push(...comparedCells(row, shortName(metric, context.wording), kinds[metric.unit], figure));
  }
  return row + 2;
}

/** Name, both figures, and how they differ as formulas over them; rates differ by points and have no change of their own. */
function comparedCells(row: number, name: string, kind: Kind, figure: ComparedFigure): Cell[] {
  const place = (offset: number) => ({ row, column: firstColumn + offset });
  const [own, other] = [cellRef(row, firstColumn + 1), cellRef(row, firstColumn + 2)];
  const { value, other_value, difference, change_rate } = figure;
  return [
    { ...place(0), value: name, style: 'body.text' },
    { ...place(1), value, style: `body.${kind}` },
    { ...place(2), value: other_value, style: `body.${kind}` },
    {
      ...place(3),
      value: liveDifference(`${own}-${other}`, difference),
      style: `body.${differenceKind(kind)}`,
    },
    { ...place(4), value: liveDifference(`${own}/${other}-1`, change_rate), style: 'body.change' },
  ];
}
