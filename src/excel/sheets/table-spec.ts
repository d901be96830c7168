import type { TableId } from '../../metrics/catalog.js';
import type { PictureName } from '../../pictures/pictures.js';
import type { Sheet } from '../workbook.js';
import type { Context } from './context.js';

/** What a sheet with one metric table shows beside what the catalog says of the table. */
export interface TableSheetSpec {
  id: TableId;
  explanation: string;
  /** Its charts: beside a narrow table, below a wide one, or between a table of overall rows and the other. */
  pictures?: readonly PictureName[];
  place?: 'beside' | 'below';
  /** Prints all on one page. */
  onePage?: boolean;
  /** Adds what stands between the table and the charts, from a row on; returns the row after it. */
  below?: (sheet: Sheet, context: Context, start: number) => number;
}

/** Name of the Excel table of a metric table. */
export function tableName(id: TableId): string {
  return id.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** Name of the Excel table of all agents, where each period has a row of them. */
export const overallTableName = 'AllAgentsByPeriod';
