const DAY_MILLISECONDS = 86_400_000;
const DAY_SECONDS = 86_400;
const HOUR_SECONDS = 3_600;
const MINUTE_AND_SECOND = Array.from(
  { length: HOUR_SECONDS },
  (_, second) => `${twoDigits(Math.floor(second / 60))}:${twoDigits(second % 60)}`,
);

/** Writes times as the export does. Times are whole seconds since the midnight that opens the first day. */
export interface Clock {
  /** 0 = Monday ... 6 = Sunday */
  readonly firstWeekday: number;
  /** Day-first with an unpadded hour: `02-02-2026 9:05:07`. */
  timestamp(seconds: number): string;
}

/** A clock whose day 0 is `from`, given as `YYYY-MM-DD`. Throws a RangeError where that is no calendar day. */
export function createClock(from: string): Clock {
  const midnight = midnightOf(from);
  const dates: string[] = [];
  const dateOf = (day: number): string =>
    (dates[day] ??= dayFirst(new Date(midnight + day * DAY_MILLISECONDS)));
  return {
    firstWeekday: (new Date(midnight).getUTCDay() + 6) % 7,
    timestamp(seconds) {
      const day = Math.floor(seconds / DAY_SECONDS);
      return `${dateOf(day)} ${duration(seconds - day * DAY_SECONDS)}`;
    },
  };
}

/** Hours unpadded, minutes and seconds in two digits: `0:00:04`. */
export function duration(seconds: number): string {
  const hours = Math.floor(seconds / HOUR_SECONDS);
  return `${hours}:${MINUTE_AND_SECOND[seconds - hours * HOUR_SECONDS] as string}`;
}

function midnightOf(date: string): number {
  const milliseconds = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : NaN;
  const exists = !Number.isNaN(milliseconds) && new Date(milliseconds).toISOString().startsWith(date);
  if (!exists) throw new RangeError(`from is '${date}': it must be a calendar day, written as 2026-02-02`);
  if (date < '1970-01-01' || date > '2104-12-30') {
    throw new RangeError(`from is '${date}': it must lie between 1970-01-01 and 2104-12-30`);
  }
  return milliseconds;
}

function dayFirst(date: Date): string {
  return `${twoDigits(date.getUTCDate())}-${twoDigits(date.getUTCMonth() + 1)}-${date.getUTCFullYear()}`;
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : `${value}`;
}
