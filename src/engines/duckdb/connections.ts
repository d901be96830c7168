import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';

/** Connections to one database, each of which runs a statement at a time: who finds none free waits. */
export class Connections {
  readonly #all: readonly DuckDBConnection[];
  readonly #free: DuckDBConnection[];
  readonly #waiting: ((connection: DuckDBConnection) => void)[] = [];

  private constructor(all: readonly DuckDBConnection[]) {
    this.#all = all;
    this.#free = [...all];
  }

  static async open(instance: DuckDBInstance, count: number): Promise<Connections> {
    const all: DuckDBConnection[] = [];
    while (all.length < count) all.push(await instance.connect());
    return new Connections(all);
  }

  get count(): number {
    return this.#all.length;
  }

  /** Runs a statement; those that are run one after the other are all run on the same connection. */
  async use<Result>(statement: (connection: DuckDBConnection) => Promise<Result>): Promise<Result> {
    const connection = this.#free.shift() ?? (await this.#next());
    try {
      return await statement(connection);
    } finally {
      const next = this.#waiting.shift();
      if (next) next(connection);
      else this.#free.unshift(connection);
    }
  }

  #next(): Promise<DuckDBConnection> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  interrupt(): void {
    for (const connection of this.#all) connection.interrupt();
  }

  /** Of the statement that is furthest, in percent; negative when it cannot be told. */
  progress(): number {
    return Math.max(...this.#all.map(({ progress }) => progress.percentage));
  }

  close(): void {
    for (const connection of this.#all) connection.closeSync();
  }
}
