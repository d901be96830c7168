import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { chartColors } from './chart-colors.js';
import { tidy } from './chart-svg.js';

interface SparklineProps {
  /** In order of time; null: nothing to measure. */
  values: readonly (number | null)[];
  width: number;
  height: number;
}

/** A line without axes that shows the way of a figure; decoration to those who do not see it. Fewer than three values are no way: nothing is drawn. */
export function Sparkline({ values, width, height }: SparklineProps) {
  const known = values.filter((value) => value !== null);
  if (known.length < 3) return null;
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const x = scaleLinear()
    .domain([0, values.length - 1])
    .range([4, width - 4]);
  const y = scaleLinear()
    .domain(low === high ? [low - 1, high + 1] : [low, high])
    .range([height - 4, 4]);
  const shape = line<number | null>()
    .defined((value) => value !== null)
    .x((_, index) => x(index))
    .y((value) => y(value ?? 0))
    .digits(1);
  const last = values.findLastIndex((value) => value !== null);
  return (
    <svg
      class="sparkline"
      aria-hidden="true"
      viewBox={`0 0 ${String(width)} ${String(height)}`}
      width={width}
      height={height}
    >
      <path
        d={shape(values) ?? ''}
        fill="none"
        stroke={chartColors.main}
        stroke-width={values.length > 60 ? 1 : 2}
        stroke-linejoin="round"
        stroke-linecap="round"
      />
      <circle cx={tidy(x(last))} cy={tidy(y(values[last] ?? 0))} r="3.5" fill={chartColors.main} />
    </svg>
  );
}
