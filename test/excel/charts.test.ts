import { beforeAll, describe, expect, it } from 'vitest';
import type { Sheet } from '../../src/excel/workbook.js';
import { writeWorkbook } from '../../src/excel/write.js';
import { everyFeature } from './every-feature.js';
import { repairReasons } from './repair-reasons.js';
import { elements, partsOf, type Parts } from './xlsx-parts.js';
import { sheet, table, workbook } from './workbooks.js';

const write = async (...sheets: Sheet[]) => partsOf(await writeWorkbook(workbook(...sheets)));

describe('a chart of columns and a line', () => {
  const columns = [
    { heading: 'From', kind: 'date' as const },
    { heading: 'Chats', kind: 'count' as const },
    { heading: 'Rate', kind: 'rate' as const },
  ];
  const chart = {
    title: 'Chats & rate',
    altText: 'x',
    area: { row: 10, column: 2, toRow: 20, toColumn: 8 },
    categories: { table: 'Made', heading: 'From' },
    groups: [
      {
        kind: 'column' as const,
        axisFormat: '0',
        series: [{ values: { table: 'Made', heading: 'Chats' }, color: '2F5597' }],
      },
      {
        kind: 'line' as const,
        axisFormat: '0%',
        axisMax: 1,
        series: [{ values: { table: 'Made', heading: 'Rate' }, color: 'C55A11' }],
      },
    ],
  };

  it('has columns and a line on an axis of its own, with the values it shows', async () => {
    const tables = [
      table({
        columns,
        rows: [
          [44228, 5, null],
          [44235, 7, 0.5],
        ],
      }),
    ];
    const parts = await write(sheet({ name: "Bob's", tables, charts: [chart] }));
    const xml = parts.get('xl/charts/chart1.xml') ?? '';
    expect(elements(xml, 'c:f').map(({ inner }) => inner)).toContain("'Bob''s'!$C$3:$C$4");
    expect(elements(elements(xml, 'c:lineChart')[0]?.inner ?? '', 'c:v').map(({ inner }) => inner)).toEqual([
      'Rate',
      '44228',
      '44235',
      '0.5',
    ]);
    expect(
      elements(xml, 'c:valAx').map(({ inner }) => elements(inner, 'c:axPos')[0]?.attributes['val']),
    ).toEqual(['l', 'r']);
    expect(repairReasons(parts)).toEqual([]);
  });

  it('needs columns that are there', async () => {
    await expect(write(sheet({ charts: [chart] }))).rejects.toThrow('a chart needs Made[From]');
  });
});

let parts: Parts;
beforeAll(async () => {
  parts = partsOf(await writeWorkbook(everyFeature()));
});

const values = (xml: string, name: string) => elements(xml, name).map(({ attributes }) => attributes['val']);
const inners = (xml: string, name: string) => elements(xml, name).map(({ inner }) => inner);

describe('a chart over an area', () => {
  const chart = () => parts.get('xl/charts/chart1.xml') ?? '';

  it('has the area first, without room between its columns and without axes', () => {
    const [area = '', columns = ''] = inners(chart(), 'c:barChart');
    expect(values(area, 'c:gapWidth')).toEqual(['0']);
    expect(values(columns, 'c:gapWidth')).toEqual(['40']);
    const hidden = ['c:catAx', 'c:valAx'].map((kind) =>
      inners(chart(), kind).map((axis) => values(axis, 'c:delete')[0]),
    );
    expect(hidden).toEqual([
      ['1', '0'],
      ['1', '0'],
    ]);
  });

  it('has the axis of its columns on the left, and names both in the legend', () => {
    const axis = inners(chart(), 'c:valAx')[1] ?? '';
    expect([...values(axis, 'c:axPos'), ...values(axis, 'c:crosses')]).toEqual(['l', 'autoZero']);
    expect(chart()).toContain('<c:legend>');
  });
});

describe('a chart of horizontal bars', () => {
  const chart = () => parts.get('xl/charts/chart2.xml') ?? '';

  it('shows the rows of its table, the first on top, with its axis at the bottom', () => {
    expect(inners(chart(), 'c:f')).toEqual([
      "'Made Up'!$D$7:$D$7",
      "'Made Up'!$B$8:$B$10",
      "'Made Up'!$D$8:$D$10",
    ]);
    expect(values(chart(), 'c:orientation')).toEqual(['maxMin', 'minMax']);
    expect(values(inners(chart(), 'c:valAx')[0] ?? '', 'c:crosses')).toEqual(['max']);
  });

  it('has numbers at the bars, and an axis with a title, bounds and steps', () => {
    expect(values(chart(), 'c:showVal')).toEqual(['1']);
    expect(values(chart(), 'c:dLblPos')).toEqual(['outEnd']);
    const axis = inners(chart(), 'c:valAx')[0] ?? '';
    expect(inners(axis, 'a:t')).toEqual(['Rating']);
    expect(['c:min', 'c:max', 'c:majorUnit'].flatMap((name) => values(axis, name))).toEqual(['1', '5', '1']);
  });
});

it('charts keep their size when rows are hidden, and say what they show', () => {
  const anchors = elements(parts.get('xl/drawings/drawing1.xml') ?? '', 'xdr:twoCellAnchor');
  expect(anchors.map(({ attributes }) => attributes['editAs'])).toEqual(['oneCell', 'oneCell']);
  expect(elements(anchors[0]?.inner ?? '', 'xdr:cNvPr')[0]?.attributes['descr']).toBe(
    'Columns over a pale area, and the share.',
  );
});
