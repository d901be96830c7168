import { DuckDBInstance } from '@duckdb/node-api';
import { readingDigest, rowsDigestSql } from '../../src/engines/duckdb/kept-digest.js';

/** Runs SQL in a database file, as anybody may; gives the rows of the last statement. */
export async function inDatabase(path: string, ...statements: string[]): Promise<unknown[][]> {
  const instance = await DuckDBInstance.create(path);
  const connection = await instance.connect();
  try {
    let rows: unknown[][] = [];
    for (const sql of statements) rows = (await connection.runAndReadAll(sql)).getRows();
    return rows;
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** Makes the digests of a cache fit what is in it, as one who knows this program can. */
export async function forgeDigests(cache: string): Promise<void> {
  for (const [key, ...more] of await inDatabase(cache, 'select * exclude (digest) from readings')) {
    const fields = [key, ...more].map(String);
    const [[rows] = []] = await inDatabase(cache, rowsDigestSql(fields[8] ?? ''));
    const digest = readingDigest(fields, String(rows));
    await inDatabase(cache, `update readings set digest = '${digest}' where key = '${String(key)}'`);
  }
}

/** Takes the first chat out of each kept reading: a report without it was made from the cache. */
export async function forgeOneChatLess(cache: string): Promise<void> {
  for (const [table] of await inDatabase(cache, 'select rows_table from readings'))
    await inDatabase(cache, `delete from ${String(table)} where rowid = 0`);
  await forgeDigests(cache);
}
