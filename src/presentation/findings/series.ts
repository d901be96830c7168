import { overallRow } from '../../metrics/catalog.js';
import type { DayCount } from '../../metrics/day-figures.js';
import type { Report } from '../../report/report.js';
import { laneySpread } from '../../statistics/laney.js';
import { sum } from '../../statistics/sum.js';
import {
  limitFactor,
  meanOf,
  movingRanges,
  signalsOf,
  type Limits,
  type SignalRule,
} from '../../statistics/xmr.js';
import { byWeekday, groupedBy, type WholeDay } from './days.js';
import { pointsOf, type PointsOf, type SeriesPoint } from './points.js';

/** A series needs so many points for limits, and so many weeks for days to be compared with the same weekday. */
const fewestPoints = 8;
const fewestWeeks = 3;

type Kind = 'count' | 'share' | 'mean' | 'ratio';

/** One figure over time: how it is made of the counts of its points. */
export interface SeriesSpec {
  /** Its table and column among the figures of the report. */
  table: 'chat_metrics' | 'agent_metrics' | 'agent_activity';
  id: string;
  kind: Kind;
  part: (point: SeriesPoint) => number;
  of: (point: SeriesPoint) => number;
}

const count = (name: DayCount) => (point: SeriesPoint) => point.counts[name];
const share = (table: SeriesSpec['table'], id: string, part: DayCount, of: DayCount): SeriesSpec => ({
  table,
  id,
  kind: 'share',
  part: count(part),
  of: count(of),
});
const mean = (id: string, part: DayCount, of: DayCount): SeriesSpec => ({
  table: 'agent_metrics',
  id,
  kind: 'mean',
  part: count(part),
  of: count(of),
});

/** Every figure that is watched over time. */
const seriesSpecs: readonly SeriesSpec[] = [
  { table: 'chat_metrics', id: 'incoming_chats', kind: 'count', part: count('chats'), of: () => 1 },
  share('chat_metrics', 'bot_deflection_rate', 'closed_by_bot', 'chats'),
  share('chat_metrics', 'bot_resolution_rate', 'resolved_by_bot', 'chats'),
  share('chat_metrics', 'csat_satisfied_rate_bot', 'satisfied_bot', 'rated_bot'),
  share('agent_metrics', 'csat_satisfied_rate', 'satisfied_chats', 'rated_chats'),
  share('agent_metrics', 'first_response_within_target_rate', 'within_target_chats', 'first_response_chats'),
  mean('resolution_avg_seconds', 'resolution_seconds', 'resolution_chats'),
  mean('wait_avg_seconds', 'wait_seconds', 'wait_chats'),
  {
    table: 'agent_activity',
    id: 'occupancy_rate',
    kind: 'ratio',
    part: ({ active }) => active,
    of: ({ span }) => span,
  },
  {
    table: 'agent_activity',
    id: 'concurrency',
    kind: 'ratio',
    part: ({ cumulative }) => cumulative,
    of: ({ active }) => active,
  },
];

/** A point of a series with its limits. */
export interface JudgedPoint extends SeriesPoint, Limits {
  value: number;
  /** What it is beside the expected: a difference of shares, a relative one of counts, a logarithm of mean times. */
  residual: number;
  /** What the value rests on: cases, or seconds of work. */
  n: number;
  signals: SignalRule[];
  /** How many standard deviations it lies from what is expected, chance and the usual spread counted. */
  score: number;
}

/** A figure over time: its points with limits, or why it has none. */
export interface JudgedSeries {
  spec: SeriesSpec;
  by: PointsOf['by'];
  isByWeekday: boolean;
  points: JudgedPoint[];
  /** Weeks of the weekday that has fewest, where days are compared with the same weekday. */
  weeks: number;
}

/** What is said where a series has no limits. */
export const tooFewPoints = `Fewer than ${String(fewestPoints)} whole periods: no limits are drawn.`;

/**
 * Every series of a report that has enough whole periods, judged by limits of its usual variation: of its periods where there
 * are 8, else of its days. Counts, means and ratios by the XmR chart of what they are of the expected, shares by Laney's p'.
 * Days are compared with the same weekday where each weekday is in it three times.
 */
export function judgedSeries(report: Report): JudgedSeries[] {
  const { by, points } = pointsOf(report, fewestPoints);
  if (points.length < fewestPoints) return [];
  return seriesSpecs.flatMap((spec) => {
    if (typeof overallRow(spec.table, report.tables[spec.table])?.[spec.id] !== 'number') return [];
    const used = points.filter((point) => isMeasured(spec, point, report.options.small_n));
    const judged = used.length < fewestPoints ? null : judgedOf(spec, used, by === 'day');
    return judged ? [{ spec, by, ...judged }] : [];
  });
}

function isMeasured(spec: SeriesSpec, point: SeriesPoint, smallN: number): boolean {
  const of = spec.of(point);
  return spec.kind === 'count' || (spec.kind === 'ratio' ? of > 0 : of >= Math.max(1, smallN));
}

/** The value of a series at a point. */
const valueAt = (spec: SeriesSpec, point: SeriesPoint): number => spec.part(point) / spec.of(point);

function judgedOf(
  spec: SeriesSpec,
  points: readonly SeriesPoint[],
  isDaily: boolean,
): Pick<JudgedSeries, 'isByWeekday' | 'points' | 'weeks'> | null {
  const groups = groupedBy(points, ({ weekday }) => weekday);
  const weeks = Math.min(...[...groups.values()].map((group) => group.length));
  const isByWeekday = isDaily && groups.size > 1 && weeks >= fewestWeeks;
  const expected = points.map((point) =>
    expectedOf(spec, isByWeekday ? (groups.get(point.weekday) ?? []) : points),
  );
  if (expected.some((one) => one <= 0 || (spec.kind === 'share' && one >= 1))) return null;
  const residuals = points.map((point, index) =>
    residualOf(spec, valueAt(spec, point), expected[index] ?? 1),
  );
  const widen = Math.sqrt(isByWeekday ? weeks / (weeks - 1) : 1);
  const reaches = reachesOf(spec, { points, expected, residuals, widen });
  const signals = signalsOf(
    residuals,
    reaches.map((reach) => ({ mean: 0, lower: -reach, upper: reach })),
  );
  const judged = points.map((point, index): JudgedPoint => {
    const [middle, residual, reach] = [expected[index] ?? 0, residuals[index] ?? 0, reaches[index] ?? 0];
    return {
      ...point,
      mean: middle,
      ...limitsOf(spec, middle, reach),
      value: valueAt(spec, point),
      residual,
      n: spec.of(point),
      signals: signals[index] ?? [],
      score: reach > 0 ? (3 * residual) / reach : 0,
    };
  });
  return { isByWeekday, weeks, points: judged };
}

function expectedOf(spec: SeriesSpec, points: readonly SeriesPoint[]): number {
  const of = sum(points.map(spec.of));
  return of > 0 ? sum(points.map(spec.part)) / of : 0;
}

/** What a value is beside the expected: points of a share, the relative difference of a count, its logarithm of a mean time. */
function residualOf({ kind }: SeriesSpec, value: number, expected: number): number {
  if (kind === 'share') return value - expected;
  return kind === 'mean' ? Math.log(Math.max(value, expected * 1e-3) / expected) : value / expected - 1;
}

function limitsOf({ kind }: SeriesSpec, middle: number, reach: number): Pick<Limits, 'lower' | 'upper'> {
  if (kind === 'share') return { lower: Math.max(0, middle - reach), upper: Math.min(1, middle + reach) };
  if (kind === 'mean') return { lower: middle * Math.exp(-reach), upper: middle * Math.exp(reach) };
  return { lower: Math.max(0, middle * (1 - reach)), upper: middle * (1 + reach) };
}

interface Residuals {
  points: readonly SeriesPoint[];
  expected: readonly number[];
  residuals: readonly number[];
  /** The expected of a weekday rests on few values, which lie nearer to it than to the true one. */
  widen: number;
}

/** How far from 0 residuals may lie: Laney's limits of shares, else those of the XmR chart; of counts at least those of chance. */
function reachesOf(spec: SeriesSpec, { points, expected, residuals, widen }: Residuals): number[] {
  if (spec.kind === 'share') {
    const shares = points.map((point) => ({ successes: spec.part(point), cases: spec.of(point) }));
    const { errors, spread } = laneySpread(shares, expected);
    return errors.map((error) => 3 * Math.max(1, spread * widen) * error);
  }
  const reach = limitFactor * meanOf(movingRanges(residuals)) * widen;
  return expected.map((middle) => (spec.kind === 'count' ? Math.max(reach, 3 / Math.sqrt(middle)) : reach));
}

/** How many times more than by chance the chats of days of one weekday vary. */
export function volumeDispersion(days: readonly WholeDay[]): number {
  let [squares, df] = [0, 0];
  for (const [, group] of byWeekday(days)) {
    const middle = meanOf(group.map(({ all }) => all.chats));
    if (middle === 0) continue;
    df += group.length - 1;
    squares += sum(group.map(({ all }) => (all.chats - middle) ** 2 / middle));
  }
  return df < 3 ? 1 : Math.max(1, squares / df);
}
