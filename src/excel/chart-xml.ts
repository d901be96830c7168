import { chartData, type ChartData } from './chart-data.js';
import { safeText } from './safe-text.js';
import { colors, font } from './styles.js';
import type { Chart, ChartGroup, ChartSeries, Workbook } from './workbook.js';
import { escaped as escapedXml } from './xml.js';

const namespaces =
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" ' +
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

/**
 * The chart part: what the library has no words for, a second kind of series on an axis of its own and the values that
 * the chart shows before anything recalculates it. At most two groups; the second one's axis is on the right.
 */
export function chartXml(workbook: Workbook, chart: Chart): string {
  const many = chart.groups.flatMap(({ series }) => series).length > 1;
  const plot = chart.groups.map((group, index) => groupXml(workbook, chart, group, index)).join('');
  const axes = chart.groups.map((group, index) => axesXml(chart, group, index)).join('');
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<c:chartSpace ${namespaces}><c:roundedCorners val="0"/>` +
    `<c:chart>${titleXml(chart.title)}<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>${plot}${axes}</c:plotArea>` +
    (many ? `<c:legend><c:legendPos val="b"/><c:overlay val="0"/>${textXml(900)}</c:legend>` : '') +
    `<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>` +
    `<c:spPr>${fillXml(colors.white)}${lineXml(colors.line, 0.75)}</c:spPr></c:chartSpace>`
  );
}

function titleXml(title: string): string {
  const run = `<a:r><a:rPr lang="en-GB" sz="1200" b="1">${fillXml(colors.navy)}</a:rPr><a:t>${escaped(title)}</a:t></a:r>`;
  return `<c:title><c:tx><c:rich><a:bodyPr/><a:p>${run}</a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;
}

function groupXml(workbook: Workbook, chart: Chart, group: ChartGroup, index: number): string {
  const before = chart.groups.slice(0, index).flatMap(({ series }) => series).length;
  const categories = categoriesXml(chartData(workbook, chart.categories), chart.categoryFormat);
  const series = group.series
    .map((one, offset) => seriesXml(group, one, chartData(workbook, one.values), categories, before + offset))
    .join('');
  const ids = `<c:axId val="${categoryAxis(index)}"/><c:axId val="${valueAxis(index)}"/>`;
  if (group.kind === 'line') {
    return `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series}<c:marker val="1"/>${ids}</c:lineChart>`;
  }
  const grouping = group.stacked ? 'stacked' : 'clustered';
  const overlap = group.stacked ? '<c:overlap val="100"/>' : '';
  return (
    `<c:barChart><c:barDir val="${group.kind === 'bar' ? 'bar' : 'col'}"/><c:grouping val="${grouping}"/>` +
    `<c:varyColors val="0"/>${series}<c:gapWidth val="40"/>${overlap}${ids}</c:barChart>`
  );
}

function seriesXml(
  group: ChartGroup,
  series: ChartSeries,
  data: ChartData,
  categories: string,
  id: number,
): string {
  const line = group.kind === 'line';
  const name = `<c:tx><c:strRef><c:f>${escaped(data.headingRef)}</c:f>${textCache([data.heading])}</c:strRef></c:tx>`;
  const look = line
    ? `<c:spPr>${lineXml(series.color, 2.25)}</c:spPr>${data.values.length > mostMarkers ? noMarker : markerXml(series.color)}`
    : `<c:spPr>${fillXml(series.color)}</c:spPr><c:invertIfNegative val="0"/>`;
  const values = `<c:val><c:numRef><c:f>${escaped(data.valuesRef)}</c:f>${numberCache(data.values, 'General')}</c:numRef></c:val>`;
  const smooth = line ? '<c:smooth val="0"/>' : '';
  return `<c:ser><c:idx val="${String(id)}"/><c:order val="${String(id)}"/>${name}${look}${categories}${values}${smooth}</c:ser>`;
}

/** With more points than this a line is drawn without markers, which would hide it. */
const mostMarkers = 60;
const noMarker = '<c:marker><c:symbol val="none"/></c:marker>';

function markerXml(color: string): string {
  return `<c:marker><c:symbol val="circle"/><c:size val="5"/><c:spPr>${fillXml(color)}${lineXml(colors.white, 0.75)}</c:spPr></c:marker>`;
}

function categoriesXml(data: ChartData, format: string | undefined): string {
  const ref = `<c:f>${escaped(data.valuesRef)}</c:f>`;
  if (format === undefined) return `<c:cat><c:strRef>${ref}${textCache(data.values)}</c:strRef></c:cat>`;
  return `<c:cat><c:numRef>${ref}${numberCache(data.values, format)}</c:numRef></c:cat>`;
}

function textCache(values: ChartData['values']): string {
  return `<c:strCache>${pointsXml(values.map((value) => value ?? ''))}</c:strCache>`;
}

function numberCache(values: ChartData['values'], format: string): string {
  return `<c:numCache><c:formatCode>${escaped(format)}</c:formatCode>${pointsXml(values)}</c:numCache>`;
}

function pointsXml(values: ChartData['values']): string {
  const points = values.map((value, index) =>
    value === null ? '' : `<c:pt idx="${String(index)}"><c:v>${escaped(String(value))}</c:v></c:pt>`,
  );
  return `<c:ptCount val="${String(values.length)}"/>${points.join('')}`;
}

const categoryAxis = (group: number) => String(1001 + 10 * group);
const valueAxis = (group: number) => String(1002 + 10 * group);

function axesXml(chart: Chart, group: ChartGroup, index: number): string {
  const second = index > 0;
  const sideways = group.kind === 'bar';
  const max = group.axisMax === undefined ? '' : `<c:max val="${String(group.axisMax)}"/>`;
  const skip = chart.labelEvery ? `<c:tickLblSkip val="${String(chart.labelEvery)}"/>` : '';
  const grid = second
    ? ''
    : `<c:majorGridlines><c:spPr>${lineXml('E7E6E6', 0.75)}</c:spPr></c:majorGridlines>`;
  const format = `<c:numFmt formatCode="${escaped(chart.categoryFormat ?? 'General')}" sourceLinked="0"/>`;
  return (
    `<c:catAx><c:axId val="${categoryAxis(index)}"/><c:scaling><c:orientation val="${sideways ? 'maxMin' : 'minMax'}"/></c:scaling>` +
    `<c:delete val="${second ? '1' : '0'}"/><c:axPos val="${sideways ? 'l' : 'b'}"/>${format}${axisLook}` +
    `<c:crossAx val="${valueAxis(index)}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/>` +
    `<c:lblOffset val="100"/>${skip}<c:noMultiLvlLbl val="1"/></c:catAx>` +
    `<c:valAx><c:axId val="${valueAxis(index)}"/><c:scaling><c:orientation val="minMax"/>${max}<c:min val="0"/></c:scaling>` +
    `<c:delete val="0"/><c:axPos val="${second ? 'r' : sideways ? 'b' : 'l'}"/>${grid}` +
    `<c:numFmt formatCode="${escaped(group.axisFormat)}" sourceLinked="0"/>${axisLook}` +
    `<c:crossAx val="${categoryAxis(index)}"/><c:crosses val="${second ? 'max' : 'autoZero'}"/><c:crossBetween val="between"/></c:valAx>`
  );
}

function textXml(size: number): string {
  const look = `<a:defRPr sz="${String(size)}">${fillXml(colors.grey)}<a:latin typeface="${font}"/></a:defRPr>`;
  return `<c:txPr><a:bodyPr/><a:p><a:pPr>${look}</a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr>`;
}

const axisLook =
  '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>' +
  `<c:spPr>${lineXml('BFBFBF', 0.75)}</c:spPr>${textXml(900)}`;

function fillXml(color: string): string {
  return `<a:solidFill><a:srgbClr val="${color}"/></a:solidFill>`;
}

function lineXml(color: string, points: number): string {
  return `<a:ln w="${String(points * 12_700)}">${fillXml(color)}</a:ln>`;
}

const escaped = (text: string) => escapedXml(safeText(text));
