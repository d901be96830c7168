import type { Cell, ColumnTypes, ResultRow } from '../engine.js';
import { identifier, literal } from './sql-text.js';

const duckDbTypes: Record<ColumnTypes[string], string> = {
  text: 'varchar',
  integer: 'bigint',
  float: 'double',
  boolean: 'boolean',
  date: 'date',
  timestamp: 'timestamp',
};

const rowsPerStatement = 1000;

/** The statements that make a table of plain values; every value is a literal of its column's type. */
export function insertSql(name: string, types: ColumnTypes, rows: readonly ResultRow[]): string[] {
  const columns = Object.entries(types);
  const statements = [
    `create or replace table ${name} (${columns.map(([column, type]) => `${identifier(column)} ${duckDbTypes[type]}`).join(', ')})`,
  ];
  for (let start = 0; start < rows.length; start += rowsPerStatement) {
    const values = rows.slice(start, start + rowsPerStatement).map((row) => {
      return `(${columns.map(([column]) => valueSql(row[column] ?? null)).join(', ')})`;
    });
    statements.push(`insert into ${name} values ${values.join(', ')}`);
  }
  return statements;
}

function valueSql(value: Cell): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return literal(value);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new TypeError('A value of a table is no text, number or truth.');
}
