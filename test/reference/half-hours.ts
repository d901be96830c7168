import { workIntervals } from './activity.js';
import { ratio, sum } from './numbers.js';
import type { MomentRange } from './periods.js';
import { daysIn, secondsInside } from './periods.js';
import { slotName, slotOf, slotSeconds, slots } from './slots.js';
import { dayOf, daySeconds, wallOf, weekdayOf } from './time.js';
import type { RefOptions, Row, UsedChat } from './types.js';

const weekdays = [1, 2, 3, 4, 5, 6, 7];

/** The days of the range that are of some weekdays; a day that it has in part is that part. */
function elapsedDays(range: MomentRange, wanted: number[]): number {
  const days = daysIn(range).filter((day) => wanted.includes(weekdayOf(day)));
  return sum(days.map((day) => secondsInside(day * daySeconds, (day + 1) * daySeconds, range))) / daySeconds;
}

const startsIn = ({ start_wall }: UsedChat, range: MomentRange): boolean =>
  start_wall >= range.from && start_wall < range.to;

/** 48 rows by half hour; `range` is what averages are over. */
export function halfHourlyChats(chats: UsedChat[], range: MomentRange, options: RefOptions): Row[] {
  const days = elapsedDays(range, options.weekdays.length > 0 ? options.weekdays : weekdays);
  return slots.map((slot) => {
    const own = chats.filter((chat) => slotOf(chat.start_wall) === slot);
    return {
      half_hour: slotName(slot),
      chats: own.length,
      share_rate: ratio(own.length, chats.length),
      chats_per_day: ratio(own.filter((chat) => startsIn(chat, range)).length, days),
      closed_by_bot: own.filter((chat) => chat.closer === 'bot').length,
      closed_by_agents: own.filter((chat) => chat.closer === 'agent').length,
    };
  });
}

/** Adds up the seconds of a span of instants by the weekday and half hour of their wall time, inside the range only. */
class WeekSeconds {
  readonly #seconds = new Map<string, number>();

  constructor(
    readonly range: MomentRange,
    readonly zone: string | null,
    /** Steps in which no clock changes and no half hour begins. */
    readonly step: number,
  ) {}

  add(start: number, end: number): void {
    for (let from = start; from < end;) {
      const to = Math.min(end, (Math.floor(from / this.step) + 1) * this.step);
      const wall = wallOf(from, this.zone);
      const key = `${weekdayOf(dayOf(wall))} ${slotOf(wall)}`;
      const inside = secondsInside(wall, wall + to - from, this.range);
      this.#seconds.set(key, (this.#seconds.get(key) ?? 0) + inside);
      from = to;
    }
  }

  at(weekday: number, slot: number): number {
    return this.#seconds.get(`${weekday} ${slot}`) ?? 0;
  }
}

/** Seconds that went by in the range, found by going through all of its quarters of an hour. */
function passedSeconds(range: MomentRange, options: RefOptions): WeekSeconds {
  const passed = new WeekSeconds(range, options.zone, 900);
  passed.add((range.start - 2) * daySeconds, (range.end + 2) * daySeconds);
  return passed;
}

function workedSeconds(chats: UsedChat[], range: MomentRange, options: RefOptions): WeekSeconds {
  const worked = new WeekSeconds(range, options.zone, 60);
  for (const { start, end } of workIntervals(chats)) worked.add(start, end);
  return worked;
}

/** Days of a weekday in the range on which a half hour came by, by the clock; a part where the range has a part of it. */
function daysWith(slot: number, days: number[], range: MomentRange): number {
  const seconds = days.map((day) => {
    const from = day * daySeconds + slot * slotSeconds;
    return secondsInside(from, from + slotSeconds, range);
  });
  return sum(seconds) / slotSeconds;
}

/** 336 rows by weekday (1 = Monday), then half hour; `range` is what averages are over. */
export function weekdayHalfHourlyChats(chats: UsedChat[], range: MomentRange, options: RefOptions): Row[] {
  const worked = workedSeconds(chats, range, options);
  const passed = passedSeconds(range, options);
  return weekdays.flatMap((weekday) => {
    const days = daysIn(range).filter((day) => weekdayOf(day) === weekday);
    const onWeekday = chats.filter((chat) => weekdayOf(dayOf(chat.start_wall)) === weekday);
    return slots.map((slot) => {
      const started = onWeekday.filter((chat) => slotOf(chat.start_wall) === slot);
      const averaged = started.filter((chat) => startsIn(chat, range));
      return {
        weekday,
        half_hour: slotName(slot),
        chats: started.length,
        chats_per_day: ratio(averaged.length, daysWith(slot, days, range)),
        concurrent_chats_avg: ratio(worked.at(weekday, slot), passed.at(weekday, slot)),
      };
    });
  });
}
