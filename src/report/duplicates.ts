import duplicateRows from '../chats/duplicate_rows.sql?raw';
import keptChats from '../chats/kept_chats.sql?raw';
import keptLegs from '../chats/kept_legs.sql?raw';
import type { ReportOptions } from '../options/options.js';
import type { ReadFile } from './reading/read-file.js';

/** Which rows are of one chat: those with one id, in all files or in one file alone; and whether they are its parts. */
export type ChatIdentity = { idScope: ReportOptions['idScope']; rows: 'chat' | 'leg' };

/** What the options say about it, else what the rows of the files show. */
export function chatIdentity(
  { idScope, rows }: Pick<ReportOptions, 'idScope' | 'rows'>,
  files: readonly ReadFile[],
): ChatIdentity {
  return { idScope, rows: rows ?? (files.some(({ plan }) => plan.legs !== null) ? 'leg' : 'chat') };
}

/** The SELECT of the rows that are left out because another row of their chat counts. */
export function duplicateRowsSql(identity: ChatIdentity): string {
  return filled(duplicateRows, identity);
}

/** The SELECT of the chats, each once. */
export function keptChatsSql(identity: ChatIdentity): string {
  return identity.rows === 'leg' ? filled(keptLegs, identity) : keptChats;
}

function filled(sql: string, { idScope, rows }: ChatIdentity): string {
  const latest =
    rows === 'leg'
      ? 'raw_chats.started_at desc'
      : 'case when raw_chats.ended_at >= raw_chats.started_at then raw_chats.ended_at end desc nulls last';
  return sql
    .replace('{latest}', latest)
    .replaceAll('{of_file}', idScope === 'file' ? ', source_file' : '')
    .replace('{same_file}', idScope === 'file' ? ' and kept.source_file = dropped.source_file' : '');
}
