import type { Sheet } from '../workbook.js';

/** Points of an A4 page within the margins, on its long and its short side. */
const page = { long: 784, short: 510 } as const;
const characterWidth = 5.3;
const rowHeight = 15;

/** How many pages the rows of a sheet take that is printed one page wide, roughly; landscape. */
export function pageHeight(sheet: Sheet, fromRow: number, toRow: number): number {
  const width = sheet.columnWidths.reduce((sum, one) => sum + one, 0) * characterWidth;
  const scale = Math.min(1, page.long / width);
  let height = 0;
  for (let row = fromRow; row <= toRow; row++) height += sheet.rowHeights[row] ?? rowHeight;
  return (height * scale) / page.short;
}
