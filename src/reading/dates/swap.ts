import type { DateEvidence } from './evidence.js';
import { isDateCell, isOpen, type DateLayout } from './layout.js';

/** What the date cells and the text cells of a workbook say about a swap of day and month. */
export interface SwapEvidence {
  /** Date cells, and those whose day is 12 or less. */
  dateCells: number;
  dateCellsUpTo12: number;
  /** Dates as text whose order the text leaves open, and those with a day above 12. */
  textCells: number;
  textCellsAbove12: number;
}

/** Counts the date cells and the text cells of a file read day-first. */
export function swapEvidence(layouts: readonly DateLayout[], { read, unread }: DateEvidence): SwapEvidence {
  const evidence = { dateCells: 0, dateCellsUpTo12: 0, textCells: 0, textCellsAbove12: 0 };
  for (const { layout, values, decisive } of read) {
    const found = layouts[layout];
    if (found && isDateCell(found)) {
      evidence.dateCells += values;
      evidence.dateCellsUpTo12 += values - decisive;
    } else if (found && isOpen(found)) {
      evidence.textCells += values;
      evidence.textCellsAbove12 += decisive;
    }
  }
  for (const { readableAs } of unread) evidence.textCells += readableAs.mdy;
  return evidence;
}

/** The signature of the swap: both kinds exist, every text has a day above 12, every date cell one of 12 or less. */
export function isSwapSignature(evidence: SwapEvidence): boolean {
  const { dateCells, dateCellsUpTo12, textCells, textCellsAbove12 } = evidence;
  return dateCells > 0 && textCells > 0 && dateCells === dateCellsUpTo12 && textCells === textCellsAbove12;
}

/** Date cells beside dates as text, without the signature: something happened to the dates, and it is not known what. */
export function isDoubtfulMix({ dateCells, textCells }: SwapEvidence): boolean {
  return dateCells > 0 && textCells > 0;
}
