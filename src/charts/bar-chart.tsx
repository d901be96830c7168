import { scaleLinear, type ScaleLinear } from 'd3-scale';
import type { Bars, Mark } from '../pictures/picture.js';
import { axisNumber } from './axis-numbers.js';
import { BarEnd, BarRow, layoutOf, type BarLayout } from './bar-row.js';
import { chartColors, smallText } from './chart-colors.js';
import { ChartSvg, tidy, type ChartProps } from './chart-svg.js';
import { HitAreas } from './hit-area.js';
import { Legend, legendHeight, seriesEntry, type LegendEntry } from './legend.js';
import { textWidth } from './text-fit.js';

interface BarChartProps extends Omit<ChartProps, 'height'> {
  chart: Bars;
}

const foot = 38;

const total = ({ values }: Mark) => values.reduce<number>((sum, value) => sum + (value ?? 0), 0);

/** Bars from left to right, one below the other, each with its name, its figure and what it rests on. */
export function BarChart(props: BarChartProps) {
  const { marks: bars, width, marking } = props;
  const { series, reference } = props.chart;
  const layout = layoutOf(bars, width);
  const legend = legendOf(props.chart);
  const top = legendHeight(legend, width) + 8;
  const bottom = top + bars.length * layout.rowHeight;
  const x = scaleOf(props, layout);
  return (
    <ChartSvg {...props} height={bottom + foot}>
      <Legend entries={legend} width={width} />
      <Grid {...props} x={x} layout={layout} top={top} bottom={bottom} />
      {bars.map((bar, index) => (
        <BarRow
          key={index}
          bar={bar}
          series={series}
          layout={layout}
          x={x}
          y={top + index * layout.rowHeight}
          {...{ marking, index }}
        />
      ))}
      {reference && (
        <line
          x1={tidy(x(reference.value))}
          x2={tidy(x(reference.value))}
          y1={top}
          y2={bottom}
          stroke={chartColors.accent}
          stroke-width="1.5"
          stroke-dasharray="4 3"
        />
      )}
      {bars.map((bar, index) => (
        <BarEnd
          key={index}
          bar={bar}
          layout={layout}
          x={x}
          y={top + index * layout.rowHeight}
          {...{ marking, index }}
        />
      ))}
      <HitAreas
        marking={marking}
        count={bars.length}
        place={(index) => ({ x: 0, y: top + index * layout.rowHeight, width, height: layout.rowHeight })}
      />
    </ChartSvg>
  );
}

function legendOf({ series, reference }: Bars): LegendEntry[] {
  return [
    ...(series.length > 1 ? series.map(seriesEntry) : []),
    ...(reference ? [{ name: reference.name, color: chartColors.accent, mark: 'dashes' as const }] : []),
  ];
}

function scaleOf({ marks, chart: { scale: ends, reference } }: BarChartProps, { left, right }: BarLayout) {
  const scale = scaleLinear().range([left, right]);
  if (ends) return scale.domain(ends);
  const most = Math.max(0, reference?.value ?? 0, ...marks.map(total));
  return scale.domain([0, most > 0 ? most : 1]).nice(5);
}

interface GridProps extends BarChartProps {
  x: ScaleLinear<number, number>;
  layout: BarLayout;
  top: number;
  bottom: number;
}

function Grid({ x, layout: { left, right }, top, bottom, chart: { unit, valueName } }: GridProps) {
  const format = axisNumber(unit);
  const widest = Math.max(...x.ticks(5).map((tick) => textWidth(format(tick), 11)), 20) + 14;
  const ticks = x.ticks(Math.max(2, Math.min(5, Math.floor((right - left) / widest))));
  return (
    <g>
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={tidy(x(tick))} x2={tidy(x(tick))} y1={top} y2={bottom} stroke={chartColors.grid} />
          <text {...smallText} x={tidy(x(tick))} y={bottom + 14} text-anchor="middle">
            {format(tick)}
          </text>
        </g>
      ))}
      <text {...smallText} x={(left + right) / 2} y={bottom + 31} text-anchor="middle">
        {valueName}
      </text>
    </g>
  );
}
