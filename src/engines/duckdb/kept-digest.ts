import { createHash } from 'node:crypto';
import { rowColumns } from './kept-tables.js';

/** A SELECT of one text that depends on every value of every row and on their order. */
export function rowsDigestSql(table: string): string {
  const values = ['rowid', ...rowColumns.map(([name]) => name)].join(', ');
  return `select concat(count(*), ':', coalesce(sum(hash(${values})), 0)) as digest from ${table}`;
}

/** What holds a reading and its rows together: any change of one of them alone gives another text. */
export function readingDigest(reading: readonly string[], rows: string): string {
  return createHash('sha256')
    .update(JSON.stringify([...reading, rows]))
    .digest('hex');
}
