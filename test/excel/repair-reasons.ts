import { packageReasons } from './repair-package.js';
import { sheetReasons } from './repair-sheets.js';
import { tableReasons } from './repair-tables.js';
import { workbookReasons } from './repair-workbook.js';
import { drawingReasons } from './repair-drawings.js';
import type { Parts } from './xlsx-parts.js';

/**
 * Why Excel would offer to repair a workbook, by the rules of ECMA-376 that its loader is known to insist on; none is none.
 * Excel itself was not at hand: these are the rules, not the program.
 */
export function repairReasons(parts: Parts): string[] {
  return [packageReasons, workbookReasons, sheetReasons, tableReasons, drawingReasons].flatMap((check) =>
    check(parts),
  );
}
