import { afterAll, afterEach, beforeAll } from 'vitest';
import {
  openClickHouse,
  type ClickHouse,
  type ClickHouseSettings,
} from '../../../src/engines/clickhouse/clickhouse-engine.js';
import { serverAddress } from '../../../src/engines/clickhouse/server-address.js';
import { commonSettings } from './chdb.js';
import { httpServer, type HttpServer } from './http-server.js';

/** A server for the tests of one file, and engines on it. */
export interface ServerDesk {
  readonly server: HttpServer;
  /** An engine at an address without `clickhouse://`, in which HOST is the server. */
  open: (rest?: string, changed?: Partial<ClickHouseSettings>) => Promise<ClickHouse>;
  /** Until a statement with this in it has come to the server. */
  asked: (part: string) => Promise<void>;
  /** Names of the temporary tables that are there now. */
  scratchTables: () => Promise<string[]>;
}

/** Starts a server before the tests of a file and ends it after them; what a test has it do is over after that test. */
export function serverDesk(shards: string[] | null = null): ServerDesk {
  let server: HttpServer;
  beforeAll(async () => {
    server = await httpServer(shards);
  });
  afterEach(() => server.interfere(() => null));
  afterAll(() => server.close());
  return {
    get server() {
      return server;
    },
    open: (rest = 'HOST/default', changed = {}) =>
      openClickHouse({
        ...commonSettings,
        address: serverAddress(`clickhouse://${rest.replace('HOST', server.host)}`),
        ...changed,
      }),
    asked: async (part) => {
      while (!server.asked.some(({ query }) => query.includes(part)))
        await new Promise((resolve) => setTimeout(resolve, 10));
    },
    scratchTables: async () => {
      const text = await server.run(
        "select name from system.tables where startsWith(name, 'chat_metrics_run_') order by name",
      );
      return text.split('\n').filter((name) => name !== '');
    },
  };
}
