import { scaleBand, scaleLinear, type ScaleLinear } from 'd3-scale';
import { line as lineShape } from 'd3-shape';
import type { Columns, Mark } from '../pictures/picture.js';
import { axisWidth, CategoryAxis, ticksOf, ValueAxis, valueScale } from './axes.js';
import { axisNumber } from './axis-numbers.js';
import { chartColors } from './chart-colors.js';
import { ChartSvg, tidy, type ChartProps } from './chart-svg.js';
import { HitColumns } from './hit-area.js';
import { Legend, legendHeight, seriesEntry, type LegendEntry } from './legend.js';
import { markAttributes, type Marking } from './marking.js';

interface ColumnsLineProps extends ChartProps {
  chart: Columns;
}

const dotsUpTo = 45;

/** Two lines of one weight: told apart by their dots too, not by colour alone. */
const lineMarks = ['line', 'line-squares'] as const;

const partOf = ({ values }: Mark, index: number) => values[index] ?? null;

/** Counts as columns on the left axis, a share as a line on the right one, or two shares. */
export function ColumnsLineChart(props: ColumnsLineProps) {
  const { marks, chart, width, height, marking } = props;
  const { lines, unit } = chart;
  const [formatColumn, formatLine] = [axisNumber(unit), axisNumber('rate')];
  const legend = legendOf(props);
  const [top, bottom] = [legendHeight(legend, width) + 30, height - 24];
  const columns = valueScale(
    marks.map((mark) => partOf(mark, 0) ?? 0),
    bottom,
    top,
  );
  const shares = scaleLinear().domain([0, 1]).range([bottom, top]).clamp(true);
  const [ticks, shareTicks] = [ticksOf(columns, 4, true), shares.ticks(4)];
  const left = axisWidth(ticks.map(formatColumn));
  const right = width - axisWidth(shareTicks.map(formatLine));
  const band = scaleBand<number>()
    .domain(marks.map((_, index) => index))
    .range([left, right])
    .paddingInner(marks.length > 60 ? 0.15 : 0.35)
    .paddingOuter(marks.length > 8 ? 0.2 : 0.5);
  const center = (index: number) => (band(index) ?? left) + band.bandwidth() / 2;
  const columnWidth = Math.min(band.bandwidth(), 90);
  return (
    <ChartSvg {...props}>
      <Legend entries={legend} width={width} />
      <Axes {...props} {...{ columns, shares, ticks, shareTicks, left, right }} />
      {marks.map((mark, index) => (
        <Column
          key={index}
          mark={mark}
          x={center(index)}
          y={columns(partOf(mark, 0) ?? 0)}
          {...{ bottom, columnWidth, marking, index }}
        />
      ))}
      {lines.map(({ tone }, index) => (
        <ShareLine
          key={index}
          color={chartColors[tone]}
          mark={lineMarks[index] ?? 'line'}
          shares={marks.map((mark) => partOf(mark, index + 1))}
          center={center}
          y={shares}
        />
      ))}
      <CategoryAxis
        labels={marks.map(({ name }) => name)}
        {...{ center, width }}
        step={band.step()}
        y={bottom}
      />
      <HitColumns count={marks.length} step={band.step()} {...{ marking, center, top, bottom }} />
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

function Axes({ columns, shares, ticks, shareTicks, left, right, chart }: AxesProps) {
  const { unit, valueName, lines, lineAxis = '' } = chart;
  return (
    <g>
      <ValueAxis scale={columns} format={axisNumber(unit)} title={valueName} {...{ ticks, left, right }} />
      <ValueAxis
        scale={shares}
        ticks={shareTicks}
        format={axisNumber('rate')}
        title={lineAxis}
        side="right"
        color={lines.length > 1 ? chartColors.muted : chartColors.accent}
        {...{ left, right }}
      />
    </g>
  );
}

function legendOf({ chart, marks }: ColumnsLineProps): LegendEntry[] {
  const { series, lines, partialName = '' } = chart;
  const partial = marks.some(({ isPartial }) => isPartial);
  return [
    ...series.map(seriesEntry),
    ...(partial ? [{ name: partialName, color: chartColors.main, mark: 'dashed' as const }] : []),
    ...lines.map((line, index) => ({ ...seriesEntry(line), mark: lineMarks[index] ?? ('line' as const) })),
  ];
}

interface ColumnProps {
  mark: Mark;
  index: number;
  marking: Marking | undefined;
  x: number;
  y: number;
  bottom: number;
  columnWidth: number;
}

function Column({ mark: { text, isPartial }, x, y, bottom, columnWidth, index, marking }: ColumnProps) {
  const look = isPartial
    ? { fill: chartColors.surface, stroke: chartColors.main, 'stroke-dasharray': '3 2' }
    : { fill: chartColors.main };
  return (
    <g {...markAttributes(marking, index)}>
      {!marking && <title>{text}</title>}
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
