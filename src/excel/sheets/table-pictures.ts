import type { Sheet } from '../workbook.js';
import type { Context } from './context.js';
import { drawPicture, type DrawnPicture } from './draw-picture.js';
import { headingRow } from './frame.js';
import { linkTo, placeBelow, placeBeside, placeInRows, placeTables } from './place-pictures.js';
import type { Contents } from './table-contents.js';
import type { TableSheetSpec } from './table-spec.js';

/** True where a sheet has a table of overall rows, one for each period. */
export function hasOverallTable({ overallTableName }: TableSheetSpec, { overall }: Contents): boolean {
  return overallTableName !== undefined && overall.length > 0;
}

/** The charts of a sheet. */
export function picturesOf({ report }: Context, { pictures = [] }: TableSheetSpec): DrawnPicture[] {
  return pictures.flatMap((name) => drawPicture(report, name));
}

/** Rows that the charts between two tables take. */
export function roomFor(pictures: readonly DrawnPicture[]): number {
  return pictures.length > 0 ? Math.max(...pictures.map(({ height }) => height)) + 1 : 0;
}

/** Draws the charts of a sheet whose columns have their widths; `next` is the first free row. */
export function addPictures(
  context: Context,
  sheet: Sheet,
  spec: TableSheetSpec,
  contents: Contents,
  next: number,
): void {
  const pictures = picturesOf(context, spec);
  if (spec.place === 'beside') return placeBeside(sheet, pictures, next);
  if (!hasOverallTable(spec, contents)) return placeBelow(sheet, pictures, next);
  const row = headingRow + contents.overall.length + 2;
  placeInRows(sheet, pictures, row);
  placeTables(sheet, pictures, next);
  if (pictures.length > 0) linkTo(sheet, row, 'Chart');
}
