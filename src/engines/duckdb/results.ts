import { DuckDBTypeId, type DuckDBResultReader } from '@duckdb/node-api';
import type { Cell, ResultRow } from '../engine.js';

const wholeNumbers = new Set<DuckDBTypeId>([
  DuckDBTypeId.BIGINT,
  DuckDBTypeId.UBIGINT,
  DuckDBTypeId.HUGEINT,
  DuckDBTypeId.UHUGEINT,
  DuckDBTypeId.DECIMAL,
]);

/** Rows as plain values: every number a number, dates and timestamps as text. */
export function resultRows(reader: DuckDBResultReader): ResultRow[] {
  const names = reader.columnNames();
  const isWhole = reader.columnTypes().map((type) => wholeNumbers.has(type.typeId));
  return reader.getRowsJson().map((row) => {
    const entries = row.map((value, index) => [
      names[index],
      isWhole[index] && value !== null ? Number(value) : value,
    ]);
    return Object.fromEntries(entries) as Record<string, Cell>;
  });
}
