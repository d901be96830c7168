import { createChdbConnection } from 'chdb/connection';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  openClickHouse,
  type ClickHouse,
  type ClickHouseSettings,
} from '../../../src/engines/clickhouse/clickhouse-engine.js';
import { serverAddress } from '../../../src/engines/clickhouse/server-address.js';
import { openDuckDb } from '../../../src/engines/duckdb/duckdb-engine.js';
import { fileSource } from '../../../src/engines/duckdb/files.js';

/** What every engine under test is opened with. */
export const commonSettings: ClickHouseSettings = {
  address: serverAddress('clickhouse://127.0.0.1/default'),
  password: '',
  queryTimeout: null,
  openReader: () => openDuckDb({ threads: 1 }),
  spool: async (name, text) => {
    const path = join(tmpdir(), `chat-metrics-spool-${crypto.randomUUID()}`);
    await writeFile(path, text);
    return fileSource(path, name);
  },
};

/** ClickHouse in this process, behind the official client. */
export function openChdb(changed: Partial<ClickHouseSettings> = {}): Promise<ClickHouse> {
  const connection = createChdbConnection({ path: ':memory:' });
  return openClickHouse({ ...commonSettings, connection, ...changed });
}

/** The same for a user who may read and nothing else, which chdb does not know: whoever makes a table is refused. */
export function withoutRights(changed: Partial<ClickHouseSettings> = {}): Promise<ClickHouse> {
  const connection = createChdbConnection({ path: ':memory:' });
  const refusing = new Proxy(connection, {
    get: (target, name: keyof typeof connection) => {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      return (params: { query?: string }) => {
        if (/^\s*(create|insert|drop|alter|truncate)/i.test(params?.query ?? '')) throw denied();
        return (member as (...all: unknown[]) => unknown).call(target, params);
      };
    },
  });
  return openClickHouse({ ...commonSettings, connection: refusing, ...changed });
}

function denied(): Error {
  const message =
    "reader: Not enough privileges. To execute this query, it's necessary to have the grant CREATE TABLE ON default.*.";
  return Object.assign(new Error(message), { code: '497', type: 'ACCESS_DENIED' });
}
