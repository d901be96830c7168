import type { Metric } from '../../metrics/metric.js';
import { headingOf } from '../../metrics/wording.js';
import type { TableColumn } from '../workbook.js';
import type { Context } from './context.js';
import { smallN } from './names.js';

/** Text in ink has a contrast of 8 or more on each. */
const scaleColors = { low: 'F4B183', high: '9DC3E6' } as const;

/** How a metric's column shows its numbers at a glance: bars, arrows, colours, and grey italics where n is small. */
export function columnFormats(
  { report, wording }: Context,
  metric: Metric,
  others: readonly Metric[],
): Partial<TableColumn> {
  const { n = [], unit, isVolume } = metric;
  const counts = others.filter(({ id }) => n.includes(id)).map((count) => headingOf(count, wording));
  const between = metric.isSatisfaction ? ([0, 1] as const) : boundsOf(report.options.csat_scale);
  return {
    ...(isVolume ? { bar: true } : {}),
    ...(unit === 'change' ? { arrows: true } : {}),
    // ratings are coloured over their whole scale, so that 4.8 and 4.9 look alike in every report
    ...(unit === 'score' || metric.isSatisfaction ? { scale: { ...scaleColors, between } } : {}),
    ...(n.length > 0 && counts.length === n.length ? { few: { n: counts, below: smallN } } : {}),
  };
}

/** `1-5` -> [1, 5], `-2-2` -> [-2, 2]. */
function boundsOf(scale: string): [number, number] {
  const match = /^(-?[\d.]+)-(-?[\d.]+)$/.exec(scale);
  return [Number(match?.[1] ?? 0), Number(match?.[2] ?? 1)];
}
