import type { Sql } from '../../engines/engine.js';
import { listed } from '../../options/listed.js';
import { mention } from '../../options/mention.js';

/** How many names are told. */
const mostNames = 5;

/** What to say of closers that stand for nobody, whose chats are open. Reads the relations `spellings` and `closers`. */
export async function nobodyNotes(engine: Sql): Promise<string[]> {
  const found = await engine.query(`select closers.closed_by as name, sum(spellings.chats) as open_chats
    from spellings join closers on closers.closed_by = spellings.closed_by
    where closers.is_nobody group by closers.closed_by order by open_chats desc, name`);
  if (found.length === 0) return [];
  const chats = found.reduce((sum, row) => sum + Number(row['open_chats']), 0);
  const names = found.map(({ name }) => `"${String(name)}"`);
  const [is, their] =
    chats === 1 ? ['1 chat is', 'its'] : [`${chats.toLocaleString('en')} chats are`, 'their'];
  const first = String(found[0]?.['name']);
  return [
    `${is} open because ${their} closer stands for nobody: ${listed(names, mostNames)}. If that is a bot: ${mention('bots', `"System,Bot,${first}"`)}. If it is a person: ${mention('nobody', '-')}, or the names that stand for nobody.`,
  ];
}
