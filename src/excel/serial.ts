const dayMilliseconds = 86_400_000;
/** Excel's day number of 1970-01-01. */
const unixEpoch = 25_569;

/**
 * Excel's serial number of a wall time.
 * Takes `YYYY-MM-DD` or `YYYY-MM-DD HH:MM:SS` (a `T` and fractions are allowed too); returns days since 1899-12-30.
 */
export function serialOf(time: string): number {
  const milliseconds = midnightOf(time.slice(0, 10)) + clockOf(time);
  const serial = milliseconds / dayMilliseconds + unixEpoch;
  if (!Number.isFinite(serial)) throw new Error(`not a date: ${time}`);
  return serial;
}

/** Milliseconds of days seen before: a long table has few days and many times. */
const midnights = new Map<string, number>();
const mostMidnights = 10_000;

function midnightOf(day: string): number {
  const known = midnights.get(day);
  if (known !== undefined) return known;
  const midnight = Date.parse(`${day}T00:00:00Z`);
  if (midnights.size < mostMidnights) midnights.set(day, midnight);
  return midnight;
}

/** Milliseconds since midnight; usual times are two digits each, whatever else is read as a date is. */
function clockOf(time: string): number {
  if (time.length <= 10) return 0;
  if (!usualTime.test(time)) return Date.parse(`1970-01-01T${time.slice(11)}Z`);
  const [hours, minutes, seconds] = [twoDigits(time, 11), twoDigits(time, 14), twoDigits(time, 17)];
  return ((hours * 60 + minutes) * 60 + seconds) * 1000;
}

const usualTime = /^.{10}[ T](?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d$/;

const twoDigits = (text: string, at: number) => 10 * text.charCodeAt(at) + text.charCodeAt(at + 1) - 528;

/** Seconds as a number of days, the way Excel counts a duration. */
export function daysOf(seconds: number): number {
  return seconds / 86_400;
}
