import { XMLParser } from 'fast-xml-parser';
import { elements } from './xlsx-parts.js';

const shared = ['c:idx', 'c:order', 'c:tx', 'c:spPr'];
const axisStart = ['c:axId', 'c:scaling', 'c:delete', 'c:axPos', 'c:majorGridlines', 'c:title', 'c:numFmt'];
const axisLook = [
  'c:majorTickMark',
  'c:minorTickMark',
  'c:tickLblPos',
  'c:spPr',
  'c:txPr',
  'c:crossAx',
  'c:crosses',
];

/** The order in which the schema of ECMA-376, part 1, 21.2, wants the parts of a chart. */
const orders: Record<string, string[]> = {
  'c:chartSpace': ['c:roundedCorners', 'c:chart', 'c:spPr', 'c:txPr'],
  'c:chart': ['c:title', 'c:autoTitleDeleted', 'c:plotArea', 'c:legend', 'c:plotVisOnly', 'c:dispBlanksAs'],
  'c:plotArea': ['c:layout', 'c:barChart', 'c:lineChart', 'c:catAx', 'c:valAx', 'c:spPr'],
  'c:barChart': ['c:barDir', 'c:grouping', 'c:varyColors', 'c:ser', 'c:gapWidth', 'c:overlap', 'c:axId'],
  'c:lineChart': ['c:grouping', 'c:varyColors', 'c:ser', 'c:marker', 'c:axId'],
  'c:ser': [...shared, 'c:invertIfNegative', 'c:marker', 'c:dPt', 'c:dLbls', 'c:cat', 'c:val', 'c:smooth'],
  'c:dPt': ['c:idx', 'c:invertIfNegative', 'c:marker', 'c:bubble3D', 'c:explosion', 'c:spPr'],
  'c:dLbls': [
    ...['c:numFmt', 'c:spPr', 'c:txPr', 'c:dLblPos', 'c:showLegendKey', 'c:showVal', 'c:showCatName'],
    ...['c:showSerName', 'c:showPercent', 'c:showBubbleSize'],
  ],
  'c:catAx': [
    ...axisStart,
    ...axisLook,
    'c:auto',
    'c:lblAlgn',
    'c:lblOffset',
    'c:tickLblSkip',
    'c:noMultiLvlLbl',
  ],
  'c:valAx': [...axisStart, ...axisLook, 'c:crossBetween', 'c:majorUnit'],
  'c:scaling': ['c:orientation', 'c:max', 'c:min'],
  'c:title': ['c:tx', 'c:layout', 'c:overlay'],
};

/** The chart and the axis kinds of a plot area come in turn: only that no chart follows an axis matters. */
const alike: Record<string, string> = { 'c:lineChart': 'c:barChart', 'c:valAx': 'c:catAx' };

type Node = Record<string, Node[]>;

/** Rules of a chart part beside its references: the order of the schema, label places, axes in pairs. */
export function chartPartReasons(xml: string): string[] {
  const tree = new XMLParser({ preserveOrder: true, ignoreAttributes: true }).parse(xml) as Node[];
  return [...new Set([...tree.flatMap(disorder), ...labelReasons(xml), ...pairReasons(xml)])];
}

function disorder(node: Node): string[] {
  return Object.entries(node).flatMap(([name, children]) => {
    if (!Array.isArray(children)) return [];
    return [...misplaced(name, children.flatMap(Object.keys)), ...children.flatMap(disorder)];
  });
}

function misplaced(name: string, children: string[]): string[] {
  const order = orders[name];
  if (!order) return [];
  const places = children.map((child) =>
    order.indexOf(name === 'c:plotArea' ? (alike[child] ?? child) : child),
  );
  const wrong = children.find((_, index) => {
    const place = places[index] ?? -1;
    return place < 0 || place < (places[index - 1] ?? 0);
  });
  return wrong === undefined ? [] : [`${wrong} out of order in ${name}`];
}

/** Labels stand outside the end of a bar only where bars are not stacked. */
function labelReasons(xml: string): string[] {
  const stacked = elements(xml, 'c:barChart').filter(({ inner }) =>
    inner.includes('<c:grouping val="stacked"/>'),
  );
  const outside = stacked.some(({ inner }) => inner.includes('<c:dLblPos val="outEnd"/>'));
  return outside ? ['labels outside of stacked bars'] : [];
}

/** A chart of columns or lines stands on a category and a value axis that cross each other; a plot has two such pairs. */
function pairReasons(xml: string): string[] {
  const crossings = ['c:catAx', 'c:valAx'].map(
    (kind) =>
      new Map(
        elements(xml, kind).map(({ inner }) => [numberOf(inner, 'c:axId'), numberOf(inner, 'c:crossAx')]),
      ),
  );
  const [across, up] = crossings;
  const lonely = [...(across ?? [])].filter(([id, other]) => up?.get(other) !== id);
  return [
    ...lonely.map(([id]) => `axis ${id} crosses no axis that crosses it`),
    ...((across?.size ?? 0) > 2 ? ['more than two pairs of axes'] : []),
  ];
}

const numberOf = (xml: string, name: string) => elements(xml, name)[0]?.attributes['val'] ?? '';
