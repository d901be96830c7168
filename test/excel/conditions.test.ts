import { beforeAll, expect, it } from 'vitest';
import { writeWorkbook } from '../../src/excel/write.js';
import { everyFeature } from './every-feature.js';
import { elements, partsOf, type Parts } from './xlsx-parts.js';

let parts: Parts;
beforeAll(async () => {
  parts = partsOf(await writeWorkbook(everyFeature()));
});

const rules = () =>
  elements(parts.get('xl/worksheets/sheet2.xml') ?? '', 'conditionalFormatting').flatMap((format) =>
    elements(format.inner, 'cfRule').map(({ attributes, inner }) => ({
      area: format.attributes['sqref'] ?? '',
      type: attributes['type'],
      priority: Number(attributes['priority']),
      ends: attributes['stopIfTrue'],
      points: elements(inner, 'cfvo').map(({ attributes: { type = '', val = '' } }) =>
        `${type} ${val}`.trim(),
      ),
      inner,
    })),
  );

const ofType = (type: string) => rules().filter((rule) => rule.type === type);

it('figures of few cases are grey italics by the n of their row and the name of a cell', () => {
  const [few] = ofType('expression');
  const [style] = elements(parts.get('xl/styles.xml') ?? '', 'dxf');
  expect(few?.area).toBe('E8:E10');
  expect(few?.inner).toContain('<formula>$F8&lt;Small_N</formula>');
  expect(style?.inner).toMatch(/<font><i\/>.*<color rgb="FF666666"\/><\/font>/);
});

it('grey italics come before the colours and bars of tables, and end them', () => {
  const [few] = ofType('expression');
  const others = ['dataBar', 'iconSet'].flatMap(ofType);
  expect(others).toHaveLength(2);
  for (const { priority } of others) expect(priority).toBeGreaterThan(few?.priority ?? Infinity);
  expect(few?.ends).toMatch(/^(1|true)$/);
});

it('changes have grey arrows that are level where 0.0% is shown', () => {
  const [arrows] = ofType('iconSet');
  expect(arrows?.area).toBe('G8:G10');
  expect(arrows?.inner).toContain('iconSet="3ArrowsGray"');
  expect(arrows?.points).toEqual(['percent 0', 'num -0.0005', 'num 0.0005']);
});

it('colours of a table stand for fixed numbers, in steps on both sides of a middle without a colour', () => {
  const steps = ofType('expression').filter(({ area }) => area === 'D8:D10');
  expect(steps.map(({ inner }) => elements(inner, 'formula')[0]?.inner)).toEqual(
    ['&lt;1.5', '&lt;2', '&lt;2.5', '&lt;3', '&gt;=5', '&gt;=4.5', '&gt;=4', '&gt;=3.5'].map(
      (comparison) => `AND(ISNUMBER(D8),D8${comparison})`,
    ),
  );
  const fills = elements(parts.get('xl/styles.xml') ?? '', 'dxf').map(
    ({ inner }) => elements(inner, 'bgColor')[0],
  );
  expect(fills.slice(1).map((fill) => fill?.attributes['rgb'])).toEqual([
    ...['FFF4B183', 'FFF7C5A2', 'FFFAD8C1', 'FFFCECE0'],
    ...['FF8FAADC', 'FFABBFE5', 'FFC7D5EE', 'FFE3EAF6'],
  ]);
});

it('colours of another area stand for its own numbers', () => {
  expect(ofType('colorScale').map(({ area, points }) => [area, points])).toEqual([
    ['B20:C22', ['min', 'max']],
  ]);
});

it('figures whose n is not in the table stay as they are', async () => {
  const workbook = everyFeature();
  const [, sheet] = workbook.sheets;
  for (const column of sheet?.tables[0]?.columns ?? [])
    if (column.few) column.few = { n: ['Not there'], below: 'Small_N' };
  const xml = partsOf(await writeWorkbook(workbook)).get('xl/worksheets/sheet2.xml') ?? '';
  expect(xml).not.toContain('Small_N');
});
