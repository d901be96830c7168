import type { DuckDBDataChunk, DuckDBResult } from '@duckdb/node-api';
import type { Cell, ResultRow } from '../engine.js';
import { dayText, momentText } from '../duckdb-sql/plain-values.js';
import { DuckDBTypeId } from './node-api.js';

/** Names and types of a result's columns. */
type Columns = Pick<DuckDBResult, 'columnNames' | 'columnTypeId'>;

/** Rows as plain values: every number a number, dates and timestamps as text. */
export function resultRows(columns: Columns, chunks: readonly DuckDBDataChunk[]): ResultRow[] {
  const rows: ResultRow[] = [];
  for (const chunk of chunks) addRows(rows, columns, chunk);
  return rows;
}

/** The same rows, some thousands at a time, of a result that is still being computed. */
export async function* resultBatches(result: DuckDBResult): AsyncGenerator<ResultRow[]> {
  for (
    let chunk = await result.fetchChunk();
    chunk && chunk.rowCount > 0;
    chunk = await result.fetchChunk()
  ) {
    yield resultRows(result, [chunk]);
  }
}

function addRows(rows: ResultRow[], columns: Columns, chunk: DuckDBDataChunk): void {
  const names = columns.columnNames();
  const empty: ResultRow = Object.fromEntries(names.map((name) => [name, null]));
  const [first, count] = [rows.length, chunk.rowCount];
  // a copy has room for all columns at once
  for (let row = 0; row < count; row++) rows.push({ ...empty });
  for (const [index, name] of names.entries()) {
    const vector = chunk.getColumnVector(index);
    const plain = converters[columns.columnTypeId(index)];
    for (let row = 0; row < count; row++) {
      const value = vector.getItem(row) as Cell;
      const target = rows[first + row];
      if (value !== null && target) target[name] = plain ? plain(value as never) : value;
    }
  }
}

const converters: Partial<Record<number, (value: never) => Cell>> = {
  [DuckDBTypeId.BIGINT]: Number,
  [DuckDBTypeId.UBIGINT]: Number,
  [DuckDBTypeId.HUGEINT]: Number,
  [DuckDBTypeId.UHUGEINT]: Number,
  [DuckDBTypeId.DECIMAL]: (value: { toDouble: () => number }) => value.toDouble(),
  [DuckDBTypeId.DATE]: (value: { days: number }) => dayText(value.days),
  [DuckDBTypeId.TIMESTAMP]: (value: { micros: bigint }) => momentText(Number(value.micros)),
};
