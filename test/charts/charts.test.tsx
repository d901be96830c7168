import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { BarChart } from '../../src/charts/bar-chart.js';
import { ColumnsLineChart, type ColumnsLinePoint } from '../../src/charts/columns-line-chart.js';
import { HeatMapChart } from '../../src/charts/heat-map-chart.js';
import { Sparkline } from '../../src/charts/sparkline.js';
import { StackedColumnsChart } from '../../src/charts/stacked-columns-chart.js';

const frame = { title: 'A <title> & more', summary: 'What it "says"', width: 560, height: 300 };

const point = (column: number, line: number | null, isPartial = false): ColumnsLinePoint => ({
  label: '1 Feb',
  tooltip: `${column} chats`,
  column,
  line,
  isPartial,
});

const columnsLine = (points: ColumnsLinePoint[]) =>
  renderToString(
    <ColumnsLineChart
      {...frame}
      points={points}
      columnName="Chats"
      lineName="Deflection"
      partialName="Part of a week"
      formatColumn={String}
      formatLine={(share) => `${share * 100}%`}
    />,
  );

const stacked = (values: number[][]) =>
  renderToString(
    <StackedColumnsChart
      {...frame}
      columns={values.map((one) => ({ label: '00:00', tooltip: 'all', values: one }))}
      series={[
        { name: 'Bot', color: 'navy' },
        { name: 'Agent', color: 'skyblue' },
      ]}
      bands={[{ from: 0, to: 1, share: 0.5 }]}
      bandName="Hours"
      valueName="Chats"
      categoryName="Half hour"
      format={String}
    />,
  );

const bars = (values: (number | null)[], width = 560) =>
  renderToString(
    <BarChart
      {...frame}
      width={width}
      bars={values.map((value, index) => ({
        name: `Agent ${index}`,
        tooltip: 'exact',
        values: [value],
        label: String(value),
        note: 'n = 1',
      }))}
      series={[{ name: 'Value', color: 'navy' }]}
      format={String}
      valueName="Seconds"
      reference={{ name: 'All', value: 3 }}
    />,
  );

const heat = (values: (number | null)[][]) =>
  renderToString(
    <HeatMapChart
      {...frame}
      rows={values.map((_, row) => `row ${row}`)}
      columns={['Mon', 'Tue']}
      isRowNamed={() => true}
      values={values}
      rowHeight={15}
      color="navy"
      format={String}
      tooltip={(row, column) => `${row}/${column}`}
    />,
  );

const heightsOf = (svg: string, fill: string) =>
  [...svg.matchAll(/<rect [^>]*height="([\d.]+)"[^>]*>/g)]
    .filter(([rect]) => rect.includes(`fill="${fill}`))
    .map(([, height]) => Number(height));

describe('every chart', () => {
  const all = {
    'columns and line': columnsLine([point(10, 0.5), point(0, null), point(5, 1, true)]),
    'stacked columns': stacked([
      [1, 2],
      [0, 0],
    ]),
    bars: bars([1, null, 3]),
    'heat map': heat([
      [1, 0],
      [null, 3],
    ]),
  };

  it.each(Object.entries(all))(
    '%s: is a picture with a name and a description, its texts escaped',
    (_, svg) => {
      expect(svg).toMatch(/^<svg [^>]*role="img"[^>]*><title>A &lt;title> &amp; more<\/title><desc>What it/);
    },
  );

  it.each(Object.entries(all))('%s: holds no id, so that several can stand on one page', (_, svg) => {
    expect(svg).not.toMatch(/ id=|url\(#/);
  });

  it.each(Object.entries(all))('%s: holds no number that is none', (_, svg) => {
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  });
});

describe.each([
  ['nothing at all', []],
  ['one value', [4]],
  ['only noughts', [0, 0, 0]],
  ['only what cannot be measured', [null, null]],
  ['5,000 values', Array.from({ length: 5000 }, (_, index) => index % 17)],
] as [string, (number | null)[]][])('with %s', (_, values) => {
  it('every chart is still sound', () => {
    const svgs = [
      columnsLine(values.map((value) => point(value ?? 0, value === null ? null : 0.5))),
      stacked(values.map((value) => [value ?? 0, 1])),
      bars(values.slice(0, 500)),
      bars(values.slice(0, 500), 350),
      heat(values.slice(0, 100).map((value) => [value, value])),
      renderToString(<Sparkline values={values} width={80} height={24} />),
    ];
    for (const svg of svgs) expect(svg).not.toMatch(/NaN|Infinity|undefined|="-\d+(\.\d+)?" height/);
  });
});

describe('a chart of columns and two lines', () => {
  const points = [10, 5, 8].map((column, index) => ({
    ...point(column, 0.6),
    secondLine: index === 1 ? null : 0.3,
  }));
  const svg = renderToString(
    <ColumnsLineChart
      {...frame}
      points={points}
      columnName="Chats"
      lineName="Deflection"
      second={{ lineName: 'Without time-outs', axisName: 'Share' }}
      partialName="Part of a week"
      formatColumn={String}
      formatLine={String}
    />,
  );

  it('draws both with one weight, and tells them apart by more than colour', () => {
    const strokes = [
      ...svg.matchAll(/<path [^>]*stroke="var\(--chart-(accent|second-accent)[^>]*stroke-width="([^"]+)"/g),
    ];
    expect(strokes.map(([, color, width]) => [color, width])).toEqual([
      ['accent', '2.5'],
      ['second-accent', '2.5'],
    ]);
    const drawn = svg.slice(svg.indexOf('pointer-events="none"'));
    expect(drawn.match(/<circle /g)).toHaveLength(3);
    expect(drawn.match(/<rect [^>]*fill="var\(--chart-second-accent/g)).toHaveLength(2);
  });

  it('names both, and the axis that they share', () => {
    for (const name of ['Deflection', 'Without time-outs', 'Share']) expect(svg).toContain(`>${name}</text>`);
  });
});

it('columns are as high as their values, from zero', () => {
  const [first = 0, second = 0] = heightsOf(
    columnsLine([point(1000, null), point(500, null)]),
    'var(--chart-main',
  ).slice(1);
  expect(first / second).toBeCloseTo(2, 1);
});

it('a part of a period is drawn open, and the legend says so', () => {
  expect(columnsLine([point(3, 0.5, true)])).toMatch(/stroke-dasharray/);
  expect(columnsLine([point(3, 0.5)])).not.toMatch(/stroke-dasharray|Part of a week/);
});

it('the line is broken where there is nothing to measure, and a lone value is a dot', () => {
  const pieces = (shares: (number | null)[]) =>
    (columnsLine(shares.map((share) => point(1, share))).match(/ d="M[^"]*"/g) ?? []).map(
      (path) => path.split('M').length - 1,
    );
  expect(pieces([0.2, 0.4, 0.5, 0.6, 0.8])).toEqual([1, 1]); // and the same below it, in the colour of the page
  expect(pieces([0.2, 0.4, null, 0.6, 0.8])).toEqual([2, 2]);
  const points = Array.from({ length: 100 }, (_, index) => point(1, index === 50 ? 0.5 : null));
  expect(columnsLine(points).match(/<circle/g)?.length).toBe(2); // one of them in the legend
});

it('the parts of a column add up to it', () => {
  const svg = stacked([
    [100, 50],
    [50, 100],
  ]);
  const of = (fill: string) => heightsOf(svg, fill).slice(1);
  expect((of('navy')[0] ?? 0) + (of('skyblue')[0] ?? 0)).toBeCloseTo(
    (of('navy')[1] ?? 0) + (of('skyblue')[1] ?? 0),
    0,
  );
});

it('a heat map has no colour for nought and the strongest for the most', () => {
  const svg = heat([
    [0, 2],
    [null, 4],
  ]);
  expect([...svg.matchAll(/fill-opacity="([\d.]+)"/g)].map(([, opacity]) => opacity)).toEqual([
    '0.35',
    '0.36',
    '0.35',
    '0.66',
  ]);
  expect(svg).toContain('–');
});

it('what the pointer rests on is said exactly', () => {
  expect(columnsLine([point(3, 0.5)])).toContain('<title>3 chats</title>');
  expect(bars([1])).toContain('<title>exact</title>');
  expect(heat([[1, 2]])).toContain('<title>0/1</title>');
});
