import { escaped, lineXml, textXml, titleLine, titleXml } from './chart-look.js';
import { colors } from './styles.js';
import type { Chart, ChartGroup } from './workbook.js';

export const categoryAxis = (group: number) => String(1001 + 10 * group);
export const valueAxis = (group: number) => String(1002 + 10 * group);

const look =
  '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>' +
  `<c:spPr>${lineXml('BFBFBF', 0.75)}</c:spPr>${textXml(900)}`;

/** The category and the value axis of a group of series; only the first group that is not hidden shows its categories. */
export function axesXml(chart: Chart, index: number): string {
  const group = chart.groups[index];
  if (!group) return '';
  const first = chart.groups.findIndex(({ axis }) => axis !== 'hidden') === index;
  return categoryAxisXml(chart, group, index, first) + valueAxisXml(group, index, first);
}

function categoryAxisXml(chart: Chart, group: ChartGroup, index: number, shown: boolean): string {
  const sideways = group.kind === 'bar';
  const skip = chart.labelEvery ? `<c:tickLblSkip val="${String(chart.labelEvery)}"/>` : '';
  const format = '<c:numFmt formatCode="General" sourceLinked="0"/>';
  return (
    `<c:catAx><c:axId val="${categoryAxis(index)}"/><c:scaling><c:orientation val="${sideways ? 'maxMin' : 'minMax'}"/></c:scaling>` +
    `<c:delete val="${shown ? '0' : '1'}"/><c:axPos val="${sideways ? 'l' : 'b'}"/>${format}${look}` +
    `<c:crossAx val="${valueAxis(index)}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/>` +
    `<c:lblOffset val="100"/>${skip}<c:noMultiLvlLbl val="1"/></c:catAx>`
  );
}

/** Where the categories run from the top, the axis of the values at their far end is the one at the bottom. */
function valueAxisXml(group: ChartGroup, index: number, first: boolean): string {
  const sideways = group.kind === 'bar';
  const right = (group.axis ?? (index > 0 ? 'right' : 'left')) === 'right';
  const grid = `<c:majorGridlines><c:spPr>${lineXml('E7E6E6', 0.75)}</c:spPr></c:majorGridlines>`;
  const title =
    group.axisTitle === undefined ? '' : titleXml(titleLine(group.axisTitle, 900, colors.grey, false));
  const step = group.axisStep === undefined ? '' : `<c:majorUnit val="${String(group.axisStep)}"/>`;
  return (
    `<c:valAx><c:axId val="${valueAxis(index)}"/>${scaling(group)}<c:delete val="${group.axis === 'hidden' ? '1' : '0'}"/>` +
    `<c:axPos val="${sideways ? 'b' : right ? 'r' : 'l'}"/>${first ? grid : ''}${title}` +
    `<c:numFmt formatCode="${escaped(group.axisFormat)}" sourceLinked="0"/>${look}<c:crossAx val="${categoryAxis(index)}"/>` +
    `<c:crosses val="${right || sideways ? 'max' : 'autoZero'}"/><c:crossBetween val="between"/>${step}</c:valAx>`
  );
}

function scaling({ axisMin = 0, axisMax }: ChartGroup): string {
  const max = axisMax === undefined ? '' : `<c:max val="${String(axisMax)}"/>`;
  return `<c:scaling><c:orientation val="minMax"/>${max}<c:min val="${String(axisMin)}"/></c:scaling>`;
}
