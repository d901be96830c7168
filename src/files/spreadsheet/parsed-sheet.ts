import type { Merge } from '../merged-cells.js';

/** Files of other spreadsheets than today's Excel that a library reads. */
export const spreadsheetKinds = ['xls', 'xlsb', 'ods', 'fods', 'xml_2003', 'html_table'] as const;
export type SpreadsheetKind = (typeof spreadsheetKinds)[number];

/** The cells of a row that are not empty, as text. */
export interface ParsedRow {
  /** From 1. */
  line: number;
  columns: number[];
  texts: string[];
}

/** A sheet as it was read whole: its rows that are not blank, and the cells that are merged downwards. */
export interface ParsedSheet {
  name: string;
  isHidden: boolean;
  rows: ParsedRow[];
  merges: Merge[];
}

/** Reads all sheets of a file; what goes wrong is an Error of the library. */
export type ParseSpreadsheet = (
  content: Uint8Array | string,
  kind: SpreadsheetKind,
) => Promise<ParsedSheet[]>;
