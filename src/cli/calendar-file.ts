import ICAL from 'ical.js';
import { unusableInput, UserError } from '../errors.js';
import { addDays, daysBetween } from '../report/periods.js';
import { dayOf, lastYear, startDays, allLooks } from './calendar-recurrence.js';

/** An event that goes on for longer than this is no holiday but a mistake. */
const longestEvent = 62;

/** What a calendar says of holidays. */
export interface Calendar {
  /** Every day that an all-day event covers, `YYYY-MM-DD`, in order. */
  days: string[];
  notes: string[];
}

/**
 * The holidays of an iCalendar file: the days of its all-day events, as often as they recur, without what is cancelled or
 * moved away. Events with a time of day are no holidays: a note counts them.
 * @throws UserError when the text is no calendar.
 */
export function readCalendar(text: string, name: string): Calendar {
  try {
    const events = eventsOf(text);
    if (events.length === 0)
      throw unusableInput('empty_calendar', `${name} has no events.`, 'Export the holidays again as .ics.');
    const days = [...holidaysOf(events)].filter(
      (day) => day >= '1970-01-01' && day <= `${String(lastYear)}-12-31`,
    );
    return { days: days.sort(), notes: timedNotes(events, name) };
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw unusableInput(
      'not_a_calendar',
      `${name} is no iCalendar file that can be read: ${(error as Error).message}`,
      'Export the holidays as .ics, or list them: --holidays 2026-12-25,2026-12-26',
    );
  }
}

type ParsedComponent = ConstructorParameters<typeof ICAL.Component>[0];

interface CalendarEvent {
  uid: string | null;
  event: ICAL.Event;
  start: string;
  /** How many whole days it covers; null: it has a time of day. */
  length: number | null;
  isCancelled: boolean;
  /** The day of the series in whose place it stands; null: it stands for itself. */
  insteadOf: string | null;
  /** It also stands in the place of all later days. */
  isForLater: boolean;
}

function eventsOf(text: string): CalendarEvent[] {
  const parsed = ICAL.parse(text.replace(/^\uFEFF/, '')) as unknown[];
  if (parsed.length === 0) throw new Error('it is empty');
  const calendars = (typeof parsed[0] === 'string' ? [parsed] : parsed) as ParsedComponent[];
  return calendars
    .flatMap((calendar) => new ICAL.Component(calendar).getAllSubcomponents('vevent'))
    .map(calendarEvent);
}

function calendarEvent(component: ICAL.Component): CalendarEvent {
  const event = new ICAL.Event(component, { exceptions: [] });
  const moved = component.getFirstProperty('recurrence-id');
  const insteadOf = moved ? dayOf(moved.getFirstValue() as ICAL.Time) : null;
  const isCancelled = /^cancelled$/i.test(String(component.getFirstPropertyValue('status')));
  // The library's types do not know of an event without a start.
  const start = event.startDate as ICAL.Time | null;
  if (!start && !isCancelled) throw new Error(`the event "${event.summary}" has no DTSTART`);
  return {
    uid: component.getFirstPropertyValue('uid') as string | null,
    event,
    start: start ? dayOf(start) : (insteadOf ?? ''),
    length: start ? lengthOf(event) : 1,
    isCancelled,
    insteadOf,
    isForLater: /^thisandfuture$/i.test(String(moved?.getFirstParameter('range'))),
  };
}

/** How many whole days an event covers; its end is exclusive. Null where it begins or ends within a day. */
function lengthOf({ startDate, endDate }: ICAL.Event): number | null {
  const days = daysBetween(dayOf(startDate), dayOf(endDate));
  if (startDate.isDate) return Math.min(longestEvent, Math.max(1, days));
  return isMidnight(startDate) && isMidnight(endDate) && days > 0 ? Math.min(longestEvent, days) : null;
}

const isMidnight = ({ hour, minute, second }: ICAL.Time): boolean => hour + minute + second === 0;

function holidaysOf(events: readonly CalendarEvent[]): Set<string> {
  const left = allLooks();
  const days = new Set<string>();
  // A day that is moved by itself is not moved with the later ones.
  const moves = events
    .filter(({ insteadOf }) => insteadOf !== null)
    .sort((a, b) => Number(a.isForLater) - Number(b.isForLater));
  const movesOf = byUid(moves);
  for (const one of events) {
    if (one.insteadOf !== null || one.isCancelled || one.length === null) continue;
    const starts = startDays(one.event, left);
    for (const move of movesOf.get(one.uid) ?? []) {
      const moved = daysMoved(move, starts);
      for (const day of moved) starts.delete(day);
      addMoved(days, move, moved);
    }
    for (const start of starts) addDaysFrom(days, start, one.length);
  }
  for (const move of moves) addMoved(days, move, [move.insteadOf ?? move.start]);
  return days;
}

function byUid(events: readonly CalendarEvent[]): Map<string | null, CalendarEvent[]> {
  const found = new Map<string | null, CalendarEvent[]>();
  for (const event of events) {
    const others = found.get(event.uid);
    if (others) others.push(event);
    else found.set(event.uid, [event]);
  }
  return found;
}

/** The days of a series in whose place an event stands. */
function daysMoved({ insteadOf, isForLater }: CalendarEvent, starts: ReadonlySet<string>): string[] {
  return [...starts].filter(
    (day) => day === insteadOf || (isForLater && insteadOf !== null && day > insteadOf),
  );
}

/** Adds the days to which an event moves others: as far as it moves the one that it names. */
function addMoved(days: Set<string>, move: CalendarEvent, moved: readonly string[]): void {
  if (move.isCancelled || move.length === null) return;
  const distance = daysBetween(move.insteadOf ?? move.start, move.start);
  for (const day of moved) addDaysFrom(days, addDays(day, distance), move.length);
}

function addDaysFrom(days: Set<string>, start: string, length: number): void {
  for (let ahead = 0; ahead < length; ahead++) days.add(addDays(start, ahead));
}

/** A series counts once, whatever of it is moved. */
function timedNotes(events: readonly CalendarEvent[], name: string): string[] {
  const timed = events.filter(({ length, isCancelled }) => length === null && !isCancelled);
  const series = new Set(timed.filter(({ insteadOf }) => insteadOf === null).map(({ uid }) => uid));
  const count = timed.filter(({ uid, insteadOf }) => insteadOf === null || !series.has(uid)).length;
  if (count === 0) return [];
  const said =
    count === 1
      ? 'event has a time of day and is no holiday'
      : 'events have a time of day and are no holidays';
  return [`${name}: ${count.toLocaleString('en')} ${said}; only all-day events are.`];
}
