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
  result: number;
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

/** Colours from the lowest to the highest number of an area: two, or three with the median in the middle. `RRGGBB`. */
export interface ColorScale {
  area: Area;
  colors: readonly string[];
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
}

/** Series of one kind on one axis. A second group makes a combination chart, its axis on the right. */
export interface ChartGroup {
  kind: 'column' | 'bar' | 'line';
  stacked?: boolean;
  /** Number format of the value axis. */
  axisFormat: string;
  axisMax?: number;
  series: ChartSeries[];
}

export interface Chart {
  title: string;
  /** What the picture shows, for those who cannot see it. */
  altText: string;
  /** Cells that the chart covers. */
  area: Area;
  categories: TableColumnRef;
  /** Number format of the categories where they are dates. */
  categoryFormat?: string;
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
  colorScales: ColorScale[];
  charts: Chart[];
  /** Number of rows and columns that stay in view. */
  frozen?: { rows: number; columns: number };
  print: PrintSetup;
}
