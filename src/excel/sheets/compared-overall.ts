import { catalog } from '../../metrics/catalog.js';
import type { Metric } from '../../metrics/metric.js';
import { headingOf } from '../../metrics/wording.js';
import { rangeDaysInWords } from '../../presentation/report-in-words.js';
import type { ComparedFigure } from '../../report/report.js';
import { cellRef } from '../refs.js';
import { isLeft, type StyleName } from '../styles.js';
import type { Sheet } from '../workbook.js';
import { kinds } from './columns.js';
import { addComparedCaption, comparedCells, otherRange } from './compared-parts.js';
import type { Context } from './context.js';
import { firstColumn } from './frame.js';
import { headingHeight } from './widths.js';

/**
 * Writes the overall figures of both ranges and how they differ, each under the heading that it has in the sheet's table;
 * `label` is the column that says which line is which. Nothing where no range is compared.
 */
export function addComparedOverall(table: ComparedFigure['table'], label: string) {
  return (sheet: Sheet, context: Context, start: number): number => {
    const { comparison } = context.report;
    if (!comparison) return start;
    const row = addComparedCaption(sheet, comparison, start);
    const lines = [rangeDaysInWords(context.report), otherRange(comparison), 'Difference', 'Change'];
    const overall = comparison.figures.filter((figure) => figure.table === table && figure.agent === null);
    catalog[table].columns.forEach((metric, index) => {
      const figure = overall.find((one) => one.metric === metric.id);
      const column = firstColumn + index;
      const heading = figure ? headingOf(metric, context.wording) : metric.id === label ? 'Range' : '';
      sheet.cells.push({ row, column, value: heading, style: headingStyle(metric) });
      const refs = [cellRef(row + 1, column), cellRef(row + 2, column)] as const;
      const cells = figure && comparedCells(kinds[metric.unit], figure, refs);
      lines.forEach((line, place) => {
        const text = { value: metric.id === label ? line : null, style: 'body.text' } as const;
        sheet.cells.push({ row: row + 1 + place, column, ...(cells?.[place] ?? text) });
      });
    });
    sheet.rowHeights[row] = heightOf(sheet, context, table);
    return row + lines.length + 2;
  };
}

function heightOf(sheet: Sheet, { wording }: Context, table: ComparedFigure['table']): number {
  const columns = catalog[table].columns.map((metric) => ({
    heading: headingOf(metric, wording),
    kind: kinds[metric.unit],
  }));
  return headingHeight(columns, sheet.columnWidths.slice(firstColumn - 1));
}

const headingStyle = ({ unit }: Metric): StyleName =>
  isLeft(kinds[unit]) ? 'heading.left' : 'heading.right';
