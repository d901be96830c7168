import { isLeft, type Kind } from '../styles.js';
import type { CellValue, TableColumn } from '../workbook.js';

const narrowest = 9;
const widest = 42;
/** Points and characters that the filter button takes, which Excel draws in the lower right corner of a heading. */
const filterButton = { height: 10.5, width: 3 };
/** Headings wrap into no more lines where a wider column can avoid it. */
const mostHeadingLines = 4;

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

const narrow = /[ ',.:;Iijl]/g;
const slim = /[!()\-[\]frt`]/g;
const broad = /[%&@GMNOQUWmw]/g;

/** How wide a text is in bold Calibri, in digits of the column's width; never less than it is. */
function boldWidth(text: string): number {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  return displayWidth(text) - 0.5 * count(narrow) - 0.35 * count(slim) + 0.45 * count(broad);
}

/** Rows of values; a row that is too short has nothing in its last columns. */
type Rows = readonly (readonly CellValue[])[];

/** The width of a table column that shows its values, those of a place in rows, with a wrapped heading: between bounds. */
export function columnWidth(column: TableColumn, rows: Rows, index: number): number {
  const content = contentWidth(column.kind, rows, index);
  const heading = headingWidth(column.heading);
  return Math.min(widest, Math.max(narrowest, content + (isLeft(column.kind) ? 3 : 2), heading));
}

function headingWidth(heading: string): number {
  let width = Math.ceil(Math.max(...heading.split(' ').map(boldWidth)) + 1.5);
  while (width < widest && headingLines(heading, width).length > mostHeadingLines) width += 1;
  return width;
}

const dateWidths: Partial<Record<Kind, number>> = { date: 11, datetime: 19 };

/** The widest of some values: of numbers that is the lowest or the highest. */
function contentWidth(kind: Kind, rows: Rows, index: number): number {
  let width = 0;
  let [least, most] = [Infinity, -Infinity];
  for (const row of rows) {
    const value = row[index];
    const shown = typeof value === 'object' && value !== null ? value.result : value;
    if (typeof shown === 'number') {
      if (shown < least) least = shown;
      if (shown > most) most = shown;
    } else if (shown !== null && shown !== undefined) {
      width = Math.max(width, displayWidth(String(shown).slice(0, widest)));
    }
  }
  if (most < least) return width;
  return Math.max(width, dateWidths[kind] ?? Math.max(numberWidth(kind, least), numberWidth(kind, most)));
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
  return text.split('\n').reduce((lines, line) => lines + linesOf(line, width, displayWidth).length, 0);
}

/** The widths of the lines of a text. */
function linesOf(line: string, width: number, measure: (text: string) => number): number[] {
  const lines = [0];
  for (const word of line.split(' ')) {
    const used = lines.at(-1) ?? 0;
    const length = measure(word);
    if (used > 0 && used + measure(' ') + length <= width) {
      lines[lines.length - 1] = used + measure(' ') + length;
    } else {
      if (used > 0) lines.push(0);
      for (let rest = length; rest > width; rest -= width) lines.splice(-1, 0, width);
      lines[lines.length - 1] = length % width || length;
    }
  }
  return lines;
}

const headingLines = (heading: string, width: number) => linesOf(heading, width - 0.5, boldWidth);

/** Height in points of a heading row whose headings wrap in columns of these widths. */
export function headingHeight(columns: TableColumn[], widths: number[]): number {
  const heights = columns.map(({ heading, kind }, index) => {
    const width = widths[index] ?? narrowest;
    const lines = headingLines(heading, width);
    const beside =
      isLeft(kind) || lines.length === 1 ? (lines.at(-1) ?? 0) + filterButton.width <= width : false;
    return lineHeight(lines.length) + (beside ? 0 : filterButton.height);
  });
  return Math.max(...heights);
}

/** Height in points of a row of so many lines. */
export function lineHeight(lines: number): number {
  return Math.min(409, Math.max(1, lines) * 12.75 + 2.25);
}
