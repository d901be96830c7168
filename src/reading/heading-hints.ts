import type { DurationUnit } from './profiles/profile.js';

const zoneAtEnd =
  /[\s(]+((?:UTC|GMT)(?:\s*[+-]\d{1,2}(?::?\d{2})?)?|[A-Z][A-Za-z_]+(?:\/[A-Za-z_]+(?:[+-]\d+)?){1,2})\)?$/;

/** A heading without the time zone at its end, and that zone: `Chat start date (America/New_York)`, `... UTC`, `... (UTC+0)`. */
export function headingZone(heading: string): { base: string; zone: string | null } {
  const match = zoneAtEnd.exec(heading);
  const zone = match?.[1] ? knownZone(match[1]) : null;
  return zone && match ? { base: heading.slice(0, match.index), zone } : { base: heading, zone: null };
}

/** A zone by its name, or a fixed offset: `UTC+5:30` becomes `+05:30`. */
function knownZone(written: string): string | null {
  const offset = /^(?:UTC|GMT)\s*([+-])(\d{1,2}):?(\d{2})?$/.exec(written);
  if (offset) return offsetZone(offset);
  const name = written.replace(/^GMT$/, 'UTC');
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return name;
  } catch {
    return null;
  }
}

function offsetZone([, sign = '+', hours = '0', minutes = '00']: RegExpExecArray): string {
  return Number(hours) === 0 && Number(minutes) === 0 ? 'UTC' : `${sign}${hours.padStart(2, '0')}:${minutes}`;
}

const unitWords: [RegExp, DurationUnit][] = [
  [/(?:\b|_)(?:ms|msec|msecs|millis|milliseconds?)\b|in_?millis$|InMillis$/i, 'milliseconds'],
  [/(?:\b|_)(?:min|mins|minutes?)\b/i, 'minutes'],
  [/(?:\b|_)(?:h|hr|hrs|hours?)\b/i, 'hours'],
  [/(?:\b|_)(?:days?)\b/i, 'days'],
];

/** The unit that a heading names, such as `First reply time in minutes`; null when it names none. */
export function headingUnit(heading: string): DurationUnit | null {
  return unitWords.find(([words]) => words.test(heading))?.[1] ?? null;
}

/** How many seconds a unit is. */
export const secondsPerUnit: Record<DurationUnit, number> = {
  milliseconds: 0.001,
  seconds: 1,
  minutes: 60,
  hours: 3600,
  days: 86400,
};
