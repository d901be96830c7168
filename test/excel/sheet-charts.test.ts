import { describe, expect, it } from 'vitest';
import { reportWorkbook } from '../../src/excel/report-workbook.js';
import { pageHeight } from '../../src/excel/sheets/pages.js';
import { tableArea } from '../../src/excel/check-workbook.js';
import type { Sheet } from '../../src/excel/workbook.js';
import type { Report } from '../../src/report/report.js';
import { madeUpReport, oddNames, type MadeUp } from './made-up-report.js';

const usual: MadeUp = { agents: [...oddNames], days: 31 };
const many = Array.from({ length: 40 }, (_, index) => `Agent ${String(index)}`);

function sheetIn(report: Report, name: string): Sheet {
  const found = reportWorkbook(report).sheets.find((sheet) => sheet.name === name);
  if (!found) throw new Error(`no sheet ${name}`);
  return found;
}

const sheetOf = (parts: MadeUp, name: string) => sheetIn(madeUpReport(parts), name);
const titles = ({ charts }: Sheet) => charts.map(({ title }) => title);

describe('a picture', () => {
  it.each([
    ['Chat Metrics', ['Chats and bot deflection by week', 'Chats by week and by who closed them']],
    ['Half-Hourly Chats', ['Chats by half hour of the day']],
    ['Agent Activity', ['Agent activity: active and free time']],
    ['Closing Reasons', ['Why chats were closed']],
    ['Agent Metrics by Week', ['All agents by week: first response and CSAT %']],
  ])('stands on %s', (name, expected) => {
    expect(titles(sheetOf(usual, name))).toEqual(expected);
  });

  it('is left out where there are no agents, or no second period', () => {
    const alone = { agents: [], days: 7 };
    for (const name of ['Agent Metrics', 'Agent Metrics by Week', 'Agent Activity'])
      expect(titles(sheetOf(alone, name))).toEqual([]);
    expect(titles(sheetOf({ ...usual, days: 7 }, 'Agent Metrics by Week'))).toEqual([]);
    expect(titles(sheetOf({ ...usual, days: 7 }, 'Chat Metrics'))).toEqual([
      'Chats and bot deflection by week',
    ]);
  });

  it('of reasons or times shows the first rows only, and says so', () => {
    const { charts } = sheetOf({ agents: many, days: 7 }, 'Agent Activity');
    expect(charts[0]?.subtitle).toBe(
      '15 of 40 agents: those with the most chats. The longest time stands first.',
    );
    expect(charts[0]?.groups[0]).toMatchObject({ kind: 'bar', stacked: true, axisFormat: '[h]:mm' });
    expect(charts[0]?.categories).toEqual({ table: 'ActivityShown', heading: 'Label' });
  });

  it('of many periods names only as many as can be read', () => {
    const [chart] = sheetOf({ agents: ['A'], days: 370, period: 'day' }, 'Chat Metrics').charts;
    expect(chart?.labelEvery).toBe(27);
    expect(sheetOf(usual, 'Chat Metrics').charts[0]?.labelEvery).toBeUndefined();
  });
});

it('names that leave no room for bars are shortened in the table of the chart', () => {
  const long = 'x'.repeat(300);
  const report = madeUpReport({ agents: ['Asha', long], days: 7 });
  const { charts, tables } = sheetIn(report, 'Agent Activity');
  expect(charts[0]?.categories.table).toBe(tables.at(-1)?.name);
  expect(tables.at(-1)?.rows.map(([name]) => name)).toEqual(['Asha', `${'x'.repeat(47)}…`]);
  expect(tables[0]?.rows[1]?.[0]).toBe(long);
});

describe('agents are ranked', () => {
  const ranking = (report: Report, name: string) =>
    sheetIn(report, 'Agent Metrics').tables.find((table) => table.name === name);

  it('by CSAT from the highest, by first response from the fastest', () => {
    const report = madeUpReport({ agents: many, days: 7 });
    const figures = (name: string) => ranking(report, name)?.rows.map((row) => Number(row[2])) ?? [];
    const csat = figures('AgentsByCsatShown');
    const response = figures('AgentsByResponseShown');
    expect(csat).toHaveLength(15);
    expect(csat).toEqual([...csat].sort((a, b) => b - a));
    expect(response).toEqual([...response].sort((a, b) => a - b));
  });

  it('only where their n is not small', () => {
    const report = madeUpReport({ agents: many, days: 7 });
    report.tables.agent_metrics = report.tables.agent_metrics.map((row, index) => ({
      ...row,
      csat_rated_chats: index < 4 ? index + 3 : 4,
    }));
    const chart = sheetIn(report, 'Agent Metrics').charts[0];
    expect(chart?.subtitle).toContain('2 of 40 agents: those with the most chats, and at least 5 behind');
    expect(
      ranking(report, 'AgentsByCsatShown')
        ?.rows.map((row) => row[1])
        .sort(),
    ).toEqual([5, 6]);
  });

  it('even where there is but one, as in the other faces', () => {
    const report = madeUpReport({ agents: ['Solo'], days: 7 });
    expect(ranking(report, 'AgentsByCsatShown')?.rows.map(([name]) => name)).toEqual(['Solo']);
  });
});

describe('the place of pictures', () => {
  const all: MadeUp[] = [usual, { agents: many, days: 100, period: 'day' }];

  it.each(all)('is beside or below what the sheet holds, never over it', (parts) => {
    for (const sheet of reportWorkbook(madeUpReport(parts)).sheets.slice(1)) {
      const areas = [...sheet.tables.map(tableArea), ...sheet.charts.map(({ area }) => area)];
      const over = areas.filter((a, index) =>
        areas
          .slice(index + 1)
          .some(
            (b) => a.row <= b.toRow && b.row <= a.toRow && a.column <= b.toColumn && b.column <= a.toColumn,
          ),
      );
      expect(over).toEqual([]);
    }
  });

  it.each(all)(
    'is on one page, where it is below a table; none begins but for one that would be cut',
    (parts) => {
      for (const name of ['Chat Metrics', 'Agent Metrics', 'Agent Activity']) {
        const sheet = sheetOf(parts, name);
        const starts = [1, ...(sheet.print.breaks ?? [])];
        for (const { area } of sheet.charts) {
          const start = starts.filter((row) => row <= area.row).at(-1) ?? 1;
          expect(pageHeight(sheet, start, area.toRow)).toBeLessThan(1);
        }
        for (const [at, start] of starts.entries()) {
          const next = sheet.charts.filter(({ area }) => area.row >= start && area.row <= start + 2);
          if (at === 0) continue;
          const end = Math.max(...next.map(({ area }) => area.toRow));
          expect(pageHeight(sheet, starts[at - 1] ?? 1, end + 1)).toBeGreaterThan(1);
        }
      }
    },
  );

  it('has a link from the top of the sheet, where it is below a table', () => {
    const { cells, charts } = sheetOf({ agents: many, days: 7 }, 'Agent Metrics');
    const link = cells.find(({ row, value }) => row === 5 && value === 'Charts')?.link;
    expect(link).toEqual({ sheet: 'Agent Metrics', cell: `A${String((charts[0]?.area.row ?? 0) - 1)}` });
  });

  it('is printed, the numbers that it is made from are not', () => {
    const { print, tables, charts } = sheetOf({ agents: many, days: 7 }, 'Agent Metrics');
    const data = tables.filter(({ name }) => name.startsWith('AgentsBy'));
    for (const { area } of charts) expect(area.toRow).toBeLessThanOrEqual(print.area?.toRow ?? 0);
    for (const { row } of data) expect(row).toBeGreaterThan(print.area?.toRow ?? Infinity);
  });
});
