import type { ColumnTypes, ResultRow } from '../engine.js';
import { clickHouseSql, identifier } from './dialect.js';
import { severalClusters } from './distributed-table.js';
import { columnTypes, tabSeparated } from './plain-cells.js';
import { Relations } from './relations.js';
import type { Scratch } from './scratch.js';
import type { Server } from './server.js';
import { Shards } from './shards.js';
import { typesOf, valuesSql } from './values-sql.js';

/** As many rows of an intermediate result are carried by the statements that read it; above that, how it is computed. */
const mostCarried = 20_000;

/** As many rows go to shards within a statement for all of them, which must fit into a message of Keeper (1 MB); more as a table. */
const mostWithin = 2000;

/**
 * The relations of a run on a server: scratch tables, and SELECTs with a name. Without the right to make tables every
 * relation is written out in each statement that reads it.
 */
export class ServerRelations {
  readonly #server: Server;
  /** null: the user may not make tables. */
  readonly #scratch: Scratch | null;
  readonly #relations = new Relations();
  /** The scratch table behind a relation. */
  readonly #made = new Map<string, string>();
  #shards: Shards | null = null;

  constructor(server: Server, scratch: Scratch | null) {
    this.#server = server;
    this.#scratch = scratch;
  }

  /** A SELECT of ClickHouse as a table, or written out where it cannot be kept. */
  async keep(name: string, select: string): Promise<void> {
    if (this.#scratch) await this.#replace(name, await this.#scratch.make(name, await this.sql(select)));
    else this.#set(name, select);
  }

  /** A SELECT of ClickHouse as a table on every shard of a cluster, each of its own rows. */
  async keepOnShards(cluster: string, name: string, select: string): Promise<void> {
    this.#shards ??= new Shards(cluster, (other) => this.#onEveryServer(cluster, other));
    if (this.#shards.cluster !== cluster) throw severalClusters(this.#shards.cluster, cluster);
    await this.#makeOnShards(this.#shards, name, select);
  }

  /** A SELECT of the shared SQL as a table; without the right to make tables as plain values, if they are few. */
  async makeTable(name: string, shared: string): Promise<void> {
    const select = clickHouseSql(shared);
    if (this.#shards?.canMake(name, select)) return this.#makeOnShards(this.#shards, name, select);
    if (this.#scratch) return this.keep(name, select);
    const small = await this.#server.small(await this.sql(select), mostCarried);
    this.#set(name, small ? valuesSql(small.types, small.rows) : select);
  }

  /** A name for a SELECT of the shared SQL. */
  makeView(name: string, shared: string): void {
    const select = clickHouseSql(shared);
    if (this.#shards?.canMake(name, select)) this.#spread(this.#shards, name, select);
    else this.#set(name, select);
  }

  /** Plain values. */
  async insert(name: string, types: ColumnTypes, rows: readonly ResultRow[]): Promise<void> {
    const isCarried = !this.#scratch || (this.#shards !== null && rows.length <= mostWithin);
    if (isCarried) return this.#set(name, valuesSql(typesOf(types), rows));
    await this.fill(name, types, rows.length === 0 ? [] : [tabSeparated(Object.keys(types), rows)]);
  }

  /** A table of lines of TabSeparated text. */
  async fill(
    name: string,
    types: ColumnTypes,
    lines: AsyncIterable<string> | readonly string[],
  ): Promise<void> {
    const scratch = this.#scratchFor(name);
    const columns = Object.entries(types).map(
      ([column, type]) => `${identifier(column)} ${columnTypes[type]}`,
    );
    const table = await scratch.makeEmpty(name, columns.join(', '));
    await this.#server.insert(table, lines);
    await this.#replace(name, table);
  }

  /** A SELECT of ClickHouse that finds the relations that it reads. */
  async sql(select: string): Promise<string> {
    await this.#shards?.refresh();
    return this.#relations.resolved(select);
  }

  /** Where tables are made; whoever asks has found that they may be. */
  #scratchFor(name: string): Scratch {
    if (!this.#scratch) throw new Error(`There is no place for ${name}.`);
    return this.#scratch;
  }

  async #makeOnShards(shards: Shards, name: string, select: string): Promise<void> {
    const ofShard = await shards.selectOfShard(select);
    const table = await this.#scratchFor(name).makeOnShards(shards.cluster, name, ofShard);
    await this.#replace(name, table);
    this.#spread(shards, name, `select * from ${table}`);
  }

  #spread(shards: Shards, name: string, select: string): void {
    shards.set(name, select);
    this.#relations.setPlace(name, () => shards.place(name));
  }

  #set(name: string, select: string): void {
    this.#shards?.forget(name);
    this.#relations.set(name, select);
  }

  async #replace(name: string, table: string): Promise<void> {
    const before = this.#made.get(name);
    this.#made.set(name, table);
    this.#set(name, `select * from ${table}`);
    if (before !== undefined) await this.#scratch?.drop(before);
  }

  /** A relation that is not spread, as every server of the cluster finds it. */
  async #onEveryServer(cluster: string, name: string): Promise<string | undefined> {
    const table = this.#made.get(name);
    if (table === undefined) return this.#relations.get(name);
    return `select * from ${await this.#scratchFor(name).copyToShards(cluster, name, table)}`;
  }
}
