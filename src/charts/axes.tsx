import { scaleLinear, type ScaleLinear } from 'd3-scale';
import { chartColors, smallText } from './chart-colors.js';
import { tidy } from './chart-svg.js';
import { labelEvery, textWidth } from './text-fit.js';

/** A round scale from zero to the largest of the values, upwards from `bottom` to `top`. */
export function valueScale(values: readonly number[], bottom: number, top: number) {
  const most = Math.max(0, ...values);
  return scaleLinear()
    .domain([0, most > 0 ? most : 1])
    .range([bottom, top])
    .nice(4);
}

/** Round values of a scale, whole ones where only whole ones make sense. */
export function ticksOf(scale: ScaleLinear<number, number>, count: number, isWhole: boolean): number[] {
  return scale.ticks(count).filter((tick) => !isWhole || Number.isInteger(tick));
}

/** The room that an axis needs for its numbers. */
export function axisWidth(labels: readonly string[]): number {
  return Math.max(...labels.map((label) => textWidth(label, 11)), 10) + 8;
}

interface ValueAxisProps {
  scale: ScaleLinear<number, number>;
  ticks: readonly number[];
  format: (value: number) => string;
  left: number;
  right: number;
  title: string;
  side?: 'left' | 'right';
  color?: string;
}

/** Lines across (left axis only), numbers, and over them the name of the axis. */
export function ValueAxis({
  scale,
  ticks,
  format,
  left,
  right,
  title,
  side = 'left',
  color = chartColors.muted,
}: ValueAxisProps) {
  const x = side === 'left' ? left - 6 : right + 6;
  const anchor = side === 'left' ? 'end' : 'start';
  const [, top = 0] = scale.range();
  return (
    <g>
      {side === 'left' &&
        ticks.map((tick) => (
          <line
            key={tick}
            x1={left}
            x2={right}
            y1={tidy(scale(tick))}
            y2={tidy(scale(tick))}
            stroke={tick === 0 ? chartColors.axis : chartColors.grid}
          />
        ))}
      {ticks.map((tick) => (
        <text key={tick} {...smallText} fill={color} x={x} y={tidy(scale(tick) + 4)} text-anchor={anchor}>
          {format(tick)}
        </text>
      ))}
      <text
        {...smallText}
        fill={color}
        font-weight="600"
        x={side === 'left' ? 0 : '100%'}
        y={tidy(top - 12)}
        text-anchor={side === 'left' ? 'start' : 'end'}
      >
        {title}
      </text>
    </g>
  );
}

interface CategoryAxisProps {
  labels: readonly string[];
  /** Middle of each category. */
  center: (index: number) => number;
  step: number;
  y: number;
  width: number;
  title?: string;
}

/** Names under the columns, as many as have room. */
export function CategoryAxis({ labels, center, step, y, width, title }: CategoryAxisProps) {
  const every = labelEvery(labels, 11, step);
  return (
    <g>
      {labels.map((label, index) => {
        const half = textWidth(label, 11) / 2;
        const x = Math.min(width - half, Math.max(half, center(index)));
        return (
          index % every === 0 && (
            <text key={index} {...smallText} x={tidy(x)} y={y + 16} text-anchor="middle">
              {label}
            </text>
          )
        );
      })}
      {title !== undefined && (
        <text {...smallText} x={width / 2} y={y + 34} text-anchor="middle">
          {title}
        </text>
      )}
    </g>
  );
}
