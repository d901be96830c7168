import { dateFields, durationFields, type ChatField, type DateField } from '../chats/columns.js';
import { headingUnit, headingZone, secondsPerUnit } from './heading-hints.js';
import { conditionNames, type ConditionName } from './condition-names.js';
import { isMapped, type MatchedColumn } from './match-headings.js';
import type { DurationUnit, Profile, ProfileCondition, ProfileField } from './profiles/profile.js';

/** How the values of one file are read, beyond what every file has in common. */
export interface ReadingRules {
  /** Units of plain numbers, for durations and for dates that are durations after the start. */
  units: Partial<Record<ChatField, DurationUnit>>;
  /** Dates that are durations after the start. */
  after: DateField[];
  /** The zone that a date's heading names. */
  zones: Partial<Record<DateField, string>>;
  /** What a rating's word counts as, in any case. */
  ratings: Record<string, number>;
  /** More values that mean "missing", by field, in any case. */
  missing: Partial<Record<ChatField, string[]>>;
  /** Who closed a chat without a closer; null: nobody. */
  closerWhenMissing: string | null;
  /** What stands between several closers in one cell; null: one closer a cell. */
  closerSeparator: string | null;
  /** The values for which a condition holds, in any case; only for conditions whose column the file has. */
  conditions: Partial<Record<ConditionName, string[]>>;
  /** User ids may be e-mail addresses, which are one in any case. */
  hasEmails?: boolean;
}

/** The rules of a profile for the columns that a file has, with the units and zones that its headings name. */
export function readingRules(
  profile: Profile,
  columns: readonly MatchedColumn[],
  units: Partial<Record<ChatField, DurationUnit>>,
): ReadingRules {
  const of = (field: ChatField): ProfileField | undefined => profile.fields[field];
  const ratings = Object.entries(of('csat_score')?.ratings ?? {});
  const unrated = ratings.filter(([, value]) => value === null).map(([word]) => word);
  return {
    units: { ...headingUnits(columns), ...profileUnits(profile), ...units },
    after: dateFields.filter((field) => of(field)?.after !== undefined && hasProfileHeading(columns, field)),
    zones: headingZones(columns),
    ratings: Object.fromEntries(ratings.flatMap(([word, value]) => (value === null ? [] : [[word, value]]))),
    missing: missingValues(profile, unrated),
    closerWhenMissing: of('closed_by')?.when_missing ?? null,
    closerSeparator: of('closed_by')?.separator ?? null,
    conditions: conditionsOf(profile, columns),
  };
}

/** `--map` may give a field another column than the profile's: that one is a date of its own. */
function hasProfileHeading(columns: readonly MatchedColumn[], field: ChatField): boolean {
  return columns.some((column) => column.field === field && !isMapped(column));
}

function headingUnits(columns: readonly MatchedColumn[]): Partial<Record<ChatField, DurationUnit>> {
  const found = columns.flatMap(({ heading, field }) => {
    const unit = (durationFields as readonly (ChatField | null)[]).includes(field)
      ? headingUnit(heading)
      : null;
    return field && unit ? [[field, unit]] : [];
  });
  return Object.fromEntries(found) as Partial<Record<ChatField, DurationUnit>>;
}

function profileUnits({ fields }: Profile): Partial<Record<ChatField, DurationUnit>> {
  const found = Object.entries(fields).flatMap(([field, { unit }]) =>
    unit && unit in secondsPerUnit ? [[field, unit]] : [],
  );
  return Object.fromEntries(found) as Partial<Record<ChatField, DurationUnit>>;
}

function headingZones(columns: readonly MatchedColumn[]): Partial<Record<DateField, string>> {
  const found = columns.flatMap(({ heading, field }) => {
    const zone = (dateFields as readonly (ChatField | null)[]).includes(field)
      ? headingZone(heading).zone
      : null;
    return field && zone ? [[field, zone]] : [];
  });
  return Object.fromEntries(found) as Partial<Record<DateField, string>>;
}

function missingValues({ fields }: Profile, unrated: readonly string[]): ReadingRules['missing'] {
  const found = Object.entries(fields).map(([field, { missing = [] }]) => {
    const all = field === 'csat_score' ? [...missing, ...unrated] : missing;
    return [field, all];
  });
  return Object.fromEntries(found) as ReadingRules['missing'];
}

function conditionsOf(profile: Profile, columns: readonly MatchedColumn[]): ReadingRules['conditions'] {
  const found = conditionNames.flatMap((name) => {
    const condition: ProfileCondition | undefined = profile[name];
    const isPresent = columns.some((column) => column.condition === name);
    return condition && isPresent ? [[name, condition.values]] : [];
  });
  return Object.fromEntries(found) as ReadingRules['conditions'];
}
