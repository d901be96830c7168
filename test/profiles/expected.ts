import { firstReply, lastAgent, story, type StoryChat } from './story.js';

/** What a platform can tell, where that is not everything. */
export interface Telling {
  /** Chats that have not ended are not in its export. */
  endedOnly: boolean;
  /** It cannot tell a chat that a bot ended from one that nobody took: both are open. */
  hidesBots: boolean;
  /** Its times have no seconds. */
  wholeMinutes: boolean;
  /** The end is a duration of its own, exact to the second. */
  exactLength: boolean;
  /** From when it counts the first response; null: it does not tell. */
  countsFrom: 'assignment' | 'start' | null;
  /** It tells when a chat was given to an agent. */
  tellsAssignment: boolean;
  /** It writes 1 to 5, words, or nothing. */
  ratings: 'stars' | 'words' | null;
}

/** Figures that are worked out here from the story alone, by the words of metrics.md. */
export interface Expected {
  incoming_chats: number;
  unique_users: number;
  closed_by_bot: number;
  closed_by_agents: number;
  open_chats: number;
  csat_rated_chats_bot: number | null;
  csat_satisfied_rate_bot: number | null;
  first_response_avg_seconds: number | null;
  resolution_avg_seconds: number | null;
  handle_avg_seconds: number | null;
  wait_avg_seconds: number | null;
  csat_avg: number | null;
  csat_rated_chats: number | null;
  csat_satisfied_rate: number | null;
  chats_resolved: number[];
}

/** What a report must say of the story as a platform tells it. */
export function expected(telling: Telling): Expected {
  const chats = story.filter(({ end }) => !telling.endedOnly || end !== null);
  const byAgents = chats.filter(({ closer }) => closer === 'agent');
  const byBot = telling.hidesBots ? [] : chats.filter(({ closer }) => closer === 'bot');
  return {
    incoming_chats: chats.length,
    unique_users: new Set(chats.map(({ user }) => user)).size,
    closed_by_bot: byBot.length,
    closed_by_agents: byAgents.length,
    open_chats: chats.length - byAgents.length - byBot.length,
    ...times(byAgents, telling),
    ...ratings(byAgents, byBot, telling),
    chats_resolved: perAgent(byAgents),
  };
}

function times(chats: readonly StoryChat[], telling: Telling) {
  const cut = (second: number | null): number =>
    telling.wholeMinutes ? Math.floor((second ?? NaN) / 60) * 60 : (second ?? NaN);
  const first = (chat: StoryChat): number => {
    if (telling.countsFrom === 'assignment') return chat.agentReply ?? NaN;
    return cut(firstReply(chat));
  };
  const length = (chat: StoryChat): number =>
    telling.exactLength ? (chat.end ?? NaN) - chat.start : cut(chat.end) - cut(chat.start);
  const told = telling.tellsAssignment;
  return {
    first_response_avg_seconds: telling.countsFrom && mean(chats.map(first)),
    resolution_avg_seconds: mean(chats.map(length)),
    handle_avg_seconds: told ? mean(chats.map((chat) => cut(chat.end) - cut(chat.assigned))) : null,
    wait_avg_seconds: told ? mean(chats.map((chat) => cut(chat.assigned) - cut(chat.start))) : null,
  };
}

function ratings(byAgents: readonly StoryChat[], byBot: readonly StoryChat[], telling: Telling) {
  const rate = (chats: readonly StoryChat[]): number[] => chats.flatMap(({ stars }) => stars ?? []);
  const good = (stars: readonly number[]): number | null => mean(stars.map((star) => (star >= 4 ? 1 : 0)));
  const [agents, bots] = [rate(byAgents), rate(byBot)];
  const isTold = telling.ratings !== null;
  return {
    csat_rated_chats_bot: isTold ? bots.length : null,
    csat_satisfied_rate_bot: isTold ? good(bots) : null,
    csat_avg: isTold ? (telling.ratings === 'stars' ? mean(agents) : good(agents)) : null,
    csat_rated_chats: isTold ? agents.length : null,
    csat_satisfied_rate: isTold ? good(agents) : null,
  };
}

function perAgent(chats: readonly StoryChat[]): number[] {
  const names = chats.map((chat) => lastAgent(chat) ?? '');
  return [...new Set(names)]
    .map((name) => names.filter((other) => other === name).length)
    .sort((a, b) => b - a);
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Chats by half hour in UTC, the same on every platform. */
export function expectedHalfHours({ endedOnly }: Telling): Record<string, number> {
  const found: Record<string, number> = {};
  for (const { start, end } of story) {
    if (endedOnly && end === null) continue;
    const minute = Math.floor((start % 86_400) / 1800) * 30;
    const label = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
    found[label] = (found[label] ?? 0) + 1;
  }
  return found;
}
