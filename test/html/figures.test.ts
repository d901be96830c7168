import { describe, expect, it } from 'vitest';
import { reportWorkbook } from '../../src/excel/report-workbook.js';
import { reportToHtml } from '../../src/html/report-html.js';
import { catalog, type TableId } from '../../src/metrics/catalog.js';
import type { Metric, Unit } from '../../src/metrics/metric.js';
import { headingOf, wordingOf } from '../../src/metrics/wording.js';
import { pictures } from '../../src/pictures/pictures.js';
import { findings } from '../../src/presentation/findings/findings.js';
import { keyFigures } from '../../src/presentation/key-figures.js';
import type { Report, Row, Value } from '../../src/report/report.js';
import { madeUpReport } from '../excel/made-up-report.js';
import { elementsOf, hasClass, tablesOf, textOf, type ParsedTable } from './parsed.js';
import { reports } from './reports.js';

const report = madeUpReport({ agents: ['Asha', 'Zoë Ångström', '李小龍', 'محمد علي'], days: 24 });
const html = reportToHtml(report);
const tables = tablesOf(html);

/** The captions of the tables that show a table of the report between them. */
const captions: Record<Exclude<TableId, 'weekday_half_hourly_chats'>, RegExp> = {
  chat_metrics: /^Chat metrics by week$/,
  agent_metrics: /^Agents: /,
  agent_metrics_by_period: /^(All agents|Each agent) by week: /,
  half_hourly_chats: /^Chats by half hour of the day$/,
  closing_reasons: /^Closing reasons$/,
  agent_activity: /^Agent activity \(times/,
  agent_activity_by_shift: /^Agent activity by shift/,
};

/** Said once in the label of the period. */
const notShown = new Set(['period_start', 'period_end', 'is_partial']);

const fixed = (digits: number) => (value: number) =>
  value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });

/** Formats of this test alone: nothing is taken from the program. */
const formats: Partial<Record<Unit, (value: number) => string>> = {
  count: fixed(0),
  rate: (value) => `${fixed(1)(value * 100)}%`,
  seconds: fixed(1),
  score: fixed(2),
  number: fixed(2),
  duration_seconds: (value) => {
    const [hours, rest] = [Math.floor(value / 3600), value % 3600];
    return `${hours}:${new Date(rest * 1000).toISOString().slice(14, 19)}`;
  },
};

function shown({ id, unit }: Metric, value: Value | undefined): string {
  if (value === null || value === undefined) return id === 'closing_reason' ? '(none given)' : '–';
  if (id === 'incoming_change_rate')
    return `${Number(value) > 0 ? '+' : ''}${fixed(1)(Number(value) * 100)}%`;
  if (unit === 'half_hour') return `${value} - `;
  if (unit === 'date' || unit === 'datetime') return dateShown(String(value));
  return formats[unit]?.(Number(value)) ?? String(value);
}

/** `2021-02-03 09:05:07` -> `03 Feb 2021 09:05:07`. */
function dateShown(value: string): string {
  const day = new Date(`${value.slice(0, 10)}T00:00:00Z`);
  const parts = { day: '2-digit', month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
  return `${day.toLocaleDateString('en-GB', parts)}${value.slice(10)}`;
}

/** Compares every cell that a table shows of a metric with the rows of the report. */
function checkColumn(metric: Metric, rows: readonly Row[], table: ParsedTable): void {
  const at = table.headings.indexOf(headingOf(metric, wordingOf(report.options)));
  rows.forEach((row, index) => {
    const isOverall = (row['agent'] === null || row['period_start'] === null) && at === 0;
    const cell = table.rows[index]?.[at];
    if (isOverall) expect(cell).toMatch(/^(Overall|All agents)$|20\d\d/);
    else
      expect(cell, `${table.caption}, row ${index}, ${metric.id}`).toContain(shown(metric, row[metric.id]));
  });
}

describe('every figure of the report stands in a table of the page:', () => {
  it.each(Object.entries(captions))('%s', (id, caption) => {
    const parts = [...tables.values()].filter((table) => caption.test(table.caption));
    for (const metric of catalog[id as TableId].columns) {
      if (notShown.has(metric.id)) continue;
      const heading = headingOf(metric, wordingOf(report.options));
      const holding = parts.filter(({ headings }) => headings.includes(heading));
      expect(holding.length, `${id}.${metric.id}`).toBeGreaterThan(0);
      for (const table of holding) {
        const rows = rowsOf(id as TableId, table.caption);
        expect(table.rows.length).toBe(rows.length);
        checkColumn(metric, rows, table);
      }
    }
  });

  it('weekday_half_hourly_chats, half hours down and weekdays across', () => {
    for (const metric of catalog.weekday_half_hourly_chats.columns.slice(2)) {
      const table = tables.get(`${metric.label} by weekday and half hour`);
      for (const row of report.tables.weekday_half_hourly_chats) {
        const line = table?.rows.find(([halfHour]) => halfHour?.startsWith(String(row['half_hour'])));
        expect(line?.[Number(row['weekday'])]).toBe(shown(metric, row[metric.id]));
      }
    }
  });
});

function rowsOf(id: TableId, caption: string): Row[] {
  const rows = report.tables[id];
  if (caption.startsWith('All agents by')) return rows.filter((row) => row['agent'] === null);
  if (caption.startsWith('Each agent by')) return rows.filter((row) => row['agent'] !== null);
  return rows;
}

describe('the top of the page', () => {
  const tiles = elementsOf(html).filter((element) => hasClass(element, 'tile'));

  it('has a tile for each key figure, with its value, and its change between two named stretches of time', () => {
    expect(tiles.length).toBe(keyFigures(report).length);
    keyFigures(report).forEach(({ label, shown, change }, index) => {
      const text = textOf(tiles[index] ?? expect.fail('no tile'));
      expect(text).toContain(label);
      expect(text).toContain(shown);
      expect(change).not.toBeNull();
      expect(text).toMatch(
        /[▲▼=] [+-]?[\d.,]+(%| pts).* from 08 Feb( 2021)? - 14 Feb 2021 to 15 Feb( 2021)? - 21 Feb 2021/,
      );
    });
  });

  it('says better or worse only where a direction is good', () => {
    keyFigures(report).forEach(({ better }, index) => {
      expect(/, (better|worse)/.test(textOf(tiles[index] ?? expect.fail('no tile')))).toBe(better !== null);
    });
  });

  it('names file, range, zone and business hours, and the findings', () => {
    const text = elementsOf(html).map(textOf)[0];
    for (const words of [
      'data_dump.csv',
      '01 Feb 2021 - 24 Feb 2021',
      'times as written',
      '10:00-17:00 on every day',
    ])
      expect(text).toContain(words);
    for (const finding of findings(report)) expect(text).toContain(finding.text);
  });
});

describe('deflection', () => {
  const [whole] = report.tables.chat_metrics;
  const rate = formats.rate ?? String;

  it('is told and drawn with and without time-outs', () => {
    const { sentence, marks } = pictures.periods(report);
    expect(sentence).toContain(
      `bots closed ${rate(Number(whole?.['bot_deflection_rate']))} of all, ${rate(Number(whole?.['bot_resolution_rate']))} without time-outs.`,
    );
    for (const { text } of marks) expect(text).toMatch(/bot deflection [\d.]+%, without time-outs [\d.]+%/);
    expect(html).toContain('>Without time-outs</text>');
  });

  it('is drawn alone where nothing tells a time-out', () => {
    const rows = report.tables.chat_metrics.map((row) => ({ ...row, bot_resolution_rate: null }));
    const bare = { ...report, tables: { ...report.tables, chat_metrics: rows } };
    expect(reportToHtml(bare)).not.toContain('>Without time-outs</text>');
    expect(pictures.periods(bare).sentence).not.toContain('time-outs');
  });
});

it('a tile says on its label what it measures, so that occupancy is not taken for logged-in time', () => {
  const labels = elementsOf(html).filter((element) => hasClass(element, 'label'));
  const titles = labels.map((element) => element.attrs?.find(({ name }) => name === 'title')?.value);
  expect(titles).toEqual(keyFigures(report).map(({ meaning }) => meaning));
  expect(titles.at(-1)).toContain('not on logged-in time');
});

describe('a comparison', () => {
  const compared = reports['compared']?.() ?? expect.fail('no such report');
  const sides = tablesOf(reportToHtml(compared));

  it('stands as two tables over all, with this range, the other one, difference and change', () => {
    expect(sides.get('All chats')?.rows).toEqual([
      ['Incoming Chats', '3,360', '3,000', '+360', '+12.0%'],
      ['Bot Deflection %', '62.0%', '60.0%', '+2.0 pts', '–'],
    ]);
    expect(sides.get('All agents')?.rows).toEqual([
      ['Avg Agent First Response Time (seconds)', '13.3', '14.0', '-0.7', '-5.3%'],
      ['Average Agent CSAT Score', '–', '4.10', '–', '–'],
    ]);
  });

  it('has a row for each agent, those of the other range alone too', () => {
    expect(sides.get('Each agent')?.rows.map(([agent]) => agent)).toEqual([
      'Asha',
      'محمد علي',
      'Only before',
    ]);
    expect(sides.get('Each agent')?.rows[0]?.slice(1, 4)).toEqual(['0', '30', '-30']);
  });

  it('is left out where there is none', () => {
    expect(html).not.toContain('Compared with');
  });
});

describe('figures that rest on few chats', () => {
  const few = (of: Report) => elementsOf(reportToHtml(of)).filter((element) => hasClass(element, 'few'));
  const chats = (incoming_chats: number): Report => ({
    ...report,
    tables: {
      ...report.tables,
      chat_metrics: report.tables.chat_metrics.map((row) => ({
        ...row,
        incoming_chats,
        csat_rated_chats_bot: 100,
      })),
      agent_metrics: [],
      agent_metrics_by_period: [],
      agent_activity: [],
      agent_activity_by_shift: [],
    },
  });

  it('are not marked in the table of shifts, which have few chats by nature', () => {
    const isOf = (name: string) => (sheet: { name: string }) => sheet.name === name;
    const strict = { ...report, options: { ...report.options, small_n: 1_000_000 } };
    const [shifts, activity] = ['shifts', 'activity'].map((id) =>
      elementsOf(reportToHtml(strict)).find(({ attrs }) =>
        attrs?.some(({ value }) => value === `table-${id}`),
      ),
    );
    const marked = (of: typeof shifts) =>
      elementsOf(of ?? expect.fail('no table')).filter((e) => hasClass(e, 'few'));
    expect(marked(shifts)).toEqual([]);
    expect(marked(activity).length).toBeGreaterThan(0);
    const { sheets } = reportWorkbook(strict);
    expect(sheets.find(isOf('Agent Activity by Shift'))?.tables[0]?.columns.filter(({ few }) => few)).toEqual(
      [],
    );
  });

  it('are marked below the number of the option, and a footnote says so', () => {
    expect(few(chats(4)).length).toBeGreaterThan(0);
    expect(few(chats(5)).length).toBe(0);
    expect(html).toContain('Grey italic figures rest on fewer than 5 chats or ratings');
  });
});

it('says what became of every row, with warnings, notes and rejected rows', () => {
  const troubled = reports['odd names and troubled rows']?.() ?? expect.fail('no such report');
  const found = tablesOf(reportToHtml(troubled));
  const { rows_read, rows_used, warnings, notes, rejected_by_reason } = troubled.data_quality;
  expect(found.get('Rows')?.rows.map(([, rows]) => rows)).toEqual(
    [rows_used, 5, 3, 4, 0, rows_read].map((rows) => fixed(0)(rows)),
  );
  expect(found.get('Warnings by kind')?.rows[0]).toEqual([warnings[0]?.message, warnings[0]?.kind, '2']);
  expect(found.get('Rejected rows by reason')?.rows).toEqual(
    rejected_by_reason.map(({ reason, rows }) => [reason, `${rows}`]),
  );
  expect(found.get('The first 2 of 5 rejected rows')?.rows[0]?.[1]).toBe('17');
  expect(textOf(elementsOf(reportToHtml(troubled))[0] ?? expect.fail('empty'))).toContain(notes[0]);
});
