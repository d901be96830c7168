import { chartPartReasons } from './repair-charts.js';
import { elements, sheetsOf, unescaped, type Parts, repeated } from './xlsx-parts.js';

/** Rules of charts and of where they stand. */
export function drawingReasons(parts: Parts): string[] {
  const names = sheetsOf(parts).map(({ name }) => name);
  return [...parts].flatMap(([part, xml]) => {
    if (/^xl\/charts\/chart\d+\.xml$/.test(part))
      return [...chartReasons(xml, names), ...chartPartReasons(xml)].map((reason) => `${part}: ${reason}`);
    return /^xl\/drawings\/drawing\d+\.xml$/.test(part)
      ? anchorReasons(xml).map((reason) => `${part}: ${reason}`)
      : [];
  });
}

function chartReasons(xml: string, names: string[]): string[] {
  const values = (xmlPart: string, name: string) =>
    elements(xmlPart, name).map(({ attributes }) => attributes['val'] ?? '');
  const axes = ['c:catAx', 'c:valAx'].flatMap((kind) => elements(xml, kind));
  const ids = axes.flatMap(({ inner }) => values(inner, 'c:axId'));
  const used = ['c:barChart', 'c:lineChart']
    .flatMap((kind) => elements(xml, kind))
    .flatMap(({ inner }) => values(inner, 'c:axId'));
  const crossed = axes.flatMap(({ inner }) => values(inner, 'c:crossAx'));
  return [
    ...repeated(ids).map((id) => `axis ${id} twice`),
    ...[...used, ...crossed].filter((id) => !ids.includes(id)).map((id) => `no axis ${id}`),
    ...repeated(elements(xml, 'c:ser').flatMap(({ inner }) => values(inner, 'c:idx').slice(0, 1))).map(
      (id) => `series ${id} twice`,
    ),
    ...elements(xml, 'c:f').flatMap(({ inner }) => {
      const sheet = /^'((?:[^']|'')+)'!\$/.exec(unescaped(inner))?.[1]?.replaceAll("''", "'");
      return sheet !== undefined && names.includes(sheet) ? [] : [`a series refers to nothing: ${inner}`];
    }),
    ...(elements(xml, 'c:v').some(({ inner }) => inner === 'NaN') ? ['a value is not a number'] : []),
  ];
}

function anchorReasons(xml: string): string[] {
  const number = (element: string, name: string) => Number(elements(element, name)[0]?.inner);
  const ids = elements(xml, 'xdr:cNvPr').map(({ attributes }) => attributes['id'] ?? '');
  const turned = elements(xml, 'xdr:twoCellAnchor').filter(({ inner }) => {
    const [from = '', to = ''] = ['xdr:from', 'xdr:to'].map((name) => elements(inner, name)[0]?.inner ?? '');
    return ['xdr:col', 'xdr:row'].some((name) => number(from, name) > number(to, name));
  });
  return [
    ...repeated(ids).map((id) => `shape ${id} twice`),
    ...turned.map(() => 'a shape that ends before it starts'),
  ];
}
