import type { CsvRow } from './csv/csv-rows.js';

/** A file of another kind than CSV, read as a table of text. */
export interface TableRows {
  /** The heading cells, or the keys of the records, as they stand in the file. */
  headings: string[];
  /** The line of the heading, from 1; 0 where the file has none (JSON, Parquet). */
  headingLine: number;
  /** The worksheet, or the key of the JSON list, that the rows come from; null where there is no such thing. */
  sheetName: string | null;
  /**
   * The rows below the heading, some hundred at a time. Every call reads the file anew. A row that cannot be used comes
   * with its reason and without fields; a broken file ends in a UserError.
   */
  rows: () => AsyncGenerator<CsvRow[]>;
  /** What a reader of the report should know about the file; complete once `rows` has ended. */
  notes: string[];
}

/** How many rows a batch holds, about. */
export const batchSize = 500;
