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
