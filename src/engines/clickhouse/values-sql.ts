import type { ColumnTypes, ResultRow } from '../engine.js';
import { identifier, literal } from './dialect.js';
import { columnTypes, tabSeparated } from './plain-cells.js';

/** What holds each column of plain values. */
export function typesOf(types: ColumnTypes): Record<string, string> {
  return Object.fromEntries(Object.entries(types).map(([name, type]) => [name, columnTypes[type]]));
}

/** A SELECT of plain values; `types` are those of ClickHouse, by column. */
export function valuesSql(types: Record<string, string>, rows: readonly ResultRow[]): string {
  const columns = Object.entries(types).map(([name, type]) => `${identifier(name)} ${type}`);
  const none = [Object.fromEntries(Object.keys(types).map((name) => [name, null]))];
  const data = literal(tabSeparated(Object.keys(types), rows.length > 0 ? rows : none));
  const source = `select * from format('TabSeparated', ${literal(columns.join(', '))}, ${data})`;
  return rows.length > 0 ? source : `${source} where false`;
}
