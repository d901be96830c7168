import { daysInWords } from '../../presentation/report-in-words.js';
import type { ComparedFigure, Comparison } from '../../report/report.js';
import type { Kind, StyleName } from '../styles.js';
import type { CellValue, Sheet } from '../workbook.js';
import { firstColumn } from './frame.js';

/** How a difference of such figures is written: with its sign. */
export function differenceKind(kind: Kind): Kind {
  if (kind === 'rate') return 'points';
  return kind === 'count' ? 'count_change' : 'number_change';
}

/** A formula with the value that it has; nothing where there is no value. */
export function liveDifference(formula: string, result: number | null | undefined): CellValue {
  return typeof result === 'number' ? { formula, result } : null;
}

/** Both figures, and how they differ as formulas over their cells; rates differ by points and have no change of their own. */
export function comparedCells(
  kind: Kind,
  { value, other_value, difference, change_rate }: ComparedFigure,
  [own, other]: readonly [string, string],
): { value: CellValue; style: StyleName }[] {
  return [
    { value, style: `body.${kind}` },
    { value: other_value, style: `body.${kind}` },
    { value: liveDifference(`${own}-${other}`, difference), style: `body.${differenceKind(kind)}` },
    { value: liveDifference(`${own}/${other}-1`, change_rate), style: 'body.change' },
  ];
}

/** The range that a report is compared with, for people. */
export function otherRange({ range_from, range_to }: Comparison): string {
  return daysInWords(range_from, range_to);
}

/** Writes a caption for what is compared; returns the row after it. */
export function addComparedCaption(sheet: Sheet, comparison: Comparison, row: number): number {
  const value = `Compared with ${otherRange(comparison)}`;
  sheet.cells.push({ row, column: firstColumn, value, style: 'section' });
  return row + 1;
}
