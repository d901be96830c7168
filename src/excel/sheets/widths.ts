import { isLeft, type Kind } from '../styles.js';
import type { CellValue, TableColumn } from '../workbook.js';

const narrowest = 9;
const widest = 42;
/** Room for the filter button, which Excel draws in the lower right corner of a heading. */
const filterButton = 11;

/** How many columns of a fixed-width font a text takes: East Asian characters and emoji count twice. */
function displayWidth(text: string): number {
  if (/^[\x20-\x7E]*$/.test(text)) return text.length;
  let width = 0;
  for (const character of text)
    width +=
      /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u.test(
        character,
      )
        ? 2
        : 1;
  return width;
}

/** The width of a table column that shows all its values, with a wrapped heading: between bounds. */
export function columnWidth(column: TableColumn, values: Iterable<CellValue | undefined>): number {
  let content = 0;
  for (const value of values) content = Math.max(content, shownWidth(column.kind, value));
  const words = column.heading.split(' ').map(displayWidth);
  const heading = Math.max(...words, Math.ceil(displayWidth(column.heading) / 4)) + 2;
  return Math.min(widest, Math.max(narrowest, content + (isLeft(column.kind) ? 3 : 2), heading));
}

const dateWidths: Partial<Record<Kind, number>> = { date: 11, datetime: 19 };

function shownWidth(kind: Kind, value: CellValue | undefined): number {
  const shown = typeof value === 'object' && value !== null ? value.result : value;
  if (shown === null || shown === undefined) return 0;
  if (typeof shown !== 'number') return displayWidth(String(shown).slice(0, widest));
  return dateWidths[kind] ?? numberWidth(kind, shown);
}

const decimals: Partial<Record<Kind, number>> = {
  rate: 0,
  change: 1,
  seconds: 2,
  score: 3,
  number: 3,
  duration: 6,
};

function numberWidth(kind: Kind, value: number): number {
  const whole = Math.trunc(
    Math.abs(kind === 'duration' ? value * 24 : kind === 'rate' ? value * 100 : value),
  );
  const digits = String(whole).length;
  const separators = kind === 'duration' ? 0 : Math.floor((digits - 1) / 3);
  return (
    digits +
    separators +
    (decimals[kind] ?? 0) +
    (kind === 'rate' || kind === 'change' ? 3 : 0) +
    (value < 0 ? 1 : 0)
  );
}

/** Lines that a text takes when wrapped at spaces in a cell of this width. */
export function wrappedLines(text: string, width: number): number {
  return text.split('\n').reduce((lines, line) => lines + linesOf(line, width), 0);
}

function linesOf(line: string, width: number): number {
  let lines = 1;
  let used = 0;
  for (const word of line.split(' ')) {
    const length = displayWidth(word);
    const fits = used === 0 || used + 1 + length <= width;
    lines += (fits ? 0 : 1) + Math.max(0, Math.ceil(length / width) - 1);
    used = fits && used > 0 ? used + 1 + length : length;
  }
  return lines;
}

/** Height in points of a heading row whose headings wrap in columns of these widths. */
export function headingHeight(columns: TableColumn[], widths: number[]): number {
  const lines = columns.map(({ heading }, index) => wrappedLines(heading, widths[index] ?? narrowest));
  const roomy = columns.every(
    ({ heading }, index) => displayWidth(heading) + 5 <= (widths[index] ?? narrowest),
  );
  return lineHeight(Math.max(...lines)) + (roomy ? 0 : filterButton);
}

/** Height in points of a row of so many lines. */
export function lineHeight(lines: number): number {
  return Math.min(409, Math.max(1, lines) * 12.75 + 2.25);
}
