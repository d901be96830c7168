import { workIntervals } from './activity.js';
import { ratio } from './numbers.js';
import type { DayRange } from './periods.js';
import { daysIn } from './periods.js';
import { dayOf, secondOfDay, wallOf, weekdayOf } from './time.js';
import type { RefOptions, Row, UsedChat } from './types.js';

const slots = Array.from({ length: 48 }, (_, i) => i);

const slotOf = (wall: number): number => Math.floor(secondOfDay(wall) / 1800);

const slotName = (slot: number): string =>
  `${String(Math.floor(slot / 2)).padStart(2, '0')}:${slot % 2 === 0 ? '00' : '30'}`;

/** 48 rows by half hour. */
export function halfHourlyChats(chats: UsedChat[], range: DayRange): Row[] {
  return slots.map((slot) => {
    const own = chats.filter((chat) => slotOf(chat.start_wall) === slot);
    return {
      half_hour: slotName(slot),
      chats: own.length,
      share_rate: ratio(own.length, chats.length),
      chats_per_day: ratio(own.length, daysIn(range).length),
      closed_by_bot: own.filter((chat) => chat.closer === 'bot').length,
      closed_by_agents: own.filter((chat) => chat.closer === 'agent').length,
    };
  });
}

/** Seconds of every agent's chats by weekday and half hour, minute by minute, inside the range's days only. */
function workedSeconds(chats: UsedChat[], range: DayRange, options: RefOptions): Map<string, number> {
  const worked = new Map<string, number>();
  for (const { start, end } of workIntervals(chats)) {
    let from = start;
    while (from < end) {
      const to = Math.min(end, (Math.floor(from / 60) + 1) * 60);
      const wall = wallOf(from, options.zone);
      const day = dayOf(wall);
      const key = `${weekdayOf(day)} ${slotOf(wall)}`;
      if (day >= range.start && day < range.end) worked.set(key, (worked.get(key) ?? 0) + to - from);
      from = to;
    }
  }
  return worked;
}

/** 336 rows by weekday (1 = Monday), then half hour. */
export function weekdayHalfHourlyChats(chats: UsedChat[], range: DayRange, options: RefOptions): Row[] {
  const worked = workedSeconds(chats, range, options);
  return [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => {
    const days = daysIn(range).filter((day) => weekdayOf(day) === weekday).length;
    const onWeekday = chats.filter((chat) => weekdayOf(dayOf(chat.start_wall)) === weekday);
    return slots.map((slot) => {
      const started = onWeekday.filter((chat) => slotOf(chat.start_wall) === slot).length;
      return {
        weekday,
        half_hour: slotName(slot),
        chats: started,
        chats_per_day: ratio(started, days),
        concurrent_chats_avg: ratio(worked.get(`${weekday} ${slot}`) ?? 0, 1800 * days),
      };
    });
  });
}
