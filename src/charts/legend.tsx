import type { Series } from '../pictures/picture.js';
import { chartColors } from './chart-colors.js';
import { tidy } from './chart-svg.js';
import { textWidth } from './text-fit.js';

/** One entry: a box, a line with round or square dots, a dashed box or line, or a shaded field. */
export interface LegendEntry {
  name: string;
  color: string;
  mark?: 'box' | 'line' | 'line-squares' | 'dashed' | 'dashes' | 'shade';
}

/** A series as its colour shows it. */
export const seriesEntry = ({ name, tone }: Series): LegendEntry => ({ name, color: chartColors[tone] });

const legendRow = 20;
const size = 12;
const gap = 18;

/** Where each entry stands, in rows of a width. */
function places(entries: readonly LegendEntry[], width: number): { x: number; y: number }[] {
  let [x, y] = [0, 0];
  return entries.map(({ name }) => {
    const needed = 18 + textWidth(name, size);
    if (x > 0 && x + needed > width) [x, y] = [0, y + legendRow];
    const place = { x, y };
    x += needed + gap;
    return place;
  });
}

/** How high a legend is. */
export function legendHeight(entries: readonly LegendEntry[], width: number): number {
  if (entries.length === 0) return 0;
  return (places(entries, width).at(-1)?.y ?? 0) + legendRow;
}

/** What the colours stand for, from the upper left corner of a chart. */
export function Legend({ entries, width }: { entries: readonly LegendEntry[]; width: number }) {
  const at = places(entries, width);
  return (
    <g font-size={size} fill={chartColors.ink}>
      {entries.map((entry, index) => (
        <g
          key={entry.name}
          transform={`translate(${String(tidy(at[index]?.x ?? 0))} ${String(at[index]?.y ?? 0)})`}
        >
          <Mark {...entry} />
          <text x="18" y="11">
            {entry.name}
          </text>
        </g>
      ))}
    </g>
  );
}

function Mark({ color, mark = 'box' }: LegendEntry) {
  if (mark === 'line' || mark === 'line-squares')
    return (
      <g>
        <line x1="0" x2="13" y1="7" y2="7" stroke={color} stroke-width="2.5" />
        {mark === 'line' ? (
          <circle cx="6.5" cy="7" r="3" fill={color} />
        ) : (
          <rect x="3.5" y="4" width="6" height="6" fill={color} />
        )}
      </g>
    );
  if (mark === 'dashes')
    return <line x1="0" x2="13" y1="7" y2="7" stroke={color} stroke-width="2" stroke-dasharray="4 3" />;
  if (mark === 'dashed')
    return (
      <rect x="1" y="2" width="11" height="11" rx="2" fill="none" stroke={color} stroke-dasharray="2.5 2" />
    );
  const edge = mark === 'shade' ? { stroke: chartColors.axis } : {};
  return <rect x="0.5" y="1.5" width="12" height="12" rx="2" fill={color} {...edge} />;
}
