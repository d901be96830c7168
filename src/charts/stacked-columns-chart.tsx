import { scaleBand, type ScaleBand } from 'd3-scale';
import { axisWidth, CategoryAxis, ticksOf, ValueAxis, valueScale } from './axes.js';
import { chartColors, smallText } from './chart-colors.js';
import { ChartSvg, tidy, type ChartProps } from './chart-svg.js';
import { HitColumns } from './hit-area.js';
import { Legend, legendHeight, type LegendEntry } from './legend.js';
import { markAttributes, type Marking } from './marking.js';
import { textWidth } from './text-fit.js';

export interface StackedColumn {
  label: string;
  tooltip: string;
  /** One count per series, from the bottom up. */
  values: readonly number[];
}

/** A field behind columns `from` up to and with `to`. */
export interface ShadedBand {
  from: number;
  to: number;
  /** How strong, 0 to 1. */
  share: number;
}

export interface StackedColumnsProps extends ChartProps {
  columns: readonly StackedColumn[];
  series: readonly LegendEntry[];
  bands: readonly ShadedBand[];
  bandName: string;
  valueName: string;
  categoryName: string;
  format: (value: number) => string;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Counts as columns made of parts, some of them on a shaded field with a name. */
export function StackedColumnsChart(props: StackedColumnsProps) {
  const { columns, series, bands, bandName, width, height, format, valueName, categoryName, marking } = props;
  const shade: LegendEntry = { name: bandName, color: chartColors.shade, mark: 'shade' };
  const legend = [...(series.length > 1 ? series : []), ...(bands.length > 0 ? [shade] : [])];
  const [top, bottom] = [legendHeight(legend, width) + 34, height - 42];
  const y = valueScale(
    columns.map(({ values }) => sum(values)),
    bottom,
    top,
  );
  const ticks = ticksOf(y, 5, true);
  const [left, right] = [axisWidth(ticks.map(format)), width - 2];
  const band = scaleBand<number>()
    .domain(columns.map((_, index) => index))
    .range([left, right])
    .paddingInner(0.18);
  const center = (index: number) => (band(index) ?? left) + band.bandwidth() / 2;
  return (
    <ChartSvg {...props}>
      <Legend entries={legend} width={width} />
      <Bands bands={bands} name={bandName} x={band} top={top} bottom={bottom} />
      <ValueAxis scale={y} ticks={ticks} title={valueName} {...{ format, left, right }} />
      {columns.map((column, index) => (
        <Stack
          key={index}
          {...column}
          series={series}
          x={band(index) ?? left}
          width={band.bandwidth()}
          y={y}
          {...{ marking, index }}
        />
      ))}
      <CategoryAxis
        labels={columns.map(({ label }) => label)}
        center={center}
        step={band.step()}
        y={bottom}
        width={width}
        title={categoryName}
      />
      <HitColumns count={columns.length} step={band.step()} {...{ marking, center, top, bottom }} />
    </ChartSvg>
  );
}

interface BandsProps {
  bands: readonly ShadedBand[];
  name: string;
  x: ScaleBand<number>;
  top: number;
  bottom: number;
}

function Bands({ bands, name, x, top, bottom }: BandsProps) {
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

interface StackProps extends StackedColumn {
  index: number;
  marking: Marking | undefined;
  series: readonly LegendEntry[];
  x: number;
  width: number;
  y: (value: number) => number;
}

function Stack({ values, tooltip, series, x, width, y, index: mark, marking }: StackProps) {
  return (
    <g {...markAttributes(marking, mark)}>
      {!marking && <title>{tooltip}</title>}
      {values.map((value, index) => {
        const below = sum(values.slice(0, index));
        const [from, to] = [y(below), y(below + value)];
        return (
          value > 0 && (
            <rect
              key={index}
              x={tidy(x)}
              y={tidy(to)}
              width={tidy(width)}
              height={tidy(from - to)}
              fill={series[index]?.color}
            />
          )
        );
      })}
    </g>
  );
}
