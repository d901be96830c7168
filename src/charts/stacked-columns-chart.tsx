import { scaleBand, type ScaleBand } from 'd3-scale';
import type { Columns, Mark, Series } from '../pictures/picture.js';
import { axisWidth, CategoryAxis, ticksOf, ValueAxis, valueScale } from './axes.js';
import { axisNumber } from './axis-numbers.js';
import { chartColors, smallText } from './chart-colors.js';
import { ChartSvg, tidy, type ChartProps } from './chart-svg.js';
import { HitColumns } from './hit-area.js';
import { Legend, legendHeight, seriesEntry, type LegendEntry } from './legend.js';
import { markAttributes, type Marking } from './marking.js';
import { textWidth } from './text-fit.js';

/** A field behind columns `from` up to and with `to`. */
interface ShadedBand {
  from: number;
  to: number;
  /** How strong, 0 to 1. */
  share: number;
}

const sum = (values: Mark['values']) => values.reduce<number>((total, value) => total + (value ?? 0), 0);

/** Counts as columns made of parts, some of them on a shaded field with a name. */
export function StackedColumnsChart({ chart, ...props }: ChartProps & { chart: Columns }) {
  const { marks, width, height, marking } = props;
  const { series, shaded, unit, valueName, markName } = chart;
  const bands = bandsOf(shaded?.shares ?? []);
  const bandName = shaded?.name ?? '';
  const format = axisNumber(unit);
  const shade: LegendEntry = { name: bandName, color: chartColors.shade, mark: 'shade' };
  const legend = [
    ...(series.length > 1 ? series.map(seriesEntry) : []),
    ...(bands.length > 0 ? [shade] : []),
  ];
  const [top, bottom] = [legendHeight(legend, width) + 34, height - 42];
  const y = valueScale(
    marks.map(({ values }) => sum(values)),
    bottom,
    top,
  );
  const ticks = ticksOf(y, 5, true);
  const [left, right] = [axisWidth(ticks.map(format)), width - 2];
  const band = scaleBand<number>()
    .domain(marks.map((_, index) => index))
    .range([left, right])
    .paddingInner(0.18);
  const center = (index: number) => (band(index) ?? left) + band.bandwidth() / 2;
  return (
    <ChartSvg {...props}>
      <Legend entries={legend} width={width} />
      <Bands bands={bands} name={bandName} x={band} top={top} bottom={bottom} />
      <ValueAxis scale={y} ticks={ticks} title={valueName} {...{ format, left, right }} />
      {marks.map((mark, index) => (
        <Stack
          key={index}
          mark={mark}
          series={series}
          x={band(index) ?? left}
          width={band.bandwidth()}
          y={y}
          {...{ marking, index }}
        />
      ))}
      <CategoryAxis
        labels={marks.map(({ name }) => name)}
        center={center}
        step={band.step()}
        y={bottom}
        width={width}
        title={markName}
      />
      <HitColumns count={marks.length} step={band.step()} {...{ marking, center, top, bottom }} />
    </ChartSvg>
  );
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

interface StackProps {
  mark: Mark;
  index: number;
  marking: Marking | undefined;
  series: readonly Series[];
  x: number;
  width: number;
  y: (value: number) => number;
}

function Stack({ mark: { values, text }, series, x, width, y, index: at, marking }: StackProps) {
  return (
    <g {...markAttributes(marking, at)}>
      {!marking && <title>{text}</title>}
      {values.map((value, index) => {
        const below = sum(values.slice(0, index));
        const [from, to] = [y(below), y(below + (value ?? 0))];
        return (
          Number(value) > 0 && (
            <rect
              key={index}
              x={tidy(x)}
              y={tidy(to)}
              width={tidy(width)}
              height={tidy(from - to)}
              fill={chartColors[series[index]?.tone ?? 'main']}
            />
          )
        );
      })}
    </g>
  );
}
