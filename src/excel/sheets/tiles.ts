import { changeInWords, nothing, type Change } from '../../presentation/figures.js';
import { keyFigures, type KeyFigure } from '../../presentation/key-figures.js';
import type { Cell, Sheet } from '../workbook.js';
import { kinds } from './columns.js';
import type { Context } from './context.js';
import { firstColumn } from './frame.js';

/** First and last column of each tile of a row. */
const places: readonly (readonly [number, number])[] = [
  [firstColumn, firstColumn],
  [firstColumn + 1, firstColumn + 2],
  [firstColumn + 3, firstColumn + 4],
  [firstColumn + 5, firstColumn + 6],
];
/** Label, number over two rows, change, detail; then a gap. */
const tileRows = 5;

/** Draws the key figures as tiles, four a row; returns the row after them. */
export function addTiles(sheet: Sheet, { report }: Context, row: number): number {
  const figures = keyFigures(report);
  figures.forEach((figure, index) => {
    const [column, toColumn] = places[index % places.length] ?? [firstColumn, firstColumn];
    const line = Math.floor(index / places.length);
    addTile(sheet, figure, { row: row + line * (tileRows + 1), column, toColumn });
  });
  return row + Math.ceil(figures.length / places.length) * (tileRows + 1);
}

function addTile(
  sheet: Sheet,
  { label, meaning, value, shown, unit, detail, change }: KeyFigure,
  place: { row: number; column: number; toColumn: number },
): void {
  const { row, column, toColumn } = place;
  const number = `tile.${kinds[unit]}` as const;
  const left: Cell[] = [
    { row, column, value: label, style: 'tile.label', note: meaning },
    { row: row + 1, column, value: unit === 'seconds' ? shown : (value ?? nothing), style: number },
    { row: row + 2, column, value: null, style: number },
    { row: row + 3, column, value: change && changeLine(change), style: 'tile.change' },
    { row: row + 4, column, value: detail, style: 'tile.detail' },
  ];
  sheet.cells.push(...left);
  for (let line = row; line < row + tileRows; line++) {
    for (let across = column + 1; across <= toColumn; across++) {
      sheet.cells.push({ row: line, column: across, value: null, style: 'tile.fill' });
    }
  }
  sheet.merges.push({ row: row + 1, column, toRow: row + 2, toColumn });
}

/** The arrow and the sign say the direction, so that it does not hang on a colour. */
function changeLine(change: Change): string {
  const words = changeInWords(change);
  const arrow = words.startsWith('+') ? '▲' : words.startsWith('-') ? '▼' : '=';
  return `${arrow} ${words}`;
}
