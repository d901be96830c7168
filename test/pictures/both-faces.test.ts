import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { beforeAll, describe, expect, it } from 'vitest';
import { PictureChart } from '../../src/charts/picture-chart.js';
import { chartData } from '../../src/excel/chart-data.js';
import { reportWorkbook } from '../../src/excel/report-workbook.js';
import type { Chart, Sheet, TableColumnRef, Workbook } from '../../src/excel/workbook.js';
import { reportToHtml } from '../../src/html/report-html.js';
import { generateReport } from '../../src/index.js';
import type { Mark, Picture } from '../../src/pictures/picture.js';
import { pictures, type PictureName } from '../../src/pictures/pictures.js';
import { keyFigures } from '../../src/presentation/key-figures.js';
import { shortened } from '../../src/options/shortened.js';
import type { Report } from '../../src/report/report.js';
import { madeUpReport, oddNames } from '../excel/made-up-report.js';
import { elementsOf, textOf } from '../html/parsed.js';

const files = 'examples/data_dump.csv';
const real = {
  'as it is': {},
  'under a filter of agents and half hours': {
    agent: ['Jacinta', 'Carmela'],
    halfHour: ['10:00', '15:30'],
  },
  'compared with another range': { from: '2021-02-08', to: '2021-02-21', compare: 'previous' },
  'of figures that all rest on few': { smallN: 1_000_000 },
  'of one period': { period: 'month' },
} as const;

const all: Record<string, () => Report | Promise<Report>> = {
  ...Object.fromEntries(
    Object.entries(real).map(([name, options]) => [name, () => generateReport({ files, ...options })]),
  ),
  'of odd names': () => madeUpReport({ agents: [...oddNames, 'x'.repeat(300)], days: 31, troubled: true }),
  'of many agents and days': () =>
    madeUpReport({
      agents: Array.from({ length: 20 }, (_, index) => `Agent ${String(index)}`),
      days: 70,
      period: 'day',
    }),
  'without agents': () => madeUpReport({ agents: [], days: 29 }),
};

/** Only sheets of the workbook show these. */
const ofSheets: readonly PictureName[] = ['closersByPeriod', 'agentsByPeriod'];
const names = Object.keys(pictures) as PictureName[];

/** What a face draws of a mark: its name, n and values. */
type Drawn = Pick<Mark, 'name' | 'n' | 'values'>;

const wanted = ({ marks }: Picture): Drawn[] =>
  marks.map(({ name, n, values }) => ({ name: shortened(name, 48), n, values }));

function inWorkbook(workbook: Workbook, { title, chart, marks }: Picture): Drawn[][] {
  if (chart.kind === 'heat-map') return [inCells(workbook, title, marks)];
  const charts = workbook.sheets.flatMap((sheet) => sheet.charts).filter((one) => one.title === title);
  return charts.map((one) => inChart(workbook, one, chart.kind === 'bars' && chart.unit === 'hours'));
}

function inChart(workbook: Workbook, { categories, groups }: Chart, isTime: boolean): Drawn[] {
  const column = (ref: TableColumnRef) => chartData(workbook, ref).values;
  const table = workbook.sheets.flatMap(({ tables }) => tables).find(({ name }) => name === categories.table);
  const shown = groups.filter(({ axis }) => axis !== 'hidden').flatMap(({ series }) => series);
  const values = shown.map((series) => column(series.values));
  const counts = column({ table: categories.table, heading: 'n' });
  column(categories).forEach((text, index) => {
    expect(text).toContain(table?.rows[index]?.[0]);
  });
  return (table?.rows ?? []).map(([name], index) => ({
    name: name as string,
    n: counts[index] as number | null,
    values: values.map((one) => {
      const value = one[index] as number | null;
      return value !== null && isTime ? value * 24 : value;
    }),
  }));
}

/** The fields of a heat map by row and column; names and n are those of the picture, for cells have their place alone. */
function inCells({ sheets }: Workbook, title: string, marks: readonly Mark[]): Drawn[] {
  const sheet = sheets.find(({ name }) => name === 'Weekday Heat Map') as Sheet;
  const at = new Map(sheet.cells.map((cell) => [`${cell.row} ${cell.column}`, cell.value]));
  const caption = sheet.cells.find(({ value }) => value === title);
  const [row, column] = [(caption?.row ?? 0) + 2, (caption?.column ?? 0) + 1];
  return marks.map(({ name, n }, index) => {
    const [down, across] = [row + Math.floor(index / 7), column + (index % 7)];
    const [day, time] = [at.get(`${row - 1} ${across}`), at.get(`${down} ${column - 1}`)];
    expect(name.startsWith(day as string) && name.endsWith(` ${time as string}`)).toBe(true);
    return { name, n, values: [at.get(`${down} ${across}`) as number | null] };
  });
}

/** What is said of each mark of the drawings of a page, on wide and on narrow screens, by the title of the picture. */
function inHtml(html: string): Map<string, string[][]> {
  const figures = (html.match(/<figure[^]*?<\/figure>/g) ?? []).map((figure) => elementsOf(figure));
  return new Map(
    figures.map((figure) => [
      textOf(figure.find(({ tagName }) => tagName === 'h3') ?? expect.fail('no title')),
      figure.filter(({ tagName }) => tagName === 'svg').map(titlesIn),
    ]),
  );
}

const titlesIn = (svg: ReturnType<typeof elementsOf>[number]) =>
  elementsOf(svg)
    .filter(({ tagName }) => tagName === 'title')
    .map(textOf)
    .slice(1);

describe.each(Object.entries(all))('the pictures of a report %s', (_, make) => {
  let report: Report;
  let workbook: Workbook;
  beforeAll(async () => {
    report = await make();
    workbook = reportWorkbook(report);
  });

  it.each(names)('%s: has the same marks in the same order in the workbook', (name) => {
    const picture = pictures[name](report);
    const drawn = inWorkbook(workbook, picture);
    if (picture.marks.length === 0) expect(drawn).toEqual([]);
    else expect(drawn.length).toBeGreaterThan(0);
    for (const one of drawn) expect(rounded(one)).toEqual(rounded(wanted(picture)));
  });

  it('have the same marks in the same order in the HTML report', () => {
    const drawn = inHtml(reportToHtml(report));
    for (const name of names) {
      const { title, marks } = pictures[name](report);
      const texts = marks.map(({ text }) => text);
      const shown = ofSheets.includes(name) ? undefined : marks.length === 0 ? [] : [texts, texts];
      expect(drawn.get(title), name).toEqual(shown);
    }
  });

  it.each(ofSheets)('%s: would be drawn as SVG with the same marks, too', (name) => {
    const picture = pictures[name](report);
    const svg = renderToString(h(PictureChart, { picture, width: 560 }));
    expect(
      titlesIn(elementsOf(svg).find(({ tagName }) => tagName === 'svg') ?? expect.fail('no chart')),
    ).toEqual(picture.marks.map(({ text }) => text));
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  });

  it('have a value for each series of each mark', () => {
    for (const name of names) {
      const { marks, chart } = pictures[name](report);
      const lines = chart.kind === 'columns' ? chart.lines.length : 0;
      const series = chart.kind === 'heat-map' ? 1 : chart.series.length + lines;
      expect(new Set(marks.map(({ values }) => values.length).filter((length) => length !== series))).toEqual(
        new Set(),
      );
      if (chart.kind === 'columns' && chart.shaded && marks.length > 0)
        expect(chart.shaded.shares.length).toBe(marks.length);
    }
  });
});

/** Hours are days in a workbook, and back. */
const rounded = (marks: readonly Drawn[]) =>
  marks.map((mark) => ({
    ...mark,
    values: mark.values.map((value) => (value === null ? null : Number(value.toPrecision(12)))),
  }));

describe('figures that rest on fewer cases than --small-n', () => {
  it('are in no chart of either face, whatever it shows', async () => {
    const report = await generateReport({ files, smallN: 1_000_000 });
    const drawn = names.flatMap((name) => {
      const { marks, chart } = pictures[name](report);
      const counts = chart.kind === 'bars' && chart.unit === 'hours' ? 'hours' : 'count';
      const isFigure = chart.kind !== 'heat-map' && chart.unit !== counts;
      const from = chart.kind === 'columns' && !isFigure ? chart.series.length : 0;
      const values = marks.flatMap((mark) => mark.values.slice(from));
      return isFigure || (chart.kind === 'columns' && chart.lines.length > 0)
        ? values.filter((value) => value !== null)
        : [];
    });
    expect(drawn).toEqual([]);
    expect(pictures.csatHours(report).sentence).toBe(
      'Fewer than 1000000 chats with an agent were rated: too few to be shown.',
    );
    for (const { label } of pictures.activity(report).marks) expect(label).toBe('–');
    for (const { metric, series } of keyFigures(report))
      if (metric.n)
        expect(
          series.filter((value) => value !== null),
          metric.id,
        ).toEqual([]);
  });

  it('are drawn one case above it', () => {
    const report = madeUpReport({ agents: ['Asha'], days: 28 });
    const least = Number(report.tables.agent_metrics[0]?.['csat_rated_chats']);
    const of = (small_n: number) =>
      pictures.csatHours({ ...report, options: { ...report.options, small_n } }).marks.at(-1)?.values;
    expect(of(least)).toEqual([report.tables.agent_metrics[0]?.['csat_avg']]);
    expect(of(least + 1) ?? [null]).toEqual([null]);
  });
});

it('ratings are drawn on the whole scale, which may begin below 0', () => {
  const report = madeUpReport({ agents: ['Asha'], days: 7 });
  const { chart } = pictures.csatHours({
    ...report,
    options: { ...report.options, csat_scale: '-2-2' },
  });
  expect(chart).toMatchObject({ scale: [-2, 2], valueName: 'Mean rating on the scale -2 to 2' });
});

it('agents with the most chats are chosen, and stand by their time, the longest first, which is said', () => {
  const report = madeUpReport({
    agents: Array.from({ length: 20 }, (_, index) => `Agent ${String(index)}`),
    days: 28,
  });
  const { agent_activity: rows } = report.tables;
  const own = rows.map((row, index) =>
    row['agent'] === null
      ? row
      : {
          ...row,
          chats: 100 - index,
          active_seconds: 3600,
          free_seconds: 360 * index,
          span_seconds: 3600 + 360 * index,
        },
  );
  const { marks, selection } = pictures.activity({
    ...report,
    tables: { ...report.tables, agent_activity: own },
  });
  expect(marks.map(({ name }) => name)).toEqual(
    Array.from({ length: 15 }, (_, index) => `Agent ${String(14 - index)}`),
  );
  expect(selection).toBe('15 of 20 agents: those with the most chats. The longest time stands first.');
});
