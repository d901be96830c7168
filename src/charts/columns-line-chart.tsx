import { scaleBand, scaleLinear, type ScaleLinear } from 'd3-scale';
import { line as lineShape } from 'd3-shape';
import { axisWidth, CategoryAxis, ticksOf, ValueAxis, valueScale } from './axes.js';
import { chartColors } from './chart-colors.js';
import { ChartSvg, tidy, type ChartProps } from './chart-svg.js';
import { HitColumns } from './hit-area.js';
import { Legend, legendHeight, type LegendEntry } from './legend.js';
import { markAttributes, type Marking } from './marking.js';

export interface ColumnsLinePoint {
  /** Short, below the column. */
  label: string;
  /** All that is known of it: shown where the pointer rests. */
  tooltip: string;
  column: number;
  /** A share of 0 to 1; null: nothing to measure. */
  line: number | null;
  /** Not wholly inside the range: drawn open. */
  isPartial: boolean;
}

export interface ColumnsLineProps extends ChartProps {
  points: readonly ColumnsLinePoint[];
  columnName: string;
  lineName: string;
  partialName: string;
  formatColumn: (value: number) => string;
  formatLine: (value: number) => string;
}

const dotsUpTo = 45;

/** Counts as columns on the left axis, a share as a line on the right one. */
export function ColumnsLineChart(props: ColumnsLineProps) {
  const { points, width, height, formatColumn, formatLine, marking } = props;
  const legend = legendOf(props);
  const [top, bottom] = [legendHeight(legend, width) + 30, height - 24];
  const columns = valueScale(
    points.map(({ column }) => column),
    bottom,
    top,
  );
  const shares = scaleLinear().domain([0, 1]).range([bottom, top]).clamp(true);
  const [ticks, shareTicks] = [ticksOf(columns, 4, true), shares.ticks(4)];
  const left = axisWidth(ticks.map(formatColumn));
  const right = width - axisWidth(shareTicks.map(formatLine));
  const band = scaleBand<number>()
    .domain(points.map((_, index) => index))
    .range([left, right])
    .paddingInner(points.length > 60 ? 0.15 : 0.35)
    .paddingOuter(points.length > 8 ? 0.2 : 0.5);
  const center = (index: number) => (band(index) ?? left) + band.bandwidth() / 2;
  const columnWidth = Math.min(band.bandwidth(), 90);
  return (
    <ChartSvg {...props}>
      <Legend entries={legend} width={width} />
      <Axes {...props} {...{ columns, shares, ticks, shareTicks, left, right }} />
      {points.map((point, index) => (
        <Column
          key={index}
          {...point}
          x={center(index)}
          y={columns(point.column)}
          {...{ bottom, columnWidth, marking, index }}
        />
      ))}
      <ShareLine points={points} center={center} y={shares} />
      <CategoryAxis
        labels={points.map(({ label }) => label)}
        {...{ center, width }}
        step={band.step()}
        y={bottom}
      />
      <HitColumns count={points.length} step={band.step()} {...{ marking, center, top, bottom }} />
    </ChartSvg>
  );
}

interface AxesProps extends ColumnsLineProps {
  columns: ScaleLinear<number, number>;
  shares: ScaleLinear<number, number>;
  ticks: readonly number[];
  shareTicks: readonly number[];
  left: number;
  right: number;
}

function Axes({ columns, shares, ticks, shareTicks, left, right, ...props }: AxesProps) {
  const { columnName, lineName, formatColumn, formatLine } = props;
  return (
    <g>
      <ValueAxis scale={columns} format={formatColumn} title={columnName} {...{ ticks, left, right }} />
      <ValueAxis
        scale={shares}
        ticks={shareTicks}
        format={formatLine}
        title={lineName}
        side="right"
        color={chartColors.accent}
        {...{ left, right }}
      />
    </g>
  );
}

function legendOf({ columnName, lineName, partialName, points }: ColumnsLineProps): LegendEntry[] {
  const partial = points.some(({ isPartial }) => isPartial);
  return [
    { name: columnName, color: chartColors.main },
    ...(partial ? [{ name: partialName, color: chartColors.main, mark: 'dashed' as const }] : []),
    { name: lineName, color: chartColors.accent, mark: 'line' },
  ];
}

interface ColumnProps extends ColumnsLinePoint {
  index: number;
  marking: Marking | undefined;
  x: number;
  y: number;
  bottom: number;
  columnWidth: number;
}

function Column({ x, y, bottom, columnWidth, isPartial, tooltip, index, marking }: ColumnProps) {
  const look = isPartial
    ? { fill: chartColors.surface, stroke: chartColors.main, 'stroke-dasharray': '3 2' }
    : { fill: chartColors.main };
  return (
    <g {...markAttributes(marking, index)}>
      {!marking && <title>{tooltip}</title>}
      <rect
        x={tidy(x - columnWidth / 2)}
        y={tidy(y)}
        width={tidy(columnWidth)}
        height={tidy(bottom - y)}
        rx={columnWidth > 8 ? 2 : 0}
        {...look}
      />
    </g>
  );
}

interface ShareLineProps {
  points: readonly ColumnsLinePoint[];
  center: (index: number) => number;
  y: (share: number) => number;
}

function ShareLine({ points, center, y }: ShareLineProps) {
  const shape = lineShape<ColumnsLinePoint>()
    .defined(({ line }) => line !== null)
    .x((_, index) => center(index))
    .y(({ line }) => y(line ?? 0))
    .digits(1);
  const isLone = (index: number) =>
    (points[index - 1]?.line ?? null) === null && (points[index + 1]?.line ?? null) === null;
  const isDense = points.length > dotsUpTo;
  const stroke = { d: shape(points) ?? '', fill: 'none', 'stroke-linejoin': 'round' } as const;
  return (
    <g pointer-events="none">
      {!isDense && <path {...stroke} stroke={chartColors.surface} stroke-width="5" />}
      <path {...stroke} stroke={chartColors.accent} stroke-width={isDense ? 1.5 : 2.5} />
      {points.map(
        ({ line }, index) =>
          line !== null &&
          (!isDense || isLone(index)) && (
            <circle
              key={index}
              cx={tidy(center(index))}
              cy={tidy(y(line))}
              r={points.length > 20 ? 2.5 : 4}
              fill={chartColors.accent}
              stroke={chartColors.surface}
              stroke-width="1.5"
            />
          ),
      )}
    </g>
  );
}
