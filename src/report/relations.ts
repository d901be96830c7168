import type { ChatField } from '../chats/columns.js';
import { trimmed } from '../files/text.js';
import type { ColumnTypes, Sql } from '../engines/engine.js';
import { nobodyKeys } from '../options/nobody.js';
import { nameKey } from '../options/names.js';
import type { ReportOptions } from '../options/options.js';
import { calendarDays, dayAfter, periodsOf } from './periods.js';
import { elapsedDays, weekHalfHours, type ReportRange } from './range.js';

/** What files say that the shared SQL must know. */
export interface FileFacts {
  /** Fields that at least one file has. */
  fields: ReadonlySet<ChatField>;
  /** Closers that files call bots. */
  platformBots: readonly string[];
  /** The starts of at least one file have a time of day. */
  hasTimeOfDay: boolean;
}

/** The options that the relations of `insertOptions` rest on, and some more. */
export type ChosenOptions = Omit<
  ReportOptions,
  'businessHours' | 'holidays' | 'period' | 'weekStart' | 'from' | 'to' | 'edgeDays'
>;

/**
 * Makes the relations that carry the user's choices into the shared SQL, but for business hours and the range.
 */
export async function insertOptions(engine: Sql, options: ChosenOptions, files: FileFacts): Promise<void> {
  const { platformBots } = files;
  await engine.insert('report_options', optionTypes, [optionRow(options, files)]);
  await insertNames(engine, {
    bot: [...options.bots, ...platformBots],
    timeout: options.timeoutReasons,
    agent: options.agent,
    reason: options.closingReason,
  });
  await engine.insert(
    'wanted_slots',
    { weekday: 'integer', half_hour_ordinal: 'integer' },
    wantedSlots(options),
  );
  const halfHours = Array.from({ length: 48 }, (_, ordinal) => ({
    half_hour_ordinal: ordinal,
    half_hour: halfHour(ordinal),
  }));
  await engine.insert('half_hours', { half_hour_ordinal: 'integer', half_hour: 'text' }, halfHours);
}

const dayMinutes = 1440;

/**
 * Makes the relation of the business hours: the parts of each weekday in which nothing changes, and whether hours are open
 * that began on that day, or on the day before.
 */
export async function insertBusinessHours(
  engine: Sql,
  { businessHours }: Pick<ReportOptions, 'businessHours'>,
): Promise<void> {
  const spans = [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => {
    const own = businessHours.filter((range) => range.weekday === weekday);
    const before = businessHours
      .filter((range) => (range.weekday % 7) + 1 === weekday)
      .map(({ fromMinute, toMinute }) => ({
        fromMinute: fromMinute - dayMinutes,
        toMinute: toMinute - dayMinutes,
      }));
    return spansOfDay([...own, ...before]).map(([from, to]) => ({
      weekday,
      from_minute: from,
      to_minute: to,
      is_open: own.some((range) => isInside(range, from)),
      is_open_since_yesterday: before.some((range) => isInside(range, from)),
    }));
  });
  await engine.insert('business_spans', spanTypes, spans);
}

interface Minutes {
  fromMinute: number;
  toMinute: number;
}

/** The parts of a day between the bounds of ranges. */
function spansOfDay(ranges: readonly Minutes[]): [from: number, to: number][] {
  const bounds = ranges.flatMap(({ fromMinute, toMinute }) => [fromMinute, toMinute]);
  const inside = bounds.filter((minute) => minute > 0 && minute < dayMinutes);
  const all = [...new Set([0, ...inside, dayMinutes])].sort((one, other) => one - other);
  return all.slice(1).map((to, index) => [all[index] ?? 0, to]);
}

function isInside({ fromMinute, toMinute }: Minutes, minute: number): boolean {
  return minute >= fromMinute && minute < toMinute;
}

const spanTypes: ColumnTypes = {
  weekday: 'integer',
  from_minute: 'integer',
  to_minute: 'integer',
  is_open: 'boolean',
  is_open_since_yesterday: 'boolean',
};

/** Makes the relations of the range: its bounds, its days and its periods. */
export async function insertRange(engine: Sql, range: ReportRange, options: ReportOptions): Promise<void> {
  const days = calendarDays(range.from, range.to, options);
  const row = {
    first_moment: range.firstMoment,
    end_moment: range.endMoment,
    days: days.length,
    averaged_from: range.averaged.firstMoment,
    averaged_to: range.averaged.endMoment,
    averaged_from_day: range.averaged.firstMoment.slice(0, 10),
    averaged_to_day: dayAfter(range.averaged.endMoment),
    elapsed_days: elapsedDays(range.averaged, options.weekday),
  };
  await engine.insert('report_range', rangeTypes, [row]);
  await engine.insert(
    'calendar_days',
    dayTypes,
    days.map((day) => ({ ...day })),
  );
  await engine.insert(
    'periods',
    periodTypes,
    periodsOf(range, options).map((period) => ({ ...period })),
  );
}

/** Makes the relation of the half hours of the week: how much of each averages are over, in the zone of the report. */
export async function insertWeek(engine: Sql, range: ReportRange, zone: string | null): Promise<void> {
  await engine.insert('week_half_hours', weekTypes, weekHalfHours(range.averaged, zone));
}

const optionTypes: ColumnTypes = {
  csat_min: 'float',
  csat_max: 'float',
  csat_satisfied: 'float',
  response_target_seconds: 'float',
  shift_gap_seconds: 'float',
  has_agent_filter: 'boolean',
  has_reason_filter: 'boolean',
  has_user_id: 'boolean',
  has_closing_reason: 'boolean',
  has_ended_at: 'boolean',
  has_assigned_at: 'boolean',
  has_first_response: 'boolean',
  has_csat_score: 'boolean',
  has_time_of_day: 'boolean',
  nobody_keys: 'text',
};

const rangeTypes: ColumnTypes = {
  first_moment: 'timestamp',
  end_moment: 'timestamp',
  days: 'integer',
  averaged_from: 'timestamp',
  averaged_to: 'timestamp',
  averaged_from_day: 'date',
  averaged_to_day: 'date',
  elapsed_days: 'float',
};

const weekTypes: ColumnTypes = {
  weekday: 'integer',
  half_hour_ordinal: 'integer',
  elapsed_days: 'float',
  seconds: 'integer',
};

const dayTypes: ColumnTypes = {
  day: 'date',
  weekday: 'integer',
  period_start: 'date',
  is_holiday: 'boolean',
  is_day_after_holiday: 'boolean',
};

const periodTypes: ColumnTypes = {
  period_start: 'date',
  period_end: 'date',
  period_label: 'text',
  is_partial: 'boolean',
};

function optionRow(
  options: ChosenOptions,
  { fields, hasTimeOfDay }: FileFacts,
): Record<string, number | boolean | string> {
  return {
    csat_min: options.csatScale.min,
    csat_max: options.csatScale.max,
    csat_satisfied: options.csatSatisfied,
    response_target_seconds: options.responseTarget,
    shift_gap_seconds: options.shiftGap,
    has_agent_filter: options.agent.length > 0,
    has_reason_filter: options.closingReason.length > 0,
    has_user_id: fields.has('user_id'),
    has_closing_reason: fields.has('closing_reason'),
    has_ended_at: fields.has('ended_at'),
    has_assigned_at: fields.has('assigned_at'),
    has_first_response: fields.has('agent_first_response_seconds'),
    has_csat_score: fields.has('csat_score'),
    has_time_of_day: hasTimeOfDay,
    nobody_keys: nobodyKeys(options.nobody),
  };
}

/** Makes `chosen_names`: the names of every list by place, each with its key. */
function insertNames(engine: Sql, lists: Record<string, readonly string[]>): Promise<void> {
  const rows = Object.entries(lists).flatMap(([list, names]) =>
    names.map((given, place) => {
      const name = trimmed(given);
      return { list, place, name, name_key: nameKey(name) };
    }),
  );
  const types: ColumnTypes = { list: 'text', place: 'integer', name: 'text', name_key: 'text' };
  return engine.insert('chosen_names', types, rows);
}

/** Every half hour of the week that the report wants. */
function wantedSlots({
  weekday,
  halfHour: starts,
}: ChosenOptions): { weekday: number; half_hour_ordinal: number }[] {
  const days = weekday.length > 0 ? weekday : [1, 2, 3, 4, 5, 6, 7];
  const ordinals = Array.from({ length: 48 }, (_, ordinal) => ordinal).filter(
    (ordinal) => starts.length === 0 || starts.includes(halfHour(ordinal)),
  );
  return days.flatMap((day) => ordinals.map((half_hour_ordinal) => ({ weekday: day, half_hour_ordinal })));
}

function halfHour(ordinal: number): string {
  return `${String(Math.floor(ordinal / 2)).padStart(2, '0')}:${ordinal % 2 === 0 ? '00' : '30'}`;
}
