import type { Engine } from '../engines/engine.js';

const cutIdsSql = `select count(*) as ids, min(chat_id) as example from raw_chats
  where position('E+' in chat_id) > 0 and regexp_matches(chat_id, '^[0-9]([.,][0-9]+)?E[+][0-9]+$')`;

/** What to say of chat ids that Excel turned into numbers such as 1.23457E+15, which several chats may share. */
export async function cutIdNotes(engine: Engine): Promise<string[]> {
  const [{ ids, example } = {}] = await engine.query(cutIdsSql);
  const count = Number(ids);
  if (count === 0) return [];
  const rows = count === 1 ? '1 row has a chat id' : `${count.toLocaleString('en')} rows have chat ids`;
  return [
    `${rows} such as ${String(example)}, which is how Excel cuts a long number: different chats may have become one. Export the file again, and do not save it in Excel.`,
  ];
}
