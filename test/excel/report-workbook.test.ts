import { describe, expect, it } from 'vitest';
import { reportToXlsx, reportWorkbook } from '../../src/excel/report-workbook.js';
import { serialOf } from '../../src/excel/serial.js';
import type { Sheet, Table } from '../../src/excel/workbook.js';
import { catalog, tableIds } from '../../src/metrics/catalog.js';
import { headingOf, wordingOf } from '../../src/metrics/wording.js';
import { madeUpReport, oddNames, type MadeUp } from './made-up-report.js';
import { repairReasons } from './repair-reasons.js';
import { partsOf, sheetCells } from './xlsx-parts.js';

const usual: MadeUp = { agents: [...oddNames], days: 31, troubled: true };
const cases: [string, MadeUp][] = [
  ['six agents with odd names', usual],
  ['500 agents and 370 days by month', { agents: manyAgents(500), days: 370, period: 'month' }],
  ['370 days by day', { agents: ['A', 'B'], days: 370, period: 'day' }],
  ['no agents at all', { agents: [], days: 7 }],
  ['two ranges compared', { ...usual, compared: true }],
  ['a single chat', { agents: ['Solo'], days: 1, chatsPerDay: 1 }],
];

function manyAgents(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `Agent ${String(index)}`);
}

function sheetNamed(name: string, parts = usual): Sheet {
  const found = reportWorkbook(madeUpReport(parts)).sheets.find((sheet) => sheet.name === name);
  if (!found) throw new Error(`no sheet ${name}`);
  return found;
}

function tableNamed(name: string, parts = usual): Table {
  const found = reportWorkbook(madeUpReport(parts))
    .sheets.flatMap(({ tables }) => tables)
    .find((table) => table.name === name);
  if (!found) throw new Error(`no table ${name}`);
  return found;
}

describe.each(cases)('the workbook of %s', (_, parts) => {
  const report = madeUpReport(parts);

  it('gives Excel no reason for a repair', async () => {
    expect(repairReasons(partsOf(await reportToXlsx(report)))).toEqual([]);
  });

  it('has every row of every table of the report', () => {
    const rows = reportWorkbook(report).sheets.flatMap(({ tables }) => tables);
    const count = (...names: string[]) =>
      rows.filter(({ name }) => names.includes(name)).reduce((sum, { rows: { length } }) => sum + length, 0);
    const { tables } = report;
    expect(count('ChatMetrics')).toBe(tables.chat_metrics.length - 1);
    expect(count('AgentMetrics')).toBe(tables.agent_metrics.length - 1);
    expect(count('AgentMetricsByPeriod', 'AllAgentsByPeriod')).toBe(tables.agent_metrics_by_period.length);
    expect(count('HalfHourlyChats')).toBe(48);
    expect(count('WeekdayHalfHourlyChats')).toBe(336);
    expect(count('ClosingReasons')).toBe(tables.closing_reasons.length);
    expect(count('AgentActivity')).toBe(Math.max(0, tables.agent_activity.length - 1));
    expect(count('AgentActivityByShift')).toBe(tables.agent_activity_by_shift.length);
  });
});

it.each([
  ['day', 'Agent Metrics by Day'],
  ['week', 'Agent Metrics by Week'],
  ['month', 'Agent Metrics by Month'],
] as const)('has its sheets in order, with the period %s in a name', (period, byPeriod) => {
  expect(reportWorkbook(madeUpReport({ ...usual, period })).sheets.map(({ name }) => name)).toEqual([
    'Summary',
    'Chat Metrics',
    'Agent Metrics',
    byPeriod,
    'Half-Hourly Chats',
    'Weekday Heat Map',
    'Agent Activity',
    'Agent Activity by Shift',
    'Closing Reasons',
    'Data Quality',
    'Definitions',
  ]);
});

it('heads every column as the catalog says, with the hours in use', () => {
  const names = {
    chat_metrics: 'ChatMetrics',
    agent_metrics: 'AgentMetrics',
    agent_metrics_by_period: 'AgentMetricsByPeriod',
    half_hourly_chats: 'HalfHourlyChats',
    weekday_half_hourly_chats: 'WeekdayHalfHourlyChats',
    closing_reasons: 'ClosingReasons',
    agent_activity: 'AgentActivity',
    agent_activity_by_shift: 'AgentActivityByShift',
  };
  const wording = wordingOf(madeUpReport(usual).options);
  for (const id of tableIds) {
    const headings = catalog[id].columns.map((metric) => headingOf(metric, wording));
    expect(tableNamed(names[id]).columns.map(({ heading }) => heading)).toEqual(headings);
  }
  expect(tableNamed('AgentMetrics').columns.map(({ heading }) => heading)).toContain(
    'Business Hours CSAT [10AM - 5PM]',
  );
});

describe('what is over everything', () => {
  it.each([
    ['Chat Metrics', 'Overall', 3720],
    ['Agent Metrics', 'All agents', 2232],
  ])('stands above the table of %s, not in it', (name, label, total) => {
    const { cells, tables } = sheetNamed(name);
    const overall = cells.filter(({ row, style }) => row === 6 && style.startsWith('total.'));
    expect(overall[0]?.value).toBe(label);
    expect(overall.map(({ value }) => value)).toContain(total);
    expect(tables[0]?.row).toBe(7);
    expect(tables[0]?.rows.some((row) => row[0] === null)).toBe(false);
  });

  it('is a table of its own above the agents, where there is a row per period', () => {
    const { tables } = sheetNamed('Agent Metrics by Week');
    const agents = (table: Table | undefined) => new Set(table?.rows.map((row) => row[4]));
    expect(tables.map(({ name, row }) => [name, row])).toEqual([
      ['AllAgentsByPeriod', 7],
      ['AgentMetricsByPeriod', 35],
      ['AgentsByPeriodShown', 68],
    ]);
    expect(agents(tables[0])).toEqual(new Set(['All agents']));
    expect(agents(tables[1])).toEqual(new Set(oddNames));
  });

  it('is a live total where the report has none, with the value it gives', () => {
    const { cells, tables } = sheetNamed('Half-Hourly Chats');
    const sum = tables[0]?.rows.reduce((all, row) => all + Number(row[1]), 0);
    const total = cells.find(({ row, column }) => row === 6 && column === 3);
    expect(total?.value).toEqual({ formula: 'SUBTOTAL(109,HalfHourlyChats[[Chats]])', result: sum });
  });

  it('is said not to add up where users are counted', () => {
    expect(sheetNamed('Chat Metrics').cells.find(({ row }) => row === 3)?.value).toContain(
      'Unique Users and Returning Users',
    );
  });
});

describe('a cell', () => {
  it('is text where it comes from the data, whatever it looks like', async () => {
    const cells = sheetCells(partsOf(await reportToXlsx(madeUpReport(usual))), 'Agent Metrics');
    expect(['B8', 'B9', 'B10', 'B11', 'B12', 'B13'].map((ref) => cells.get(ref)?.text)).toEqual([
      ...oddNames,
    ]);
    expect(['B8', 'B9', 'B10'].map((ref) => cells.get(ref)?.formula)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('stays empty where there is nothing to measure', () => {
    const report = madeUpReport(usual);
    const nulls = report.tables.agent_metrics.filter(({ csat_avg }) => csat_avg === null).length;
    const column = tableNamed('AgentMetrics').columns.findIndex(
      ({ heading }) => heading === 'Average Agent CSAT Score',
    );
    expect(nulls).toBeGreaterThan(0);
    expect(tableNamed('AgentMetrics').rows.filter((row) => row[column] === null)).toHaveLength(nulls);
  });

  it('is a real date, a share, a number of days as its metric is', () => {
    const { columns, rows } = tableNamed('AgentActivityByShift');
    const at = (heading: string) => columns.findIndex((column) => column.heading === heading);
    const [report] = madeUpReport(usual).tables.agent_activity_by_shift;
    expect(rows[0]?.[at('Shift Date')]).toBe(serialOf('2021-02-01'));
    expect(rows[0]?.[at('First Chat')]).toBe(serialOf('2021-02-03 09:05:07'));
    expect(rows[0]?.[at('Active Time')]).toBe(Number(report?.['active_seconds']) / 86_400);
    expect(rows[0]?.[at('Occupancy')]).toMatchObject({ result: report?.['occupancy_rate'] });
    expect(columns.map(({ kind }) => kind).slice(1, 5)).toEqual(['date', 'count', 'duration', 'duration']);
  });

  it('names the day, the half hour and a missing reason in words', () => {
    expect(tableNamed('WeekdayHalfHourlyChats').rows.at(-1)?.slice(0, 2)).toEqual([
      'Sunday',
      '23:30 - 24:00',
    ]);
    expect(tableNamed('ClosingReasons').rows.map(([reason]) => reason)).toContain('(none given)');
  });
});

it('shows every half hour of every weekday in both heat maps', () => {
  const { cells, conditions } = sheetNamed('Weekday Heat Map');
  const report = madeUpReport(usual).tables.weekday_half_hourly_chats;
  expect(cells.filter(({ style }) => style === 'heat.count')).toHaveLength(336);
  expect(cells.filter(({ style }) => style === 'heat.number')).toHaveLength(336);
  const tuesdayNoon = report.find(({ weekday, half_hour }) => weekday === 2 && half_hour === '12:00');
  expect(cells.find(({ row, column }) => row === 8 + 24 && column === 2 + 2)?.value).toBe(
    tuesdayNoon?.['chats'],
  );
  expect(conditions.map(({ area }) => [area.row, area.column, area.toRow, area.toColumn])).toEqual([
    [8, 3, 55, 9],
    [8, 12, 55, 18],
  ]);
});

it('links every sheet from the summary, and the summary from every sheet', () => {
  const { sheets } = reportWorkbook(madeUpReport(usual));
  const targets = (sheet: Sheet | undefined) =>
    sheet?.cells.flatMap(({ link }) => (link ? [link.sheet] : [])) ?? [];
  const others = sheets.slice(1).map(({ name }) => name);
  expect(targets(sheets[0]).slice(-others.length)).toEqual(others);
  expect(others).toEqual(expect.arrayContaining(targets(sheets[0])));
  for (const sheet of sheets.slice(1)) expect(targets(sheet)).toContain('Summary');
});

it('accounts for every row of the input', () => {
  const { cells } = sheetNamed('Data Quality');
  const value = (label: string) =>
    cells.find((cell) => cell.row === cells.find((one) => one.value === label)?.row && cell.column === 3)
      ?.value;
  expect(value('Rows read')).toBe(3732);
  expect(value('Sum, equal to the rows read')).toMatchObject({ formula: 'SUM(C8:C12)', result: 3732 });
});

it('fits its columns to what they hold, between bounds', () => {
  for (const { columnWidths } of reportWorkbook(madeUpReport(usual)).sheets) {
    expect(Math.min(...columnWidths.slice(1))).toBeGreaterThan(2);
    expect(Math.max(...columnWidths)).toBeLessThanOrEqual(90);
  }
});

it('the same report gives the same bytes, whenever it is written', async () => {
  const first = await reportToXlsx(madeUpReport(usual));
  await new Promise((resolve) => setTimeout(resolve, 1100));
  expect(Buffer.from(first).equals(Buffer.from(await reportToXlsx(madeUpReport(usual))))).toBe(true);
});
