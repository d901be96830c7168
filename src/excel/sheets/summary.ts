import { catalog } from '../../metrics/catalog.js';
import { shortened } from '../../presentation/text.js';
import type { Sheet } from '../workbook.js';
import { cellValues, tableColumn } from './columns.js';
import { periodWord } from '../../presentation/report-in-words.js';
import { tabColors, type Context, type SheetNames } from './context.js';
import { firstColumn, framedSheet } from './frame.js';
import { optionsInWords } from '../../presentation/options-in-words.js';
import { halfHourChart, periodChart } from './summary-charts.js';
import { addTile, keyFigures } from './tiles.js';
import { headingHeight } from './widths.js';

/** Columns of the grid: one wide, six narrow, a gap, then the column of links. */
const widths = [28, 14, 14, 14, 14, 14, 14, 3, 27, 58];
const lastColumn = firstColumn + 6;
const sideColumn = firstColumn + 8;
const tileColumns = [2, 3, 5, 7] as const;
const rows = { tiles: 6, charts: 17, chartEnd: 33, table: 35 } as const;

/** The first sheet: key figures, two pictures, the figures by period, and the way to all else. */
export function summarySheet(context: Context): Sheet {
  const sheet = framedSheet(context, {
    name: context.names.summary,
    tabColor: tabColors.first,
    title: 'Chat Report',
    explanation: 'How many chats came in, how they were dealt with, and how fast and how well.',
  });
  sheet.columnWidths.push(...widths);
  addTiles(sheet, context);
  addCharts(sheet, context);
  addPeriods(sheet, context);
  addLinks(sheet, context);
  addOptions(sheet, context);
  return sheet;
}

function addSection(sheet: Sheet, row: number, value: string, from = firstColumn, to = lastColumn): void {
  for (let column = from; column <= to; column++) {
    sheet.cells.push({ row, column, value: column === from ? value : null, style: 'section' });
  }
}

function addTiles(sheet: Sheet, context: Context): void {
  addSection(sheet, rows.tiles, 'Key figures');
  keyFigures(context).forEach((tile, index) => {
    const row = rows.tiles + 1 + (index < 4 ? 0 : 5);
    const column = tileColumns[index % 4] ?? firstColumn;
    addTile(sheet, tile, { row, column, toColumn: column + (index % 4 === 0 ? 0 : 1) });
  });
}

function addCharts(sheet: Sheet, context: Context): void {
  addSection(sheet, rows.charts, 'At a glance');
  const area = (column: number, toColumn: number) => ({
    row: rows.charts + 1,
    toRow: rows.chartEnd,
    column,
    toColumn,
  });
  if (context.report.tables.chat_metrics.length > 1)
    sheet.charts.push(periodChart(context, area(firstColumn, firstColumn + 2)));
  sheet.charts.push(halfHourChart(context, area(firstColumn + 3, lastColumn)));
}

const shownByPeriod = [
  'period_label',
  'incoming_chats',
  'unique_users',
  'closed_by_bot',
  'bot_deflection_rate',
  'bot_resolution_rate',
  'incoming_change_rate',
];

function addPeriods(sheet: Sheet, context: Context): void {
  const metrics = shownByPeriod.flatMap((id) =>
    catalog.chat_metrics.columns.filter((metric) => metric.id === id),
  );
  const periods = context.report.tables.chat_metrics.filter((row) => row['period_start'] !== null);
  addSection(sheet, rows.table, `By ${periodWord(context.report).toLowerCase()}`);
  const columns = metrics.map((metric) => tableColumn(context, metric));
  const values = periods.map((row) => cellValues(metrics, marked(row)));
  sheet.tables.push({
    name: 'SummaryByPeriod',
    row: rows.table + 1,
    column: firstColumn,
    columns,
    rows: values,
  });
  sheet.rowHeights[rows.table + 1] = headingHeight(columns, widths);
  if (periods.some((row) => row['is_partial'] === true)) {
    const row = rows.table + 2 + Math.max(1, periods.length);
    sheet.cells.push({ row, column: firstColumn, value: '* not wholly inside the range', style: 'remark' });
  }
}

function marked<R extends Readonly<Record<string, unknown>>>(row: R): R {
  return row['is_partial'] === true ? { ...row, period_label: `${String(row['period_label'])} *` } : row;
}

const linked: [keyof SheetNames, string][] = [
  ['chat_metrics', 'volume, users and deflection in each period'],
  ['agent_metrics', 'speed and satisfaction of each agent'],
  ['agent_metrics_by_period', 'the same in each period'],
  ['half_hourly_chats', 'when chats start'],
  ['weekday_half_hourly_chats', 'the busiest hours of the week, and chats at the same time'],
  ['agent_activity', 'busy time, free time and occupancy'],
  ['agent_activity_by_shift', 'the same, shift by shift'],
  ['closing_reasons', 'why chats were closed'],
  ['data_quality', 'what became of every row of the input'],
  ['definitions', 'what each figure means'],
];

function addLinks(sheet: Sheet, { names }: Context): void {
  addSection(sheet, rows.tiles, 'In this workbook', sideColumn, sideColumn + 1);
  linked.forEach(([id, what], index) => {
    const row = rows.tiles + 1 + index;
    const link = { sheet: names[id], cell: 'A1' };
    sheet.cells.push({ row, column: sideColumn, value: names[id], style: 'link', link });
    sheet.cells.push({ row, column: sideColumn + 1, value: what, style: 'remark' });
  });
}

function addOptions(sheet: Sheet, context: Context): void {
  const start = rows.tiles + 2 + linked.length;
  addSection(sheet, start, 'How it was measured', sideColumn, sideColumn + 1);
  optionsInWords(context.report).forEach(([label, value], index) => {
    const row = start + 1 + index;
    sheet.cells.push({ row, column: sideColumn, value: label, style: 'remark' });
    sheet.cells.push({ row, column: sideColumn + 1, value: shortened(value, 70), style: 'plain' });
  });
}
