/** From a moment on (seconds since 1970; null: since ever), wall time is this many seconds ahead of UTC. */
export interface ZoneShift {
  fromSecond: number | null;
  offsetSeconds: number;
}

const stepSeconds = 7 * 86400;

/** The offsets of a zone (an IANA name, or a fixed offset such as `+05:30`) between two instants (seconds since 1970), by the instant from which each holds. */
export function instantShifts(zone: string, firstSecond: number, lastSecond: number): ZoneShift[] {
  const offsetAt = offsetReader(zone);
  const shifts: ZoneShift[] = [{ fromSecond: null, offsetSeconds: offsetAt(firstSecond) }];
  for (let second = firstSecond; second < lastSecond; second += stepSeconds) {
    const next = Math.min(second + stepSeconds, lastSecond);
    if (offsetAt(second) === offsetAt(next)) continue;
    const from = firstChange(offsetAt, second, next);
    shifts.push({ fromSecond: from, offsetSeconds: offsetAt(from) });
  }
  return shifts;
}

/**
 * The offsets of a zone by the wall time from which each holds: an hour that occurs twice is its first occurrence, an hour
 * that does not occur moves forward by the gap (metrics.md, section 3).
 */
export function wallShifts(zone: string, firstSecond: number, lastSecond: number): ZoneShift[] {
  const shifts = instantShifts(zone, firstSecond - 2 * 86400, lastSecond + 2 * 86400);
  return shifts.map((shift, index) => {
    const before = shifts[index - 1];
    if (shift.fromSecond === null || !before) return shift;
    const wall = shift.fromSecond + Math.max(before.offsetSeconds, shift.offsetSeconds);
    return { fromSecond: wall, offsetSeconds: shift.offsetSeconds };
  });
}

/** By how many seconds a zone is ahead of UTC at a wall time; of an hour that occurs twice, the first time. */
export function offsetOf(
  zone: string,
  year: number,
  month: number,
  day = 1,
  hour = 12,
  minute = 0,
  second = 0,
): number {
  const wall = Date.UTC(year, month - 1, day, hour, minute, second) / 1000;
  const shifts = wallShifts(zone, wall - 86400, wall + 86400);
  const holding = shifts.filter(({ fromSecond }) => fromSecond === null || fromSecond <= wall);
  return holding.at(-1)?.offsetSeconds ?? 0;
}

function firstChange(offsetAt: (second: number) => number, before: number, after: number): number {
  let [low, high] = [before, after];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle) === offsetAt(before)) low = middle;
    else high = middle;
  }
  return high;
}

const readers = new Map<string, (second: number) => number>();

/** What reads the offset of a zone at an instant; kept, because to make one is dear. */
function offsetReader(zone: string): (second: number) => number {
  const found = readers.get(zone) ?? newOffsetReader(zone);
  readers.set(zone, found);
  return found;
}

function newOffsetReader(zone: string): (second: number) => number {
  const fixed = /^([+-])(\d\d):(\d\d)$/.exec(zone);
  if (fixed) return () => (fixed[1] === '-' ? -1 : 1) * (Number(fixed[2]) * 3600 + Number(fixed[3]) * 60);
  const format = new Intl.DateTimeFormat('en-u-ca-gregory', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (second) => {
    const parts = Object.fromEntries(
      format.formatToParts(second * 1000).map(({ type, value }) => [type, Number(value)]),
    );
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second: wallSecond = 0 } = parts;
    return Date.UTC(year, month - 1, day, hour, minute, wallSecond) / 1000 - second;
  };
}
