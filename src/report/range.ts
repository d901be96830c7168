import { instantShifts } from '../reading/dates/zones.js';
import { durationInWords } from '../metrics/wording.js';

/** Of a day on which chats start: how many, and the moments of the first and the last, `YYYY-MM-DD HH:MM:SS`. */
export interface DayOfChats {
  day: string;
  chats: number;
  firstAt: string;
  lastAt: string;
}

/** A day at an end of the range that the data covers only in part. */
export interface EdgeDay extends DayOfChats {
  end: 'first' | 'last';
}

/** The days of a report (`to` exclusive), and the moments of wall time between which chats start. */
export interface ReportRange {
  from: string;
  to: string;
  firstMoment: string;
  endMoment: string;
  /** What averages per day and per weekday are over: the range without the days at its ends that are not whole. */
  averaged: Moments;
  edges: readonly EdgeDay[];
}

/** Two moments of wall time, `YYYY-MM-DD HH:MM:SS`; the second is exclusive. */
export type Moments = Pick<ReportRange, 'firstMoment' | 'endMoment'>;

/** One half hour of one weekday (1 = Monday), with all that a range has of it. */
export type WeekHalfHour = {
  weekday: number;
  half_hour_ordinal: number;
  /** Days on which it is inside the range by the clock; a fraction where the range begins or ends inside it. */
  elapsed_days: number;
  /** Seconds that passed in it: none of a half hour that the clocks skip, twice as many of one that they repeat. */
  seconds: number;
};

const slotSeconds = 1800;
const daySlots = 48;
const weekSlots = 7 * daySlots;
const weekSeconds = weekSlots * slotSeconds;
const daySeconds = daySlots * slotSeconds;
/** 1 January 1970 was a Thursday. */
const firstSlot = 3 * daySlots;

/** The length of a range in days by the clock, of some weekdays only (1 = Monday) where some are named. */
export function elapsedDays(range: Moments, weekdays: readonly number[] = []): number {
  const [from, to] = secondsOf(range);
  const seconds = weekOf(from, to)
    .filter((_, slot) => weekdays.length === 0 || weekdays.includes(weekdayOf(slot)))
    .reduce((sum, one) => sum + one, 0);
  return seconds / daySeconds;
}

/** A length in days: `2 days`, `1 day 12 hours`. */
export function lengthInWords(days: number): string {
  const seconds = Math.round(days * daySeconds);
  const whole = Math.floor(seconds / daySeconds);
  const rest = seconds % daySeconds;
  const wholeDays = `${String(whole)} day${whole === 1 ? '' : 's'}`;
  if (rest === 0) return wholeDays;
  return whole === 0 ? durationInWords(rest) : `${wholeDays} ${durationInWords(rest)}`;
}

/** Every half hour of the week, and what a range has of it; `zone` null: the clocks never change. */
export function weekHalfHours(range: Moments, zone: string | null): WeekHalfHour[] {
  const [from, to] = secondsOf(range);
  const byClock = weekOf(from, to);
  const changed = clockChanges(zone, from, to).map((change) => {
    const week = weekOf(Math.max(change.from, from), Math.min(change.to, to));
    return week.map((seconds) => seconds * change.times);
  });
  return byClock.map((seconds, slot) => ({
    weekday: weekdayOf(slot),
    half_hour_ordinal: slot % daySlots,
    elapsed_days: seconds / slotSeconds,
    seconds: changed.reduce((sum, week) => sum + (week[slot] ?? 0), seconds),
  }));
}

const weekdayOf = (slot: number): number => Math.floor(slot / daySlots) + 1;

/** Seconds of wall time since 1970. */
function secondsOf({ firstMoment, endMoment }: Moments): [from: number, to: number] {
  const second = (moment: string): number => Date.parse(`${moment.replace(' ', 'T')}Z`) / 1000;
  return [second(firstMoment), second(endMoment)];
}

/** How many seconds of a span of wall time are in each half hour of the week, Monday's first. */
function weekOf(from: number, to: number): number[] {
  const weeks = Math.max(0, Math.floor((to - from) / weekSeconds));
  const week = Array.from({ length: weekSlots }, () => weeks * slotSeconds);
  for (let at = from + weeks * weekSeconds; at < to;) {
    const slot = Math.floor(at / slotSeconds);
    const next = Math.min(to, (slot + 1) * slotSeconds);
    const place = (slot + firstSlot) % weekSlots;
    week[place] = (week[place] ?? 0) + next - at;
    at = next;
  }
  return week;
}

/** Spans of wall time that the clocks of a zone skip (`times` -1) or run through once more (1), near a range. */
function clockChanges(zone: string | null, from: number, to: number) {
  if (zone === null) return [];
  const shifts = instantShifts(zone, from - 2 * daySeconds, to + 2 * daySeconds);
  return shifts.flatMap(({ fromSecond, offsetSeconds: after }, index) => {
    const before = shifts[index - 1]?.offsetSeconds;
    if (fromSecond === null || before === undefined) return [];
    const [first, last] = [fromSecond + Math.min(before, after), fromSecond + Math.max(before, after)];
    return [{ from: first, to: last, times: after > before ? -1 : 1 }];
  });
}
