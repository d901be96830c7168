import type { Sheet, TableColumn, CellValue } from '../workbook.js';
import { firstColumn } from './frame.js';
import { pageHeight } from './pages.js';
import { headingHeight, lineHeight, wrappedLines } from './widths.js';

/** Longer texts are cut off in view, not in the cell. */
const mostLines = 4;

/** Writes blocks one below the other on a sheet whose column widths are set. */
export class Blocks {
  private row: number;
  /** First and last row of what a page should not cut. */
  private readonly whole: [from: number, to: number][] = [];

  constructor(
    private readonly sheet: Sheet,
    start: number,
  ) {
    this.row = start;
  }

  /** A caption with a rule under it, over so many columns. */
  section(caption: string, columns: number): void {
    for (let index = 0; index < columns; index++) {
      const value = index === 0 ? caption : null;
      this.sheet.cells.push({ row: this.row, column: firstColumn + index, value, style: 'section' });
    }
    this.row += 1;
  }

  /** A grey text over the whole width of the sheet. */
  remark(text: string): void {
    const widths = this.sheet.columnWidths.slice(firstColumn - 1);
    const width = widths.reduce((sum, one) => sum + one, 0);
    this.cell(0, text, 'remark.wrapped');
    this.sheet.merges.push({
      row: this.row,
      column: firstColumn,
      toRow: this.row,
      toColumn: firstColumn + widths.length - 1,
    });
    this.sheet.rowHeights[this.row] = lineHeight(wrappedLines(text, width));
    this.row += 1;
  }

  /** A label and a text that wraps. */
  pair(label: string, text: string): void {
    this.cell(0, label, 'label');
    this.cell(1, text, 'text');
    this.sheet.rowHeights[this.row] = lineHeight(wrappedLines(text, this.widthOf(1)));
    this.row += 1;
  }

  /** A label and a number; strong for a sum. */
  count(label: string, value: CellValue, strong = false): void {
    this.cell(0, label, strong ? 'text.strong' : 'label');
    this.cell(1, value, strong ? 'text.strong.count' : 'text.count');
    this.row += 1;
  }

  /** A label and a number that may be changed. */
  number(label: string, value: number): void {
    this.cell(0, label, 'label');
    this.cell(1, value, 'input');
    this.row += 1;
  }

  /** A real table; `prose` columns wrap. */
  table(name: string, columns: TableColumn[], rows: CellValue[][]): void {
    this.sheet.tables.push({ name, row: this.row, column: firstColumn, columns, rows });
    this.sheet.rowHeights[this.row] = headingHeight(columns, this.sheet.columnWidths.slice(firstColumn - 1));
    rows.forEach((values, index) => {
      const lines = Math.max(...values.map((value, column) => this.linesOf(columns[column], value, column)));
      this.sheet.rowHeights[this.row + 1 + index] = lineHeight(Math.min(lines, mostLines));
    });
    const above = this.sheet.cells.some(({ row, style }) => row === this.row - 1 && style === 'section');
    this.whole.push([above ? this.row - 1 : this.row, this.row + Math.max(1, rows.length)]);
    this.row += 1 + Math.max(1, rows.length);
  }

  /** Begins a page with each table that would be cut and fits on one. */
  breakPages(): void {
    const breaks: number[] = [];
    for (const [from, to] of this.whole) {
      const cut = pageHeight(this.sheet, breaks.at(-1) ?? 1, to) > 1;
      if (cut && pageHeight(this.sheet, from, to) <= 1) breaks.push(from);
    }
    this.sheet.print.breaks = breaks;
  }

  /** An empty row. */
  gap(): void {
    this.row += 1;
  }

  /** Where the next block begins. */
  get next(): number {
    return this.row;
  }

  private cell(offset: number, value: CellValue, style: Sheet['cells'][number]['style']): void {
    this.sheet.cells.push({ row: this.row, column: firstColumn + offset, value, style });
  }

  private linesOf(column: TableColumn | undefined, value: CellValue, index: number): number {
    return column?.kind === 'prose' && typeof value === 'string'
      ? wrappedLines(value, this.widthOf(index))
      : 1;
  }

  private widthOf(offset: number): number {
    return (this.sheet.columnWidths[firstColumn - 1 + offset] ?? 10) - 1;
  }
}
