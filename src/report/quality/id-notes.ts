import type { ResultRow } from '../../engines/engine.js';

const isCut = `case when position('E+' in chat_id) > 0
  then regexp_matches(chat_id, '^[0-9]([.,][0-9]+)?E[+][0-9]+$') else false end`;

/** What `cutIdNotes` asks of the rows of each file. */
export const cutIdColumns: readonly string[] = [
  `count(*) filter (where ${isCut}) as cut_ids`,
  `min(case when ${isCut} then chat_id end) as cut_id`,
];

/** What to say of chat ids that Excel turned into numbers such as 1.23457E+15, which several chats may share. */
export function cutIdNotes(files: readonly ResultRow[]): string[] {
  const count = files.reduce((sum, { cut_ids }) => sum + Number(cut_ids), 0);
  if (count === 0) return [];
  const [example] = files.flatMap(({ cut_id }) => (typeof cut_id === 'string' ? [cut_id] : [])).sort();
  const rows = count === 1 ? '1 row has a chat id' : `${count.toLocaleString('en')} rows have chat ids`;
  return [
    `${rows} such as ${String(example)}, which is how Excel cuts a long number: different chats may have become one. Export the file again, and do not save it in Excel.`,
  ];
}
