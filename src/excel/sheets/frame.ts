import { shortened } from '../../options/shortened.js';
import type { Cell, Sheet } from '../workbook.js';
import type { Context } from './context.js';
import {
  filesInWords,
  filterInWords,
  rangeInWords,
  zoneInWords,
} from '../../presentation/report-in-words.js';
import { lineHeight, wrappedLines } from './widths.js';

/** The row of every sheet's first table heading; the row above it is the overall row. */
export const headingRow = 7;
/** Column A is a margin; everything starts in B. */
export const firstColumn = 2;

export interface FrameParts {
  name: string;
  tabColor: string;
  title: string;
  /** What the sheet shows, one or two sentences. */
  explanation: string;
}

/** A sheet with its title, what it shows, what it is about, and the way back. */
export function framedSheet(context: Context, { name, tabColor, title, explanation }: FrameParts): Sheet {
  return {
    name,
    tabColor,
    columnWidths: [2],
    rowHeights: { 1: 8, 2: 27 },
    cells: [
      { row: 2, column: firstColumn, value: title, style: 'title' },
      { row: 3, column: firstColumn, value: explanation, style: 'remark' },
      { row: 4, column: firstColumn, value: aboutLine(context), style: 'subtitle' },
      ...backLink(context, name),
    ],
    tables: [],
    merges: [],
    conditions: [],
    charts: [],
    print: { orientation: 'landscape', footer: filesInWords(context.report) },
  };
}

/** Characters of usual text that fit where one digit does. */
const proportional = 1.13;

/** Wraps the explanation of a sheet whose columns have their widths, where it is longer than they are wide. */
export function wrapExplanation(sheet: Sheet): void {
  const cell = sheet.cells.find(({ row, column }) => row === 3 && column === firstColumn);
  const width = sheet.columnWidths.slice(firstColumn - 1).reduce((sum, one) => sum + one, 0);
  const lines = typeof cell?.value === 'string' ? wrappedLines(cell.value, width * proportional) : 0;
  if (!cell || lines < 2) return;
  cell.style = 'remark.wrapped';
  sheet.merges.push({ row: 3, column: firstColumn, toRow: 3, toColumn: sheet.columnWidths.length });
  sheet.rowHeights[3] = lineHeight(lines);
}

function aboutLine({ report }: Context): string {
  const filter = filterInWords(report);
  const parts = [
    rangeInWords(report),
    zoneInWords(report),
    filter && `only ${shortened(filter, 60)}`,
    filesInWords(report),
  ];
  return parts.filter(Boolean).join('  |  ');
}

function backLink({ names }: Context, name: string): Cell[] {
  if (name === names.summary) return [];
  const link = { sheet: names.summary, cell: 'A1' };
  return [{ row: 5, column: firstColumn, value: `Back to ${names.summary}`, style: 'link', link }];
}
