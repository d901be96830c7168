import ICAL from 'ical.js';
import { daysByRule, type DayRule } from './recurrence-days.js';

/** No calendar is followed beyond this year. */
export const lastYear = 2105;
/** So many days of the calendar are looked at for all events of a file. */
const mostLooks = 300_000;

/** How many days may still be looked at for the events of one calendar. */
export interface LooksLeft {
  days: number;
}

export const allLooks = (): LooksLeft => ({ days: mostLooks });

const dayMs = 86_400_000;

/**
 * The days on which an event begins: its start, those of its rules and its added dates, without those that are excepted.
 * @throws Error for a rule that no holiday has.
 */
export function startDays(event: ICAL.Event, left: LooksLeft): Set<string> {
  const { component, startDate } = event;
  const days = new Set([dayOf(startDate)]);
  const look = (count: number): void => {
    left.days -= count;
    if (left.days < 0) throw new Error('it has more events that recur than a calendar of holidays');
  };
  for (const property of component.getAllProperties('rrule')) {
    const rule = dayRule(property.getFirstValue() as ICAL.Recur);
    for (const day of daysByRule(rule, dayNumber(startDate), look)) days.add(isoDay(day));
  }
  for (const day of datesOf(component, 'rdate')) days.add(day);
  for (const day of datesOf(component, 'exdate')) days.delete(day);
  return days;
}

/** The day of a time by its own clock, `YYYY-MM-DD`. */
export function dayOf(time: ICAL.Time): string {
  return time.toString().slice(0, 10);
}

const dayNumber = (time: ICAL.Time): number => Date.parse(dayOf(time)) / dayMs;
const isoDay = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10);

function datesOf(component: ICAL.Component, name: string): string[] {
  const values = component.getAllProperties(name).flatMap((property) => property.getValues() as unknown[]);
  return values.map((value) => dayOf(value instanceof ICAL.Period ? value.start : (value as ICAL.Time)));
}

const frequencies = ['YEARLY', 'MONTHLY', 'WEEKLY', 'DAILY'] as const;
const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

/** A rule as far as it is one of days: times of day mean nothing for an all-day event. */
function dayRule(recur: ICAL.Recur): DayRule {
  const parts = recur.parts as Partial<Record<string, (string | number)[]>>;
  const frequency = frequencies.find((name) => name === recur.freq);
  if (!frequency || parts['BYWEEKNO'])
    throw new Error(`an event recurs by the rule ${recur.toString()}, as no holiday does`);
  const numbers = (part: string) => parts[part]?.map(Number);
  const last = Date.UTC(lastYear, 11, 31) / dayMs;
  return {
    frequency,
    interval: Math.max(1, recur.interval),
    count: recur.count,
    last: recur.until ? Math.min(last, dayNumber(recur.until)) : last,
    months: numbers('BYMONTH'),
    monthDays: numbers('BYMONTHDAY'),
    yearDays: numbers('BYYEARDAY'),
    weekdays: parts['BYDAY']?.map((text) => placedWeekday(String(text))),
    places: numbers('BYSETPOS'),
    weekStart: recur.wkst - 1,
  };
}

/** `-1MO`: the last Monday. */
function placedWeekday(text: string): { weekday: number; place: number | null } {
  const place = Number.parseInt(text, 10);
  return { weekday: weekdays.indexOf(text.slice(-2)), place: Number.isNaN(place) ? null : place };
}
