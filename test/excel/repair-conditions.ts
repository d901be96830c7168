import { elements, rectangle, repeated, type Attributes, type Element, type Parts } from './xlsx-parts.js';

const types = ['expression', 'colorScale', 'dataBar', 'iconSet'];
const icons: Record<string, number> = { '3ArrowsGray': 3 };

/** Rules of conditional formats: known types with what each needs, priorities, styles, extensions of Excel 2010. */
export function conditionReasons(parts: Parts, xml: string): string[] {
  const rules = elements(xml, 'cfRule');
  const styles = elements(elements(parts.get('xl/styles.xml') ?? '', 'dxfs')[0]?.inner ?? '', 'dxf').length;
  const priorities = rules.map(({ attributes }) => attributes['priority'] ?? '');
  const areas = elements(xml, 'conditionalFormatting').map(({ attributes }) => attributes['sqref'] ?? '');
  return [
    ...repeated(priorities).map((priority) => `two conditional formats of priority ${priority}`),
    ...priorities
      .filter((priority) => !/^[1-9]\d*$/.test(priority))
      .map(() => 'a conditional format of no priority'),
    ...areas.filter(turned).map((area) => `a conditional format of no area: ${area}`),
    ...rules.flatMap((rule) => ruleReasons(rule, styles)),
    ...extensionReasons(xml),
  ];
}

function turned(area: string): boolean {
  const { row, column, toRow, toColumn } = rectangle(area);
  return row > toRow || column > toColumn;
}

function ruleReasons({ attributes, inner }: Element, styles: number): string[] {
  const { type = '' } = attributes;
  return [
    ...(types.includes(type) ? [] : [`a conditional format of no kind: ${type}`]),
    ...(type === 'expression' ? expressionReasons(attributes, inner, styles) : []),
    ...(type !== 'expression' && attributes['stopIfTrue'] ? [`a ${type} cannot end the others`] : []),
    ...(pointsFit(type, inner) ? [] : ['a conditional format with too few points']),
    ...numbersFit(inner),
  ];
}

function expressionReasons({ dxfId }: Attributes, inner: string, styles: number): string[] {
  const formula = elements(inner, 'formula')[0]?.inner ?? '';
  return [
    ...(dxfId !== undefined && Number(dxfId) < styles ? [] : ['a conditional format without a style']),
    ...(formula === '' || formula.startsWith('=') ? ['a conditional format without a formula'] : []),
    ...(/\[|!/.test(formula) ? [`a conditional format refers to a table or another sheet: ${formula}`] : []),
  ];
}

function pointsFit(type: string, inner: string): boolean {
  const points = elements(inner, 'cfvo').length;
  if (type === 'colorScale') return points === elements(inner, 'color').length && points > 1;
  if (type === 'iconSet') return points === icons[elements(inner, 'iconSet')[0]?.attributes['iconSet'] ?? ''];
  return type !== 'dataBar' || points === 2;
}

/** The numbers of the points rise. */
function numbersFit(inner: string): string[] {
  const numbers = elements(inner, 'cfvo')
    .filter(({ attributes }) => attributes['type'] === 'num')
    .map(({ attributes }) => Number(attributes['val']));
  const falls = numbers.some((number, index) => !(number > (numbers[index - 1] ?? -Infinity)));
  return falls ? ['a conditional format whose points do not rise'] : [];
}

/** Each solid bar has its rule and its extension, on the same area. */
function extensionReasons(xml: string): string[] {
  const pairs = (part: string, area: (format: Element) => string, id: (inner: string) => string[]) =>
    elements(xml, part).flatMap((format) => id(format.inner).map((one) => `${one} ${area(format)}`));
  const rules = pairs(
    'conditionalFormatting',
    ({ attributes }) => attributes['sqref'] ?? '',
    (inner) => elements(inner, 'x14:id').map((element) => element.inner),
  );
  const drawn = pairs(
    'x14:conditionalFormatting',
    ({ inner }) => elements(inner, 'xm:sqref')[0]?.inner ?? '',
    (inner) => elements(inner, 'x14:cfRule').map(({ attributes }) => attributes['id'] ?? ''),
  );
  return rules.join() === drawn.join() ? [] : ['a data bar without its extension'];
}
