import { UserError } from '../../errors.js';
import { identifier, literal } from './dialect.js';
import { isRunning, ownerOf } from './run-owner.js';
import type { Server } from './server.js';

const prefix = 'chat_metrics_run_';
const leaseTable = 'lease';

/** How long a run counts as alive after its last sign of life, in seconds. */
const defaultLease = 180;

/** What a user must be granted to make, fill, read and drop tables. */
export const scratchRights = 'SELECT, INSERT, CREATE TABLE, DROP TABLE';

/** Whatever their size: the tables are ours. */
const anySize = { max_table_size_to_drop: 0, max_partition_size_to_drop: 0 };

/** Types that a server has described say themselves what may be null. */
const asDescribed = { data_type_default_nullable: 0 };

/** Where a table is, by its full name: on the server that is asked, or on every server of a cluster, all of which are waited for. */
function placeOf(table: string): { on: string; settings: Record<string, number> } {
  const cluster = /__on_(.+)`$/s.exec(table)?.[1];
  return cluster === undefined
    ? { on: '', settings: {} }
    : { on: ` on cluster \`${cluster}\``, settings: { distributed_ddl_task_timeout: -1 } };
}

/** The lease of tables on shards is with the server that was asked: where it is not, so many seconds must do. */
const longestRun = 86_400;

export interface ScratchSettings {
  /** Where the tables are made: it must be there. */
  database: string;
  leaseSeconds?: number;
  /** The process whose run it is, as `ownerOf` gives it; default: this one. */
  owner?: string;
}

/**
 * The tables of one run, in a database that others may use too. Their names begin with the run's own, and one of them
 * holds whose run it is and until when it is surely alive: so the tables of a run that was killed are known, and dropped by
 * the next run on that computer, or by the first run anywhere after the lease.
 */
export class Scratch {
  readonly #server: Server;
  readonly #database: string;
  readonly #lease: number;
  readonly #owner: string;
  readonly #run = `${Math.floor(Date.now() / 1000).toString(36)}_${crypto.randomUUID().slice(0, 8)}`;
  /** Full names of tables on shards: one whose making was stopped may be made all the same, later. */
  readonly #onShards = new Set<string>();
  #made = 0;
  #beat: NodeJS.Timeout | null = null;

  private constructor(server: Server, { database, leaseSeconds, owner }: ScratchSettings) {
    this.#server = server;
    this.#database = database;
    this.#lease = leaseSeconds ?? defaultLease;
    this.#owner = owner ?? ownerOf(process.pid);
  }

  /**
   * Begins a run, and drops what dead ones have left.
   * @returns null where the user may not make, fill, read and drop tables there.
   */
  static async begin(server: Server, settings: ScratchSettings): Promise<Scratch | null> {
    const scratch = new Scratch(server, settings);
    if (!(await scratch.#hasRights())) return null;
    try {
      await scratch.#begin();
      return scratch;
    } catch (error) {
      if (error instanceof UserError && error.code === 'no_right') return null;
      throw error;
    }
  }

  /** A server that is too old for the question is tried. */
  async #hasRights(): Promise<boolean> {
    try {
      let answer = '';
      for await (const bytes of this.#server.text(
        `check grant ${scratchRights} on ${identifier(this.#database)}.*`,
      ))
        answer += Buffer.from(bytes).toString();
      return answer.trim() !== '0';
    } catch (error) {
      if (error instanceof UserError && error.code === 'server_error') return true;
      throw error;
    }
  }

  async #begin(): Promise<void> {
    await this.#create(leaseTable, `as ${this.#leaseSql()}`);
    await this.#dropDeadRuns();
    this.#beat = setInterval(() => void this.#renew(), (this.#lease * 1000) / 4);
    this.#beat.unref();
  }

  /** Makes a table of a SELECT. @returns its full name. */
  make(name: string, select: string): Promise<string> {
    return this.#create(this.#numbered(name), `as ${select}`);
  }

  /** Makes a table on every server of a cluster, each of what the SELECT gives there. @returns its full name. */
  makeOnShards(cluster: string, name: string, select: string): Promise<string> {
    return this.#create(`${this.#numbered(name)}__on_${cluster}`, `as ${select}`);
  }

  /** Copies a table that only the server asked has to every server of a cluster. @returns the full name of the copies. */
  async copyToShards(cluster: string, name: string, table: string): Promise<string> {
    const described = await this.#server.query(`describe table ${table}`);
    const columns = described.map(
      (column) => `${identifier(String(column['name']))} ${String(column['type'])}`,
    );
    // every server has one, and only that of the server asked has rows: so the others can read them from it
    const source = await this.#create(
      `${this.#numbered(name)}__on_${cluster}`,
      `(${columns.join(', ')})`,
      asDescribed,
    );
    await this.#server.command(`insert into ${source} select * from ${table}`);
    return this.makeOnShards(
      cluster,
      name,
      `select * from clusterAllReplicas(${literal(cluster)}, ${source})`,
    );
  }

  /** Makes an empty table. @returns its full name. */
  makeEmpty(name: string, columns: string): Promise<string> {
    return this.#create(this.#numbered(name), `(${columns})`);
  }

  async drop(table: string): Promise<void> {
    const { on, settings } = placeOf(table);
    await this.#server.command(`drop table if exists ${table}${on}`, { ...anySize, ...settings });
    this.#onShards.delete(table);
  }

  /** Drops every table of the run, also those whose making was stopped half-way; the lease goes last. */
  async end(): Promise<void> {
    if (this.#beat) clearInterval(this.#beat);
    for (const table of this.#onShards) await this.drop(table).catch(() => undefined);
    await this.#dropAll((await this.#tables()).filter(({ run }) => run === this.#run));
  }

  #numbered(name: string): string {
    this.#made += 1;
    return `${name}_${String(this.#made)}`;
  }

  async #create(name: string, rest: string, more: Record<string, number> = {}): Promise<string> {
    const table = this.#fullName(`${prefix}${this.#run}__${name}`);
    const [columns, select] = rest.startsWith('(') ? [rest, ''] : ['', rest];
    const { on, settings } = placeOf(table);
    if (on !== '') this.#onShards.add(table);
    await this.#server.command(
      `create table ${table}${on} ${columns} engine = MergeTree order by tuple() ${select}`,
      { ...settings, ...more },
    );
    return table;
  }

  #fullName(table: string): string {
    return `${identifier(this.#database)}.${identifier(table)}`;
  }

  #leaseSql(): string {
    return `select now() + interval ${String(this.#lease)} second as alive_until, ${literal(this.#owner)} as owner`;
  }

  /** A server that cannot be reached for a while is no reason to end: the next statement will tell. */
  async #renew(): Promise<void> {
    const table = this.#fullName(`${prefix}${this.#run}__${leaseTable}`);
    await this.#server.command(`insert into ${table} ${this.#leaseSql()}`).catch(() => undefined);
  }

  async #dropDeadRuns(): Promise<void> {
    const others = (await this.#tables()).filter(({ run }) => run !== this.#run);
    for (const run of new Set(others.map((table) => table.run))) {
      const tables = others.filter((table) => table.run === run);
      if (await this.#isDead(tables)) await this.#dropAll(tables);
    }
  }

  /** By its process, else by its lease; a run whose lease is not written, or already dropped, by the age of its tables. */
  async #isDead(tables: readonly ScratchTable[]): Promise<boolean> {
    const isOld = tables.every((table) => table.isOld);
    const lease = tables.find(({ part }) => part === leaseTable);
    if (!lease) return isOld;
    try {
      const sql = `select max(owner) as owner, max(alive_until) < now() as is_over from ${this.#fullName(lease.name)}`;
      const [{ owner = null, is_over = null } = {}] = await this.#server.query(sql);
      if (owner === null) return isOld;
      const isAlive = isRunning(String(owner));
      return isAlive === null ? Boolean(is_over) : !isAlive;
    } catch {
      return false; // it has ended by itself meanwhile, or is another user's
    }
  }

  async #dropAll(tables: readonly ScratchTable[]): Promise<void> {
    const isLease = ({ part }: ScratchTable): boolean => part === leaseTable;
    for (const { name } of [...tables.filter((one) => !isLease(one)), ...tables.filter(isLease)]) {
      await this.drop(this.#fullName(name)).catch(() => undefined); // another user's: it is theirs to drop
    }
  }

  async #tables(): Promise<ScratchTable[]> {
    const rows = await this.#server.query(
      `select name, dateDiff('second', metadata_modification_time, now()) as age
      from system.tables where database = ${literal(this.#database)} and startsWith(name, ${literal(prefix)})`,
    );
    return rows.flatMap(({ name, age }) => {
      const [run, part, onShards] = String(name).slice(prefix.length).split('__');
      const isOld = Number(age) > (onShards === undefined ? this.#lease : longestRun);
      return run && part ? [{ name: String(name), run, part, isOld }] : [];
    });
  }
}

interface ScratchTable {
  name: string;
  run: string;
  /** What the run calls it. */
  part: string;
  isOld: boolean;
}
