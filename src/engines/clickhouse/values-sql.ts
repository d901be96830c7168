import type { ColumnTypes, ResultRow } from '../engine.js';
import { identifier, literal } from './dialect.js';
import { columnTypes } from './plain-cells.js';

/** What holds each column of plain values. */
export function typesOf(types: ColumnTypes): Record<string, string> {
  return Object.fromEntries(Object.entries(types).map(([name, type]) => [name, columnTypes[type]]));
}

/**
 * A SELECT of plain values; `types` are those of ClickHouse, by column. They are one text, read by a plain function: every
 * user may do that, while `format(...)` is forbidden to one with `readonly = 1`, and `values(...)` takes long for many rows.
 */
export function valuesSql(types: Record<string, string>, rows: readonly ResultRow[]): string {
  const names = Object.keys(types);
  const cells = rows.map((row) => names.map((name) => row[name] ?? null));
  const rowType = `Array(Tuple(${Object.values(types).join(', ')}))`;
  const columns = names.map((name, at) => `tupleElement(cells, ${String(at + 1)}) as ${identifier(name)}`);
  return `select ${columns.join(', ')} from (
    select arrayJoin(JSONExtract(${literal(JSON.stringify(cells))}, ${literal(rowType)})) as cells)`;
}
