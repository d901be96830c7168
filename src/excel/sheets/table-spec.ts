import type { TableId } from '../../metrics/catalog.js';
import type { PictureName } from '../../pictures/pictures.js';
import type { Row } from '../../report/report.js';
import type { Sheet } from '../workbook.js';
import type { Context } from './context.js';

/** What a sheet with one metric table is to show. */
export interface TableSheetSpec {
  id: TableId;
  /** Name of the Excel table. */
  tableName: string;
  /** Name of the table of overall rows, where a sheet has one for each period. */
  overallTableName?: string;
  tabColor: string;
  explanation: string;
  /** Columns that say what a row is about: they stay in view. */
  leading: number;
  /** First cell of the overall row. */
  overallLabel: string;
  /** Tells a row over everything from the rows of the table. */
  isOverall: (row: Row) => boolean;
  /** Puts live totals over the columns that add up, where the report has no overall row. */
  totals?: boolean;
  /** Said below a table that has no rows. */
  whenEmpty: string;
  /** Captions over runs of columns, by the first column of each. */
  groups?: Record<string, string>;
  /** Its charts: beside a narrow table, below a wide one, or between a table of overall rows and the other. */
  pictures?: readonly PictureName[];
  place?: 'beside' | 'below';
  /** Prints all on one page. */
  onePage?: boolean;
  /** Adds what stands between the table and the charts, from a row on; returns the row after it. */
  below?: (sheet: Sheet, context: Context, start: number) => number;
}
