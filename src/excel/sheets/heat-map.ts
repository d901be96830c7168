import { catalog } from '../../metrics/catalog.js';
import { halfHourRange, weekdays } from '../../presentation/half-hours.js';
import type { Row } from '../../report/report.js';
import { cellRef } from '../refs.js';
import type { Area, Cell, Sheet } from '../workbook.js';
import { cellsOf, tableColumn } from './columns.js';
import { tabColors, type Context } from './context.js';
import { firstColumn, framedSheet, headingRow } from './frame.js';
import { columnWidth } from './widths.js';

const id = 'weekday_half_hourly_chats';
const halfHours = Array.from(
  { length: 48 },
  (_, index) => `${String(index >> 1).padStart(2, '0')}:${index % 2 ? '30' : '00'}`,
);
const labelWidth = 14;
const dayWidth = 8;
const gap = 3;

interface Matrix {
  caption: string;
  metric: string;
  style: 'heat.count' | 'heat.number';
  colors: readonly string[];
  column: number;
}

/** Two pictures, half hours down and weekdays across, and beside them the table that they show. */
export function heatMapSheet(context: Context): Sheet {
  const name = context.names[id];
  const explanation =
    'When chats start, and how many chats agents work on at the same time, by weekday and half hour. The darker, the more.';
  const sheet = framedSheet(context, { name, tabColor: tabColors.analysis, title: name, explanation });
  const rows = context.report.tables[id];
  const matrices = matricesOf();
  for (const matrix of matrices) addMatrix(sheet, matrix, rows);
  addTable(sheet, context, rows, (matrices[1]?.column ?? 0) + 8 + 1);
  sheet.rowHeights[headingRow] = 39;
  sheet.frozen = { rows: headingRow, columns: firstColumn };
  sheet.print = { ...sheet.print, orientation: 'portrait', onePage: true, area: printed(matrices) };
  return sheet;
}

function matricesOf(): Matrix[] {
  return [
    {
      caption: 'Chats that start',
      metric: 'chats',
      style: 'heat.count',
      colors: ['FFFFFF', 'DEE7F5', '8FAADC'],
      column: firstColumn,
    },
    {
      caption: 'Chats with agents at the same time, on average',
      metric: 'concurrent_chats_avg',
      style: 'heat.number',
      colors: ['FFFFFF', 'FBE5D6', 'F4B183'],
      column: firstColumn + 9,
    },
  ];
}

function addMatrix(sheet: Sheet, matrix: Matrix, rows: Row[]): void {
  const { column, caption } = matrix;
  sheet.cells.push({ row: headingRow - 1, column, value: caption, style: 'section' });
  for (let day = 1; day < 8; day++)
    sheet.cells.push({ row: headingRow - 1, column: column + day, value: null, style: 'section' });
  sheet.cells.push({ row: headingRow, column, value: 'Half Hour', style: 'heading.center' });
  weekdays.forEach((day, index) => {
    sheet.cells.push({
      row: headingRow,
      column: column + 1 + index,
      value: day.slice(0, 3),
      style: 'heading.center',
    });
  });
  halfHours.forEach((start, index) => {
    sheet.cells.push({
      row: headingRow + 1 + index,
      column,
      value: halfHourRange(start),
      style: 'heat.label',
    });
  });
  sheet.cells.push(...matrixCells(matrix, rows));
  sheet.conditions.push({ kind: 'scale', area: matrixArea(matrix), colors: matrix.colors });
  sheet.columnWidths.push(labelWidth, ...weekdays.map(() => dayWidth), gap);
}

function matrixCells({ metric, style, column }: Matrix, rows: Row[]): Cell[] {
  return rows.map((row) => ({
    row: headingRow + 1 + halfHours.indexOf(String(row['half_hour'])),
    column: column + Number(row['weekday']),
    value: row[metric] ?? null,
    style,
  }));
}

function matrixArea({ column }: Matrix): Area {
  return { row: headingRow + 1, column: column + 1, toRow: headingRow + 48, toColumn: column + 7 };
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
