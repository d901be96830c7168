import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { Sparkline } from '../../src/charts/sparkline.js';
import { PictureChart } from '../../src/charts/picture-chart.js';
import type { Bars, Columns, HeatMap, Mark, Picture } from '../../src/pictures/picture.js';

const svgOf = (marks: Mark[], chart: Picture['chart'], width = 560) =>
  renderToString(
    <PictureChart
      width={width}
      picture={{
        title: 'A <title> & more',
        sentence: 'What it "says"',
        marks,
        chart,
      }}
    />,
  );

const mark = (values: Mark['values'], of: Partial<Mark> = {}): Mark => ({
  name: '00:00',
  values,
  n: 1,
  text: 'exact',
  key: null,
  ...of,
});
const valued = { markName: 'Half hour', unit: 'count', valueName: 'Chats' } as const;

const point = (column: number, line: number | null, isPartial = false) =>
  mark([column, line], { name: '1 Feb', text: `${column} chats`, isPartial });

const withLine: Columns = {
  kind: 'columns',
  ...valued,
  series: [{ name: 'Chats', tone: 'main' }],
  lines: [{ name: 'Deflection', tone: 'accent' }],
  lineAxis: 'Share',
  partialName: 'Part of a week',
};
const withTwoLines: Columns = {
  ...withLine,
  lines: [...withLine.lines, { name: 'Without time-outs', tone: 'secondAccent' }],
};
const columnsLine = (points: Mark[]) => svgOf(points, withLine);

const byCloser: Columns = {
  kind: 'columns',
  ...valued,
  series: [
    { name: 'Bot', tone: 'main' },
    { name: 'Agent', tone: 'second' },
  ],
  lines: [],
};
const stacked = (values: number[][]) =>
  svgOf(
    values.map((one) => mark(one)),
    { ...byCloser, shaded: { name: 'Hours', shares: values.map((_, index) => (index < 2 ? 0.5 : 0)) } },
  );

const ofAgents: Bars = {
  kind: 'bars',
  markName: 'Agent',
  unit: 'seconds',
  valueName: 'Seconds',
  series: [{ name: 'Value', tone: 'main' }],
  reference: { name: 'All', value: 3 },
};
const bars = (values: (number | null)[], width = 560) =>
  svgOf(
    values.map((value, index) =>
      mark([value], { name: `Agent ${index}`, label: String(value), note: 'n = 1' }),
    ),
    ofAgents,
    width,
  );

const week: HeatMap = { kind: 'heat-map', ...valued, rows: [], columns: ['Mon', 'Tue'], tone: 'heat' };
const heat = (values: (number | null)[][]) =>
  svgOf(
    values.flatMap((row, at) => row.map((value, column) => mark([value], { text: `${at}/${column}` }))),
    { ...week, rows: values.map((_, row) => `row ${row}`) },
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
  const points = [10, 5, 8].map((column, index) => mark([column, 0.6, index === 1 ? null : 0.3]));
  const svg = svgOf(points, withTwoLines);

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
  const of = (tone: string) => heightsOf(svg, `var(--chart-${tone},`).slice(1);
  expect((of('main')[0] ?? 0) + (of('second')[0] ?? 0)).toBeCloseTo(
    (of('main')[1] ?? 0) + (of('second')[1] ?? 0),
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
