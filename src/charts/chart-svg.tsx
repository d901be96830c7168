import type { ComponentChildren } from 'preact';
import type { Mark } from '../pictures/picture.js';
import type { Marking } from './marking.js';

/** What every chart takes beside what it draws. */
export interface ChartProps {
  /** What is drawn. */
  title: string;
  /** The main numbers in words, for those who do not see the picture. */
  summary: string;
  width: number;
  height: number;
  /** How its marks answer to a page. */
  marking?: Marking | undefined;
  marks: readonly Mark[];
}

/** The frame of a chart: a picture with a name and a description. It scales to the place that it is given. */
export function ChartSvg({
  title,
  summary,
  width,
  height,
  children,
}: Omit<ChartProps, 'marks'> & { children: ComponentChildren }) {
  return (
    <svg
      class="chart"
      role="img"
      viewBox={`0 0 ${String(width)} ${String(height)}`}
      width={width}
      height={height}
      font-family="var(--chart-font, system-ui, sans-serif)"
      font-size="11"
    >
      <title>{title}</title>
      <desc>{summary}</desc>
      {children}
    </svg>
  );
}

/** One decimal is finer than any screen. */
export const tidy = (value: number) => Math.round(value * 10) / 10;
