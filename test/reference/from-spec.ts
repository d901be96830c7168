import type { CaseOptions } from '../cases/case.js';
import { trimmed } from './csv.js';
import { defaultOptions, everyDay } from './defaults.js';
import type { ParseOptions } from './parse.js';
import { parseChats } from './parse.js';
import { computeReference } from './compute.js';
import type { BusinessRange, RefOptions, RefTables } from './types.js';

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const units: Record<string, number> = { s: 1, m: 60, h: 3600 };

function minuteOf(clock: string): number {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  return hour * 60 + minute;
}

/** `10:00-17:00` or `mon-fri 10:00-17:00`; an end at or before the start is on the next day. */
function rangesOf(text: string): BusinessRange[] {
  const [hours = '', days = 'mon-sun'] = text.split(' ').reverse();
  const [from = 0, to = 0] = hours.split('-').map(minuteOf);
  const [first = 0, last = 0] = days
    .split('-')
    .map((day) => weekdays.findIndex((name) => name.startsWith(day)) + 1);
  return everyDay(from, to < from ? to + 1440 : to).filter(
    ({ weekday }) => weekday >= first && weekday <= last,
  );
}

const secondsOf = (text: string): number => Number(text.slice(0, -1)) * (units[text.slice(-1)] ?? NaN);

function csatOf(spec: CaseOptions): RefOptions['csat'] {
  const [min = 1, max = 5] = (spec.csatScale ?? '1-5').split('-').map(Number);
  return { min, max, satisfied: spec.csatSatisfied ?? 4 };
}

/** The user's options as written, made total for the reference. */
export function optionsFromSpec(spec: CaseOptions): RefOptions {
  const given = <K extends keyof CaseOptions, V>(
    key: K,
    read: (value: NonNullable<CaseOptions[K]>) => V,
    other: V,
  ) => (spec[key] === undefined ? other : read(spec[key]));
  return {
    ...defaultOptions,
    period: spec.period ?? 'week',
    weekStart: given('weekStart', (name) => weekdays.indexOf(name) + 1, 1),
    from: spec.from ?? null,
    to: spec.to ?? null,
    weekdays: (spec.weekday ?? []).map((name) => weekdays.indexOf(name) + 1),
    halfHours: spec.halfHour ?? [],
    businessRanges: given('businessHours', rangesOf, defaultOptions.businessRanges),
    holidays: spec.holidays ?? [],
    bots: (spec.bots ?? defaultOptions.bots).map(trimmed),
    timeoutReasons: (spec.timeoutReasons ?? defaultOptions.timeoutReasons).map(trimmed),
    csat: csatOf(spec),
    responseTargetSeconds: given('responseTarget', secondsOf, 30),
    shiftGapSeconds: given('shiftGap', secondsOf, 36_000),
    zone: spec.timezone ?? spec.sourceTimezone ?? null,
  };
}

/** The reference's tables for one CSV text with the seed's headings. */
export function referenceForCsv(csv: string, spec: CaseOptions = {}): RefTables {
  const options = optionsFromSpec(spec);
  const reading: ParseOptions = { sourceZone: spec.sourceTimezone ?? null, csat: options.csat };
  const { chats, rejected, hasField } = parseChats(csv, reading);
  return computeReference(chats, { ...options, hasField }, rejected);
}
