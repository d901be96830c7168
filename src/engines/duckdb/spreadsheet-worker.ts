import { parentPort, workerData } from 'node:worker_threads';
import { parseSpreadsheet } from '../../files/spreadsheet/parse-spreadsheet.js';
import type { SpreadsheetKind } from '../../files/spreadsheet/parsed-sheet.js';

/** Reads one spreadsheet in a thread of its own, which can be stopped whatever the library does. */
const { content, kind } = workerData as { content: Uint8Array | string; kind: SpreadsheetKind };
try {
  parentPort?.postMessage({ sheets: parseSpreadsheet(content, kind) });
} catch (error) {
  parentPort?.postMessage({ failure: error instanceof Error ? error.message : String(error) });
}
