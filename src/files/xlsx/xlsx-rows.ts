import { sheetTables, type SheetTables, type SheetsOptions } from '../sheet-tables.js';
import type { SourceFile } from '../source.js';
import { mergesOf } from './merged-cells.js';
import { sheetRows } from './sheet-rows.js';
import { partBytes } from './workbook-package.js';
import { openWorkbook } from './workbook.js';

/**
 * The rows of a workbook's sheets as text: numbers in shortest form, dates as `2021-02-01 10:05:00`, durations as `H:MM:SS`,
 * errors and formulas without a result as ''. Errors: `unknown_sheet`, `no_heading`, and those of a workbook that cannot be
 * read (`broken_workbook`, `broken_archive`, `workbook_too_large`, `zip_bomb`, `password_protected`).
 */
export async function xlsxTables(file: SourceFile, options: SheetsOptions): Promise<SheetTables> {
  const workbook = await openWorkbook(file);
  const sheets = workbook.sheets.map((sheet) => ({
    name: sheet.name,
    isHidden: sheet.isHidden,
    bytes: partBytes(workbook.package, sheet.path),
    rows: () => sheetRows(workbook, sheet),
    merges: () => mergesOf(workbook, sheet),
  }));
  return sheetTables(file.name, sheets, options);
}
