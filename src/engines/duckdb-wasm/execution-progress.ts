import type { AsyncDuckDB, AsyncDuckDBConnection, ProgressEntry } from '@duckdb/duckdb-wasm';

/** What the engine tells of the running statement. */
export class ExecutionProgress {
  /** How much of it is done, in percent; null when it cannot be told. */
  percent: number | null = null;
}

/** Whom @duckdb/duckdb-wasm tells what its worker says of a running statement; there is no public way to it. */
const listenersName = '_onExecutionProgress';

/**
 * Has the worker tell how far a statement is, where that is possible: it takes a part of @duckdb/duckdb-wasm that is not
 * public, and a worker whose Content-Security-Policy has 'unsafe-eval'.
 */
export async function watchProgress(
  db: AsyncDuckDB,
  connection: AsyncDuckDBConnection,
): Promise<ExecutionProgress> {
  const progress = new ExecutionProgress();
  const listeners: unknown = Reflect.get(db, listenersName);
  if (!Array.isArray(listeners) || !(await canTell(db))) return progress;
  await connection.query('set enable_progress_bar = true');
  await connection.query('set progress_bar_time = 50');
  listeners.push(({ status, percentage }: ProgressEntry) => {
    progress.percent = status === 'in-progress' ? Number(percentage) : null;
  });
  return progress;
}

/** Tries it on a connection of its own, which is of no use afterwards where the attempt fails. */
async function canTell(db: AsyncDuckDB): Promise<boolean> {
  const trial = await db.connect();
  try {
    await trial.query('set enable_progress_bar = true');
    await trial.query('set progress_bar_time = 0');
    await trial.query('select count(*) from range(100000) where range % 7 = 1');
    return true;
  } catch {
    return false;
  } finally {
    await trial.close().catch(() => null);
  }
}
