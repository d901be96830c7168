import type { Engine, ResultRow } from '../engines/engine.js';
import { chatTable } from './chat-columns.js';
import select from './chat_rows.sql?raw';

/** The chats of the report that an engine has computed, in batches; rows have the columns of `chatTable`. */
export async function* chatRows(engine: Engine): AsyncGenerator<ResultRow[]> {
  for await (const batch of engine.rows(select)) {
    checkColumns(batch);
    yield batch;
  }
}

function checkColumns([row]: readonly ResultRow[]): void {
  const missing = row && chatTable.columns.find(({ id }) => row[id] === undefined);
  if (missing) throw new Error(`The SQL of the chats lacks the column ${missing.id}.`);
}
