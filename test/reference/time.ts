export const daySeconds = 86_400;

const formatters = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, number>();

function formatter(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formatters.set(zone, made);
  return made;
}

function computeOffset(minuteStart: number, zone: string): number {
  const part: Record<string, number> = {};
  for (const { type, value } of formatter(zone).formatToParts(minuteStart * 1000)) part[type] = Number(value);
  const { year = NaN, month = NaN, day = NaN, hour = NaN, minute = NaN, second = NaN } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second) / 1000 - minuteStart;
}

/** Seconds to add to an instant for the wall time in `zone`. Zones change their offset on whole minutes. */
function offsetAt(instant: number, zone: string): number {
  const minuteStart = Math.floor(instant / 60) * 60;
  const key = `${zone} ${minuteStart}`;
  const offset = offsets.get(key) ?? computeOffset(minuteStart, zone);
  offsets.set(key, offset);
  return offset;
}

/** The wall time of an instant, as seconds that read as that wall time in UTC. */
export function wallOf(instant: number, zone: string | null): number {
  return zone === null ? instant : instant + offsetAt(instant, zone);
}

/** The instant of a wall time: a repeated time is its first, a skipped one moves forward by the gap. */
export function instantOf(wall: number, zone: string | null): number {
  if (zone === null) return wall;
  const before = offsetAt(wall - daySeconds, zone);
  const after = offsetAt(wall + daySeconds, zone);
  const candidates = [wall - before, wall - after].sort((a, b) => a - b);
  return candidates.find((instant) => wallOf(instant, zone) === wall) ?? wall - before;
}

/** Days since 1970-01-01 of a wall time. */
export const dayOf = (wall: number): number => Math.floor(wall / daySeconds);

export const secondOfDay = (wall: number): number => wall - dayOf(wall) * daySeconds;

/** 1 = Monday ... 7 = Sunday; day 0, 1970-01-01, was a Thursday. */
export const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

export const isoDate = (day: number): string => new Date(day * daySeconds * 1000).toISOString().slice(0, 10);

export const isoDateTime = (wall: number): string =>
  new Date(wall * 1000).toISOString().slice(0, 19).replace('T', ' ');

/** `YYYY-MM-DD` or `YYYY-MM-DD HH:MM:SS` as wall seconds. */
export function wallFromIso(text: string): number {
  const full = text.length === 10 ? `${text} 00:00:00` : text;
  return Date.parse(`${full.replace(' ', 'T')}Z`) / 1000;
}
