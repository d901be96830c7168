import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { MakeFile } from './generated.js';

/** What DuckDB writes of a query in a format. */
async function written(query: string, format: string): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'bad-files-'));
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  await connection.run(`copy (${query}) to '${join(folder, 'file')}' (${format})`);
  connection.closeSync();
  instance.closeSync();
  const bytes = readFileSync(join(folder, 'file'));
  rmSync(folder, { recursive: true });
  return bytes;
}

const chats = `select range as "RoomCode", 'Agent ' || range % 7 as "ClosedBy",
  timestamp '2021-02-01' + interval 1 minute * range as "ChatStartTime" from range(20000)`;

const nested = `select * from (values
  (1, {'name': 'Asha', 'teams': ['a', 'b']}, timestamp '2021-02-15 09:00:00', [{'score': 5}]),
  (2, {'name': 'Ravi', 'teams': []}, timestamp '2021-02-15 10:00:00', [])
) chats("RoomCode", "ClosedBy", "ChatStartTime", "Ratings")`;

const half = (bytes: Buffer): Buffer => bytes.subarray(0, Math.floor(bytes.length / 2));

export const columnarFiles: Record<string, MakeFile> = {
  'zstd-cut-off': async (path) =>
    writeFileSync(path, half(await written(chats, 'format csv, compression zstd'))),
  'parquet-cut-off': async (path) => writeFileSync(path, half(await written(chats, 'format parquet'))),
  'parquet-nested': async (path) => writeFileSync(path, await written(nested, 'format parquet')),
  'parquet-only-magic': (path) => writeFileSync(path, 'PAR1PAR1'),
};
