import type { PlainRow } from './plain-reader.js';
import { genericProfile } from '../../../src/reading/profiles/generic-profile.js';
import type { Chat } from './chats.js';
import type { ReadTable } from './read-table.js';
import type { RatingsWriting } from './columns.js';
import type { WrittenTable } from './table.js';

const moments = ['started_at', 'ended_at', 'assigned_at'] as const;
const texts = ['user_id', 'closed_by', 'closing_reason'] as const;

/** What a table was read as otherwise than it was, and of which nothing is said. */
export function differences({ chats, ratings }: WrittenTable, read: ReadTable): string[] {
  const { rows, rejected, file } = read;
  if (rows.length + rejected !== chats.length)
    return [`${String(chats.length)} rows became ${String(rows.length)}, and ${String(rejected)} rejected`];
  const byId = new Map(chats.map((chat) => [plainId(chat.chat_id), chat]));
  const found = rows.flatMap((row) => {
    const chat = byId.get(plainId(String(row['chat_id'])));
    return chat ? differing(chat, row, read, ratings) : [`no chat is called ${String(row['chat_id'])}`];
  });
  const isJudged = file.plan.columns.csat_score !== undefined && file.plan.match.profile === genericProfile;
  if (isJudged && !isWarned(read) && chats.some((chat) => isMisjudged(chat, ratings, read)))
    found.push(`satisfied starts at ${String(read.satisfied)} of ${String(read.scale.max)}`);
  return found;
}

const isWarned = ({ warnings }: ReadTable): boolean => warnings.some(({ kind }) => kind === 'doubtful_scale');

/** Whether a chat would count among the satisfied ones though it is none, or the other way about. */
function isMisjudged({ csat_score: step }: Chat, { meant, max }: RatingsWriting, read: ReadTable): boolean {
  // fewer ratings than five, or low ones alone, do not show a scale of ten or a hundred steps
  const values = read.rows.flatMap((row) => row['csat_score'] ?? []).map(Number);
  if (step === null || values.length < 5 || (max > 5 && Math.max(...values) <= 5)) return false;
  return read.scale.max === max && meant(step) >= read.satisfied !== step >= 3;
}

/** Words of one scale may be those of another one too: which was taken is told. */
function isOnOtherScale(read: ReadTable): boolean {
  const isTold = isWarned(read) || read.notes.some((note) => note.includes('are read on the scale'));
  return read.file.plan.rating?.form === 'words' && isTold;
}

/** What `7.900` is where another column decides is told, with the option that says otherwise. */
function isReadAsOthersBearOut(field: string, { notes }: ReadTable): boolean {
  return notes.some(
    (note) => note.includes(`(${field}): "`) && note.includes('as the other values bear out'),
  );
}

const plainId = (id: string): string => id.replace(/^0+(?=\d)/, '');

function differing(chat: Chat, row: PlainRow, read: ReadTable, { meant }: RatingsWriting): string[] {
  const { file } = read;
  const isMissing = (field: keyof Chat): boolean => file.plan.columns[field] === undefined;
  const isDoubted = (field: keyof Chat): boolean =>
    isMissing(field) || file.plan.doubts.some((doubt) => doubt.field === field);
  const isOpen = ['undecided', 'conflict'].includes(file.decision.kind);
  const found: string[] = [];
  const check = (
    field: keyof Chat,
    wanted: string | number | null,
    got: string | number | null,
    isSaid: boolean,
  ): void => {
    if (got === wanted || isSaid) return;
    if (typeof got === 'number' && typeof wanted === 'number' && Math.abs(got - wanted) < 0.01) return;
    found.push(`${field} of ${chat.chat_id} is ${String(got)}, not ${String(wanted)}`);
  };
  for (const field of texts) check(field, chat[field], row[field] ?? null, isMissing(field));
  for (const field of moments) {
    const got = row[field] ?? null;
    const isUnread = got === null && (row[`${field}_text`] ?? null) !== null;
    check(field, chat[field], got, isOpen || isUnread || (got === null && isDoubted(field)));
  }
  const numbers = {
    agent_first_response_seconds: chat.agent_first_response_seconds,
    csat_score: chat.csat_score === null ? null : meant(chat.csat_score),
  };
  for (const [name, wanted] of Object.entries(numbers)) {
    const field = name as keyof typeof numbers;
    const got = (row[field] ?? null) === null ? null : Number(row[field]);
    const isOther = field === 'csat_score' ? isOnOtherScale(read) : isReadAsOthersBearOut(field, read);
    const isUnread =
      isOther || (got === null && ((row[`${field}_text`] ?? null) !== null || isDoubted(field)));
    check(field, wanted, got, isUnread);
  }
  return found;
}
