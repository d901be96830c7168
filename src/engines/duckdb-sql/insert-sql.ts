import type { Cell, ColumnTypes, ResultRow } from '../engine.js';
import { identifier, literal } from '../shared-sql/sql-text.js';

type ColumnType = ColumnTypes[string];

const duckDbTypes: Record<ColumnType, string> = {
  text: 'varchar',
  integer: 'bigint',
  float: 'double',
  boolean: 'boolean',
  date: 'date',
  timestamp: 'timestamp',
};

/**
 * The statement that makes a table of plain values. Each column is one list, and one text where its values need no quotes:
 * planning takes its time for each literal.
 */
export function insertSql(name: string, types: ColumnTypes, rows: readonly ResultRow[]): string {
  const columns = Object.entries(types).map(([column, type]) => {
    const cells = rows.map((row) => row[column] ?? null);
    return `unnest(${listSql(type, cells)}) as ${identifier(column)}`;
  });
  return `create or replace table ${name} as select ${columns.join(', ')}`;
}

function listSql(type: ColumnType, cells: readonly Cell[]): string {
  const list =
    type === 'text'
      ? `[${cells.map((cell) => (cell === null ? 'null' : literal(String(cell)))).join(', ')}]`
      : literal(`[${cells.map(String).join(', ')}]`);
  return `cast(${list} as ${duckDbTypes[type]}[])`;
}
