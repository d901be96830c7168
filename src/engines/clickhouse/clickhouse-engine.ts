import { noEvidence, type DateEvidence, type OrderFit } from '../../reading/dates/evidence.js';
import type { FilePlan } from '../../reading/plan.js';
import type { HeadingChoices } from '../../reading/heading.js';
import { unusableInput, UserError } from '../../errors.js';
import type { SourceFile } from '../../files/source.js';
import { ratingEvidenceSql, ratingParts } from '../shared-sql/rating-evidence.js';
import type { ColumnTypes, Engine, Life, RawFile, Reader, ReadResult, ResultRow, Sql } from '../engine.js';
import { clickHouseSql } from './dialect.js';
import { distributedTable, notOnShards, type DistributedTable } from './distributed-table.js';
import { tabSeparated } from './plain-cells.js';
import { rawColumns } from './raw-columns.js';
import { Scratch, scratchRights, type ScratchSettings } from './scratch.js';
import type { ServerAddress } from './server-address.js';
import { ServerRelations } from './server-relations.js';
import { Server, type ServerSettings } from './server.js';
import { tableExpression } from './table-expression.js';
import { openTable, type ServerTable } from './server-table.js';
import { byShard, tableSql } from './table-sql.js';

/** Reads files of this computer, and gives their rows. */
type FileReader = Reader & Pick<Sql, 'rows'> & Life;

export interface ClickHouseSettings extends ServerSettings {
  /** The database of the temporary tables; default: that of the address. */
  scratch?: string | undefined;
  /** Whether the shards of a table compute what rests on their own rows, with temporary tables on each of them. */
  onShards?: boolean;
  /** Opens what reads files of this computer. */
  openReader: () => Promise<FileReader>;
  /** Keeps a text that a table gave as a file of this computer. */
  spool: (name: string, text: AsyncIterable<Uint8Array>) => Promise<SourceFile>;
  /** How the temporary tables of a run are known to be its own. */
  lease?: Pick<ScratchSettings, 'leaseSeconds' | 'owner'>;
}

/** An engine on a ClickHouse server, and the tables there that can be read like files. */
export interface ClickHouse {
  engine: Engine;
  /**
   * A table, view or table function as a file to read.
   * @throws UserError when there is none, or it cannot be reached.
   */
  table: (expression: string, choices: HeadingChoices) => Promise<SourceFile>;
}

/**
 * Connects to a server. Nothing stays behind there after `engine.close`.
 * @throws UserError when it cannot be reached, or does not let the user in.
 */
export async function openClickHouse(given: ClickHouseSettings): Promise<ClickHouse> {
  const { onShards = false, openReader, spool } = given;
  const server = await Server.of(onShards ? withSameServers(given) : given);
  try {
    const [row] = await server.query('select version() as version');
    const database = given.scratch ?? given.address.database;
    const scratch = await Scratch.begin(server, { database, ...given.lease });
    if (onShards && !scratch) throw noScratchOnShards(database, given.address);
    const name = `ClickHouse ${String(row?.['version'])}`;
    const engine = new ClickHouseEngine({ name, server, scratch, database, openReader, onShards });
    return {
      engine,
      table: async (expression, choices) => {
        const parsed = tableExpression(expression);
        const spread = onShards ? await distributedTable(server, parsed.shown) : null;
        const { file, onServer } = await openTable(server, parsed, choices, spool);
        if (onServer) engine.know(file, { ...onServer, spread });
        return file;
      },
    };
  } catch (error) {
    await server.close();
    throw error;
  }
}

/** Each statement goes to the same server of each shard, so that it finds the rows that the one before it has made there. */
function withSameServers({ address, ...given }: ClickHouseSettings): ClickHouseSettings {
  return { ...given, address: { ...address, settings: { load_balancing: 'in_order', ...address.settings } } };
}

/** A table that is read by the server; `spread`: by each shard for itself. */
type TableOfRun = ServerTable & { spread: DistributedTable | null };

interface Parts {
  name: string;
  server: Server;
  /** null: the user may not make tables. */
  scratch: Scratch | null;
  database: string;
  openReader: () => Promise<FileReader>;
  onShards: boolean;
}

/**
 * The shared SQL on a ClickHouse server. Files of this computer are read by the engine of this computer, to the same rows
 * as ever, and sent there; tables are read there. Without the right to make tables every relation is written out in each
 * statement that reads it.
 */
class ClickHouseEngine implements Engine {
  readonly name: string;
  readonly #parts: Parts;
  readonly #relations: ServerRelations;
  readonly #tables = new Map<SourceFile, TableOfRun>();
  readonly #tableFiles = new Map<number, string>();
  #reader: Promise<FileReader> | null = null;
  #stopped: Promise<unknown> = Promise.resolve();
  #closed: Promise<void> | null = null;

  constructor(parts: Parts) {
    this.name = parts.name;
    this.#parts = parts;
    this.#relations = new ServerRelations(parts.server, parts.scratch);
  }

  /** Tells that a file stands for a table on the server. */
  know(file: SourceFile, table: TableOfRun): void {
    this.#tables.set(file, table);
  }

  async readFile(ordinal: number, plan: FilePlan): Promise<ReadResult> {
    const table = this.#tables.get(plan.file);
    if (!table) {
      this.#checkCanSend(plan);
      return (await this.#openReader()).readFile(ordinal, plan);
    }
    const name = `raw_table_${String(ordinal)}`;
    const { sql, columns, spread } = table;
    if (spread) {
      const select = tableSql(spread.partSql, columns, ordinal, plan, byShard(spread.cluster));
      await this.#relations.keepOnShards(spread.cluster, name, select);
    } else await this.#relations.keep(name, tableSql(sql, columns, ordinal, plan));
    this.#tableFiles.set(ordinal, name);
    return { rejected: new Map() };
  }

  /** Rows of a file must be put somewhere. */
  #checkCanSend({ file }: FilePlan): void {
    const { scratch, server, database, onShards } = this.#parts;
    if (onShards) throw notOnShards(file.name);
    if (scratch) return;
    throw unusableInput(
      'no_scratch',
      `${file.name} must be sent to the server, but the user "${server.address.user}" may make no tables in the database "${database}".`,
      `Have it allowed there, or in another database that --scratch names: ${scratchGrant(database, server.address)}. A table or view whose dates are DateTime, not text, needs no such right: --table support.chats.`,
    );
  }

  async dateEvidence(ordinal: number, plan: FilePlan): Promise<DateEvidence> {
    const table = this.#tableFiles.get(ordinal);
    if (table !== undefined) {
      if (plan.columns.csat_score === undefined) return noEvidence;
      return { ...noEvidence, ratings: ratingParts(await this.query(ratingEvidenceSql(table))) };
    }
    return (await this.#openReader()).dateEvidence(ordinal, plan);
  }

  async orderFit(ordinal: number, plan: FilePlan, isSwapped: boolean): Promise<OrderFit> {
    return (await this.#openReader()).orderFit(ordinal, plan, isSwapped);
  }

  async openRawChats(files: readonly RawFile[]): Promise<void> {
    const onServer = files.flatMap(({ ordinal }) => this.#tableFiles.get(ordinal) ?? []);
    const sent = files.filter(({ ordinal }) => !this.#tableFiles.has(ordinal));
    if (sent.length > 0) await this.#send(sent);
    const all = [...onServer, ...(sent.length > 0 ? ['raw_files'] : [])];
    this.#relations.makeView('raw_chats', all.map((name) => `select * from ${name}`).join(' union all '));
  }

  async #send(files: readonly RawFile[]): Promise<void> {
    const reader = await this.#openReader();
    await reader.openRawChats(files);
    const columns = Object.keys(rawColumns);
    const batches = reader.rows(`select ${columns.join(', ')} from raw_chats order by source_ordinal`);
    const lines = async function* (): AsyncGenerator<string> {
      for await (const rows of batches) yield tabSeparated(columns, rows);
    };
    await this.#relations.fill('raw_files', rawColumns, lines());
  }

  createTable(name: string, select: string): Promise<void> {
    return this.#relations.makeTable(name, select);
  }

  createView(name: string, select: string): Promise<void> {
    this.#relations.makeView(name, select);
    return Promise.resolve();
  }

  insert(name: string, types: ColumnTypes, rows: readonly ResultRow[]): Promise<void> {
    return this.#relations.insert(name, types, rows);
  }

  async query(select: string): Promise<ResultRow[]> {
    return this.#parts.server.query(await this.#relations.sql(clickHouseSql(select)));
  }

  async *rows(select: string): AsyncGenerator<ResultRow[]> {
    yield* this.#parts.server.rows(await this.#relations.sql(clickHouseSql(select)));
  }

  progress(): number | null {
    return null;
  }

  cancel(): void {
    this.#stopped = this.#parts.server.cancel();
    void this.#reader?.then((reader) => reader.cancel());
  }

  close(): Promise<void> {
    return (this.#closed ??= this.#end());
  }

  async #end(): Promise<void> {
    const { scratch, server } = this.#parts;
    const reader = await this.#reader;
    await this.#stopped;
    try {
      await scratch?.end().catch(unlessUnreachable);
    } finally {
      await Promise.all([reader?.close(), server.close()]);
    }
  }

  #openReader(): Promise<FileReader> {
    return (this.#reader ??= this.#parts.openReader());
  }
}

/** What an administrator runs for a user who may make no tables. */
function scratchGrant(database: string, { user }: ServerAddress): string {
  return `GRANT ${scratchRights} ON ${database}.* TO ${user}`;
}

function noScratchOnShards(database: string, address: ServerAddress): UserError {
  return unusableInput(
    'no_scratch',
    `--on-shards makes temporary tables on every shard, but the user "${address.user}" may make none in the database "${database}".`,
    `Have it allowed there, or in another database that --scratch names: ${scratchGrant(database, address)}; GRANT CLUSTER ON *.* TO ${address.user}`,
  );
}

/** A server that is gone cannot be tidied up: the next run does it, and the reason was told already. */
function unlessUnreachable(error: unknown): void {
  if (!(error instanceof UserError)) throw error;
}
