import { DuckDBInstance, version, type DuckDBConnection } from '@duckdb/node-api';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DateEvidence, OrderFit } from '../../chats/date-evidence.js';
import { dateFieldsOf, type FilePlan } from '../../chats/file-plan.js';
import type { ColumnTypes, Engine, ReadResult, ResultRow } from '../engine.js';
import { CsvReader } from './csv-reader.js';
import { orderFitSql, readEvidenceSql, unreadEvidenceSql } from './evidence-sql.js';
import { insertSql } from './insert-sql.js';
import { macros } from './macros.js';
import { rawFileSql, rawTable } from './raw-chats-sql.js';
import { resultBatches, resultRows } from './results.js';

export interface DuckDbSettings {
  /** Threads; default: as many as the machine has cores. */
  threads?: number;
  /** Where the temporary folder is made; default: the system's. */
  temporaryFolder?: string;
}

/**
 * Left to itself DuckDB takes our views for tiny, builds its hash tables on millions of chats and then works on one thread.
 * The shared SQL names the large relation first and the small ones after it, and is run as it is written: five times faster.
 */
const joinOptimizers = 'join_order,build_side_probe_side';

/** Opens DuckDB in this process. Its temporary folder is made at once and removed by `close`. */
export async function openDuckDb(settings: DuckDbSettings = {}): Promise<Engine> {
  const folder = await mkdtemp(join(settings.temporaryFolder ?? tmpdir(), 'chat-metrics-'));
  const instance = await DuckDBInstance.create(':memory:', {
    temp_directory: join(folder, 'spill'),
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    disabled_optimizers: joinOptimizers,
    ...(settings.threads === undefined ? {} : { threads: String(settings.threads) }),
  });
  const connection = await instance.connect();
  await connection.run(macros.join(';\n'));
  return new DuckDbEngine(instance, connection, folder);
}

class DuckDbEngine implements Engine {
  readonly name: string;
  readonly #instance: DuckDBInstance;
  readonly #connection: DuckDBConnection;
  readonly #folder: string;
  readonly #reader: CsvReader;
  readonly #plans = new Map<number, FilePlan>();

  constructor(instance: DuckDBInstance, connection: DuckDBConnection, folder: string) {
    this.name = `DuckDB ${version()}`;
    this.#instance = instance;
    this.#connection = connection;
    this.#folder = folder;
    this.#reader = new CsvReader(connection, folder);
  }

  readFile(ordinal: number, plan: FilePlan): Promise<ReadResult> {
    this.#plans.set(ordinal, plan);
    return this.#reader.read(ordinal, plan);
  }

  async dateEvidence(ordinal: number, plan: FilePlan): Promise<DateEvidence> {
    const fields = dateFieldsOf(plan);
    const table = rawTable(ordinal);
    const read = await this.query(
      fields.map((field) => readEvidenceSql(table, field, plan)).join(' union all '),
    );
    const unread = await this.query(
      fields.map((field) => `(${unreadEvidenceSql(table, field, plan)})`).join(' union all '),
    );
    const byOrder = ({ dmy, mdy, ymd, ...row }: ResultRow): object => ({
      ...row,
      readableAs: { dmy, mdy, ymd },
    });
    return {
      read: read.map(byOrder) as DateEvidence['read'],
      unread: unread.map(byOrder) as DateEvidence['unread'],
    };
  }

  async orderFit(ordinal: number, plan: FilePlan, isSwapped: boolean): Promise<OrderFit> {
    const [row] = await this.query(orderFitSql(rawTable(ordinal), plan, isSwapped));
    return { orderedRows: Number(row?.['ordered_rows']), spanSeconds: Number(row?.['span_seconds']) };
  }

  async openRawChats(files: Parameters<Engine['openRawChats']>[0]): Promise<void> {
    const selects = files.map(({ ordinal, shifts }) =>
      rawFileSql(ordinal, this.#plans.get(ordinal)?.layouts ?? [], shifts),
    );
    await this.#connection.run(`create or replace view raw_chats as ${selects.join(' union all by name ')}`);
  }

  async createTable(name: string, select: string): Promise<void> {
    await this.#connection.run(`create or replace table ${name} as ${select}`);
  }

  async createView(name: string, select: string): Promise<void> {
    await this.#connection.run(`create or replace view ${name} as ${select}`);
  }

  async insert(name: string, types: ColumnTypes, rows: readonly ResultRow[]): Promise<void> {
    for (const statement of insertSql(name, types, rows)) await this.#connection.run(statement);
  }

  async query(select: string): Promise<ResultRow[]> {
    return resultRows(await this.#connection.runAndReadAll(select));
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
