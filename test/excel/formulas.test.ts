import { describe, expect, it } from 'vitest';
import { reportWorkbook } from '../../src/excel/report-workbook.js';
import { structured } from '../../src/excel/sheets/formulas.js';
import type { CellValue, Sheet, Workbook } from '../../src/excel/workbook.js';
import { madeUpReport, type MadeUp } from './made-up-report.js';

const usual: MadeUp = { agents: ['Asha', 'Ben'], days: 31 };

describe('a column in a formula', () => {
  it.each([
    ['Chats', 'T[[Chats]]', 'T[[#This Row],[Chats]]'],
    ['Bot Deflection %', 'T[[Bot Deflection %]]', 'T[[#This Row],[Bot Deflection %]]'],
    ['CSAT [10AM - 5PM]', "T[[CSAT '[10AM - 5PM']]]", "T[[#This Row],[CSAT '[10AM - 5PM']]]"],
    ["Bob's #1", "T[[Bob''s '#1]]", "T[[#This Row],[Bob''s '#1]]"],
  ])('%s is written so that no mark of it is read as syntax', (heading, whole, own) => {
    expect(structured('T', heading)).toBe(whole);
    expect(structured('T', heading, true)).toBe(own);
  });
});

const sheetOf = (book: Workbook, name: string): Sheet => {
  const found = book.sheets.find((sheet) => sheet.name === name);
  if (!found) throw new Error(`no sheet ${name}`);
  return found;
};

const formulaOf = (value: CellValue | undefined) =>
  typeof value === 'object' && value !== null ? value.formula : value;

/** The formulas of the first row of a sheet's first table that has one in the column, by heading. */
function formulas({ tables }: Sheet): Record<string, string> {
  const { columns, rows } = tables[0] ?? { columns: [], rows: [] };
  const found = columns.map(({ heading }, index) => [
    heading,
    rows.map((row) => row[index]).find((value) => typeof value === 'object' && value !== null),
  ]);
  return Object.fromEntries(
    found
      .filter(([, value]) => value !== undefined)
      .map(([heading, value]) => [heading, formulaOf(value as CellValue)]),
  ) as Record<string, string>;
}

/** The cells of the row over everything by heading. */
function overall({ cells, tables }: Sheet): Record<string, CellValue | undefined> {
  const columns = tables[0]?.columns ?? [];
  const at = (column: number) => cells.find((cell) => cell.row === 6 && cell.column === column)?.value;
  return Object.fromEntries(columns.map(({ heading }, index) => [heading, formulaOf(at(index + 2))]));
}

describe('rates are formulas over their own row', () => {
  const book = reportWorkbook(madeUpReport(usual));

  it('on Chat Metrics, the change against the period that ends where the row begins', () => {
    expect(formulas(sheetOf(book, 'Chat Metrics'))).toEqual({
      'Bot Deflection %':
        'ChatMetrics[[#This Row],[Closed by Bot]]/ChatMetrics[[#This Row],[Incoming Chats]]',
      'Change vs previous':
        'ChatMetrics[[#This Row],[Incoming Chats]]/SUMIFS(ChatMetrics[[Incoming Chats]],ChatMetrics[[To (exclusive)]],ChatMetrics[[#This Row],[From]])-1',
    });
  });

  it('on Agent Metrics, and in each period', () => {
    const rate = (table: string) =>
      `${table}[[#This Row],[Rated Chats]]/${table}[[#This Row],[Closed by Agents]]`;
    expect(formulas(sheetOf(book, 'Agent Metrics'))).toEqual({ 'Response Rate': rate('AgentMetrics') });
    expect(formulas(sheetOf(book, 'Agent Metrics by Week'))).toEqual({
      'Response Rate': rate('AllAgentsByPeriod'),
    });
  });

  it('on Half-Hourly Chats and Closing Reasons', () => {
    const own = 'HalfHourlyChats[[#This Row],[Chats]]';
    expect(formulas(sheetOf(book, 'Half-Hourly Chats'))).toEqual({
      'Share of Incoming': `${own}/SUM(HalfHourlyChats[[Chats]])`,
      'Chats per Day': `${own}/Report_Days`,
    });
    expect(Object.keys(formulas(sheetOf(book, 'Closing Reasons')))).toEqual(['Share of Incoming']);
  });

  it('on Agent Activity, with times as days', () => {
    const own = (heading: string) => `AgentActivity[[#This Row],[${heading}]]`;
    expect(formulas(sheetOf(book, 'Agent Activity'))).toEqual({
      'First-to-last Chat Span': `${own('Active Time')}+${own('Free Time')}`,
      Occupancy: `${own('Active Time')}/${own('First-to-last Chat Span')}`,
      'Avg Concurrent Chats': `${own('Cumulative Time')}/${own('Active Time')}`,
      'Chats per Active Hour': `${own('Chats')}/(${own('Active Time')}*24)`,
    });
  });

  it('but stay empty where there is nothing to divide', () => {
    const report = madeUpReport(usual);
    const [, , ...others] = report.tables.agent_activity;
    const idle = { ...report.tables.agent_activity[1], active_seconds: 0, concurrency: null };
    report.tables.agent_activity.splice(1, Infinity, idle, ...others);
    const [table] = sheetOf(reportWorkbook(report), 'Agent Activity').tables;
    expect(table?.rows[0]?.[7]).toBeNull();
  });
});

describe('the row over everything', () => {
  it('adds up its table where that is what it is, and divides its own figures', () => {
    expect(overall(sheetOf(reportWorkbook(madeUpReport(usual)), 'Agent Activity'))).toMatchObject({
      Chats: 'SUM(AgentActivity[[Chats]])',
      'Active Time': 'SUM(AgentActivity[[Active Time]])',
      'First-to-last Chat Span': 'D6+E6',
      Occupancy: 'D6/G6',
      'First Chat': 'MIN(AgentActivity[[First Chat]])',
      'Last Chat': 'MAX(AgentActivity[[Last Chat]])',
    });
  });

  it('is the figure of the report where the table does not add up to it', () => {
    const report = madeUpReport(usual);
    const [whole] = report.tables.chat_metrics;
    const cells = overall(sheetOf(reportWorkbook(report), 'Chat Metrics'));
    expect(cells).toMatchObject({
      'Unique Users': whole?.['unique_users'],
      'Incoming Chats': whole?.['incoming_chats'],
      'Bot Deflection %': 'H6/F6',
    });
  });

  it('follows the filter where the report has no such row', () => {
    expect(overall(sheetOf(reportWorkbook(madeUpReport(usual)), 'Half-Hourly Chats'))).toEqual({
      'Half Hour': 'Total',
      Chats: 'SUBTOTAL(109,HalfHourlyChats[[Chats]])',
      'Share of Incoming': 'C6/SUM(HalfHourlyChats[[Chats]])',
      'Chats per Day': 'C6/Report_Days',
      'Closed by Bot': 'SUBTOTAL(109,HalfHourlyChats[[Closed by Bot]])',
      'Closed by Agents': 'SUBTOTAL(109,HalfHourlyChats[[Closed by Agents]])',
    });
  });

  it('has values only where there is no row to add up', () => {
    const book = reportWorkbook(madeUpReport({ agents: [], days: 7 }));
    expect(overall(sheetOf(book, 'Agent Metrics'))['Closed by Agents']).toBe(0);
  });
});

it('cells on Definitions have the names that formulas use, with the option and the days of the report', () => {
  const { names, cells } = sheetOf(reportWorkbook(madeUpReport(usual)), 'Definitions');
  const value = (name: string) => {
    const place = names?.find((one) => one.name === name);
    return cells.find(({ row, column }) => row === place?.row && column === place.column)?.value;
  };
  expect([value('Small_N'), value('Report_Days')]).toEqual([5, 31]);
});

it('a table of more than 20,000 rows has values only, and says so', () => {
  const report = madeUpReport(usual);
  const [row] = report.tables.agent_activity_by_shift;
  report.tables.agent_activity_by_shift = Array.from({ length: 20_001 }, () => row ?? {});
  const sheet = sheetOf(reportWorkbook(report), 'Agent Activity by Shift');
  expect(formulas(sheet)).toEqual({});
  expect(sheet.cells.find((cell) => cell.row === 3)?.value).toContain('values only, no formulas');
});
