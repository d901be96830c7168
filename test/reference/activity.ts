import { byAgent } from './agent-metrics.js';
import { byCodePoint } from './names.js';
import { ratio, sum } from './numbers.js';
import { dayOf, isoDate, isoDateTime, wallOf } from './time.js';
import type { RefOptions, Row, UsedChat } from './types.js';

export interface Interval {
  start: number;
  end: number;
}

/** One stretch of one agent's work without a gap longer than the shift gap. */
interface Shift {
  agent: string;
  intervals: Interval[];
  active: number;
  free: number;
}

/** When agents worked on which chat, by start: chats closed by an agent that have an end. */
export function workIntervals(chats: UsedChat[]): Interval[] {
  return chats
    .filter((chat) => chat.closer === 'agent' && chat.ended_at !== null)
    .map((chat) => ({ start: chat.assigned_at ?? chat.started_at, end: chat.ended_at ?? 0 }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

const endOf = (intervals: Interval[]): number =>
  intervals.reduce((end, one) => Math.max(end, one.end), -Infinity);

function shiftsOf(agent: string, chats: UsedChat[], options: RefOptions): Shift[] {
  const shifts: Shift[] = [];
  let end = -Infinity;
  for (const interval of workIntervals(chats)) {
    const gap = Math.max(0, interval.start - end);
    const added = Math.max(0, interval.end - Math.max(interval.start, end));
    const shift = shifts[shifts.length - 1];
    end = Math.max(end, interval.end);
    if (!shift || gap > options.shiftGapSeconds) {
      shifts.push({ agent, intervals: [interval], active: added, free: 0 });
    } else {
      shift.intervals.push(interval);
      shift.active += added;
      shift.free += gap;
    }
  }
  return shifts;
}

function measure(shifts: Shift[], options: RefOptions): Row {
  const intervals = shifts.flatMap((shift) => shift.intervals);
  const active = sum(shifts.map((shift) => shift.active));
  const free = sum(shifts.map((shift) => shift.free));
  const cumulative = sum(intervals.map((interval) => interval.end - interval.start));
  const first = intervals.reduce((start, one) => Math.min(start, one.start), Infinity);
  const at = (instant: number) => (intervals.length ? isoDateTime(wallOf(instant, options.zone)) : null);
  return {
    chats: intervals.length,
    active_seconds: active,
    free_seconds: free,
    cumulative_seconds: cumulative,
    span_seconds: active + free,
    occupancy_rate: ratio(active, active + free),
    concurrency: ratio(cumulative, active),
    shifts: shifts.length,
    first_chat_at: at(first),
    last_chat_at: at(endOf(intervals)),
    chats_per_active_hour: ratio(intervals.length, active / 3600),
  };
}

function shiftsByAgent(chats: UsedChat[], options: RefOptions): Shift[][] {
  const worked = chats.filter((chat) => chat.closer === 'agent' && chat.ended_at !== null);
  return byAgent(worked).map(({ agent, own }) => shiftsOf(agent, own, options));
}

/** All agents first (the sums), then each agent: most chats first, then name. */
export function agentActivity(chats: UsedChat[], options: RefOptions): Row[] {
  const each = shiftsByAgent(chats, options);
  const rows = each.map((shifts) => ({ agent: shifts[0]?.agent ?? null, ...measure(shifts, options) }));
  return [{ agent: null, ...measure(each.flat(), options) }, ...rows];
}

/** One row per agent and wall date on which a shift of theirs starts, by date, then name. */
export function agentActivityByShift(chats: UsedChat[], options: RefOptions): Row[] {
  const dateOf = (shift: Shift) => isoDate(dayOf(wallOf(shift.intervals[0]?.start ?? 0, options.zone)));
  const rows = shiftsByAgent(chats, options).flatMap((shifts) => {
    const dates = [...new Set(shifts.map(dateOf))];
    return dates.map((shift_date) => ({
      agent: shifts[0]?.agent ?? '',
      shift_date,
      ...measure(
        shifts.filter((shift) => dateOf(shift) === shift_date),
        options,
      ),
    }));
  });
  return rows.sort((a, b) => byCodePoint(a.shift_date, b.shift_date) || byCodePoint(a.agent, b.agent));
}
