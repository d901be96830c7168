import { DuckDBDataProtocol, type AsyncDuckDB, type AsyncDuckDBConnection } from '@duckdb/duckdb-wasm';
import type { SourceFile } from '../../files/source.js';
import type { Database, LentFile } from '../duckdb-sql/database.js';
import type { ResultRow } from '../engine.js';
import { batchRows } from './arrow-rows.js';
import type { ReadProgress } from './bytes-read.js';
import type { EngineLife } from './engine-life.js';
import { explained } from './explained.js';

/** Text is handed to the browser in pieces of this many characters. */
const pieceLength = 1 << 20;

/** Where SQL finds the files that it is lent: it reaches nothing else. */
export const lentFolder = 'lent/';

/** DuckDB in a worker. Files are read by it piece by piece, wherever the browser has them. */
export class WasmDatabase implements Database {
  readonly name: string;
  readonly #db: AsyncDuckDB;
  readonly #connection: AsyncDuckDBConnection;
  readonly #life: EngineLife;
  readonly #progress: ReadProgress;
  /** The end of the statement that was sent last. */
  #last: Promise<unknown> = Promise.resolve();
  #files = 0;
  /** The file at work, for messages. */
  #fileName: string | null = null;

  constructor(
    name: string,
    db: AsyncDuckDB,
    connection: AsyncDuckDBConnection,
    life: EngineLife,
    progress: ReadProgress,
  ) {
    this.name = name;
    this.#db = db;
    this.#connection = connection;
    this.#life = life;
    this.#progress = progress;
  }

  async run(sql: string): Promise<void> {
    await this.query(sql);
  }

  /** One after the other: a statement that is sent would drop the one before it. */
  query(select: string): Promise<ResultRow[]> {
    const result = this.#last.then(() => this.#queryNow(select));
    this.#last = result.catch(() => null);
    return result;
  }

  async #queryNow(select: string): Promise<ResultRow[]> {
    const rows: ResultRow[] = [];
    for await (const batch of this.#batches(this.#connection, select, false)) {
      for (const row of batch) rows.push(row);
    }
    return rows;
  }

  /** On a connection of its own: another statement on the same one would end the result. */
  async *rows(select: string): AsyncGenerator<ResultRow[]> {
    const connection = await this.#life.while(this.#db.connect());
    try {
      yield* this.#batches(connection, select, true);
    } finally {
      await this.#life.while(connection.close());
    }
  }

  /** Statements are sent, not run: only so can they be cancelled, and their rows come in batches. */
  async *#batches(
    connection: AsyncDuckDBConnection,
    sql: string,
    isStreamed: boolean,
  ): AsyncGenerator<ResultRow[]> {
    try {
      const reader = await this.#life.while(connection.send(sql, isStreamed));
      for (;;) {
        const next = await this.#life.while(reader.next());
        if (next.done) return;
        if (next.value.numRows > 0) yield batchRows(next.value);
      }
    } catch (error) {
      throw explained(error, this.#fileName);
    }
  }

  lend({ blob, name }: SourceFile): LentFile | null {
    return blob === undefined ? null : this.#lent(blob, name);
  }

  /** The browser keeps the text, on disk where it is large. */
  async keep(_name: string, { name }: SourceFile, text: AsyncIterable<string>): Promise<LentFile> {
    const pieces: Blob[] = [];
    let piece = '';
    for await (const part of text) {
      piece += part;
      if (piece.length < pieceLength) continue;
      pieces.push(new Blob([piece]));
      piece = '';
    }
    return this.#lent(new Blob([...pieces, piece]), name);
  }

  /** Under a new name each time: a reading that was cancelled keeps the old one in use. */
  #lent(blob: Blob, name: string): LentFile {
    return async (read) => {
      const path = `${lentFolder}file_${String((this.#files += 1))}`;
      this.#fileName = name;
      this.#progress.begin(blob.size);
      await this.#life.while(
        this.#db.registerFileHandle(path, blob, DuckDBDataProtocol.BROWSER_FILEREADER, true),
      );
      try {
        return await read(path);
      } finally {
        this.#progress.end();
        await this.#life.while(this.#db.dropFile(path)).catch(() => null);
      }
    };
  }

  interrupt(): void {
    this.#life.while(this.#connection.cancelSent()).catch(() => false);
  }

  progress(): number | null {
    return this.#progress.percent;
  }

  close(): Promise<void> {
    this.#life.end();
    return Promise.resolve();
  }
}
