import { getPlatformFeatures } from '@duckdb/duckdb-wasm';
import { unusableInput } from '../../errors.js';

/**
 * Checks that the engine can run here: what it needs and the browser lacks, it would wait for without an end.
 * @throws UserError `browser_too_old`
 */
export async function checkBrowser(): Promise<void> {
  const missing = await missingFeature();
  if (missing === null) return;
  throw unusableInput(
    'browser_too_old',
    `This browser cannot run the engine: it has no ${missing}.`,
    'Open the page in a browser of 2023 or later (Chrome, Edge, Firefox, Safari), or make the report on the command line: chat-metrics report FILE',
  );
}

async function missingFeature(): Promise<string | null> {
  if (typeof WebAssembly === 'undefined') return 'WebAssembly';
  if (typeof Worker === 'undefined') return 'workers inside workers';
  // for packed files, workbooks, and the engine of the page in one file
  if (typeof DecompressionStream === 'undefined') return 'DecompressionStream';
  const { wasmExceptions, bigInt64Array } = await getPlatformFeatures();
  if (!wasmExceptions) return 'WebAssembly exceptions';
  return bigInt64Array ? null : 'BigInt64Array';
}
