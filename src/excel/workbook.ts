import type { Kind, StyleName } from './styles.js';

/**
 * A workbook as plain data, without any library: what `write.ts` turns into bytes. Rows and columns count from 1, as
 * Excel shows them. Dates are serial numbers (see `serial.ts`) in a cell whose style is a date.
 */
export interface Workbook {
  properties: Properties;
  sheets: Sheet[];
}

export interface Properties {
  title: string;
  subject: string;
  description: string;
  /** `YYYY-MM-DD`; stands in the file as created and modified, so that equal input gives equal bytes. */
  created: string;
}

/** A formula without its `=`, with the value that it has now. Only our own code makes one, never text from the data. */
export interface Formula {
  formula: string;
  result: number | string;
}

/** null leaves the cell empty; strings are always text, whatever they look like. */
export type CellValue = string | number | boolean | null | Formula;

export interface Link {
  sheet: string;
  /** `A1` style reference. */
  cell: string;
}

export interface Cell {
  row: number;
  column: number;
  value: CellValue;
  style: StyleName;
  link?: Link;
  note?: string;
}

export interface TableColumn {
  heading: string;
  kind: Kind;
  /** Shown when the pointer rests on the heading. */
  note?: string;
  /** Draws a bar behind each number, from 0. */
  bar?: boolean;
  /** Draws an arrow before each number: up, down, or level where it is shown as 0. */
  arrows?: boolean;
  /** Colours each cell by its number. */
  scale?: Scale;
  /** Makes figures of few cases grey italics: the table's columns with n (the smallest counts), and a cell's name. */
  few?: { n: readonly string[]; below: string };
}

/** Colours for low, middle and high numbers between two numbers, `RRGGBB`, in steps; the middle step has none. */
export interface Scale {
  low: string;
  high: string;
  between: readonly [number, number];
}

/** A real Excel table with its heading row at `row`: filter, banding, a name for formulas and pivots. */
export interface Table {
  name: string;
  row: number;
  column: number;
  columns: TableColumn[];
  /** Values in the order of `columns`. A table without rows is written with one empty row, as Excel demands. */
  rows: CellValue[][];
}

export interface Area {
  row: number;
  column: number;
  toRow: number;
  toColumn: number;
}

/** A format of cells outside a table's columns that depends on values; of those that meet in a cell the first wins. */
export type Condition =
  /** Colours from the lowest to the highest number, `RRGGBB`: two, or three with the median in the middle. */
  | { kind: 'scale'; area: Area; colors: readonly string[] }
  /** Grey italics where the formula, written for the first cell of the area, is true. */
  | { kind: 'faint'; area: Area; formula: string };

/** A name for a cell, for formulas anywhere in the workbook. */
export interface CellName {
  name: string;
  row: number;
  column: number;
}

/** One column of a table, anywhere in the workbook. */
export interface TableColumnRef {
  table: string;
  heading: string;
}

export interface ChartSeries {
  values: TableColumnRef;
  /** `RRGGBB`. */
  color: string;
  /** Writes each number beside its bar or point. */
  labels?: boolean;
  /** Columns that are drawn open, counted from 0. */
  open?: readonly number[];
}

/**
 * Series of one kind on one value axis. A second group makes a combination chart: it is drawn over the first, on an axis
 * of its own. Groups of horizontal bars stand alone: the first row is on top.
 */
export interface ChartGroup {
  kind: 'column' | 'bar' | 'line';
  stacked?: boolean;
  /** Where the value axis stands: on the left by default, on the right for a second group. */
  axis?: 'left' | 'right' | 'hidden';
  /** Number format of the value axis and of labels. */
  axisFormat: string;
  axisTitle?: string;
  /** 0 by default. */
  axisMin?: number;
  axisMax?: number;
  /** Distance of the axis labels. */
  axisStep?: number;
  /** Room between columns in percent of their width, 40 by default; columns without room make an area. */
  gap?: number;
  series: ChartSeries[];
}

export interface Chart {
  title: string;
  /** Smaller, under the title. */
  subtitle?: string;
  /** What the picture shows, for those who cannot see it. */
  altText: string;
  /** Cells that the chart covers. */
  area: Area;
  categories: TableColumnRef;
  /** Writes every n-th category only. */
  labelEvery?: number;
  groups: ChartGroup[];
}

export interface PrintSetup {
  orientation: 'landscape' | 'portrait';
  /** Rows repeated on every page: the first and the last of them. */
  titleRows?: [number, number];
  /** Printed part of the sheet; everything where missing. */
  area?: Area;
  /** One page in all, not only one page wide. */
  onePage?: boolean;
  /** Rows before which a new page begins. */
  breaks?: number[];
  /** Left side of the footer; the right side has the page number. */
  footer: string;
}

export interface Sheet {
  name: string;
  /** `RRGGBB`. */
  tabColor: string;
  /** Widths in characters, from column A on. */
  columnWidths: number[];
  /** Heights in points by row; other rows have Excel's default. */
  rowHeights: Record<number, number>;
  cells: Cell[];
  tables: Table[];
  merges: Area[];
  conditions: Condition[];
  charts: Chart[];
  names?: CellName[];
  /** Number of rows and columns that stay in view. */
  frozen?: { rows: number; columns: number };
  print: PrintSetup;
}
