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
  /** The share of the second line, if the chart has one. */
  secondLine?: number | null;
  /** Not wholly inside the range: drawn open. */
  isPartial: boolean;
}

export interface ColumnsLineProps extends ChartProps {
  points: readonly ColumnsLinePoint[];
  columnName: string;
  lineName: string;
  /** Names of a second line, drawn with the same weight, and of the axis of both. */
  second?: { lineName: string; axisName: string };
  partialName: string;
  formatColumn: (value: number) => string;
  formatLine: (value: number) => string;
}

const dotsUpTo = 45;

/** Two lines of one weight: told apart by their dots too, not by colour alone. */
const lineLooks = {
  first: { color: chartColors.accent, mark: 'line' },
  second: { color: chartColors.secondAccent, mark: 'line-squares' },
} as const;

/** Counts as columns on the left axis, a share as a line on the right one, or two shares. */
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
      <ShareLine {...lineLooks.first} shares={points.map(({ line }) => line)} center={center} y={shares} />
      {props.second && (
        <ShareLine
          {...lineLooks.second}
          shares={points.map(({ secondLine }) => secondLine ?? null)}
          center={center}
          y={shares}
        />
      )}
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
  const { columnName, lineName, second, formatColumn, formatLine } = props;
  return (
    <g>
      <ValueAxis scale={columns} format={formatColumn} title={columnName} {...{ ticks, left, right }} />
      <ValueAxis
        scale={shares}
        ticks={shareTicks}
        format={formatLine}
        title={second?.axisName ?? lineName}
        side="right"
        color={second ? chartColors.muted : chartColors.accent}
        {...{ left, right }}
      />
    </g>
  );
}

function legendOf({ columnName, lineName, second, partialName, points }: ColumnsLineProps): LegendEntry[] {
  const partial = points.some(({ isPartial }) => isPartial);
  return [
    { name: columnName, color: chartColors.main },
    ...(partial ? [{ name: partialName, color: chartColors.main, mark: 'dashed' as const }] : []),
    { name: lineName, ...lineLooks.first },
    ...(second ? [{ name: second.lineName, ...lineLooks.second }] : []),
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
  shares: readonly (number | null)[];
  color: string;
  mark: 'line' | 'line-squares';
  center: (index: number) => number;
  y: (share: number) => number;
}

function ShareLine({ shares, color, mark, center, y }: ShareLineProps) {
  const shape = lineShape<number | null>()
    .defined((share) => share !== null)
    .x((_, index) => center(index))
    .y((share) => y(share ?? 0))
    .digits(1);
  const isLone = (index: number) =>
    (shares[index - 1] ?? null) === null && (shares[index + 1] ?? null) === null;
  const isDense = shares.length > dotsUpTo;
  const stroke = { d: shape(shares) ?? '', fill: 'none', 'stroke-linejoin': 'round' } as const;
  const size = shares.length > 20 ? 2.5 : 4;
  return (
    <g pointer-events="none">
      {!isDense && <path {...stroke} stroke={chartColors.surface} stroke-width="5" />}
      <path {...stroke} stroke={color} stroke-width={isDense ? 1.5 : 2.5} />
      {shares.map(
        (share, index) =>
          share !== null &&
          (!isDense || isLone(index)) && (
            <Dot key={index} {...{ color, mark, size }} x={center(index)} y={y(share)} />
          ),
      )}
    </g>
  );
}

interface DotProps extends Pick<ShareLineProps, 'color' | 'mark'> {
  x: number;
  y: number;
  size: number;
}

function Dot({ x, y, size, color, mark }: DotProps) {
  const look = { fill: color, stroke: chartColors.surface, 'stroke-width': '1.5' };
  if (mark === 'line') return <circle cx={tidy(x)} cy={tidy(y)} r={size} {...look} />;
  const side = size * 2 - 0.5;
  return <rect x={tidy(x - side / 2)} y={tidy(y - side / 2)} width={side} height={side} {...look} />;
}
