import { catalog } from '../../metrics/catalog.js';
import type { Sheet } from '../workbook.js';
import type { Context } from './context.js';
import { drawPicture, type DrawnChart } from './draw-picture.js';
import { headingRow } from './frame.js';
import { linkTo, placeBelow, placeBeside, placeInRows, placeTables } from './place-charts.js';
import type { Contents } from './table-contents.js';
import type { TableSheetSpec } from './table-spec.js';

/** True where a sheet has a table of overall rows, one for each period. */
export function hasOverallTable({ id, overall }: Contents): boolean {
  return catalog[id].overall?.isPerPeriod === true && overall.length > 0;
}

/** The charts of a sheet. */
export function chartsOf({ report }: Context, { pictures = [] }: TableSheetSpec): DrawnChart[] {
  return pictures.flatMap((name) => drawPicture(report, name));
}

/** Rows that the charts between two tables take. */
export function roomFor(charts: readonly DrawnChart[]): number {
  return charts.length > 0 ? Math.max(...charts.map(({ height }) => height)) + 1 : 0;
}

/** Draws the charts of a sheet whose columns have their widths; `next` is the first free row. */
export function addCharts(
  context: Context,
  sheet: Sheet,
  spec: TableSheetSpec,
  contents: Contents,
  next: number,
): void {
  const charts = chartsOf(context, spec);
  if (charts.length === 0) return;
  if (spec.place === 'beside') return placeTables(sheet, charts, Math.max(placeBeside(sheet, charts), next));
  if (!hasOverallTable(contents)) return placeTables(sheet, charts, placeBelow(sheet, charts, next));
  const row = headingRow + contents.overall.length + 2;
  placeInRows(sheet, charts, row);
  placeTables(sheet, charts, next);
  linkTo(sheet, row, 'Chart');
}
