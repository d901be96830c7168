import { line as lineShape } from 'd3-shape';
import { chartColors } from './chart-colors.js';
import { tidy } from './chart-svg.js';

const dotsUpTo = 45;

interface ShareLineProps {
  shares: readonly (number | null)[];
  color: string;
  mark: 'line' | 'line-squares';
  center: (index: number) => number;
  y: (share: number) => number;
}

/** A line of shares, broken where there is none; told apart from others by its dots too, not by colour alone. */
export function ShareLine({ shares, color, mark, center, y }: ShareLineProps) {
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
