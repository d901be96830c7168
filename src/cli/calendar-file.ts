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
  const days = new Set(events(text, name).flatMap(daysOf));
  if (days.size === 0)
    throw unusableInput('empty_calendar', `${name} has no events.`, 'Export the holidays again as .ics.');
  return [...days].sort();
}

function events(text: string, name: string): ICAL.Event[] {
  try {
    const calendar = new ICAL.Component(ICAL.parse(text) as ConstructorParameters<typeof ICAL.Component>[0]);
    return calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
  } catch (error) {
    throw unusableInput(
      'not_a_calendar',
      `${name} is no iCalendar file: ${(error as Error).message}`,
      'Export the holidays as .ics.',
    );
  }
}

function daysOf(event: ICAL.Event): string[] {
  if (!event.isRecurring()) return daysFrom(event, event.startDate);
  const days: string[] = [];
  const iterator = event.iterator();
  for (let start = iterator.next(); start && start.year <= lastYear; start = iterator.next()) {
    days.push(...daysFrom(event, start));
  }
  return days;
}

/** The days that an event covers when it begins at `start`; its end is exclusive. */
function daysFrom(event: ICAL.Event, start: ICAL.Time): string[] {
  const seconds = event.duration.toSeconds();
  const count = Math.min(longestEvent, Math.max(1, Math.ceil(seconds / 86400)));
  return Array.from({ length: count }, (_, ahead) => {
    const day = start.clone();
    day.adjust(ahead, 0, 0, 0);
    return day.toString().slice(0, 10);
  });
}
