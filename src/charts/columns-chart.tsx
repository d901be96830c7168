import { scaleBand, scaleLinear, type ScaleBand } from 'd3-scale';
import type { Columns, Mark, Series } from '../pictures/picture.js';
import { axisWidth, CategoryAxis, ticksOf, ValueAxis, valueScale } from './axes.js';
import { axisNumber } from './axis-numbers.js';
import { chartColors, smallText } from './chart-colors.js';
import { ChartSvg, tidy, type ChartProps } from './chart-svg.js';
import { HitColumns } from './hit-area.js';
import { Legend, legendHeight, seriesEntry, type LegendEntry } from './legend.js';
import { markAttributes, type Marking } from './marking.js';
import { ShareLine } from './share-line.js';
import { textWidth } from './text-fit.js';

interface ColumnsChartProps extends ChartProps {
  chart: Columns;
}

const lineMarks = ['line', 'line-squares'] as const;
const widestColumn = 90;

const sum = (values: Mark['values']) => values.reduce<number>((total, value) => total + (value ?? 0), 0);

/** Columns made of parts, some of them on a shaded field with a name; over them shares as lines on an axis of their own. */
export function ColumnsChart(props: ColumnsChartProps) {
  const { marks, chart, width, height, marking } = props;
  const { series, lines, lineAxis = '', shaded, unit, valueName, markName } = chart;
  const hasLines = lines.length > 0;
  const legend = legendOf(props);
  const top = legendHeight(legend, width) + (hasLines ? 30 : 34);
  const bottom = height - (hasLines ? 24 : 42);
  const y = valueScale(
    marks.map(({ values }) => sum(values.slice(0, series.length))),
    bottom,
    top,
  );
  const shares = scaleLinear().domain([0, 1]).range([bottom, top]).clamp(true);
  const [ticks, shareTicks] = [ticksOf(y, hasLines ? 4 : 5, true), shares.ticks(4)];
  const [format, formatShare] = [axisNumber(unit), axisNumber('rate')];
  const left = axisWidth(ticks.map(format));
  const right = width - (hasLines ? axisWidth(shareTicks.map(formatShare)) : 2);
  const band = bandOf(marks.length, hasLines).range([left, right]);
  const center = (index: number) => (band(index) ?? left) + band.bandwidth() / 2;
  const columnWidth = Math.min(band.bandwidth(), widestColumn);
  return (
    <ChartSvg {...props}>
      <Legend entries={legend} width={width} />
      {shaded && <Bands {...shaded} x={band} top={top} bottom={bottom} />}
      <ValueAxis scale={y} ticks={ticks} title={valueName} {...{ format, left, right }} />
      {hasLines && (
        <ValueAxis
          scale={shares}
          ticks={shareTicks}
          format={formatShare}
          title={lineAxis}
          side="right"
          color={lines.length > 1 ? chartColors.muted : chartColors.accent}
          {...{ left, right }}
        />
      )}
      {marks.map((mark, index) => (
        <Column key={index} {...{ mark, series, y, columnWidth, marking, index }} x={center(index)} />
      ))}
      {lines.map(({ tone }, index) => (
        <ShareLine
          key={index}
          color={chartColors[tone]}
          mark={lineMarks[index] ?? 'line'}
          shares={marks.map(({ values }) => values[series.length + index] ?? null)}
          center={center}
          y={shares}
        />
      ))}
      <CategoryAxis
        labels={marks.map(({ name }) => name)}
        {...{ center, width }}
        step={band.step()}
        y={bottom}
        {...(hasLines ? {} : { title: markName })}
      />
      <HitColumns count={marks.length} step={band.step()} {...{ marking, center, top, bottom }} />
    </ChartSvg>
  );
}

/** Room between columns: more of it where lines have their dots between them. */
function bandOf(count: number, hasLines: boolean): ScaleBand<number> {
  const band = scaleBand<number>().domain(Array.from({ length: count }, (_, index) => index));
  if (!hasLines) return band.paddingInner(0.18);
  return band.paddingInner(count > 60 ? 0.15 : 0.35).paddingOuter(count > 8 ? 0.2 : 0.5);
}

function legendOf({ chart, marks }: ColumnsChartProps): LegendEntry[] {
  const { series, lines, shaded, partialName = '' } = chart;
  const partial = marks.some(({ isPartial }) => isPartial);
  return [
    ...series.map(seriesEntry),
    ...(partial ? [{ name: partialName, color: chartColors.main, mark: 'dashed' as const }] : []),
    ...lines.map((line, index) => ({ ...seriesEntry(line), mark: lineMarks[index] ?? ('line' as const) })),
    ...(shaded?.shares.some((share) => share > 0)
      ? [{ name: shaded.name, color: chartColors.shade, mark: 'shade' as const }]
      : []),
  ];
}

interface ShadedBand {
  from: number;
  to: number;
  share: number;
}

/** Runs of columns that are shaded alike. */
function bandsOf(shares: readonly number[]): ShadedBand[] {
  const bands: ShadedBand[] = [];
  shares.forEach((share, slot) => {
    const last = bands.at(-1);
    if (share === 0) return;
    if (last && last.to === slot - 1 && last.share === share) last.to = slot;
    else bands.push({ from: slot, to: slot, share });
  });
  return bands;
}

interface BandsProps {
  name: string;
  shares: readonly number[];
  x: ScaleBand<number>;
  top: number;
  bottom: number;
}

function Bands({ shares, name, x, top, bottom }: BandsProps) {
  const bands = bandsOf(shares);
  const edge = (index: number) => (x(index) ?? 0) - (x.step() - x.bandwidth()) / 2;
  return (
    <g>
      {bands.map(({ from, to, share }) => (
        <rect
          key={from}
          x={tidy(edge(from))}
          y={top - 18}
          width={tidy(edge(to) + x.step() - edge(from))}
          height={bottom - top + 18}
          fill={chartColors.shade}
          fill-opacity={Math.round((0.3 + 0.7 * share) * 100) / 100}
        />
      ))}
      {bands
        .filter(({ from, to }) => textWidth(name, 11) + 12 < (to - from + 1) * x.step())
        .slice(0, 1)
        .map(({ from, to }) => (
          <text
            key={from}
            {...smallText}
            x={tidy((edge(from) + edge(to) + x.step()) / 2)}
            y={top - 6}
            text-anchor="middle"
          >
            {name}
          </text>
        ))}
    </g>
  );
}

interface ColumnProps {
  mark: Mark;
  series: readonly Series[];
  index: number;
  marking: Marking | undefined;
  x: number;
  y: (value: number) => number;
  columnWidth: number;
}

function Column({
  mark: { values, text, isPartial = false },
  series,
  index: at,
  marking,
  ...place
}: ColumnProps) {
  const { x, y, columnWidth } = place;
  return (
    <g {...markAttributes(marking, at)}>
      {!marking && <title>{text}</title>}
      {series.map(({ tone }, index) => {
        const below = sum(values.slice(0, index));
        const [from, to] = [y(below), y(below + (values[index] ?? 0))];
        return (
          from > to && (
            <rect
              key={index}
              x={tidy(x - columnWidth / 2)}
              y={tidy(to)}
              width={tidy(columnWidth)}
              height={tidy(from - to)}
              {...(series.length === 1 && columnWidth > 8 ? { rx: 2 } : {})}
              {...lookOf(chartColors[tone], isPartial)}
            />
          )
        );
      })}
    </g>
  );
}

const lookOf = (color: string, isPartial: boolean) =>
  isPartial ? { fill: chartColors.surface, stroke: color, 'stroke-dasharray': '3 2' } : { fill: color };
