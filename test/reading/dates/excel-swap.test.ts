import { describe, expect, it } from 'vitest';
import { isDoubtfulMix, isSwapSignature, type SwapEvidence } from '../../../src/reading/dates/swap.js';

const asExcelSwaps: SwapEvidence = {
  dateCells: 40,
  dateCellsUpTo12: 40,
  textCells: 60,
  textCellsAbove12: 60,
};

describe('Excel swapped day and month', () => {
  it('where every date cell has a day of 12 or less, and every date as text one above', () => {
    expect(isSwapSignature(asExcelSwaps)).toBe(true);
  });

  it.each<[string, Partial<SwapEvidence>]>([
    ['one date cell has a day above 12', { dateCellsUpTo12: 39 }],
    ['one date as text has a day of 12 or less', { textCellsAbove12: 59 }],
    ['no date is a date cell', { dateCells: 0, dateCellsUpTo12: 0 }],
    ['no date is text', { textCells: 0, textCellsAbove12: 0 }],
  ])('but not where %s', (_, otherwise) => {
    expect(isSwapSignature({ ...asExcelSwaps, ...otherwise })).toBe(false);
  });
});

it('date cells beside dates as text are doubtful, one kind alone is not', () => {
  expect(isDoubtfulMix({ ...asExcelSwaps, dateCellsUpTo12: 20 })).toBe(true);
  expect(isDoubtfulMix({ ...asExcelSwaps, dateCells: 0, dateCellsUpTo12: 0 })).toBe(false);
  expect(isDoubtfulMix({ ...asExcelSwaps, textCells: 0, textCellsAbove12: 0 })).toBe(false);
});
