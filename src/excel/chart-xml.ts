import { axesXml, categoryAxis, valueAxis } from './chart-axes.js';
import { chartData } from './chart-data.js';
import { fillXml, lineXml, textXml, titleLine, titleXml } from './chart-look.js';
import { categoriesXml, seriesXml } from './chart-series.js';
import { colors } from './styles.js';
import type { Chart, ChartGroup, Workbook } from './workbook.js';

const namespaces =
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" ' +
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

/**
 * The chart part: what the library has no words for, a second kind of series on an axis of its own and the values that
 * the chart shows before anything recalculates it. At most two groups, the second drawn over the first.
 */
export function chartXml(workbook: Workbook, chart: Chart): string {
  const many = chart.groups.flatMap(({ series }) => series).length > 1;
  const plot = chart.groups.map((group, index) => groupXml(workbook, chart, group, index)).join('');
  const axes = chart.groups.map((_, index) => axesXml(chart, index)).join('');
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<c:chartSpace ${namespaces}><c:roundedCorners val="0"/>` +
    `<c:chart>${titleOf(chart)}<c:autoTitleDeleted val="0"/>` +
    `<c:plotArea><c:layout/>${plot}${axes}</c:plotArea>` +
    (many ? `<c:legend><c:legendPos val="b"/><c:overlay val="0"/>${textXml(900)}</c:legend>` : '') +
    `<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>` +
    `<c:spPr>${fillXml(colors.white)}${lineXml(colors.line, 0.75)}</c:spPr></c:chartSpace>`
  );
}

function titleOf({ title, subtitle }: Chart): string {
  const small = subtitle ? [titleLine(subtitle, 900, colors.grey, false)] : [];
  return titleXml(titleLine(title, 1200, colors.navy, true), ...small);
}

function groupXml(workbook: Workbook, chart: Chart, group: ChartGroup, index: number): string {
  const before = chart.groups.slice(0, index).flatMap(({ series }) => series).length;
  const categories = categoriesXml(chartData(workbook, chart.categories));
  const series = group.series
    .map((one, offset) => {
      const data = chartData(workbook, one.values);
      return seriesXml(chart, group, one, { data, categories, id: before + offset });
    })
    .join('');
  const ids = `<c:axId val="${categoryAxis(index)}"/><c:axId val="${valueAxis(index)}"/>`;
  if (group.kind === 'line') {
    return `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series}<c:marker val="1"/>${ids}</c:lineChart>`;
  }
  return barsXml(group, series + gapXml(group) + ids);
}

function barsXml({ kind, stacked }: ChartGroup, contents: string): string {
  return (
    `<c:barChart><c:barDir val="${kind === 'bar' ? 'bar' : 'col'}"/><c:grouping val="${stacked ? 'stacked' : 'clustered'}"/>` +
    `<c:varyColors val="0"/>${contents}</c:barChart>`
  );
}

function gapXml({ gap = 40, stacked }: ChartGroup): string {
  return `<c:gapWidth val="${String(gap)}"/>${stacked ? '<c:overlap val="100"/>' : ''}`;
}
