import type { ScaleLinear } from 'd3-scale';
import type { Mark, Series } from '../pictures/picture.js';
import { chartColors, smallText } from './chart-colors.js';
import { tidy } from './chart-svg.js';
import { markAttributes, type Marking } from './marking.js';
import { fittedText, textWidth } from './text-fit.js';

export interface BarLayout {
  rowHeight: number;
  nameWidth: number;
  /** Names stand over their bars, not before them. */
  isStacked: boolean;
  left: number;
  right: number;
  barHeight: number;
}

const narrowUpTo = 480;
const size = 12;

const endWidth = ({ label = '', note = '' }: Mark) => textWidth(label, size) + textWidth(note, 11) + 18;

/** How rows are laid out in a width: names before the bars where there is room, else over them. */
export function layoutOf(bars: readonly Mark[], width: number): BarLayout {
  const right = width - Math.max(...bars.map(endWidth), 40);
  if (width < narrowUpTo)
    return { rowHeight: 35, nameWidth: width - 4, isStacked: true, left: 6, right, barHeight: 14 };
  const widest = Math.max(...bars.map(({ name }) => textWidth(name, size)), 40);
  const nameWidth = Math.min(widest, width * 0.3);
  return { rowHeight: 23, nameWidth, isStacked: false, left: nameWidth + 12, right, barHeight: 15 };
}

interface BarRowProps {
  bar: Mark;
  series: readonly Series[];
  layout: BarLayout;
  x: ScaleLinear<number, number>;
  y: number;
  index: number;
  marking: Marking | undefined;
}

const topOf = (y: number, { isStacked, rowHeight, barHeight }: BarLayout) =>
  isStacked ? y + 17 : y + (rowHeight - barHeight) / 2;

/** A name and its bar. */
export function BarRow({ bar, series, layout, x, y, index: mark, marking }: BarRowProps) {
  const { barHeight, isStacked, nameWidth, left } = layout;
  const barTop = topOf(y, layout);
  return (
    <g {...markAttributes(marking, mark)}>
      {!marking && <title>{bar.text}</title>}
      <text
        x={isStacked ? left : 0}
        y={tidy(isStacked ? y + 13 : barTop + barHeight - 3)}
        font-size={size}
        fill={chartColors.ink}
      >
        {fittedText(bar.name, size, nameWidth)}
      </text>
      {partsOf(bar, x).map(({ from, to }, index) => (
        <rect
          key={index}
          x={tidy(from)}
          y={tidy(barTop)}
          width={tidy(Math.max(0, to - from))}
          height={barHeight}
          fill={chartColors[series[index]?.tone ?? 'main']}
        />
      ))}
    </g>
  );
}

/** The figure at the end of a bar, on a field of its own: no line runs through it. */
export function BarEnd({ bar, layout, x, y, index, marking }: Omit<BarRowProps, 'series'>) {
  const end = Math.max(layout.left, ...partsOf(bar, x).map(({ to }) => to));
  const barTop = topOf(y, layout);
  return (
    <g pointer-events="none" {...markAttributes(marking, index)}>
      <rect
        x={tidy(end + 1)}
        y={tidy(barTop)}
        width={tidy(endWidth(bar) - 6)}
        height={layout.barHeight}
        fill={chartColors.surface}
      />
      <text
        x={tidy(end + 6)}
        y={tidy(barTop + layout.barHeight - 3)}
        font-size={size}
        font-weight="600"
        fill={chartColors.ink}
      >
        {bar.label}
        <tspan {...smallText} font-weight="400" dx="6">
          {bar.note}
        </tspan>
      </text>
    </g>
  );
}

function partsOf({ values }: Mark, x: ScaleLinear<number, number>): { from: number; to: number }[] {
  const [start = 0] = x.domain();
  let at = start;
  return values.map((value, index) => {
    const from = at;
    at = index === 0 ? Math.max(start, value ?? start) : at + (value ?? 0);
    return { from: x(from), to: x(at) };
  });
}
