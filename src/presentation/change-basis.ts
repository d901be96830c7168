import { catalog } from '../metrics/catalog.js';
import type { KeyMetric } from '../metrics/key-metrics.js';
import type { ComparedFigure, Comparison, Report, Row } from '../report/report.js';
import { daysInWords, rangeDaysInWords } from './report-in-words.js';

/** The overall rows of one stretch of time, with its name for people. */
export type Side = Record<KeyMetric['table'], Row> & { label: string };

/** What a change is from and to. */
export interface ChangeBasis {
  current: Side;
  previous: Side;
  /** Whether counts can be compared: both have as many days, all of them in the files, or are whole calendar periods. */
  isEven: boolean;
}

/**
 * The two stretches that changes are measured between: the range and the one it is compared with, else the last whole period
 * and the one before it.
 * @returns null where there are no two.
 */
export function changeBasis(report: Report): ChangeBasis | null {
  return report.comparison ? comparedRanges(report, report.comparison) : lastPeriods(report);
}

function comparedRanges(report: Report, comparison: Comparison): ChangeBasis | null {
  if (comparison.chats === 0) return null;
  const overall = comparison.figures.filter(({ agent }) => agent === null);
  const side = (label: string, value: 'value' | 'other_value'): Side => ({
    label,
    chat_metrics: rowOf(overall, 'chat_metrics', value),
    agent_metrics: rowOf(overall, 'agent_metrics', value),
    agent_activity: {},
  });
  return {
    current: side(rangeDaysInWords(report), 'value'),
    previous: side(daysInWords(comparison.range_from, comparison.range_to), 'other_value'),
    isEven: comparison.are_counts_comparable,
  };
}

function rowOf(
  figures: ComparedFigure[],
  table: ComparedFigure['table'],
  value: 'value' | 'other_value',
): Row {
  return Object.fromEntries(
    figures.filter((figure) => figure.table === table).map((figure) => [figure.metric, figure[value]]),
  );
}

function lastPeriods(report: Report): ChangeBasis | null {
  const periods = periodSides(report);
  const last = periods.findLastIndex(({ chat_metrics }) => chat_metrics['is_partial'] === false);
  const [current, previous] = [periods[last], periods[last - 1]];
  if (!current || previous?.chat_metrics['is_partial'] !== false) return null;
  return { current, previous, isEven: true };
}

/** Tiles, changes and findings all ask for the periods, and a year has shifts by the ten thousand: each report is gone through once. */
const known = new WeakMap<Report['tables'], Side[]>();

/** Every period of a report in order, with the rows over all its chats, agents and shifts. */
export function periodSides({ tables }: Report): Side[] {
  const sides = known.get(tables) ?? sidesOf(tables);
  known.set(tables, sides);
  return sides;
}

function sidesOf(tables: Report['tables']): Side[] {
  const { chat_metrics, agent_metrics_by_period } = tables;
  const agents = new Map(
    agent_metrics_by_period
      .filter((row) => row['agent'] === null)
      .map((row) => [String(row['period_start']), row]),
  );
  const activity = activityByPeriod(tables);
  return chat_metrics
    .filter((row) => row['period_start'] !== null)
    .map((chats) => ({
      label: String(chats['period_label']),
      chat_metrics: chats,
      agent_metrics: agents.get(String(chats['period_start'])) ?? {},
      agent_activity: activity.get(String(chats['period_start'])) ?? {},
    }));
}

const ratios = catalog.agent_activity.columns.flatMap(({ id, n = [], made }) =>
  made && 'ratio' in made ? [{ id, n, part: made.ratio[0], of: made.ratio[1] }] : [],
);
const summed = [...new Set(ratios.flatMap(({ n, part, of }) => [...n, part, of]))];

/** What is a ratio of times, of the shifts that begin in each period: ratios of the sums, as over the whole range, and the sums. */
function activityByPeriod(tables: Report['tables']): Map<string, Row> {
  const starts = tables.chat_metrics
    .map((row) => row['period_start'])
    .filter((day) => typeof day === 'string');
  const sums = new Map<string, Record<string, number>>();
  const periods = new Map<string, string | undefined>();
  const periodOf = (day: string) => {
    if (!periods.has(day))
      periods.set(
        day,
        starts.findLast((start) => start <= day),
      );
    return periods.get(day);
  };
  for (const row of tables.agent_activity_by_shift) {
    const start = periodOf(String(row['shift_date']));
    if (start === undefined) continue;
    const sum = sums.get(start) ?? {};
    for (const id of summed) sum[id] = (sum[id] ?? 0) + Number(row[id]);
    sums.set(start, sum);
  }
  return new Map([...sums].map(([start, sum]) => [start, ratiosOf(sum)]));
}

function ratiosOf(sums: Record<string, number>): Row {
  const made = ratios.map(({ id, part, of }) => {
    const [above, below] = [sums[part] ?? 0, sums[of] ?? 0];
    return [id, below > 0 ? above / below : null] as const;
  });
  return { ...sums, ...Object.fromEntries(made) };
}
