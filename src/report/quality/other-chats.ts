import otherChats from '../../chats/other_chats.sql?raw';
import { sourceOf } from '../../chats/ordinals.js';
import type { ResultRow, Sql } from '../../engines/engine.js';
import { mention } from '../../options/mention.js';
import type { ReadFile } from '../reading/read-file.js';
import type { ReportWarning } from '../report.js';

/** What speaks for it that a row left out as a duplicate is of another chat. */
type Sign = 'user' | 'start' | 'leg';

const kinds: Record<Sign, string> = {
  user: 'id_of_another_user',
  start: 'id_of_another_start',
  leg: 'id_of_another_part',
};

/** Warnings of rows that were left out beside another row of their id, though they may be of another chat. */
export async function otherChatWarnings(
  files: readonly ReadFile[],
  rows: 'chat' | 'leg',
  engine: Sql,
): Promise<ReportWarning[]> {
  const found = await engine.query(otherChats);
  const signs: readonly Sign[] = rows === 'leg' ? ['user'] : ['user', 'start', 'leg'];
  return signs.flatMap((sign) => {
    const examples = found.filter(({ other }) => other === sign);
    const [first] = examples;
    if (!first) return [];
    return [
      {
        kind: kinds[sign],
        message: messageOf(sign, Number(first['rows_in_other_files']) > 0),
        rows: Number(first['rows_of_kind']),
        examples: examples.map((row) => exampleOf(row, files)),
      },
    ];
  });
}

function messageOf(sign: Sign, isInOtherFiles: boolean): string {
  const what: Record<Sign, string> = {
    user: 'Rows have the id of another row, but another user: they do not count, and may be other chats.',
    start:
      'Rows have the id of another row, but start an hour or more apart: they do not count, and may be other chats.',
    leg: 'Rows have the id of another row, but another start: only the one that ended last counts.',
  };
  const perFile = `If each file counts its ids on its own: ${mention('idScope', 'file')}.`;
  const legs = `If rows of one id are parts of one chat: ${mention('rows', 'leg')}.`;
  const map = `If another column holds the id of a chat: ${mention('map', 'chat_id=HEADING')}.`;
  const ways = [isInOtherFiles ? [perFile] : [], sign === 'user' ? [] : [legs], isInOtherFiles ? [] : [map]];
  return [what[sign], ...ways.flat()].join(' ');
}

function exampleOf(row: ResultRow, files: readonly ReadFile[]): ReportWarning['examples'][number] {
  const fileOf = (ordinal: ResultRow[string] | undefined): string =>
    files[sourceOf(Number(ordinal)).file]?.plan.file.name ?? '';
  const [file, kept] = [fileOf(row['source_ordinal']), fileOf(row['kept_ordinal'])];
  const told = (user: unknown, start: unknown): string =>
    [...(typeof user === 'string' ? [user.slice(0, 80)] : []), String(start)].join(', ');
  const where = file === kept ? '' : ` of ${kept.replace(/^.*[\\/]/, '')}`;
  return {
    file,
    chat_id: String(row['chat_id']),
    value: `${told(row['user_id'], row['started_at'])}, beside ${told(row['kept_user_id'], row['kept_started_at'])}${where}`,
  };
}
