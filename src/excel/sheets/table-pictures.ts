import { catalog } from '../../metrics/catalog.js';
import type { Sheet } from '../workbook.js';
import type { Context } from './context.js';
import { headingRow } from './frame.js';
import type { Picture } from './pictures.js';
import { linkTo, placeBelow, placeBeside, placeInRows } from './place-pictures.js';
import { headingIn, type Contents } from './table-contents.js';
import { overallTableName, tableName, type TableSheetSpec } from './table-spec.js';

/** True where a sheet has a table of overall rows, one for each period. */
export function hasOverallTable({ id, overall }: Contents): boolean {
  return catalog[id].overall?.isPerPeriod === true && overall.length > 0;
}

/** The charts of a sheet: of its table, or of the table of overall rows where it has one. */
export function picturesOf(context: Context, spec: TableSheetSpec, contents: Contents): Picture[] {
  const byPeriod = hasOverallTable(contents);
  const table = byPeriod ? overallTableName : tableName(contents.id);
  const column = (id: string, rows?: number) => ({
    table,
    heading: headingIn(contents, id),
    ...(rows ? { rows } : {}),
  });
  return spec.pictures?.(context, { rows: byPeriod ? contents.overall : contents.detail, column }) ?? [];
}

/** Rows that the charts between two tables take. */
export function roomFor(pictures: readonly Picture[]): number {
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
  const pictures = picturesOf(context, spec, contents);
  if (spec.place === 'beside') return placeBeside(sheet, pictures, next);
  if (!hasOverallTable(contents)) return placeBelow(sheet, pictures, next);
  const row = headingRow + contents.overall.length + 2;
  placeInRows(sheet, pictures, row);
  if (pictures.length > 0) linkTo(sheet, row, 'Chart');
}
