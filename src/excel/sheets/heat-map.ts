import { catalog } from '../../metrics/catalog.js';
import type { HeatMap, Picture } from '../../pictures/picture.js';
import { pictures } from '../../pictures/pictures.js';
import { halfHourRange } from '../../presentation/half-hours.js';
import type { Row } from '../../report/report.js';
import { cellRef } from '../refs.js';
import type { Area, Cell, Sheet } from '../workbook.js';
import { cellsOf, tableColumn } from './columns.js';
import { tabColors, type Context } from './context.js';
import { firstColumn, framedSheet, headingRow } from './frame.js';
import { columnWidth } from './widths.js';

const id = 'weekday_half_hourly_chats';
const labelWidth = 14;
const dayWidth = 8;
const gap = 3;

interface Matrix {
  picture: Picture;
  chart: HeatMap;
  column: number;
}

const scales = {
  heat: ['FFFFFF', 'DEE7F5', '8FAADC'],
  warmHeat: ['FFFFFF', 'FBE5D6', 'F4B183'],
} as const;

/** Two pictures, half hours down and weekdays across, and beside them the table that they show. */
export function heatMapSheet(context: Context): Sheet {
  const name = context.names[id];
  const explanation =
    'When chats start, and how many chats agents work on at the same time, by weekday and half hour. The darker, the more.';
  const sheet = framedSheet(context, { name, tabColor: tabColors.analysis, title: name, explanation });
  const rows = context.report.tables[id];
  const matrices = matricesOf(context);
  for (const matrix of matrices) addMatrix(sheet, matrix);
  addTable(sheet, context, rows, (matrices[1]?.column ?? 0) + 8 + 1);
  sheet.rowHeights[headingRow] = 39;
  sheet.frozen = { rows: headingRow, columns: firstColumn };
  sheet.print = { ...sheet.print, orientation: 'portrait', onePage: true, area: printed(matrices) };
  return sheet;
}

function matricesOf({ report }: Context): Matrix[] {
  return [pictures.weekChats(report), pictures.weekConcurrent(report)].flatMap((picture, index) =>
    picture.chart.kind === 'heat-map'
      ? [{ picture, chart: picture.chart, column: firstColumn + 9 * index }]
      : [],
  );
}

function addMatrix(sheet: Sheet, matrix: Matrix): void {
  const { column, picture, chart } = matrix;
  const { markName, rows, columns, tone } = chart;
  const place = (row: number, offset: number) => ({ row: headingRow + row, column: column + offset });
  const captions = [picture.title, ...columns.map(() => null)];
  sheet.cells.push(
    ...captions.map((value, index) => ({ ...place(-1, index), value, style: 'section' as const })),
    ...[markName, ...columns].map((value, index) => ({
      ...place(0, index),
      value,
      style: 'heading.center' as const,
    })),
    ...rows.map((start, index) => ({
      ...place(1 + index, 0),
      value: halfHourRange(start),
      style: 'heat.label' as const,
    })),
    ...matrixCells(matrix),
  );
  sheet.conditions.push({ kind: 'scale', area: matrixArea(matrix), colors: scales[tone] });
  sheet.columnWidths.push(labelWidth, ...columns.map(() => dayWidth), gap);
}

function matrixCells({ picture, chart: { columns, unit }, column }: Matrix): Cell[] {
  const style = unit === 'count' ? 'heat.count' : 'heat.number';
  return picture.marks.map(({ values: [value = null] }, index) => ({
    row: headingRow + 1 + Math.floor(index / columns.length),
    column: column + 1 + (index % columns.length),
    value,
    style,
  }));
}

function matrixArea({ chart: { rows, columns }, column }: Matrix): Area {
  return {
    row: headingRow + 1,
    column: column + 1,
    toRow: headingRow + rows.length,
    toColumn: column + columns.length,
  };
}

function addTable(sheet: Sheet, context: Context, rows: Row[], column: number): void {
  const metrics = catalog[id].columns;
  const columns = metrics.map((metric) => ({ ...tableColumn(context, metric), bar: false }));
  const values = rows.map(cellsOf(metrics));
  sheet.tables.push({ name: 'WeekdayHalfHourlyChats', row: headingRow, column, columns, rows: values });
  sheet.cells.push({ row: headingRow - 1, column, value: 'The same as a table', style: 'section' });
  const link = { sheet: sheet.name, cell: cellRef(headingRow - 1, column) };
  sheet.cells.push({ row: 5, column: firstColumn + 2, value: 'To the table', style: 'link', link });
  sheet.columnWidths.push(...columns.map((one, index) => columnWidth(one, values, index)));
}

function printed(matrices: Matrix[]): Area {
  const last = matrices.at(-1)?.column ?? firstColumn;
  return { row: 1, column: 1, toRow: headingRow + 48, toColumn: last + 7 };
}
