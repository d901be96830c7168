import engineUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import wasmUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import workerUrl from './duckdb-worker.ts?worker&url';
import type { DuckDbWasmFiles } from './duckdb-wasm-engine.js';

/** Where a build of the page puts the files of the engine, as whole addresses. */
export function bundledFiles(base: string): DuckDbWasmFiles {
  const at = (url: string): string => new URL(url, base).href;
  return { workerUrl: at(workerUrl), engineUrl: at(engineUrl), wasmUrl: at(wasmUrl) };
}
