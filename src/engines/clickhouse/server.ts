import type { ClickHouseClient } from '@clickhouse/client';
import { Readable } from 'node:stream';
import type { Bytes } from '../../files/streams.js';
import { cancelled } from '../cancelled.js';
import type { Cell, ResultRow } from '../engine.js';
import { plainCell } from './plain-cells.js';
import type { ServerAddress } from './server-address.js';
import { explained } from './server-errors.js';
import { overHttp, settings, wholeResult } from './settings.js';

export interface ServerSettings {
  address: ServerAddress;
  password: string;
  /** The longest that a statement may take, in seconds; null: as long as the server allows. */
  queryTimeout: number | null;
  /** What an answer may take longer than the server allows itself, in seconds, before it counts as lost; default 15. */
  graceSeconds?: number;
  /** A server in this process, in the place of one at the address. */
  connection?: unknown;
}

/** How long a statement may take where nobody limits it: a day. */
const longestStatement = 86_400;

/** A ClickHouse server: runs statements, each with our settings and a name by which it can be stopped. */
export class Server {
  readonly address: ServerAddress;
  readonly #client: ClickHouseClient;
  readonly #queryTimeout: number | null;
  readonly #running = new Map<string, AbortController>();
  readonly #secrets = new Set<string>();

  private constructor(client: ClickHouseClient, { address, password, queryTimeout }: ServerSettings) {
    this.address = address;
    this.#client = client;
    this.#queryTimeout = queryTimeout;
    this.keepSecret([password]);
  }

  /** Nothing is sent before the first statement. */
  static async of(given: ServerSettings): Promise<Server> {
    const { createClient, ClickHouseLogLevel } = await import('@clickhouse/client');
    const { address, password, queryTimeout, connection, graceSeconds = 15 } = given;
    const client = createClient({
      url: address.url,
      username: address.user,
      password,
      database: address.database,
      application: 'chat-metrics',
      request_timeout: ((queryTimeout ?? longestStatement) + graceSeconds) * 1000,
      compression: { request: connection === undefined, response: connection === undefined },
      max_response_headers_size: 1024 * 1024,
      clickhouse_settings: {
        ...address.settings,
        ...settings,
        ...(connection === undefined ? overHttp : {}),
        ...(queryTimeout === null ? {} : { max_execution_time: queryTimeout }),
      },
      log: { level: ClickHouseLogLevel.OFF },
      ...(connection === undefined ? {} : { connection: connection as never }),
    });
    return new Server(client, given);
  }

  /** Has texts left out of every message, such as keys that a table function is given; shorter ones would leave no word whole. */
  keepSecret(texts: readonly string[]): void {
    for (const text of texts) if (text.length > 3) this.#secrets.add(text);
  }

  /** Runs a statement that has no result. */
  async command(query: string, more: Record<string, number> = {}): Promise<void> {
    await this.#run((run) => this.#client.command({ query, ...run, clickhouse_settings: more }));
  }

  /** All rows of a SELECT. */
  async query(query: string): Promise<ResultRow[]> {
    const rows: ResultRow[] = [];
    for await (const batch of this.#batches(query, wholeResult)) rows.push(...batch);
    return rows;
  }

  /** The rows of a SELECT with the types of its columns; null where there are more than `most`. */
  async small(
    query: string,
    most: number,
  ): Promise<{ types: Record<string, string>; rows: ResultRow[] } | null> {
    const limited = `select * from (\n${query}\n) limit ${String(most + 1)}`;
    let types: Record<string, string> = {};
    const rows: ResultRow[] = [];
    for await (const batch of this.#batches(limited, {}, (found) => (types = found))) {
      rows.push(...batch);
      if (rows.length > most) return null;
    }
    return { types, rows };
  }

  /** The rows of a SELECT as they come. */
  rows(query: string): AsyncGenerator<ResultRow[]> {
    return this.#batches(query, {});
  }

  /** The result of a SELECT as text in a format of ClickHouse. */
  async *text(query: string): AsyncGenerator<Bytes> {
    const run = this.#begin();
    try {
      const { stream } = await this.#client.exec({ query, ...run.params });
      for await (const chunk of stream) yield chunk as Bytes;
    } catch (error) {
      throw this.#explain(error, run.params.abort_signal);
    } finally {
      this.#running.delete(run.params.query_id);
    }
  }

  /** Puts lines of TabSeparated text into a table; of no lines nothing is sent. */
  async insert(table: string, text: AsyncIterable<string> | readonly string[]): Promise<void> {
    const lines = Readable.from(text)[Symbol.asyncIterator]() as AsyncIterator<string>;
    let next = await lines.next();
    if (next.done) return;
    let failure: unknown;
    const guarded = async function* (): AsyncGenerator<Buffer> {
      try {
        for (; !next.done; next = await lines.next()) yield Buffer.from(next.value);
      } catch (error) {
        failure = error;
        throw error;
      }
    };
    await this.#run((run) =>
      this.#client.insert({
        table,
        values: Readable.from(guarded(), { objectMode: false }),
        format: 'TabSeparated',
        ...run,
      }),
    ).catch((error: unknown) => {
      throw failure ?? error;
    });
  }

  /** Stops every statement that is running, here and on the server; each fails with a UserError `cancelled`. */
  cancel(): Promise<void> {
    const ids = [...this.#running.keys()];
    for (const controller of this.#running.values()) controller.abort();
    if (ids.length === 0) return Promise.resolve();
    const names = ids.map((id) => `'${id}'`).join(', ');
    return this.#client.command({ query: `kill query where query_id in (${names}) sync` }).then(
      () => undefined,
      () => undefined, // the server ends them itself when nobody waits for them
    );
  }

  async close(): Promise<void> {
    await this.#client.close();
  }

  async *#batches(
    query: string,
    more: Record<string, number>,
    onTypes: (types: Record<string, string>) => void = () => undefined,
  ): AsyncGenerator<ResultRow[]> {
    const run = this.#begin();
    let stream: { destroy: () => unknown } | null = null;
    try {
      const format = 'JSONCompactEachRowWithNamesAndTypes';
      const result = await this.#client.query({ query, format, ...run.params, clickhouse_settings: more });
      const lines = result.stream();
      stream = lines;
      let names: string[] | null = null;
      let types: string[] | null = null;
      for await (const part of lines) {
        const batch: ResultRow[] = [];
        for (const line of part) {
          const values = line.json<Cell[]>();
          if (names === null) names = (values as string[]).map(plainName);
          else if (types === null) {
            types = values as string[];
            onTypes(Object.fromEntries(names.map((name, at) => [name, (values as string[])[at] ?? ''])));
          } else batch.push(rowOf(names, types, values));
        }
        for (let at = 0; at < batch.length; at += rowsPerBatch) yield batch.slice(at, at + rowsPerBatch);
      }
    } catch (error) {
      throw this.#explain(error, run.params.abort_signal);
    } finally {
      this.#running.delete(run.params.query_id);
      stream?.destroy();
    }
  }

  async #run<Result>(work: (run: Running['params']) => Promise<Result>): Promise<Result> {
    const { params } = this.#begin();
    try {
      return await work(params);
    } catch (error) {
      throw this.#explain(error, params.abort_signal);
    } finally {
      this.#running.delete(params.query_id);
    }
  }

  #begin(): Running {
    const controller = new AbortController();
    const query_id = crypto.randomUUID();
    this.#running.set(query_id, controller);
    return { params: { query_id, abort_signal: controller.signal } };
  }

  #explain(error: unknown, signal: AbortSignal): unknown {
    if (signal.aborted) return cancelled();
    const hide = (text: string): string =>
      [...this.#secrets].reduce((shown, secret) => shown.replaceAll(secret, '...'), text);
    return explained(error, { address: this.address, queryTimeout: this.#queryTimeout, hide });
  }
}

interface Running {
  params: { query_id: string; abort_signal: AbortSignal };
}

const rowsPerBatch = 4096;

/** A column that several joined relations have comes back with the name of its relation before it. */
const plainName = (name: string): string => name.replace(/^\w+\.(?=\w+$)/, '');

function rowOf(names: readonly string[], types: readonly string[], values: readonly Cell[]): ResultRow {
  const row: ResultRow = {};
  for (let at = 0; at < names.length; at += 1) {
    row[names[at] ?? ''] = plainCell(values[at] ?? null, types[at] ?? '');
  }
  return row;
}
