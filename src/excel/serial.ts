const dayMilliseconds = 86_400_000;
/** Excel's day number of 1970-01-01. */
const unixEpoch = 25_569;

/**
 * Excel's serial number of a wall time.
 * Takes `YYYY-MM-DD` or `YYYY-MM-DD HH:MM:SS` (a `T` and fractions are allowed too); returns days since 1899-12-30.
 */
export function serialOf(time: string): number {
  const clock = time.length > 10 ? time.slice(11) : '00:00:00';
  const serial = Date.parse(`${time.slice(0, 10)}T${clock}Z`) / dayMilliseconds + unixEpoch;
  if (!Number.isFinite(serial)) throw new Error(`not a date: ${time}`);
  return serial;
}

/** Seconds as a number of days, the way Excel counts a duration. */
export function daysOf(seconds: number): number {
  return seconds / 86_400;
}
