import { DuckDBInstance, version, type DuckDBConnection } from '@duckdb/node-api';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { SourceFile } from '../../files/source.js';
import { cancelled } from '../duckdb-sql/cancelled.js';
import type { Database, LentFile } from '../duckdb-sql/database.js';
import { settings as sharedSettings } from '../duckdb-sql/settings.js';
import { sqlEngine } from '../duckdb-sql/sql-engine.js';
import type { Engine, ResultRow } from '../engine.js';
import { resultBatches, resultRows } from './results.js';

export interface DuckDbSettings {
  /** Threads; default: as many as the machine has cores. */
  threads?: number;
  /** Where the temporary folder is made; default: the system's. */
  temporaryFolder?: string;
}

/** Opens DuckDB in this process. Its temporary folder is made at once and removed by `close`. */
export async function openDuckDb(settings: DuckDbSettings = {}): Promise<Engine> {
  const folder = await mkdtemp(join(settings.temporaryFolder ?? tmpdir(), 'chat-metrics-'));
  const instance = await DuckDBInstance.create(':memory:', {
    ...sharedSettings,
    temp_directory: join(folder, 'spill'),
    ...(settings.threads === undefined ? {} : { threads: String(settings.threads) }),
  });
  return sqlEngine(new NativeDatabase(instance, await instance.connect(), folder));
}

class NativeDatabase implements Database {
  readonly name = `DuckDB ${version()}`;
  readonly #instance: DuckDBInstance;
  readonly #connection: DuckDBConnection;
  readonly #folder: string;

  constructor(instance: DuckDBInstance, connection: DuckDBConnection, folder: string) {
    this.#instance = instance;
    this.#connection = connection;
    this.#folder = folder;
  }

  async run(sql: string): Promise<void> {
    await this.#connection.run(sql).catch(explain);
  }

  async query(select: string): Promise<ResultRow[]> {
    const result = await this.#connection.run(select).catch(explain);
    return resultRows(result, await result.fetchAllChunks());
  }

  /** On a connection of its own: another statement on the same one would end the result. */
  async *rows(select: string): AsyncGenerator<ResultRow[]> {
    const connection = await this.#instance.connect();
    try {
      yield* resultBatches(await connection.stream(select));
    } finally {
      connection.closeSync();
    }
  }

  lend({ path }: SourceFile): LentFile | null {
    return path === undefined ? null : (read) => read(path);
  }

  async keep(name: string, _file: SourceFile, text: AsyncIterable<string>): Promise<LentFile> {
    const path = join(this.#folder, name);
    await pipeline(Readable.from(text), createWriteStream(path));
    return (read) => read(path);
  }

  interrupt(): void {
    this.#connection.interrupt();
  }

  progress(): number | null {
    const { percentage } = this.#connection.progress;
    return percentage >= 0 ? percentage : null;
  }

  async close(): Promise<void> {
    this.#connection.closeSync();
    this.#instance.closeSync();
    await rm(this.#folder, { recursive: true, force: true });
  }
}

function explain(error: unknown): never {
  throw error instanceof Error && error.message.startsWith('INTERRUPT Error') ? cancelled() : error;
}
