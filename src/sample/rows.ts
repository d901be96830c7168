import { hireTeam } from './agents.js';
import { stillOpen } from './chat.js';
import type { Chat } from './chat.js';
import { createClock, duration } from './clock.js';
import type { Clock } from './clock.js';
import { makeChat } from './make-chat.js';
import { below, createRandom } from './random.js';
import type { Random } from './random.js';
import { createRota } from './shifts.js';
import { createUsers } from './users.js';
import { chatsPerDay, spanDays, startsOfDay } from './volume.js';

const DAY_SECONDS = 86_400;
const MOST_LATE_CHATS = 200;
const LATE_SHARE = 0.02;
const OPEN_AMONG_LATE = 0.15;
const MOST_ROOMS_BETWEEN = 12;

/** Yields the rows of the export, each with its line feed, by their start. See `sampleCsv` for the options. */
export function* sampleRows(chats: number, seed: number, from: string): Generator<string> {
  const clock = createClock(from);
  const random = createRandom(seed, 1);
  const nextUser = createUsers(createRandom(seed, 2));
  let room = 30_000_000 + below(random, 10_000_000);
  const firstLate = chats - Math.ceil(Math.min(MOST_LATE_CHATS, chats * LATE_SHARE));
  let index = 0;
  for (const chat of chatsByStart(chats, seed, clock.firstWeekday, random)) {
    const isOpen = index >= firstLate && random.next() < OPEN_AMONG_LATE;
    room += 1 + below(random, MOST_ROOMS_BETWEEN);
    index += 1;
    yield rowOf(room, nextUser(), isOpen ? stillOpen(chat) : chat, clock);
  }
}

function* chatsByStart(chats: number, seed: number, firstWeekday: number, random: Random): Generator<Chat> {
  const setUp = createRandom(seed, 3);
  const days = spanDays(chats);
  const rota = createRota(hireTeam(chats, days, setUp), firstWeekday, createRandom(seed, 4));
  for (const [day, count] of chatsPerDay(chats, days, firstWeekday, setUp).entries()) {
    rota.openDay(day + 1);
    for (const second of startsOfDay(count, random)) yield makeChat(day * DAY_SECONDS + second, rota, random);
  }
}

function rowOf(room: number, user: string, chat: Chat, clock: Clock): string {
  const time = (seconds: number | null): string => (seconds === null ? '-' : clock.timestamp(seconds));
  const length = (seconds: number | null): string => (seconds === null ? '-' : duration(seconds));
  const closing = `${chat.closedBy ?? '-'},${chat.reason ?? '-'}`;
  const times = `${time(chat.startedAt)},${time(chat.endedAt)},${time(chat.assignedAt)}`;
  return `${room},${user},${closing},${times},${length(botSeconds(chat))},${length(chat.agentResponse)},${chat.rating}\n`;
}

/** The bot's greeting, not after the chat's end. */
function botSeconds({ botResponse, startedAt, endedAt }: Chat): number | null {
  return botResponse === null || endedAt === null ? botResponse : Math.min(botResponse, endedAt - startedAt);
}
