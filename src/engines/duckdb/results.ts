import { DuckDBTypeId, type DuckDBResult, type DuckDBResultReader } from '@duckdb/node-api';
import type { Cell, ResultRow } from '../engine.js';
import { dayText, momentText, rowsOfColumns } from '../duckdb-sql/plain-values.js';

/** Rows as plain values: every number a number, dates and timestamps as text. */
export function resultRows(reader: DuckDBResultReader): ResultRow[] {
  return plainRows(reader, reader.getColumns(), reader.currentRowCount);
}

/** The same rows, some thousands at a time, of a result that is still being computed. */
export async function* resultBatches(result: DuckDBResult): AsyncGenerator<ResultRow[]> {
  for (
    let chunk = await result.fetchChunk();
    chunk && chunk.rowCount > 0;
    chunk = await result.fetchChunk()
  ) {
    yield plainRows(result, chunk.getColumns(), chunk.rowCount);
  }
}

function plainRows(
  result: Pick<DuckDBResult, 'columnNames' | 'columnTypeId'>,
  values: readonly (readonly unknown[])[],
  count: number,
): ResultRow[] {
  const names = result.columnNames();
  const columns = values.map((column, index) => plainValues(column, result.columnTypeId(index)));
  return rowsOfColumns(names, columns, count);
}

function plainValues(values: readonly unknown[], type: DuckDBTypeId): Cell[] {
  const plain = converters[type];
  return plain ? values.map((value) => (value === null ? null : plain(value as never))) : (values as Cell[]);
}

const converters: Partial<Record<DuckDBTypeId, (value: never) => Cell>> = {
  [DuckDBTypeId.BIGINT]: Number,
  [DuckDBTypeId.UBIGINT]: Number,
  [DuckDBTypeId.HUGEINT]: Number,
  [DuckDBTypeId.UHUGEINT]: Number,
  [DuckDBTypeId.DECIMAL]: (value: { toDouble: () => number }) => value.toDouble(),
  [DuckDBTypeId.DATE]: (value: { days: number }) => dayText(value.days),
  [DuckDBTypeId.TIMESTAMP]: (value: { micros: bigint }) => momentText(Number(value.micros)),
};
