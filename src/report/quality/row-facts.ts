import faultyRows from '../../chats/faulty_rows.sql?raw';
import type { ResultRow, Sql } from '../../engines/engine.js';
import { cutIdColumns } from './id-notes.js';
import { unitColumns } from './unit-warnings.js';

/** What is asked of all rows at once. */
export interface RowFacts {
  /** Of each file: its ordinal as `source_file`, its `sound_rows`, and the columns that notes and warnings rest on. */
  files: ResultRow[];
  /** Counts of chats by what became of them, and when the first and the last of the range start. */
  chats: ResultRow;
}

/** Asks for them: of the rows in one pass. Makes the relation `faulty_rows`. */
export async function findRowFacts(engine: Sql): Promise<RowFacts> {
  await engine.createTable('faulty_rows', faultyRows);
  const files = await engine.query(
    `select source_file, count(*) as sound_rows, ${[...unitColumns, ...cutIdColumns].join(', ')}
      from raw_chats group by source_file`,
  );
  const [chats = {}] = await engine.query(chatsSql);
  return { files, chats };
}

const chatsSql = `select
  spelled.chats as ranged,
  spelled.first_at as first_at,
  spelled.last_at as last_at,
  dropped.chats as duplicate,
  dropped.equal_chats as duplicate_equal,
  used.chats as used,
  faulty.rows as faulty,
  placeholders.names as nobody,
  dropped.other_chats as other,
  kept.chats as kept
from (select coalesce(sum(chats), 0) as chats from kept_days) as kept
cross join (select coalesce(sum(chats), 0) as chats, min(first_at) as first_at, max(last_at) as last_at from spellings)
  as spelled
cross join (
  select count(*) as chats, count(*) filter (where is_equal) as equal_chats, count(other) as other_chats
  from duplicate_rows
) as dropped
cross join (select count(*) as rows from faulty_rows) as faulty
cross join (select count(*) filter (where is_nobody) as names from closers) as placeholders
cross join (select count(*) as chats from chats) as used`;
