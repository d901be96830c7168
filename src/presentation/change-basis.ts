import type { ComparedFigure, Comparison, Report, Row } from '../report/report.js';
import { daysInWords, rangeDaysInWords } from './report-in-words.js';

/** The overall rows of one stretch of time. */
export interface Side {
  /** Its name for people. */
  label: string;
  chats: Row;
  agents: Row;
  activity: Row;
}

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
    chats: rowOf(overall, 'chat_metrics', value),
    agents: rowOf(overall, 'agent_metrics', value),
    activity: {},
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
  const last = periods.findLastIndex(({ chats }) => chats['is_partial'] === false);
  const [current, previous] = [periods[last], periods[last - 1]];
  if (!current || previous?.chats['is_partial'] !== false) return null;
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
      chats,
      agents: agents.get(String(chats['period_start'])) ?? {},
      activity: activity.get(String(chats['period_start'])) ?? {},
    }));
}

/** Occupancy and concurrency of the shifts that begin in each period: ratios of the sums, as over the whole range. */
function activityByPeriod(tables: Report['tables']): Map<string, Row> {
  const starts = tables.chat_metrics
    .map((row) => row['period_start'])
    .filter((day) => typeof day === 'string');
  const sums = new Map<string, { active: number; span: number; cumulative: number }>();
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
    const sum = sums.get(start) ?? { active: 0, span: 0, cumulative: 0 };
    sum.active += Number(row['active_seconds']);
    sum.span += Number(row['span_seconds']);
    sum.cumulative += Number(row['cumulative_seconds']);
    sums.set(start, sum);
  }
  return new Map(
    [...sums].map(([start, { active, span, cumulative }]) => [
      start,
      {
        occupancy_rate: span > 0 ? active / span : null,
        concurrency: active > 0 ? cumulative / active : null,
      },
    ]),
  );
}
