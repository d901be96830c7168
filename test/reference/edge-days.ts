import type { MomentRange } from './periods.js';
import { dayOf, daySeconds, secondOfDay, wallOf } from './time.js';
import type { RefChat, RefOptions } from './types.js';

/** The range that averages per day are over: without a first or last day that the chats cover only in part. */
export function averagedRange(inside: RefChat[], range: MomentRange, options: RefOptions): MomentRange {
  if (options.keepsEdgeDays === true || range.end - range.start < 7) return range;
  const walls = inside.map((chat) => wallOf(chat.started_at, options.zone)).sort((a, b) => a - b);
  const firsts = new Map<number, number>();
  const lasts = new Map<number, number>();
  for (const wall of walls) {
    const day = dayOf(wall);
    if (!firsts.has(day)) firsts.set(day, secondOfDay(wall));
    lasts.set(day, secondOfDay(wall));
  }
  const days = [...firsts.keys()];
  if (days.length < 2) return range;
  const [first = 0, last = 0] = [days[0], days[days.length - 1]];
  const begins = days.filter((day) => day !== first).map((day) => firsts.get(day) ?? 0);
  const ends = days.filter((day) => day !== last).map((day) => lasts.get(day) ?? 0);
  const isLate = options.from === null && begins.every((second) => (firsts.get(first) ?? 0) - second > 7200);
  const isEarly = options.to === null && ends.every((second) => second - (lasts.get(last) ?? 0) > 7200);
  const start = isLate ? first + 1 : range.start;
  const end = isEarly ? last : range.end;
  return {
    ...{ start, end },
    from: isLate ? start * daySeconds : range.from,
    to: isEarly ? end * daySeconds : range.to,
  };
}
