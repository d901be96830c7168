import { describe, expect, it } from 'vitest';
import { reportWorkbook } from '../../src/excel/report-workbook.js';
import type { Cell, Sheet } from '../../src/excel/workbook.js';
import { changeBasis } from '../../src/presentation/change-basis.js';
import { changeInWords } from '../../src/presentation/figures.js';
import { findings } from '../../src/presentation/findings/findings.js';
import { keyFigures } from '../../src/presentation/key-figures.js';
import { businessShares } from '../../src/presentation/business-half-hours.js';
import type { Report } from '../../src/report/report.js';
import { madeUpReport, oddNames, type MadeUp } from './made-up-report.js';

const usual: MadeUp = { agents: [...oddNames], days: 31 };
const sheetsOf = (parts: MadeUp): Sheet[] => reportWorkbook(madeUpReport(parts)).sheets;
const summaryOf = (parts: MadeUp): Sheet => sheetsOf(parts)[0] as Sheet;
const texts = ({ cells }: Sheet): string[] =>
  cells.map(({ value }) => value).filter((value) => typeof value === 'string');
const cellAt = ({ cells }: Sheet, row: number, column: number): Cell | undefined =>
  cells.find((cell) => cell.row === row && cell.column === column);

describe('the Summary', () => {
  it('has every key figure with its detail, and its change with an arrow and a sign', () => {
    const report = madeUpReport(usual);
    const sheet = summaryOf(usual);
    for (const { label, value, unit, shown, detail, change } of keyFigures(report)) {
      const tile = sheet.cells.find((cell) => cell.value === label && cell.style === 'tile.label');
      const below = (rows: number) => cellAt(sheet, (tile?.row ?? 0) + rows, tile?.column ?? 0)?.value;
      expect(below(1)).toBe(unit === 'seconds' ? shown : value);
      const words = change ? changeInWords(change) : '';
      const arrow = words.startsWith('+') ? '▲' : words.startsWith('-') ? '▼' : '=';
      expect(below(3)).toBe(change ? `${arrow} ${words}` : null);
      expect(below(4)).toBe(detail);
    }
    expect(keyFigures(report).filter(({ change }) => change).length).toBeGreaterThan(4);
  });

  it('names both periods between which the changes are', () => {
    const basis = changeBasis(madeUpReport(usual));
    const line = texts(summaryOf(usual)).find((text) => text.startsWith('Changes are'));
    expect(line).toContain(basis?.current.label);
    expect(line).toContain(basis?.previous.label);
  });

  it('says that there is no change to show where the range has no two whole periods', () => {
    expect(texts(summaryOf({ ...usual, days: 7 }))).toContain(
      'No change is shown: the range has no two whole weeks that follow each other.',
    );
  });

  it('has the findings of the report in words, and no such part where there are too few chats', () => {
    const found = findings(madeUpReport(usual));
    expect(found.length).toBeGreaterThan(0);
    for (const { title, text } of found)
      expect(texts(summaryOf(usual))).toEqual(expect.arrayContaining([title, text]));
    const [summary] = reportWorkbook(madeUpReport({ ...usual, days: 1, chatsPerDay: 20 })).sheets;
    expect(summary && texts(summary)).not.toContain('What stands out');
  });

  it('draws periods and half hours', () => {
    expect(summaryOf(usual).charts.map(({ title }) => title)).toEqual([
      'Chats and bot deflection by week',
      'Chats by half hour of the day',
    ]);
  });

  it('draws a part of a period open, so that it does not look like a fall, and says so', () => {
    const drawn = (days: number) => {
      const [chart] = summaryOf({ ...usual, days }).charts;
      return [chart?.groups[0]?.series[0]?.open, chart?.subtitle];
    };
    expect(drawn(31)).toEqual([[4], 'Open columns: part of a week.']);
    expect(drawn(28)).toEqual([[], '']);
  });

  it('draws deflection with and without time-outs as two lines, and one where nothing tells a time-out', () => {
    const lines = (report: Report) =>
      reportWorkbook(report).sheets[0]?.charts[0]?.groups[1]?.series.map(({ values }) => values.heading);
    const report = madeUpReport(usual);
    expect(lines(report)).toEqual(['Bot deflection', 'Without time-outs']);
    const rows = report.tables.chat_metrics.map((row) => ({ ...row, bot_resolution_rate: null }));
    expect(lines({ ...report, tables: { ...report.tables, chat_metrics: rows } })).toEqual([
      'Bot deflection',
    ]);
  });

  it('says in a note on each tile what it measures', () => {
    const notes = summaryOf(usual)
      .cells.filter(({ style }) => style === 'tile.label')
      .map(({ note }) => note);
    expect(notes).toEqual(keyFigures(madeUpReport(usual)).map(({ meaning }) => meaning));
    expect(notes.at(-1)).toContain('not on logged-in time');
  });

  it('leads to every other sheet', () => {
    for (const parts of [usual, { ...usual, compared: true }]) {
      const [summary, ...others] = sheetsOf(parts);
      const linked = new Set(summary?.cells.flatMap(({ link }) => (link ? [link.sheet] : [])));
      expect(linked).toEqual(new Set(others.map(({ name }) => name)));
    }
  });
});

it('half hours are shaded by the share of business hours in them', () => {
  const report = madeUpReport(usual);
  const shown = reportWorkbook(report)
    .sheets.flatMap(({ tables }) => tables)
    .find(({ name }) => name === 'HalfHoursShown');
  expect(shown?.rows.map((row) => row.at(-1))).toEqual(businessShares(report));
  expect(shown?.rows.map(([from]) => from).slice(0, 3)).toEqual(['00:00', '00:30', '01:00']);
});

describe('two ranges that are compared', () => {
  const parts = { ...usual, compared: true };
  const report = madeUpReport(parts);
  const figure = (table: string, metric: string, agent: string | null = null) =>
    report.comparison?.figures.find(
      (one) => one.table === table && one.metric === metric && one.agent === agent,
    );

  it('stand on the Summary with their differences as formulas over both', () => {
    const sheet = summaryOf(parts);
    const row =
      sheet.cells.find(({ value, style }) => value === 'Unique users' && style === 'body.text')?.row ?? 0;
    const wanted = figure('chat_metrics', 'unique_users');
    expect([3, 4].map((column) => cellAt(sheet, row, column)?.value)).toEqual([
      wanted?.value,
      wanted?.other_value,
    ]);
    const at = String(row);
    expect([5, 6].map((column) => cellAt(sheet, row, column)?.value)).toEqual([
      { formula: `C${at}-D${at}`, result: wanted?.difference },
      { formula: `C${at}/D${at}-1`, result: wanted?.change_rate },
    ]);
  });

  it.each([
    ['Chat Metrics', 'chat_metrics', 'bot_deflection_rate', 'Bot Deflection %'],
    ['Agent Metrics', 'agent_metrics', 'csat_avg', 'Average Agent CSAT Score'],
  ])('stand on %s under the headings of the table', (name, table, metric, heading) => {
    const sheet = sheetsOf(parts).find((one) => one.name === name);
    const caption = sheet?.cells.find(
      ({ value }) => typeof value === 'string' && value.startsWith('Compared with'),
    );
    const top = sheet?.cells.find((cell) => cell.row === (caption?.row ?? 0) + 1 && cell.value === heading);
    const wanted = figure(table, metric);
    const column = [1, 2].map(
      (rows) => sheet && cellAt(sheet, (top?.row ?? 0) + rows, top?.column ?? 0)?.value,
    );
    expect(column).toEqual([wanted?.value, wanted?.other_value]);
  });

  it('have a sheet with every agent of either range', () => {
    const table = sheetsOf(parts)
      .flatMap(({ tables }) => tables)
      .find(({ name }) => name === 'AgentMetricsCompared');
    expect(table?.rows.map(([agent]) => agent)).toEqual([...oddNames, 'Former agent']);
    expect(table?.rows.at(-1)?.slice(1, 3)).toEqual([
      0,
      figure('agent_metrics', 'chats_resolved', 'Former agent')?.other_value,
    ]);
  });
});

it('the day that the option names stands as the date of the file', () => {
  const report = madeUpReport(usual);
  const dated = { ...report, options: { ...report.options, created: '2021-04-05' } };
  expect(reportWorkbook(dated).properties.created).toBe('2021-04-05');
  expect(reportWorkbook(report).properties.created).toBe('2021-03-04');
});
