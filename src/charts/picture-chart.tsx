import type { Picture } from '../pictures/picture.js';
import { BarChart } from './bar-chart.js';
import { ColumnsChart } from './columns-chart.js';
import { HeatMapChart } from './heat-map-chart.js';
import type { Marking } from './marking.js';

interface PictureChartProps {
  picture: Picture;
  width: number;
  marking?: Marking;
}

/** A picture drawn as SVG, so many pixels wide. */
export function PictureChart({ picture, width, marking }: PictureChartProps) {
  const { title, sentence, marks, chart } = picture;
  const frame = { title, summary: sentence, width, height: width > 480 ? 310 : 260, marking, marks };
  if (chart.kind === 'bars') return <BarChart {...frame} chart={chart} />;
  if (chart.kind === 'heat-map') return <HeatMapChart {...frame} chart={chart} />;
  return <ColumnsChart {...frame} chart={chart} />;
}
