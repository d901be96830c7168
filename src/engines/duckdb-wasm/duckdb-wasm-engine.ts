import { AsyncDuckDB, VoidLogger, type AsyncDuckDBConnection } from '@duckdb/duckdb-wasm';
import { UserError } from '../../errors.js';
import { lockSql } from '../duckdb-sql/lock-sql.js';
import { settings } from '../duckdb-sql/settings.js';
import { sqlEngine } from '../duckdb-sql/sql-engine.js';
import type { Engine } from '../engine.js';
import { checkBrowser } from './browser-support.js';
import { ReadProgress } from './bytes-read.js';
import { EngineLife, engineFailed } from './engine-life.js';
import { startWorker } from './start-worker.js';
import { lentFolder, WasmDatabase } from './wasm-database.js';

/** Where the files of the engine are: the `eh` build of @duckdb/duckdb-wasm. Addresses of blobs will do. */
export interface DuckDbWasmFiles {
  /** `duckdb-worker.ts`, built */
  workerUrl: string;
  /** `duckdb-browser-eh.worker.js` */
  engineUrl: string;
  /** `duckdb-eh.wasm` */
  wasmUrl: string;
}

export interface DuckDbWasmSettings {
  /** How much the engine may hold in memory, in bytes; default: what the browser gives it. */
  memory?: number;
}

/**
 * Opens DuckDB in a worker of this page, without any request but for its files, and locked: it reads no others. A statement or a reading that it has no
 * memory for fails with a UserError `too_big_for_browser`.
 * @throws UserError `browser_too_old` when this browser lacks what it needs, `engine_failed` when it cannot be started.
 */
export async function openDuckDbWasm(
  { workerUrl, engineUrl, wasmUrl }: DuckDbWasmFiles,
  { memory }: DuckDbWasmSettings = {},
): Promise<Engine> {
  await checkBrowser();
  const worker = new Worker(workerUrl);
  const life = new EngineLife(worker);
  const progress = new ReadProgress(worker);
  worker.postMessage(engineUrl);
  try {
    const db = new AsyncDuckDB(new VoidLogger(), worker);
    await life.while(startWorker(db, wasmUrl));
    const connection = await life.while(connect(db, memory));
    const version = await life.while(db.getVersion());
    return await sqlEngine(new WasmDatabase(`DuckDB ${version}`, db, connection, life, progress));
  } catch (error) {
    life.end();
    throw error instanceof UserError
      ? error
      : engineFailed(error instanceof Error ? error.message : String(error));
  }
}

/** Where extensions are asked for, which some functions do whatever the settings say: not on another host. */
const nowhere = (): string => `${location.origin}/no-extension`;

async function connect(db: AsyncDuckDB, memory: number | undefined): Promise<AsyncDuckDBConnection> {
  await db.open({ path: ':memory:', query: { castBigIntToDouble: true, castDecimalToDouble: true } });
  const connection = await db.connect();
  const all = {
    ...settings,
    custom_extension_repository: nowhere(),
    ...(memory === undefined ? {} : { memory_limit: `${String(memory)}B` }),
  };
  for (const [name, value] of Object.entries(all)) await connection.query(`set ${name} = '${value}'`);
  for (const sql of lockSql([], [lentFolder])) await connection.query(sql);
  return connection;
}
