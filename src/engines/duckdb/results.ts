import { DuckDBTypeId, type DuckDBResultReader } from '@duckdb/node-api';
import type { Cell, ResultRow } from '../engine.js';

/** Rows as plain values: every number a number, dates and timestamps as text. */
export function resultRows(reader: DuckDBResultReader): ResultRow[] {
  const names = reader.columnNames();
  const columns = reader.getColumns().map((values, index) => plainValues(values, reader.columnTypeId(index)));
  return Array.from({ length: reader.currentRowCount }, (_, row) => {
    const result: ResultRow = {};
    for (const [index, name] of names.entries()) result[name] = columns[index]?.[row] ?? null;
    return result;
  });
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
  [DuckDBTypeId.DATE]: (value: { days: number }) => isoText(value.days * 86_400_000).slice(0, 10),
  [DuckDBTypeId.TIMESTAMP]: (value: { micros: bigint }) =>
    isoText(Number(value.micros / 1000n)).replace('T', ' '),
};

/** `2021-02-01T09:00:34` of milliseconds since 1970. */
function isoText(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 19);
}
