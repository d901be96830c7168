import ICAL from 'ical.js';
import { unusableInput } from '../errors.js';

/** No calendar is followed beyond this year. */
const lastYear = 2105;
/** An event that goes on for longer than this is no holiday but a mistake. */
const longestEvent = 62;

/**
 * Every day that an event of an iCalendar file covers, `YYYY-MM-DD`; yearly events as often as they recur.
 * @throws UserError when the text is no calendar.
 */
export function calendarDaysOf(text: string, name: string): string[] {
  const days = new Set(daysIn(text, name));
  if (days.size === 0)
    throw unusableInput('empty_calendar', `${name} has no events.`, 'Export the holidays again as .ics.');
  return [...days].sort();
}

function daysIn(text: string, name: string): string[] {
  try {
    return events(text).flatMap(daysOf);
  } catch (error) {
    throw unusableInput(
      'not_a_calendar',
      `${name} is no iCalendar file that can be read: ${(error as Error).message}`,
      'Export the holidays as .ics, or list them: --holidays 2026-12-25,2026-12-26',
    );
  }
}

type ParsedComponent = ConstructorParameters<typeof ICAL.Component>[0];

/** The events of all calendars of a file, without those that are cancelled. */
function events(text: string): ICAL.Event[] {
  const parsed = ICAL.parse(text.replace(/^\uFEFF/, '')) as unknown[];
  if (parsed.length === 0) throw new Error('it is empty');
  const calendars = (typeof parsed[0] === 'string' ? [parsed] : parsed) as ParsedComponent[];
  return calendars
    .flatMap((calendar) => new ICAL.Component(calendar).getAllSubcomponents('vevent'))
    .filter((event) => event.getFirstPropertyValue('status') !== 'CANCELLED')
    .map((event) => new ICAL.Event(event));
}

function daysOf(event: ICAL.Event): string[] {
  // The library's types do not know of an event without a start.
  const start = event.startDate as ICAL.Time | null;
  if (!start) throw new Error(`the event "${event.summary}" has no DTSTART`);
  if (!event.isRecurring()) return daysFrom(event, start);
  checkRecurrence(event);
  const days: string[] = [];
  const iterator = event.iterator();
  for (let next = iterator.next(); next && next.year <= lastYear; next = iterator.next()) {
    days.push(...daysFrom(event, next));
  }
  return days;
}

/** Throws for a rule that no holiday has, and over which the library may search without end. */
function checkRecurrence(event: ICAL.Event): void {
  for (const rule of event.component.getAllProperties('rrule')) {
    const text = String(rule.getFirstValue());
    const isPlain =
      /FREQ=(YEARLY|MONTHLY|WEEKLY)\b/.test(text) || (/FREQ=DAILY\b/.test(text) && !/\bBY/.test(text));
    if (!isPlain) throw new Error(`an event recurs by the rule ${text}, as no holiday does`);
  }
}

/** The days that an event covers when it begins at `start`; its end is exclusive. */
function daysFrom(event: ICAL.Event, start: ICAL.Time): string[] {
  const sinceMidnight = start.hour * 3600 + start.minute * 60 + start.second;
  const seconds = sinceMidnight + event.duration.toSeconds();
  const count = Math.min(longestEvent, Math.max(1, Math.ceil(seconds / 86400)));
  return Array.from({ length: count }, (_, ahead) => {
    const day = start.clone();
    day.adjust(ahead, 0, 0, 0);
    return day.toString().slice(0, 10);
  });
}
