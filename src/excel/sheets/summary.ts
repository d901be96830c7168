import { findings } from '../../presentation/findings/findings.js';
import type { Sheet } from '../workbook.js';
import { tabColors, type Context } from './context.js';
import { drawPicture } from './draw-picture.js';
import { firstColumn, framedSheet } from './frame.js';
import { addCompared, addPeriods, addSatisfaction } from './summary-tables.js';
import { addChangeLine, addFindings, addLinks, addOptions, addSection, addVerdict } from './summary-texts.js';
import { addTiles } from './tiles.js';

/** Columns of the grid: one wide, six narrow, a gap, then the column of links. */
const widths = [30, 15, 15, 14, 14, 14, 14, 3, 27, 58];
const firstRow = 6;
const chartRows = 16;
/** With more findings the charts are printed on the second page, whole. */
const mostOnFirstPage = 3;

/** The first sheet: key figures, what stands out, two pictures, the figures in short, and the way to all else. */
export function summarySheet(context: Context): Sheet {
  const sheet = framedSheet(context, {
    name: context.names.summary,
    tabColor: tabColors.first,
    title: 'Chat Report',
    explanation: 'How many chats came in, how they were dealt with, and how fast and how well.',
  });
  sheet.columnWidths.push(...widths);
  addVerdict(sheet, context, firstRow - 1);
  let row = addSection(sheet, firstRow, 'Key figures');
  row = addChangeLine(sheet, context, row);
  row = addTiles(sheet, context, row);
  row = addFindings(sheet, context, row);
  const charts = row;
  row = addCharts(sheet, context, row);
  const isLong = findings(context.report).length > mostOnFirstPage;
  sheet.print.breaks = [isLong ? charts : row];
  row = addCompared(sheet, context, row);
  row = addPeriods(sheet, context, row);
  addSatisfaction(sheet, context, row);
  addOptions(sheet, context, addLinks(sheet, context, firstRow));
  return sheet;
}

function addCharts(sheet: Sheet, { report }: Context, start: number): number {
  const row = addSection(sheet, start, 'At a glance');
  const toRow = row + chartRows - 1;
  const [left, right] = [
    { row, toRow, column: firstColumn, toColumn: firstColumn + 2 },
    { row, toRow, column: firstColumn + 3, toColumn: firstColumn + 6 },
  ];
  for (const { chart } of drawPicture(report, 'periods')) sheet.charts.push({ ...chart, area: left });
  for (const { chart } of drawPicture(report, 'halfHours')) sheet.charts.push({ ...chart, area: right });
  return toRow + 2;
}
