import type { ResultRow, Sql } from '../engines/engine.js';
import { chatTable } from './chat-columns.js';
import chatRowsSql from './chat_rows.sql?raw';

const columns = chatTable.columns.map(({ id }) => id).join(', ');

/** The chats of the report that an engine has computed, in batches; rows have the columns of `chatTable`. */
export async function* chatRows(engine: Sql): AsyncGenerator<ResultRow[]> {
  await engine.createView('chat_rows', chatRowsSql);
  yield* engine.rows(`select ${columns} from chat_rows order by started_at_utc, source_ordinal`);
}
