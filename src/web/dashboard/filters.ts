import { nameKey } from '../../options/names.js';
import { halfHourRange, weekdays } from '../../presentation/half-hours.js';
import type { Report, Row } from '../../report/report.js';
import type { Dimension, Filters } from '../state/settings.js';

/** Filters with some of them changed: these count as the last ones; empty ones are away. */
function changed(filters: Filters, change: Filters): Filters {
  const kept = Object.entries(filters).filter(([name]) => !(name in change));
  const added = Object.entries(change).filter(([, value]) =>
    Array.isArray(value) ? value.length > 0 : value,
  );
  return Object.fromEntries([...kept, ...added]);
}

export interface Pick {
  dimension: Dimension;
  key: string;
  /** Beside what is chosen already, not in its place. */
  isAdded: boolean;
}

/** The filters after a mark is picked: what is picked alone is let go. `report` is the one whose mark it is. */
export function picked(filters: Filters, { dimension, key, isAdded }: Pick, report: Report): Filters {
  if (dimension === 'period') return changed(filters, { period: otherPeriod(filters, key, report) });
  if (dimension === 'cell') return changed(filters, otherCell(filters, key));
  return changed(filters, { [dimension]: toggled(filters[dimension] ?? [], key, isAdded) });
}

function toggled(list: readonly string[], key: string, isAdded: boolean): readonly string[] {
  const others = list.filter((one) => nameKey(one) !== nameKey(key));
  const isIn = others.length < list.length;
  if (isAdded) return isIn ? others : [...list, key];
  return isIn && list.length === 1 ? [] : [key];
}

function otherPeriod(filters: Filters, start: string, report: Report): Filters['period'] {
  const row = report.tables.chat_metrics.find((one) => one['period_start'] === start);
  if (!row) return undefined;
  const [from, to] = [
    laterOf(start, firstMoment(report)),
    earlierOf(String(row['period_end']), lastMoment(report)),
  ];
  const isSame = filters.period?.from === from && filters.period.to === to;
  return isSame ? undefined : { from, to, label: String(row['period_label']) };
}

const firstMoment = ({ options, source }: Report) => options.from ?? source.range_from;
const lastMoment = ({ options, source }: Report) => options.to ?? source.range_to;
const laterOf = (a: string, b: string) => (a > b ? a : b);
const earlierOf = (a: string, b: string) => (a < b ? a : b);

function otherCell({ weekday, halfHour }: Filters, key: string): Filters {
  const [day = '', time = ''] = key.split(' ');
  const isSame = String(weekday) === day && String(halfHour) === time;
  return isSame ? { weekday: [], halfHour: [] } : { weekday: [Number(day)], halfHour: [time] };
}

/** The keys of the marks that are chosen in a dimension; empty where it is not filtered by. */
export function chosenKeys(filters: Filters, dimension: Dimension, report: Report): ReadonlySet<string> {
  if (dimension === 'period') return new Set(chosenPeriods(filters, report));
  if (dimension === 'cell') return new Set(chosenCells(filters, report));
  const chosen = filters[dimension] ?? [];
  return new Set(dimension === 'halfHour' ? chosen : chosen.map(spellingIn(report, dimension)));
}

/** A name as a report shows it: another range, or the user, may spell it otherwise. */
function spellingIn(report: Report, dimension: 'agent' | 'closingReason'): (name: string) => string {
  const [rows, column] =
    dimension === 'agent'
      ? [report.tables.agent_metrics, 'agent']
      : [report.tables.closing_reasons, 'closing_reason'];
  const shown = new Map(
    rows
      .map((row) => row[column])
      .flatMap((name) => (typeof name === 'string' ? [[nameKey(name), name]] : [])),
  );
  return (name) => shown.get(nameKey(name)) ?? name;
}

function chosenPeriods({ period }: Filters, report: Report): string[] {
  if (!period) return [];
  const isIn = (row: Row) =>
    String(row['period_start']) < period.to && String(row['period_end']) > period.from.slice(0, 10);
  return report.tables.chat_metrics
    .filter((row) => row['period_start'] !== null && isIn(row))
    .map((row) => String(row['period_start']));
}

function chosenCells({ weekday = [], halfHour = [] }: Filters, report: Report): string[] {
  if (weekday.length + halfHour.length === 0) return [];
  return report.tables.weekday_half_hourly_chats
    .filter((row) => weekday.length === 0 || weekday.includes(Number(row['weekday'])))
    .filter((row) => halfHour.length === 0 || halfHour.includes(String(row['half_hour'])))
    .map((row) => `${String(row['weekday'])} ${String(row['half_hour'])}`);
}

/** One filter that is on, for people. */
export interface Chip {
  /** What it filters by: `Agent`. */
  kind: string;
  value: string;
  /** The filters without it. */
  without: Filters;
}

/** The filters that are on, the last one last. */
export function chipsOf(filters: Filters): Chip[] {
  return (Object.keys(filters) as (keyof Filters)[]).flatMap((name) => {
    if (name === 'period') return periodChip(filters);
    return listChips(filters, name, filters[name] ?? []);
  });
}

function periodChip(filters: Filters): Chip[] {
  if (!filters.period) return [];
  return [{ kind: 'Period', value: filters.period.label, without: changed(filters, { period: undefined }) }];
}

const kinds = { halfHour: 'Half hour', weekday: 'Weekday', agent: 'Agent', closingReason: 'Closing reason' };

function listChips(
  filters: Filters,
  name: Exclude<keyof Filters, 'period'>,
  list: readonly (string | number)[],
): Chip[] {
  return list.map((value) => ({
    kind: kinds[name],
    value: valueInWords(name, value),
    without: changed(filters, { [name]: list.filter((other) => other !== value) }),
  }));
}

function valueInWords(name: keyof Filters, value: string | number): string {
  if (name === 'weekday') return weekdays[Number(value) - 1] ?? String(value);
  return name === 'halfHour' ? halfHourRange(String(value)) : String(value);
}
