import { tableArea } from './check-workbook.js';
import { absoluteRef } from './refs.js';
import type { CellValue, TableColumnRef, Workbook } from './workbook.js';

/** What a chart says about a table column: where it is and what it holds now. */
export interface ChartData {
  heading: string;
  headingRef: string;
  valuesRef: string;
  values: (string | number | null)[];
}

/** Finds the cells and the values of a table column. @throws Error for a column that is not in the workbook. */
export function chartData(workbook: Workbook, { table: name, heading }: TableColumnRef): ChartData {
  const sheet = workbook.sheets.find(({ tables }) => tables.some((table) => table.name === name));
  const table = sheet?.tables.find((candidate) => candidate.name === name);
  const index = table?.columns.findIndex((column) => column.heading === heading) ?? -1;
  if (!sheet || !table || index < 0) throw new Error(`a chart needs ${name}[${heading}]`);
  const column = table.column + index;
  const cells = (row: number, toRow: number) =>
    absoluteRef(sheet.name, { row, toRow, column, toColumn: column });
  return {
    heading,
    headingRef: cells(table.row, table.row),
    valuesRef: cells(table.row + 1, tableArea(table).toRow),
    values: table.rows.map((row) => shown(row[index])),
  };
}

function shown(value: CellValue | undefined): string | number | null {
  if (typeof value === 'object' && value !== null) return value.result;
  return typeof value === 'boolean' ? String(value) : (value ?? null);
}
