import type { ChartData } from './chart-data.js';
import { shortened } from '../options/shortened.js';
import { escaped, fillXml, lineXml, textXml } from './chart-look.js';
import { colors } from './styles.js';
import type { Chart, ChartGroup, ChartSeries } from './workbook.js';

/** With more points than this a line is drawn without markers, which would hide it. */
const mostMarkers = 60;
const noMarker = '<c:marker><c:symbol val="none"/></c:marker>';

interface Points {
  data: ChartData;
  /** See `categoriesXml`. */
  categories: string;
  id: number;
}

/** One series of a chart with its look, its categories and the values it shows now. */
export function seriesXml(
  chart: Chart,
  group: ChartGroup,
  series: ChartSeries,
  { data, categories, id }: Points,
): string {
  const line = group.kind === 'line';
  const name = `<c:tx><c:strRef><c:f>${escaped(data.headingRef)}</c:f>${textCache([data.heading])}</c:strRef></c:tx>`;
  const look = line ? lineLook(group, series, data) : barLook(chart, group, series);
  const labels = series.labels ? labelsXml(group) : '';
  const values = `<c:val><c:numRef><c:f>${escaped(data.valuesRef)}</c:f>${numberCache(data.values)}</c:numRef></c:val>`;
  const smooth = line ? '<c:smooth val="0"/>' : '';
  const number = String(id);
  return `<c:ser><c:idx val="${number}"/><c:order val="${number}"/>${name}${look}${labels}${categories}${values}${smooth}</c:ser>`;
}

/** LibreOffice draws the columns over an area without room between them, too: an outline tells them apart. */
function barLook({ groups }: Chart, { gap }: ChartGroup, { color, open = [] }: ChartSeries): string {
  const overArea = gap !== 0 && groups.some((group) => group.gap === 0);
  const look = `<c:spPr>${fillXml(color)}${overArea ? lineXml(colors.white, 0.5) : ''}</c:spPr><c:invertIfNegative val="0"/>`;
  return look + open.map((index) => openXml(index, color)).join('');
}

/** One column that is drawn open: its outline dashed, in the colour of the others. */
function openXml(index: number, color: string): string {
  const line = lineXml(color, 1).replace('</a:ln>', '<a:prstDash val="dash"/></a:ln>');
  return `<c:dPt><c:idx val="${String(index)}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/><c:spPr>${fillXml(colors.white)}${line}</c:spPr></c:dPt>`;
}

/** Lines of one group are told apart by their markers too, not by colour alone. */
function lineLook({ series }: ChartGroup, own: ChartSeries, { values }: ChartData): string {
  const symbol = series.indexOf(own) === 0 ? 'circle' : 'square';
  const marker = values.length > mostMarkers ? noMarker : markerXml(own.color, symbol);
  return `<c:spPr>${lineXml(own.color, 2.25)}</c:spPr>${marker}`;
}

function markerXml(color: string, symbol: 'circle' | 'square'): string {
  return `<c:marker><c:symbol val="${symbol}"/><c:size val="5"/><c:spPr>${fillXml(color)}${lineXml(colors.white, 0.75)}</c:spPr></c:marker>`;
}

function labelsXml({ kind, stacked, axisFormat }: ChartGroup): string {
  const place = kind === 'line' ? 't' : stacked ? 'ctr' : 'outEnd';
  const shown = ['LegendKey', 'Val', 'CatName', 'SerName', 'Percent', 'BubbleSize'].map(
    (what) => `<c:show${what} val="${what === 'Val' ? '1' : '0'}"/>`,
  );
  return (
    `<c:dLbls><c:numFmt formatCode="${escaped(axisFormat)}" sourceLinked="0"/>${textXml(900)}` +
    `<c:dLblPos val="${place}"/>${shown.join('')}</c:dLbls>`
  );
}

/** What stands along the category axis, as text. */
export function categoriesXml({ valuesRef, values }: ChartData): string {
  return `<c:cat><c:strRef><c:f>${escaped(valuesRef)}</c:f>${textCache(values)}</c:strRef></c:cat>`;
}

function textCache(values: ChartData['values']): string {
  return `<c:strCache>${pointsXml(values.map((value) => (typeof value === 'string' ? shortened(value, 255) : (value ?? ''))))}</c:strCache>`;
}

function numberCache(values: ChartData['values']): string {
  return `<c:numCache><c:formatCode>General</c:formatCode>${pointsXml(values)}</c:numCache>`;
}

function pointsXml(values: ChartData['values']): string {
  const points = values.map((value, index) =>
    value === null ? '' : `<c:pt idx="${String(index)}"><c:v>${escaped(String(value))}</c:v></c:pt>`,
  );
  return `<c:ptCount val="${String(values.length)}"/>${points.join('')}`;
}
