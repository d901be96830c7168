import { wrongUse } from '../errors.js';
import { businessHoursText, weekdays } from './business-hours.js';
import { optionCatalog, optionNames, type OptionName } from './catalog.js';
import { mention } from './mention.js';
import { didYouMean, kebab, looseName } from './names.js';

type Parsed = { [Name in OptionName]: ReturnType<(typeof optionCatalog)[Name]['parse']> };

/** The options of a report, total: every choice made and checked. Defaults stand in the option catalog. */
export type ReportOptions = Omit<Parsed, 'csatSatisfied'> & {
  csatSatisfied: number;
  /** The same options with other defaults, such as those of a platform: what the user gave stays. */
  withDefaults: (defaults: ReportOptionsSpec) => ReportOptions;
};

/** What a user may give: any option by name (`businessHours` or `business-hours`), as text or as a plain value. */
export type ReportOptionsSpec = Readonly<Record<string, unknown>>;

/** The options in use, as plain values in the words of the configuration file, snake_case. */
export interface ReportedOptions {
  period: 'day' | 'week' | 'month';
  week_start: string;
  /** Wall time in the report zone, `YYYY-MM-DD HH:MM:SS`; null: from the first chat's day. */
  from: string | null;
  to: string | null;
  business_hours: string;
  holidays: string[];
  bots: string[];
  /** Closers that stand for nobody, and words of a status that say a chat is open; null: the usual ones. */
  nobody: string[] | null;
  open_status: string[] | null;
  csat_scale: string;
  csat_satisfied: number;
  timeout_reasons: string[];
  response_target_seconds: number;
  edge_days: 'auto' | 'keep';
  shift_gap_seconds: number;
  small_n: number;
  /** `previous`, or `FROM..TO`; null: nothing to compare with. */
  compare: string | null;
  created: string | null;
  date_order: 'dmy' | 'mdy' | 'ymd' | null;
  source_timezone: string | null;
  timezone: string | null;
  agent: string[];
  closing_reason: string[];
  /** Names of the only days of the week, and starts of the only half hours (`09:30`); empty: all. */
  weekday: string[];
  half_hour: string[];
  /** Name of the profile that was asked for; null: the best one was taken. */
  profile: string | null;
  /** Names or patterns of the sheets that were asked for; null: those with the headings of the first were taken. */
  sheet: string[] | null;
  /** Between the fields of CSV files; only where one was asked for. */
  delimiter?: string;
  /** null: found from the rows. */
  rows: 'chat' | 'leg' | null;
  id_scope: 'all' | 'file';
  unit: Record<string, string>;
  decimal: 'point' | 'comma' | null;
  excel_swap: 'auto' | 'off';
  map: Record<string, string>;
}

/** How messages call an option: a flag, a key of a file. */
export type OptionLabel = (name: OptionName) => string;

/**
 * Makes total options of what a user gave; what is not given takes its default.
 * @throws UserError naming an unknown name or a value that is not allowed.
 */
export function parseOptions(
  spec: ReportOptionsSpec = {},
  label: OptionLabel = (name) => mention(name),
): ReportOptions {
  const given = namedOptions(spec);
  const parsed = Object.fromEntries(
    optionNames.map((name) => [name, parseOne(name, given[name], label)]),
  ) as unknown as Parsed;
  checkRange(parsed, label);
  const withDefaults = (defaults: ReportOptionsSpec): ReportOptions =>
    parseOptions({ ...namedOptions(defaults), ...given }, label);
  return { ...parsed, csatSatisfied: satisfiedFrom(parsed, label), withDefaults };
}

/** The same options by their catalog names, whatever their spelling; an unknown name is an error. */
function namedOptions(spec: ReportOptionsSpec): Partial<Record<OptionName, unknown>> {
  const byLooseName = new Map(optionNames.map((name) => [looseName(name), name]));
  const entries = Object.entries(spec).map(([key, value]) => {
    const name = byLooseName.get(looseName(key));
    if (name) return [name, value];
    throw wrongUse(
      'unknown_option',
      `There is no option "${key}".${didYouMean(key, optionNames.map(kebab))}`,
      `Options: ${optionNames.map(kebab).join(', ')}.`,
    );
  });
  return Object.fromEntries(entries) as Partial<Record<OptionName, unknown>>;
}

function parseOne(name: OptionName, value: unknown, label: OptionLabel): unknown {
  const { default: fallback, parse } = optionCatalog[name];
  return parse(value ?? fallback, label(name));
}

function checkRange({ from, to }: Parsed, label: OptionLabel): void {
  if (from === null || to === null || from < to) return;
  throw wrongUse(
    'empty_range',
    `${label('from')} ${from} is not before ${label('to')} ${to}.`,
    `${label('to')} is the first moment that is no longer in the report.`,
  );
}

function satisfiedFrom({ csatSatisfied, csatScale: { min, max } }: Parsed, label: OptionLabel): number {
  if (csatSatisfied === null && min === 1 && max === 5) return 4;
  if (csatSatisfied !== null && csatSatisfied >= min && csatSatisfied <= max) return csatSatisfied;
  const example = max - 1 > min ? max - 1 : max;
  const problem = csatSatisfied === null ? 'is needed with' : `${String(csatSatisfied)} is outside`;
  throw wrongUse(
    'csat_satisfied',
    `${label('csatSatisfied')} ${problem} the scale ${String(min)}-${String(max)}.`,
    `Give the lowest rating that says "satisfied", such as ${label('csatSatisfied')} ${String(example)}.`,
  );
}

/** The options as plain values, for the report. */
export function reportedOptions(options: ReportOptions): ReportedOptions {
  return {
    period: options.period,
    week_start: weekdays[options.weekStart - 1] ?? 'monday',
    from: options.from,
    to: options.to,
    business_hours: businessHoursText(options.businessHours),
    holidays: options.holidays,
    bots: options.bots,
    nobody: options.nobody,
    open_status: options.openStatus,
    csat_scale: `${String(options.csatScale.min)}-${String(options.csatScale.max)}`,
    csat_satisfied: options.csatSatisfied,
    timeout_reasons: options.timeoutReasons,
    response_target_seconds: options.responseTarget,
    edge_days: options.edgeDays,
    shift_gap_seconds: options.shiftGap,
    small_n: options.smallN,
    compare: comparedText(options.compare),
    created: options.created,
    date_order: options.dateOrder,
    source_timezone: options.sourceTimezone,
    timezone: options.timezone,
    agent: options.agent,
    closing_reason: options.closingReason,
    weekday: options.weekday.map((day) => weekdays[day - 1] ?? ''),
    half_hour: options.halfHour,
    profile: profileName(options.profile),
    sheet: options.sheet.length > 0 ? options.sheet : null,
    ...(options.delimiter === null ? {} : { delimiter: options.delimiter }),
    rows: options.rows,
    id_scope: options.idScope,
    unit: options.unit,
    decimal: options.decimal,
    excel_swap: options.excelSwap,
    map: options.map,
  };
}

function comparedText(compare: ReportOptions['compare']): string | null {
  return typeof compare === 'object' && compare !== null ? `${compare.from}..${compare.to}` : compare;
}

function profileName(profile: ReportOptions['profile']): string | null {
  if (profile === null || typeof profile === 'string') return profile;
  return typeof profile['name'] === 'string' ? profile['name'] : 'custom';
}
