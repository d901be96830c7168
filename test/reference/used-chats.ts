import { nameKey, shownSpellings } from './names.js';
import { dayOf, isoDate, secondOfDay, wallOf, weekdayOf } from './time.js';
import type { RefChat, RefOptions, UsedChat } from './types.js';

function opensOn(day: number, secondsSinceItsMidnight: number, options: RefOptions): boolean {
  if (options.holidays.includes(isoDate(day))) return false;
  return options.businessRanges.some(
    (range) =>
      range.weekday === weekdayOf(day) &&
      secondsSinceItsMidnight >= range.from_minute * 60 &&
      secondsSinceItsMidnight < range.to_minute * 60,
  );
}

/** Inside a range that opened today, or one that opened yesterday and runs over midnight. */
function inBusinessHours(wall: number, options: RefOptions): boolean {
  const today = dayOf(wall);
  const second = secondOfDay(wall);
  return opensOn(today, second, options) || opensOn(today - 1, second + 86_400, options);
}

function closerOf(closedBy: string | null, botKeys: Set<string>): UsedChat['closer'] {
  if (closedBy === null) return 'open';
  return botKeys.has(nameKey(closedBy)) ? 'bot' : 'agent';
}

/**
 * Adds to cleaned chats what the metrics ask about each: closer, shown names, wall time, business hours.
 * Names are shown as most chats of the range spell them, those that a filter leaves out among them.
 */
export function describeChats(chats: RefChat[], inRange: RefChat[], options: RefOptions): UsedChat[] {
  const names = shownSpellings(inRange.map((chat) => chat.closed_by));
  const reasons = shownSpellings(inRange.map((chat) => chat.closing_reason));
  const botKeys = new Set(options.bots.map(nameKey));
  const timeoutKeys = new Set(options.timeoutReasons.map(nameKey));
  return chats.map((chat) => {
    const closer = closerOf(chat.closed_by, botKeys);
    const reasonKey = chat.closing_reason === null ? null : nameKey(chat.closing_reason);
    const start_wall = wallOf(chat.started_at, options.zone);
    return {
      chat_id: chat.chat_id,
      user_id: chat.user_id,
      closer,
      agent: closer === 'agent' ? (names.get(nameKey(chat.closed_by ?? '')) ?? null) : null,
      reason: reasonKey === null ? null : (reasons.get(reasonKey) ?? null),
      is_timeout: reasonKey !== null && timeoutKeys.has(reasonKey),
      started_at: chat.started_at,
      ended_at: chat.ended_at,
      assigned_at: chat.assigned_at,
      was_assigned: chat.was_assigned ?? chat.assigned_at !== null,
      first_response: chat.agent_first_response_seconds,
      rating: chat.csat_score,
      start_wall,
      in_business_hours: inBusinessHours(start_wall, options),
    };
  });
}
