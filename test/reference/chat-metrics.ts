import { byCodePoint } from './names.js';
import { mean, present, ratio } from './numbers.js';
import type { Period } from './periods.js';
import { periodColumns, startsIn } from './periods.js';
import type { RefOptions, Row, UsedChat } from './types.js';

const countCloser = (chats: UsedChat[], closer: UsedChat['closer']): number =>
  chats.filter((chat) => chat.closer === closer).length;

function chatsByUser(chats: UsedChat[]): number[] {
  const counts = new Map<string, number>();
  for (const { user_id } of chats) if (user_id !== null) counts.set(user_id, (counts.get(user_id) ?? 0) + 1);
  return [...counts.values()];
}

function measure(chats: UsedChat[], options: RefOptions, changeRate: number | null): Row {
  const byBot = chats.filter((chat) => chat.closer === 'bot');
  const solvedByBot = byBot.filter((chat) => !chat.is_timeout && !chat.was_assigned);
  const byUser = chatsByUser(chats);
  const ratings = present(byBot.map((chat) => chat.rating));
  const satisfied = ratings.map((rating) => (rating >= options.csat.satisfied ? 1 : 0));
  return {
    incoming_chats: chats.length,
    unique_users: byUser.length,
    closed_by_bot: byBot.length,
    bot_deflection_rate: ratio(byBot.length, chats.length),
    closed_by_agents: countCloser(chats, 'agent'),
    open_chats: countCloser(chats, 'open'),
    bot_resolution_rate: ratio(solvedByBot.length, chats.length),
    incoming_change_rate: changeRate,
    returning_users: byUser.filter((count) => count > 1).length,
    csat_satisfied_rate_bot: mean(satisfied),
    csat_rated_chats_bot: ratings.length,
  };
}

function changeRate(chats: UsedChat[], period: Period, previous: Period | undefined): number | null {
  if (!previous || previous.isPartial || period.isPartial) return null;
  const before = chats.filter((chat) => startsIn(chat, previous)).length;
  const now = chats.filter((chat) => startsIn(chat, period)).length;
  return ratio(now - before, before);
}

/** Overall first, then every period of the range by date. */
export function chatMetrics(chats: UsedChat[], periods: Period[], options: RefOptions): Row[] {
  const overall = { period_start: null, period_end: null, period_label: 'Overall', is_partial: null };
  const rows: Row[] = [{ ...overall, ...measure(chats, options, null) }];
  periods.forEach((period, i) => {
    const inside = chats.filter((chat) => startsIn(chat, period));
    const change = changeRate(chats, period, periods[i - 1]);
    rows.push({ ...periodColumns(period), ...measure(inside, options, change) });
  });
  return rows;
}

function byReason(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return byCodePoint(a, b);
}

/** By chats falling, then reason, no reason last among equals. */
export function closingReasons(chats: UsedChat[]): Row[] {
  const reasons = [...new Set(chats.map((chat) => chat.reason))];
  const groups = reasons.map((reason) => ({ reason, own: chats.filter((chat) => chat.reason === reason) }));
  groups.sort((a, b) => b.own.length - a.own.length || byReason(a.reason, b.reason));
  return groups.map(({ reason, own }) => ({
    closing_reason: reason,
    chats: own.length,
    share_rate: ratio(own.length, chats.length),
    closed_by_bot: countCloser(own, 'bot'),
    closed_by_agents: countCloser(own, 'agent'),
    open_chats: countCloser(own, 'open'),
  }));
}
