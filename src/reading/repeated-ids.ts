import { unusableInput } from '../errors.js';
import { clean } from '../files/text.js';
import { mention } from '../options/mention.js';
import { nameKey } from '../options/names.js';
import { dateLayout } from './dates/layout.js';
import type { FieldColumns } from './match-headings.js';
import type { ReadingRules } from './rules.js';

/** What the first rows say where most of them share their id with others: an example of such an id and its rows. */
export interface RepeatedIds {
  /** A row per message, or a row per part that an agent had of a chat. */
  kind: 'message' | 'leg';
  id: string;
  rows: number;
  from: string;
  to: string;
}

/** One id in so many rows proves nothing where no other id is repeated. */
const fewestOfOne = 5;

/**
 * Whether most of the first rows are parts of one chat with others: one id and one user, and other starts. Rows that the file
 * itself says are no chats do not count. Parts have ends of their own; messages have none, or all that of their chat.
 */
export function repeatedIds(
  columns: FieldColumns,
  sample: readonly string[][],
  { conditions }: Pick<ReadingRules, 'conditions'>,
): RepeatedIds | null {
  const { chat_id: id, started_at: start, user_id: user, ended_at: end, chat_when: when } = columns;
  if (id === undefined || start === undefined) return null;
  const cell = (row: readonly string[], column: number | undefined): string | null =>
    column === undefined ? null : clean(row[column] ?? '');
  const isChat = (row: readonly string[]): boolean =>
    !conditions.chat_when || conditions.chat_when.map(nameKey).includes(nameKey(cell(row, when) ?? ''));
  const groups = new Map<string, string[][]>();
  for (const row of sample) {
    const key = cell(row, id);
    if (key !== null && dateLayout(cell(row, start) ?? '') !== null && isChat(row))
      groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const distinct = (rows: readonly string[][], column: number | undefined): number =>
    new Set(rows.flatMap((row) => cell(row, column) ?? [])).size;
  const shared = [...groups].filter(
    ([, rows]) => rows.length > 1 && distinct(rows, user) <= 1 && distinct(rows, start) > 1,
  );
  const count = (all: readonly (readonly [string, string[][]])[]): number =>
    all.reduce((sum, [, rows]) => sum + rows.length, 0);
  const [first] = shared;
  if (!first || count(shared) * 2 < count([...groups])) return null;
  if (shared.length === 1 && first[1].length < fewestOfOne) return null;
  const legs = shared.filter(([, rows]) => distinct(rows, end) > 1);
  const starts = first[1].map((row) => cell(row, start) ?? '');
  return {
    kind: legs.length * 2 > shared.length ? 'leg' : 'message',
    id: first[0],
    rows: first[1].length,
    from: starts[0] ?? '',
    to: starts.at(-1) ?? '',
  };
}

/** What the rows of an id are, for people. */
export function repeatedInWords({ id, rows, from, to }: RepeatedIds): string {
  return `${id} has ${rows.toLocaleString('en')} rows, from ${from} to ${to}`;
}

/**
 * Refuses a file of messages, unless the user says what its rows are.
 * @throws UserError that says so.
 */
export function checkRowsAreChats(
  file: string,
  found: RepeatedIds | null,
  rows: 'chat' | 'leg' | null,
): void {
  if (found?.kind !== 'message' || rows !== null) return;
  throw unusableInput(
    'rows_are_messages',
    `${file} seems to have one row per message or event, not one per chat: ${repeatedInWords(found)}.`,
    `Export the chats themselves, or read the rows of one id as one chat (first start, last end, last agent): ${mention('rows', 'leg')}. If each row is a chat all the same, and of rows with one id the last one counts: ${mention('rows', 'chat')}. If another column holds the id of a chat: ${mention('map', 'chat_id=HEADING')}.`,
    { file },
  );
}
