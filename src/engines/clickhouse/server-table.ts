import { bestMatch } from '../../reading/profiles/choose-profile.js';
import { dateFields } from '../../chats/columns.js';
import type { HeadingChoices } from '../../reading/heading.js';
import { readingRules } from '../../reading/rules.js';
import type { SourceFile } from '../../files/source.js';
import { streamOf, type Bytes } from '../../files/streams.js';
import { identifier } from './dialect.js';
import type { Server } from './server.js';
import type { TableExpression } from './table-expression.js';
import { isMoment, isMomentOfDay, type TableColumn } from './table-sql.js';

/** A table whose rows the server reads itself. */
export interface ServerTable {
  sql: string;
  columns: readonly TableColumn[];
}

/** A table as a file; `onServer` where its dates are dates, so that the rows need not leave the server. */
interface OpenedTable {
  file: SourceFile;
  onServer: ServerTable | null;
}

/** How many rows of a table are looked at to understand its columns. */
const rowsLookedAt = 1000;

/**
 * Opens a table: as it is on the server, or, where its dates are texts whose order of day and month must be found, as a
 * copy on this computer, which is then read like any other export.
 */
export async function openTable(
  server: Server,
  { sql: expression, shown, secrets }: TableExpression,
  choices: HeadingChoices,
  spool: (name: string, text: AsyncIterable<Uint8Array>) => Promise<SourceFile>,
): Promise<OpenedTable> {
  server.keepSecret(secrets);
  const sql = inDatabase(expression, server.address.database);
  const described = await server.query(`describe table ${sql}`);
  const columns = described.map(({ name, type }) => ({ name: String(name), type: String(type) }));
  const cells = columns.map((column) => `${cellSql(column)} as ${identifier(column.name)}`).join(', ');
  const csv = (rest: string): AsyncGenerator<Bytes> =>
    server.text(`select ${cells} from ${sql} as source ${rest} format CSVWithNames`);
  if (!hasMoments(columns, choices)) return { file: await spool(shown, csv('')), onServer: null };
  const file: SourceFile = {
    name: shown,
    bytes: null,
    isTable: true,
    open: () => streamOf(() => csv(`limit ${String(rowsLookedAt)}`)),
  };
  return { file, onServer: { sql, columns } };
}

/** A table with its database before it: alone it could have the name of a relation of ours. */
function inDatabase(expression: string, database: string): string {
  return /[.(]/.test(expression) ? expression : `${identifier(database)}.${expression}`;
}

/** A value as text: a moment with its zone, a missing value as an empty text. */
function cellSql(column: TableColumn): string {
  const name = `source.${identifier(column.name)}`;
  const utc = `formatDateTime(toDateTime64(${name}, 0, 'UTC'), '%Y-%m-%dT%H:%i:%SZ')`;
  return `coalesce(toString(${isMomentOfDay(column.type) ? utc : name}), '')`;
}

/** Whether every date of the table is a moment or a day, and none a text or a number. */
function hasMoments(columns: readonly TableColumn[], { map, profile }: HeadingChoices): boolean {
  const match = bestMatch(
    columns.map(({ name }) => name),
    map,
    profile,
  );
  const { after } = readingRules(match.profile, match.columns, {});
  return match.columns.every(({ field }, at) => {
    const isDate = (dateFields as readonly (string | null)[]).includes(field);
    const isAfter = (after as readonly (string | null)[]).includes(field);
    return !isDate || isAfter || isMoment(columns[at]?.type ?? '');
  });
}
