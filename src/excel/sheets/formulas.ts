import { catalog, type TableId } from '../../metrics/catalog.js';
import type { Made } from '../../metrics/metric.js';
import type { CellValue } from '../workbook.js';
import { reportDays } from './names.js';

/** Refers to a column by the id of its metric: to the cell in the formula's own row, or to all cells of the table. */
export type Reference = (id: string) => string;

/** The figures of a table that are made from others in their row, by metric, as formulas without their `=`. */
export function rowFormulas(id: TableId, own: Reference, whole: Reference): Map<string, string> {
  return new Map(
    catalog[id].columns.flatMap((metric) =>
      metric.made ? [[metric.id, formulaOf(metric.made, own, whole)]] : [],
    ),
  );
}

function formulaOf(made: Made, own: Reference, whole: Reference): string {
  if ('sum' in made) return made.sum.map(own).join('+');
  if ('ratio' in made) return made.ratio.map(own).join('/');
  if ('perHour' in made) return `${own(made.perHour[0])}/(${own(made.perHour[1])}*24)`;
  if ('perDay' in made) return `${own(made.perDay)}/${reportDays}`;
  if ('shareOf' in made) return `${own(made.shareOf)}/SUM(${whole(made.shareOf)})`;
  // the row of the period that ends where this one begins, wherever it stands after sorting
  const { changeOf } = made;
  return `${own(changeOf)}/SUMIFS(${whole(changeOf)},${whole('period_end')},${own('period_start')})-1`;
}

/** A value with the formula that makes it; what cannot be measured stays empty. */
export function live(value: CellValue, formula: string | undefined): CellValue {
  return formula !== undefined && typeof value === 'number' ? { formula, result: value } : value;
}

/** A column of a table as it stands in a formula; `#This Row` is the formula's own row. */
export function structured(table: string, heading: string, ownRow = false): string {
  const column = heading.replace(/['#[\]@]/g, "'$&");
  return ownRow ? `${table}[[#This Row],[${column}]]` : `${table}[[${column}]]`;
}
