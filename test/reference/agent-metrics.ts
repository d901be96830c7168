import { byCodePoint } from './names.js';
import { mean, percentile, present, ratio } from './numbers.js';
import type { Period } from './periods.js';
import { periodColumns, startsIn } from './periods.js';
import type { RefOptions, Row, UsedChat } from './types.js';

const difference = (later: number | null, earlier: number | null): number | null =>
  later === null || earlier === null ? null : later - earlier;

function times(chats: UsedChat[], options: RefOptions): Row {
  const first = present(chats.map((chat) => chat.first_response));
  const resolution = present(chats.map((chat) => difference(chat.ended_at, chat.started_at)));
  const handle = present(chats.map((chat) => difference(chat.ended_at, chat.assigned_at)));
  const wait = present(chats.map((chat) => difference(chat.assigned_at, chat.started_at)));
  const customerWait = chats.map(({ assigned_at, started_at, first_response }) =>
    assigned_at === null || first_response === null ? null : assigned_at - started_at + first_response,
  );
  return {
    first_response_chats: first.length,
    first_response_avg_seconds: mean(first),
    first_response_median_seconds: percentile(first, 0.5),
    first_response_p90_seconds: percentile(first, 0.9),
    first_response_within_target_rate: mean(first.map((s) => (s <= options.responseTargetSeconds ? 1 : 0))),
    unanswered_chats: chats.filter((chat) => chat.first_response === null).length,
    resolution_chats: resolution.length,
    resolution_avg_seconds: mean(resolution),
    resolution_median_seconds: percentile(resolution, 0.5),
    resolution_p90_seconds: percentile(resolution, 0.9),
    handle_chats: handle.length,
    handle_avg_seconds: mean(handle),
    wait_chats: wait.length,
    wait_avg_seconds: mean(wait),
    customer_wait_avg_seconds: mean(present(customerWait)),
  };
}

function ratings(chats: UsedChat[], options: RefOptions): Row {
  const all = present(chats.map((chat) => chat.rating));
  const inside = present(chats.filter((chat) => chat.in_business_hours).map((chat) => chat.rating));
  const outside = present(chats.filter((chat) => !chat.in_business_hours).map((chat) => chat.rating));
  return {
    csat_avg: mean(all),
    csat_rated_chats: all.length,
    csat_response_rate: ratio(all.length, chats.length),
    csat_satisfied_rate: mean(all.map((rating) => (rating >= options.csat.satisfied ? 1 : 0))),
    csat_avg_business_hours: mean(inside),
    csat_rated_chats_business_hours: inside.length,
    csat_avg_outside_business_hours: mean(outside),
    csat_rated_chats_outside_business_hours: outside.length,
  };
}

function measure(chats: UsedChat[], options: RefOptions): Row {
  return { chats_resolved: chats.length, ...times(chats, options), ...ratings(chats, options) };
}

/** Splits chats closed by agents into one list per agent: most chats first, then name by code point. */
export function byAgent(chats: UsedChat[]): { agent: string; own: UsedChat[] }[] {
  const names = [...new Set(chats.map((chat) => chat.agent))].filter((name) => name !== null);
  return names
    .map((agent) => ({ agent, own: chats.filter((chat) => chat.agent === agent) }))
    .sort((a, b) => b.own.length - a.own.length || byCodePoint(a.agent, b.agent));
}

/** All agents first, then each agent. */
export function agentMetrics(chats: UsedChat[], options: RefOptions): Row[] {
  const resolved = chats.filter((chat) => chat.closer === 'agent');
  const each = byAgent(resolved).map(({ agent, own }) => ({ agent, ...measure(own, options) }));
  return [{ agent: null, ...measure(resolved, options) }, ...each];
}

/** Only the periods in which an agent closed a chat. */
export function agentMetricsByPeriod(chats: UsedChat[], periods: Period[], options: RefOptions): Row[] {
  return periods.flatMap((period) => {
    const inside = chats.filter((chat) => chat.closer === 'agent' && startsIn(chat, period));
    if (inside.length === 0) return [];
    return agentMetrics(inside, options).map((row) => ({ ...periodColumns(period), ...row }));
  });
}
