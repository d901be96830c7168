import {
  remarks,
  type Bars,
  type Columns,
  type PictureUnit,
  type Picture,
  type Tone,
} from '../../pictures/picture.js';
import { pictures, type PictureName } from '../../pictures/pictures.js';
import type { Report } from '../../report/report.js';
import { colors } from '../styles.js';
import type { Chart, ChartGroup, TableColumnRef } from '../workbook.js';
import { labelHeading, pictureTable, tableName, type PictureTable } from './picture-table.js';

/** A chart of Excel's own before it has its place, as high as so many rows, and the table that it shows. */
export interface DrawnChart {
  chart: Omit<Chart, 'area'>;
  height: number;
  /** As wide as the sheet, for what has many marks. */
  wide: boolean;
  data: PictureTable;
}

type Column = (heading: string) => TableColumnRef;

const tones: Record<Tone, string> = {
  main: colors.blue,
  second: colors.midBlue,
  third: colors.orange,
  accent: colors.orange,
  secondAccent: colors.teal,
};

const axisFormats: Record<PictureUnit, string> = {
  count: '#,##0',
  number: '#,##0.00',
  rate: '0%',
  seconds: '#,##0.0',
  hours: '[h]:mm',
  score: '0.00',
};

const mostLabels = 14;
const manyMarks = 60;

/** A picture of a report as a chart; nothing where the picture has no marks, or is drawn in cells. */
export function drawPicture(report: Report, name: PictureName): DrawnChart[] {
  const picture = pictures[name](report);
  const { marks, chart, title, sentence } = picture;
  if (marks.length === 0 || chart.kind === 'heat-map') return [];
  const column: Column = (heading) => ({ table: tableName(name), heading });
  const isBars = chart.kind === 'bars';
  const wide = !isBars && marks.length > manyMarks;
  return [
    {
      chart: {
        title,
        subtitle: subtitleOf(picture, chart),
        altText: `${sentence} ${remarks(picture)}`.trim(),
        categories: column(isBars ? labelHeading : chart.markName),
        ...(!isBars && marks.length > mostLabels ? { labelEvery: Math.ceil(marks.length / mostLabels) } : {}),
        groups: isBars ? [barsOf(picture, chart, column)] : columnsOf(picture, chart, column),
      },
      height: isBars ? Math.max(9, 6 + Math.ceil(marks.length * 1.15)) + chart.series.length : wide ? 16 : 19,
      wide,
      data: pictureTable(name, picture, chart),
    },
  ];
}

/** What the drawing alone does not tell: which marks it has, the line across all bars, what is open. */
function subtitleOf({ selection, marks }: Picture, chart: Bars | Columns): string {
  const reference = chart.kind === 'bars' ? chart.reference?.name : undefined;
  const isOpen = marks.some(({ isPartial }) => isPartial) && chart.kind === 'columns';
  const open = isOpen ? `Open columns: ${chart.partialName?.toLowerCase() ?? ''}.` : '';
  return [selection, reference && `${reference}.`, open].filter(Boolean).join(' ');
}

function barsOf({ marks }: Picture, { series, unit, scale, valueName }: Bars, column: Column): ChartGroup {
  const longest = Math.max(
    ...marks.map(({ values }) => values.reduce<number>((sum, one) => sum + (one ?? 0), 0)),
  );
  const isStacked = series.length > 1;
  return {
    kind: 'bar',
    stacked: isStacked,
    axisFormat: axisFormats[unit],
    axisTitle: valueName,
    ...(scale ? { axisMin: scale[0], axisMax: scale[1] } : {}),
    ...(unit === 'hours' ? { axisStep: hoursStep(longest) / 24 } : {}),
    series: series.map(({ name, tone }) => ({
      values: column(name),
      color: tones[tone],
      labels: !isStacked,
    })),
  };
}

/** Hours between the labels of an axis: at most eight labels. */
function hoursStep(longest: number): number {
  const steps = [0.25, 0.5, 1, 2, 4, 6, 12, 24, 48, 96];
  return steps.find((step) => longest / step <= 8) ?? 24 * Math.ceil(longest / 24 / 8);
}

/** Columns on the left axis, paler where lines cross them; behind them what is shaded, over them the lines. */
function columnsOf({ marks }: Picture, chart: Columns, column: Column): ChartGroup[] {
  const { series, lines, unit, shaded } = chart;
  const open = marks.flatMap(({ isPartial }, index) => (isPartial ? [index] : []));
  const columns: ChartGroup = {
    kind: 'column',
    axis: 'left',
    axisFormat: axisFormats[unit],
    stacked: series.length > 1,
    gap: marks.length > manyMarks ? 10 : 40,
    series: series.map(({ name, tone }) => ({
      values: column(name),
      color: lines.length > 0 ? colors.midBlue : tones[tone],
      open,
    })),
  };
  const shares: ChartGroup = {
    kind: 'line',
    axisFormat: axisFormats.rate,
    axisMax: 1,
    series: lines.map(({ name, tone }) => ({ values: column(name), color: tones[tone] })),
  };
  return [...(shaded ? [shade(column(shaded.name))] : []), columns, ...(lines.length > 0 ? [shares] : [])];
}

/** A pale area behind columns, as high as a share. */
function shade(values: TableColumnRef): ChartGroup {
  return {
    kind: 'column',
    axis: 'hidden',
    axisFormat: axisFormats.rate,
    axisMax: 1,
    gap: 0,
    series: [{ values, color: colors.sand }],
  };
}
