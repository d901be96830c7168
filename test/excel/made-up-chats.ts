import { chatTable } from '../../src/metrics/chat-columns.js';
import type { Report, Row, Value } from '../../src/report/report.js';
import { madeUpReport } from './made-up-report.js';

/** A made-up chat; the same number gives the same chat. */
export function madeUpChat(number: number, values: Record<string, Value> = {}): Row {
  const isBot = number % 3 === 0;
  const day = `2021-02-${String((number % 28) + 1).padStart(2, '0')}`;
  return {
    ...Object.fromEntries(chatTable.columns.map(({ id }) => [id, null])),
    chat_id: `000${String(number)}`,
    user_id: `user ${String(number % 7)}`,
    started_at: `${day} 09:00:34`,
    ended_at: `${day} 09:10:00`,
    period_start: day,
    period_label: day,
    weekday: (number % 7) + 1,
    half_hour: '09:00',
    is_business_hours: number % 2 === 0,
    closer: isBot ? 'bot' : 'agent',
    closed_by: isBot ? 'System' : 'Asha',
    agent: isBot ? null : 'Asha',
    resolution_seconds: 566,
    csat_score: 4.5,
    is_closed_by_bot: isBot ? 1 : 0,
    ...values,
  };
}

export function madeUpChats(count: number): Row[] {
  return Array.from({ length: count }, (_, number) => madeUpChat(number));
}

/** A report that counts so many chats. */
export function reportOf(chats: number): Report {
  return madeUpReport({ agents: ['Asha'], days: 1, chatsPerDay: chats });
}

interface Batches {
  chats: AsyncIterable<Row[]>;
  isOpen: () => boolean;
  isClosed: () => boolean;
}

/** The same rows in batches; tells whether the reader has begun to ask for them, and whether it has stopped. */
export function inBatches(rows: Row[], size = 7): Batches {
  let [isOpen, isClosed] = [false, false];
  async function* batches(): AsyncGenerator<Row[]> {
    isOpen = true;
    try {
      for (let at = 0; at < rows.length; at += size) yield await Promise.resolve(rows.slice(at, at + size));
    } finally {
      isClosed = true;
    }
  }
  return { chats: batches(), isOpen: () => isOpen, isClosed: () => isClosed };
}

/** All pieces of a file. */
export async function joined(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return new Uint8Array(Buffer.concat(all));
}
