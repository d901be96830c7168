import { daysBetween } from '../../report/periods.js';
import type { Report } from '../../report/report.js';
import { dateInWords } from '../report-in-words.js';
import { sumOf, wholeDays, type Counts, type WholeDay } from './days.js';

/** One point of every series: a whole period, or a whole day. */
export interface SeriesPoint {
  start: string;
  label: string;
  /** Of days alone. */
  weekday: number | null;
  counts: Counts;
  active: number;
  span: number;
  cumulative: number;
}

/** The points that a report is judged by, and what they are. */
export interface PointsOf {
  by: 'day' | 'week' | 'month';
  points: SeriesPoint[];
}

/** The whole periods of a report where there are so many, else its whole days. */
export function pointsOf(report: Report, fewest: number): PointsOf {
  const days = wholeDays(report);
  const { period } = report.options;
  if (period !== 'day' && report.options.weekday.length === 0) {
    const points = periodPoints(report, days);
    if (points.length >= fewest) return { by: period, points };
  }
  return { by: 'day', points: days.map((day) => pointOf(dateInWords(day.day), [day], day.weekday)) };
}

function periodPoints({ tables }: Report, days: readonly WholeDay[]): SeriesPoint[] {
  return tables.chat_metrics
    .filter((row) => row['period_start'] !== null && row['is_partial'] === false)
    .flatMap((row) => {
      const [from, to] = [String(row['period_start']), String(row['period_end'])];
      const own = days.filter(({ day }) => day >= from && day < to);
      if (own.length < daysBetween(from, to)) return [];
      return { ...pointOf(String(row['period_label']), own, null), start: from };
    });
}

function pointOf(label: string, days: readonly WholeDay[], weekday: number | null): SeriesPoint {
  const total = (key: 'active' | 'span' | 'cumulative') => days.reduce((sum, day) => sum + day[key], 0);
  return {
    start: days[0]?.day ?? '',
    label,
    weekday,
    counts: sumOf(days.map(({ all }) => all)),
    active: total('active'),
    span: total('span'),
    cumulative: total('cumulative'),
  };
}
