import { metricOf } from '../../metrics/catalog.js';
import { spokenName } from '../../metrics/wording.js';
import type { Report } from '../../report/report.js';
import { differenceInterval } from '../../statistics/intervals.js';
import { studentPValue } from '../../statistics/student.js';
import { sum } from '../../statistics/sum.js';
import { figureInWords, timeInWords } from '../figures.js';
import { weekdayName } from './days.js';
import { leastChange, leastPoints, type Family, type Finding, type Tested } from './finding.js';
import { judgedSeries, type JudgedPoint, type JudgedSeries } from './series.js';
import { changeInPercent, countInWords, intervalInWords, pointsInWords } from './words.js';

/** A value of a series as sentences say it. */
function valueInWords({ spec }: JudgedSeries, value: number): string {
  const { unit } = metricOf(spec.table, spec.id);
  return unit === 'seconds' ? timeInWords(value) : figureInWords(unit, value);
}

const isRate = ({ spec }: JudgedSeries) => metricOf(spec.table, spec.id).unit === 'rate';

/** What a figure moved by, in the size that decides whether it is told: points of rates, else relative. */
function effectOf(series: JudgedSeries, now: number, before: number): { size: number; isLarge: boolean } {
  const size = Math.abs(isRate(series) ? now - before : now / before - 1);
  return { size: Math.min(1, size), isLarge: size >= (isRate(series) ? leastPoints : leastChange) };
}

function changeInWords(series: JudgedSeries, now: number, before: number): string {
  return isRate(series) ? pointsInWords(now - before) : changeInPercent(now / before - 1);
}

/** Each figure of the second half of the range beside the first: days or periods are what is counted, weekdays evened out. */
export function trendTests(report: Report): Family {
  return judgedSeries(report).map(trendTest);
}

function trendTest(series: JudgedSeries): Tested {
  const { points, isByWeekday } = series;
  const middle = Math.floor(points.length / 2);
  const [first, second] = [halfOf(series, points.slice(0, middle)), halfOf(series, points.slice(middle))];
  const df = points.length - 2 - (isByWeekday ? 6 : 0);
  const spread = Math.max(chanceSpread(series), (first.squares + second.squares) / Math.max(1, df));
  const error = Math.sqrt(spread * (1 / first.weight + 1 / second.weight));
  const effect = effectOf(series, second.value, first.value);
  return {
    p: df < 3 || error === 0 ? 1 : studentPValue((second.residual - first.residual) / error, df),
    isLarge: effect.isLarge,
    weight: second.chats * effect.size,
    tell: () => tellTrend(series, first, second),
  };
}

interface Half {
  points: readonly JudgedPoint[];
  value: number;
  weight: number;
  residual: number;
  squares: number;
  chats: number;
  n: number;
}

const weightOf = ({ spec }: JudgedSeries, { n }: JudgedPoint) => (spec.kind === 'share' ? n : 1);

function halfOf(series: JudgedSeries, points: readonly JudgedPoint[]): Half {
  const { spec } = series;
  const weight = sum(points.map((point) => weightOf(series, point)));
  const residual = sum(points.map((point) => weightOf(series, point) * point.residual)) / weight;
  const n = sum(points.map((point) => point.n));
  return {
    points,
    value: sum(points.map(spec.part)) / n,
    weight,
    residual,
    squares: sum(points.map((point) => weightOf(series, point) * (point.residual - residual) ** 2)),
    chats: chatsOf(series, points),
    n: spec.kind === 'share' || spec.kind === 'mean' ? n : points.length,
  };
}

function chatsOf({ spec }: JudgedSeries, points: readonly JudgedPoint[]): number {
  if (spec.kind === 'share' || spec.kind === 'mean') return sum(points.map(({ n }) => n));
  return sum(points.map(({ counts }) => (spec.kind === 'count' ? counts.chats : counts.closed_by_agents)));
}

/** The least that residuals vary by, which is chance. */
function chanceSpread({ spec, points }: JudgedSeries): number {
  const middle = sum(points.map(({ mean }) => mean)) / points.length;
  if (spec.kind === 'share') return middle * (1 - middle);
  return spec.kind === 'count' && middle > 0 ? 1 / middle : 0;
}

function tellTrend(series: JudgedSeries, first: Half, second: Half): Finding {
  const { spec, by } = series;
  const metric = metricOf(spec.table, spec.id);
  const per = spec.kind === 'count' ? ` a ${by}` : '';
  const shareOf = ({ points, n }: Half) => ({ successes: sum(points.map(spec.part)), cases: n });
  const interval = spec.kind === 'share' ? differenceInterval(shareOf(second), shareOf(first)) : null;
  const change = changeInWords(series, second.value, first.value);
  const behind = ({ n }: Half) =>
    spec.kind === 'count' || spec.kind === 'ratio' ? `${countInWords(n)} ${by}s` : `n = ${countInWords(n)}`;
  return {
    id: 'trend',
    title: 'Change over the range',
    text: `${spokenName(metric)} ${second.value > first.value ? 'rose' : 'fell'} from ${valueInWords(series, first.value)}${per} in the first half of the range (${behind(first)}) to ${valueInWords(series, second.value)}${per} in the second (${behind(second)}): ${change}${intervalInWords(interval, 'points')}.`,
    n: second.n,
    interval,
    figures: {
      metric: spec.id,
      first_half: first.value,
      second_half: second.value,
      difference: isRate(series) ? second.value - first.value : second.value / first.value - 1,
    },
    table: spec.table,
    picture: pictureOf(series),
  };
}

function pictureOf({ spec }: JudgedSeries): Finding['picture'] {
  if (spec.table === 'agent_activity') return 'activity';
  if (spec.table === 'agent_metrics') return null;
  return spec.kind === 'count' ? 'periods' : 'closersByPeriod';
}

/** Each day or period of each figure beside the usual: those far outside the limits of their series. */
export function unusualTests(report: Report): Family {
  return judgedSeries(report).flatMap((series) => series.points.map((point) => unusualTest(series, point)));
}

/** Of the degrees of freedom of as many values a mean moving range has so many (D. J. Wheeler). */
const degreesOfRanges = 0.62;

function unusualTest(series: JudgedSeries, point: JudgedPoint): Tested {
  const effect = effectOf(series, point.value, point.mean);
  return {
    p: studentPValue(point.score, degreesOfRanges * (series.points.length - 1)),
    isLarge: effect.isLarge && point.signals.includes('outside'),
    weight: chatsOf(series, [point]) * effect.size,
    tell: () => tellUnusual(series, point),
  };
}

function tellUnusual(series: JudgedSeries, point: JudgedPoint): Finding {
  const { spec, by, isByWeekday } = series;
  const metric = metricOf(spec.table, spec.id);
  const name = spokenName(metric);
  const shown = (value: number) => valueInWords(series, value);
  const day = point.weekday === null ? '' : `${weekdayName(point.weekday)}, `;
  const n = chatsOf(series, [point]);
  const usual =
    isByWeekday && point.weekday !== null
      ? `on a ${weekdayName(point.weekday)}`
      : `${by === 'day' ? 'on' : 'in'} a ${by}`;
  return {
    id: 'unusual_period',
    title: `Unusual ${by}`,
    text: `${day}${point.label}: ${name} ${shown(point.value)}${spec.kind === 'count' ? '' : ` (n = ${countInWords(n)} chats)`}, where ${shown(point.mean)} is usual ${usual} (between ${shown(point.lower)} and ${shown(point.upper)}).`,
    n,
    interval: { low: point.lower, high: point.upper },
    figures: {
      metric: spec.id,
      period: point.start,
      value: point.value,
      usual: point.mean,
      difference: isRate(series) ? point.value - point.mean : point.value / point.mean - 1,
    },
    table: spec.table,
    picture: pictureOf(series),
  };
}
