import { dateFields, numberFields, wordFields } from '../../chats/columns.js';

/** The columns of a table of kept rows and their types, in the order in which files are read. */
export const rowColumns: readonly (readonly [name: string, type: string])[] = [
  ...wordFields.map((name) => [name, 'VARCHAR'] as const),
  ['is_chat', 'BOOLEAN'],
  ...dateFields.flatMap((name) => [[name, 'TIMESTAMP'] as const, [`${name}_layout`, 'UTINYINT'] as const]),
  ...numberFields.map((name) => [name, 'DOUBLE'] as const),
  ['unread', 'VARCHAR[]'],
];

const readingColumns = [
  'key',
  'path',
  'size',
  'mtime',
  'ctime',
  'inode',
  'kept_at',
  'hash',
  'rows_table',
  'text',
  'digest',
].map((name) => [name, 'VARCHAR'] as const);

/** What the file holds beside the tables of rows. */
export const aboutSql = definitionOf('about', [['format', 'VARCHAR']]);
export const readingsSql = definitionOf('readings', readingColumns);

/** As DuckDB writes down a table that has these columns and nothing else: no default, no check, no computed column. */
export function definitionOf(
  table: string,
  columns: readonly (readonly [name: string, type: string])[],
): string {
  return `CREATE TABLE ${table}(${columns.map(([name, type]) => `${name} ${type}`).join(', ')});`;
}

/** The number of a table of rows; null for any other name. */
export function numberOf(table: string): number | null {
  return /^rows_[1-9]\d{0,8}$/.test(table) ? Number(table.slice('rows_'.length)) : null;
}

/** The name of a table of rows. */
export function nameOf(number: number): string {
  return `rows_${String(Math.trunc(number))}`;
}

/** A SELECT of the tables of the attached database `kept`, with how they are defined. */
export const heldSql = `select table_name as name, schema_name as schema, sql, index_count as indexes
  from duckdb_tables() where database_name = 'kept'`;

/** A SELECT of the views in it: this program makes none. */
export const viewsSql = `select view_name as name from duckdb_views()
  where database_name = 'kept' and not internal`;

/** What the file holds, as `heldSql` gives it. */
export type Held = Record<string, unknown>;

/** Whether a name is that of a plain table with this definition alone. */
export function isTable(held: readonly Held[], name: string, definition: string): boolean {
  const found = held.filter((one) => one['name'] === name);
  return (
    found.length === 1 &&
    found.every(
      ({ schema, sql, indexes }) => schema === 'main' && unquoted(sql) === definition && indexes === 0,
    )
  );
}

/** DuckDB puts some of our names in quotes. */
function unquoted(sql: unknown): string {
  return String(sql).replace(/"([a-z_]+)"/g, '$1');
}
