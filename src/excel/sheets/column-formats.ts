import type { Metric } from '../../metrics/metric.js';
import { headingOf } from '../../metrics/wording.js';
import { countsBehind } from '../../presentation/small-n.js';
import type { TableColumn } from '../workbook.js';
import type { Context } from './context.js';
import { smallN } from './names.js';

/** Columns with a bar behind their numbers: the volume of each table. */
const barred = new Set(['incoming_chats', 'chats_resolved', 'chats']);

/** Text in ink has a contrast of 8 or more on each. */
const scaleColors = { low: 'F4B183', high: '9DC3E6' } as const;

/**
 * How a metric's column shows its numbers at a glance: bars, arrows, colours, and grey italics where n is small. A shift
 * has few chats by nature, so nothing is grey there.
 */
export function columnFormats(
  context: Context,
  metric: Metric,
  all: readonly Metric[],
): Partial<TableColumn> {
  const counts = all.some(({ id }) => id === 'shift_date') ? [] : countsBehind(metric.id);
  const headings = counts.map((id) => headingById(context, id, all));
  const scale = scaleOf(context, metric);
  return {
    ...(barred.has(metric.id) ? { bar: true } : {}),
    ...(metric.id === 'incoming_change_rate' ? { arrows: true } : {}),
    ...(scale ? { scale } : {}),
    ...(headings.length > 0 && headings.every((heading) => heading !== '')
      ? { few: { n: headings, below: smallN } }
      : {}),
  };
}

function headingById({ wording }: Context, id: string, all: readonly Metric[]): string {
  const metric = all.find((candidate) => candidate.id === id);
  return metric ? headingOf(metric, wording) : '';
}

/** Ratings are coloured over their whole scale, so that 4.8 and 4.9 look alike in every report. */
function scaleOf({ report }: Context, { id, unit }: Metric): TableColumn['scale'] {
  if (unit === 'score') return { ...scaleColors, between: boundsOf(report.options.csat_scale) };
  return id.startsWith('csat_satisfied_rate') ? { ...scaleColors, between: [0, 1] } : undefined;
}

/** `1-5` -> [1, 5], `-2-2` -> [-2, 2]. */
function boundsOf(scale: string): [number, number] {
  const match = /^(-?[\d.]+)-(-?[\d.]+)$/.exec(scale);
  return [Number(match?.[1] ?? 0), Number(match?.[2] ?? 1)];
}
