import { Type, type RecordBatch, type Vector } from 'apache-arrow';
import { dayText, momentText, rowsOfColumns } from '../duckdb-sql/plain-values.js';
import type { Cell, ResultRow } from '../engine.js';

/** Rows as plain values: every number a number, dates and timestamps as text. */
export function batchRows(batch: RecordBatch): ResultRow[] {
  const names = batch.schema.fields.map(({ name }) => name);
  const columns = names.map((_, index) => plainValues(batch.getChildAt(index)));
  return rowsOfColumns(names, columns, batch.numRows);
}

function plainValues(column: Vector | null): Cell[] {
  if (!column) return [];
  const plain = converters[(column.type as { typeId: Type }).typeId];
  return plain ? storedValues(column, plain) : (column.toJSON() as Cell[]);
}

/** The numbers that a column is stored as, made plain; null where there is none. */
function storedValues(column: Vector, plain: (value: never) => Cell): Cell[] {
  return column.data.flatMap((data) => {
    const values = data.values as ArrayLike<unknown>;
    return Array.from({ length: data.length }, (_, row) =>
      data.getValid(row) ? plain(values[row] as never) : null,
    );
  });
}

/** As DuckDB stores them: days and microseconds since 1970. */
const converters: Partial<Record<Type, (value: never) => Cell>> = {
  [Type.Int]: Number,
  [Type.Float]: Number,
  [Type.Date]: (days: number) => dayText(days),
  [Type.Timestamp]: (micros: bigint) => momentText(Number(micros)),
};
