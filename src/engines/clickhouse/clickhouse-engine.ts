import type { DateEvidence, OrderFit } from '../../chats/date-evidence.js';
import type { FilePlan } from '../../chats/file-plan.js';
import type { HeadingChoices } from '../../chats/heading.js';
import { unusableInput, UserError } from '../../errors.js';
import type { SourceFile } from '../../files/source.js';
import type { ColumnTypes, Engine, RawFile, ReadResult, ResultRow } from '../engine.js';
import { clickHouseSql, identifier } from './dialect.js';
import { columnTypes, tabSeparated } from './plain-cells.js';
import { rawColumns } from './raw-columns.js';
import { Relations } from './relations.js';
import { Scratch, scratchRights, type ScratchSettings } from './scratch.js';
import type { ServerAddress } from './server-address.js';
import { Server, type ServerSettings } from './server.js';
import { tableExpression } from './table-expression.js';
import { openTable, type ServerTable } from './server-table.js';
import { tableSql } from './table-sql.js';
import { typesOf, valuesSql } from './values-sql.js';

export interface ClickHouseSettings extends ServerSettings {
  /** The database of the temporary tables; default: that of the address. */
  scratch?: string | undefined;
  /** Opens the engine that reads files of this computer. */
  openReader: () => Promise<Engine>;
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
  const server = await Server.of(given);
  try {
    const [row] = await server.query('select version() as version');
    const database = given.scratch ?? given.address.database;
    const scratch = await Scratch.begin(server, { database, ...given.lease });
    const name = `ClickHouse ${String(row?.['version'])}`;
    const engine = new ClickHouseEngine({ name, server, scratch, database, openReader: given.openReader });
    return {
      engine,
      table: async (expression, choices) => {
        const table = await openTable(server, tableExpression(expression), choices, given.spool);
        if (table.onServer) engine.know(table.file, table.onServer);
        return table.file;
      },
    };
  } catch (error) {
    await server.close();
    throw error;
  }
}

interface Parts {
  name: string;
  server: Server;
  /** null: the user may not make tables. */
  scratch: Scratch | null;
  database: string;
  openReader: () => Promise<Engine>;
}

/**
 * The shared SQL on a ClickHouse server. Files of this computer are read by the engine of this computer, to the same rows
 * as ever, and sent there; tables are read there. Without the right to make tables every relation is written out in each
 * statement that reads it.
 */
class ClickHouseEngine implements Engine {
  readonly name: string;
  readonly #parts: Parts;
  readonly #relations = new Relations();
  /** The scratch table behind a relation. */
  readonly #made = new Map<string, string>();
  readonly #tables = new Map<SourceFile, ServerTable>();
  readonly #tableFiles = new Map<number, string>();
  #reader: Promise<Engine> | null = null;
  #stopped: Promise<unknown> = Promise.resolve();
  #closed: Promise<void> | null = null;

  constructor(parts: Parts) {
    this.name = parts.name;
    this.#parts = parts;
  }

  /** Tells that a file stands for a table on the server. */
  know(file: SourceFile, table: ServerTable): void {
    this.#tables.set(file, table);
  }

  async readFile(ordinal: number, plan: FilePlan): Promise<ReadResult> {
    const table = this.#tables.get(plan.file);
    if (!table) {
      this.#checkCanSend(plan);
      return (await this.#openReader()).readFile(ordinal, plan);
    }
    const name = `raw_table_${String(ordinal)}`;
    const select = tableSql(table.sql, table.columns, ordinal, plan);
    // written out where it cannot be kept: it is as large as the table
    if (this.#parts.scratch) await this.#make(name, select);
    else this.#relations.set(name, select);
    this.#tableFiles.set(ordinal, name);
    return { rejected: new Map() };
  }

  /** Rows of a file must be put somewhere. */
  #checkCanSend({ file }: FilePlan): void {
    const { scratch, server, database } = this.#parts;
    if (scratch) return;
    throw unusableInput(
      'no_scratch',
      `${file.name} must be sent to the server, but the user "${server.address.user}" may make no tables in the database "${database}".`,
      `Have it allowed there, or in another database that --scratch names: ${scratchGrant(database, server.address)}. A table or view whose dates are DateTime, not text, needs no such right: --table support.chats.`,
    );
  }

  async dateEvidence(ordinal: number, plan: FilePlan): Promise<DateEvidence> {
    if (this.#tables.has(plan.file)) return { read: [], unread: [] };
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
    this.#relations.set('raw_chats', all.map((name) => `select * from ${name}`).join(' union all '));
  }

  async #send(files: readonly RawFile[]): Promise<void> {
    const reader = await this.#openReader();
    await reader.openRawChats(files);
    const columns = Object.keys(rawColumns);
    const batches = reader.rows(`select ${columns.join(', ')} from raw_chats order by source_ordinal`);
    const lines = async function* (): AsyncGenerator<string> {
      for await (const rows of batches) yield tabSeparated(columns, rows);
    };
    await this.#fill('raw_files', rawColumns, lines());
  }

  async createTable(name: string, select: string): Promise<void> {
    await this.#make(name, clickHouseSql(select));
  }

  async #make(name: string, select: string): Promise<void> {
    const { scratch, server } = this.#parts;
    const whole = this.#relations.resolved(select);
    if (scratch) return this.#replace(name, await scratch.make(name, whole));
    const small = await server.small(whole, mostCarried);
    this.#relations.set(name, small ? valuesSql(small.types, small.rows) : select);
  }

  createView(name: string, select: string): Promise<void> {
    this.#relations.set(name, clickHouseSql(select));
    return Promise.resolve();
  }

  async insert(name: string, types: ColumnTypes, rows: readonly ResultRow[]): Promise<void> {
    if (!this.#parts.scratch) return this.#relations.set(name, valuesSql(typesOf(types), rows));
    await this.#fill(name, types, rows.length === 0 ? [] : [tabSeparated(Object.keys(types), rows)]);
  }

  async #fill(
    name: string,
    types: ColumnTypes,
    lines: AsyncIterable<string> | readonly string[],
  ): Promise<void> {
    const { scratch, server } = this.#parts;
    if (!scratch) throw new Error(`There is no place for ${name}.`);
    const columns = Object.entries(types).map(
      ([column, type]) => `${identifier(column)} ${columnTypes[type]}`,
    );
    const table = await scratch.makeEmpty(name, columns.join(', '));
    await server.insert(table, lines);
    await this.#replace(name, table);
  }

  async #replace(name: string, table: string): Promise<void> {
    const before = this.#made.get(name);
    this.#made.set(name, table);
    this.#relations.set(name, `select * from ${table}`);
    if (before !== undefined) await this.#parts.scratch?.drop(before);
  }

  query(select: string): Promise<ResultRow[]> {
    return this.#parts.server.query(this.#relations.resolved(clickHouseSql(select)));
  }

  rows(select: string): AsyncIterable<ResultRow[]> {
    return this.#parts.server.rows(this.#relations.resolved(clickHouseSql(select)));
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

  #openReader(): Promise<Engine> {
    return (this.#reader ??= this.#parts.openReader());
  }
}

/** What an administrator runs for a user who may make no tables. */
function scratchGrant(database: string, { user }: ServerAddress): string {
  return `GRANT ${scratchRights} ON ${database}.* TO ${user}`;
}

/** A server that is gone cannot be tidied up: the next run does it, and the reason was told already. */
function unlessUnreachable(error: unknown): void {
  if (!(error instanceof UserError)) throw error;
}

/** As many rows of an intermediate result are carried by the statements that read it; above that, how it is computed. */
const mostCarried = 20_000;
