import { dateFields, type DateField } from '../../chats/columns.js';
import { instantShifts, wallShifts, type ZoneShift } from '../../reading/dates/zones.js';
import type { ColumnTypes, RawFile, Reader, ResultRow, Sql } from '../../engines/engine.js';
import { wrongUse } from '../../errors.js';
import { mention } from '../../options/mention.js';
import type { ReportOptions } from '../../options/options.js';
import { findIdForms } from './id-forms.js';
import type { ReadFile } from './read-file.js';
import { timesOf } from './times.js';
import { zoneOfOffsets } from './offset-zone.js';

const daySeconds = 86400;

/** The zone of the report's wall times (null: as written), and what had to be assumed about it. */
export interface ReportZone {
  zone: string | null;
  notes: string[];
}

/**
 * Finds the zones in play, makes `raw_chats` hold instants and `zone_offsets` lead from instants to the report's wall time.
 * @throws UserError when a report zone is asked for and the zone of the times is unknown.
 */
export async function openZones(
  files: readonly ReadFile[],
  options: Pick<ReportOptions, 'sourceTimezone' | 'timezone'>,
  engine: Reader & Sql,
): Promise<ReportZone> {
  await engine.openRawChats(
    files.map(({ ordinal, plan }) => ({ ordinal, layouts: plan.layouts, shifts: {} })),
  );
  const [first, last] = await secondsSpan(engine);
  const ids = await findIdForms(files, engine);
  const sources = files.map((file) => sourceZones(file, zoneGiven(file, options)));
  const written = sources.flatMap((zones) => Object.values(zones));
  const times = await timesOf(files, engine);
  const hasInstants = times.some((time) => time.hasInstants);
  const hasUnknown = times.some(
    ({ hasWallTimes }, index) => hasWallTimes && Object.keys(sources[index] ?? {}).length === 0,
  );
  if (options.timezone !== null && hasUnknown) throw unknownSource(options.timezone);
  if (written.length > 0 || ids.byFile.size > 0)
    await engine.openRawChats(
      files.map(({ ordinal, plan }, index) => ({
        ordinal,
        layouts: plan.layouts,
        shifts: shiftsOf(sources[index] ?? {}, first, last),
        ids: ids.byFile.get(ordinal),
      })),
    );
  const named = options.timezone ?? options.sourceTimezone ?? written[0] ?? null;
  const own = named === null && hasInstants ? zoneOfOffsets(files, hasUnknown) : null;
  const zone = named ?? own?.zone ?? null;
  const [from, to] = [first - 2 * daySeconds, last + 2 * daySeconds];
  await insertOffsets(engine, zone === null ? [] : instantShifts(zone, from, to), from, to);
  const mixed = hasUnknown && (hasInstants || written.length > 0) ? [mixedNote] : [];
  return { zone, notes: [...mixed, ...(own?.notes ?? []), ...ids.notes] };
}

const mixedNote = `Some times carry a zone and others do not: those without are taken as UTC. Say otherwise with ${mention('sourceTimezone')}.`;

/** What the options say of the times of a file: a day is the same day in every zone. */
function zoneGiven(
  { plan }: ReadFile,
  { sourceTimezone, timezone }: Pick<ReportOptions, 'sourceTimezone' | 'timezone'>,
): string | null {
  return plan.dayFields.includes('started_at') ? (timezone ?? sourceTimezone) : sourceTimezone;
}

/** The zone of each date field of a file: the option's, else that of its heading, else that of another heading. */
function sourceZones({ plan }: ReadFile, option: string | null): Partial<Record<DateField, string>> {
  const named = plan.rules.zones;
  const zone = option ?? named.started_at ?? Object.values(named)[0];
  if (zone === undefined) return {};
  return Object.fromEntries(dateFields.map((field) => [field, option ?? named[field] ?? zone]));
}

function shiftsOf(zones: Partial<Record<DateField, string>>, first: number, last: number): RawFile['shifts'] {
  const byZone = new Map<string, ZoneShift[]>();
  const shifts = (zone: string): ZoneShift[] => {
    const known = byZone.get(zone) ?? wallShifts(zone, first, last);
    byZone.set(zone, known);
    return known;
  };
  return Object.fromEntries(Object.entries(zones).map(([field, zone]) => [field, shifts(zone)]));
}

async function secondsSpan(engine: Sql): Promise<[number, number]> {
  const bounds = dateFields.flatMap((field) => [`min(${field})`, `max(${field})`]);
  const epoch = "timestamp '1970-01-01 00:00:00'";
  const [row] = await engine.query(
    `select date_diff('second', ${epoch}, least(${bounds.join(', ')})) as first_second,
      date_diff('second', ${epoch}, greatest(${bounds.join(', ')})) as last_second from raw_chats`,
  );
  return [Number(row?.['first_second'] ?? 0), Number(row?.['last_second'] ?? 0)];
}

function unknownSource(zone: string): Error {
  return wrongUse(
    'unknown_source_timezone',
    `${mention('timezone', zone)} needs to know in which zone the times of the file are written.`,
    `Add ${mention('sourceTimezone')}, such as ${mention('sourceTimezone', 'UTC')} or ${mention('sourceTimezone', 'Asia/Kolkata')}.`,
  );
}

const offsetTypes: ColumnTypes = { from_at: 'timestamp', to_at: 'timestamp', offset_seconds: 'integer' };

/**
 * Makes `zone_offsets`, and `zone_days`: the same by the UTC days from `first` to `last` on which each offset holds, so that
 * a moment finds its offset by an equality and most days by that alone.
 */
async function insertOffsets(
  engine: Sql,
  shifts: readonly ZoneShift[],
  first: number,
  last: number,
): Promise<void> {
  const all = shifts.length > 0 ? shifts : [{ fromSecond: null, offsetSeconds: 0 }];
  const offsets = all.map(({ fromSecond, offsetSeconds }, index) => {
    const next = all[index + 1]?.fromSecond;
    return {
      from_at: fromSecond === null ? '1900-01-01 00:00:00' : timestampText(fromSecond),
      to_at: next === undefined || next === null ? '2200-01-01 00:00:00' : timestampText(next),
      offset_seconds: offsetSeconds,
    };
  });
  await engine.insert('zone_offsets', offsetTypes, offsets);
  await engine.insert('zone_days', { utc_day: 'date', ...offsetTypes }, offsetDays(offsets, first, last));
}

function offsetDays(offsets: readonly ResultRow[], first: number, last: number): ResultRow[] {
  const days: ResultRow[] = [];
  for (let second = first - (first % daySeconds); second <= last; second += daySeconds) {
    const [from, to] = [timestampText(second), timestampText(second + daySeconds)];
    const holding = offsets.filter(({ from_at, to_at }) => String(from_at) < to && String(to_at) > from);
    days.push(...holding.map((offset) => ({ utc_day: from.slice(0, 10), ...offset })));
  }
  return days;
}

/** Seconds since 1970 as `YYYY-MM-DD HH:MM:SS`. */
function timestampText(second: number): string {
  return new Date(second * 1000).toISOString().slice(0, 19).replace('T', ' ');
}
