import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/index.js';
import { tempFiles } from '../reading/temp-files.js';

const files = tempFiles();
const text = (name: string): string => readFileSync(new URL(`files/${name}`, import.meta.url), 'utf8');
const base = text('00_base.csv');
const warningsOf = ({ data_quality }: Report): string[] =>
  data_quality.warnings.map(({ kind, message }) => `${kind}: ${message}`);

/** What was computed by hand. */
const figures = {
  chats_resolved: 21,
  first_response_avg_seconds: 37.905,
  first_response_chats: 21,
  resolution_avg_seconds: 1612.905,
  csat_avg: 3.278,
  csat_rated_chats: 18,
  csat_satisfied_rate: 0.389,
  csat_avg_business_hours: 1.5,
  csat_rated_chats_business_hours: 2,
  csat_avg_outside_business_hours: 3.5,
};

function rounded(report: Report): Partial<typeof figures> {
  const row = report.tables.agent_metrics[0] ?? {};
  const three = (name: string): number => Math.round(Number(row[name]) * 1000) / 1000;
  return Object.fromEntries(Object.keys(figures).map((name) => [name, three(name)]));
}

/** The base with other values in a column. */
function withColumn(heading: string, write: (value: string) => string): string {
  const [first = '', ...rows] = base.trimEnd().split(/\r?\n/);
  const at = first.split(',').indexOf(heading);
  const cell = (value: string): string => `"${write(value).replaceAll('"', '""')}"`;
  return [
    first,
    ...rows.map((row) =>
      row
        .split(',')
        .map((value, column) => (column === at && value !== '' ? cell(value) : value))
        .join(','),
    ),
  ].join('\n');
}

describe('values of exports are read as their column writes them', () => {
  test.each([
    ['the base itself', '00_base.csv'],
    ['Spanish halves of the day', 'd_es_ampm.csv'],
    ['dates as formulas of text', 'd_excel_eq.csv'],
    ['times with one offset', 'd_iso_off.csv'],
    ['minutes and seconds', 'f_dur_mmss.csv'],
    ['durations in words', 'f_dur_words.csv'],
    ['a unit in the heading', 'l_sec_head.csv'],
  ])('%s gives the figures of the base', async (_, name) => {
    const report = await files.report(text(name));
    expect(report.data_quality).toMatchObject({ rows_used: 24, rows_rejected: 0, warnings: [] });
    expect(rounded(report)).toEqual(figures);
  });

  test('one offset of all times is the zone of the report, and said', async () => {
    const { source, data_quality } = await files.report(text('d_iso_off.csv'));
    expect(source.timezone).toBe('+05:30');
    expect(data_quality.notes.join('\n')).toContain('Every time carries the offset +05:30');
  });

  test('offsets that differ give a report in UTC, with a note', async () => {
    const mixed = text('d_iso_off.csv').replace(
      '2026-01-27T14:59:00.123+0530',
      '2026-01-27T14:59:00.123+0100',
    );
    const { source, data_quality } = await files.report(mixed);
    expect(source.timezone).toBe('UTC');
    expect(data_quality.notes.join('\n')).toContain('more than one offset from UTC');
    expect(data_quality.notes.join('\n')).toContain('--timezone');
  });

  test.each(['e_engb_sept.csv', 'e_de_okt.csv'])('every month of %s is read', async (name) => {
    const { data_quality } = await files.report(text(name));
    expect(data_quality).toMatchObject({ rows_used: 60, rows_rejected: 0, warnings: [] });
  });

  test('thousands are thousands where whole numbers below 1000 stand beside them, and that is said', async () => {
    const report = await files.report(text('g_dur_thousands.csv'));
    expect(rounded(report).first_response_avg_seconds).toBe(3790.476);
    expect(report.data_quality.notes.join('\n')).toContain('"7,900" is read as 7900');
  });

  test('a scale of ten is found, with 8 for "satisfied"', async () => {
    const report = await files.report(text('f_r_10.csv'));
    expect(rounded(report)).toMatchObject({ csat_rated_chats: 18, csat_satisfied_rate: 0.389 });
    expect(report.options.csat_scale).toBe('1-10');
    expect(report.data_quality.notes.join('\n')).toContain('on the scale 1 to 10');
  });

  test('only 0 and 1 are a scale of their own, with a warning', async () => {
    const report = await files.report(text('g_r_01.csv'));
    expect(rounded(report)).toMatchObject({ csat_rated_chats: 18, csat_satisfied_rate: 0.389 });
    expect(warningsOf(report).join()).toMatch(/doubtful_scale.*--csat-scale 1-5.*--csat-scale 0-1/);
  });
});

describe('a number that can be read in two ways', () => {
  const odd = withColumn('First Response Time', (value) => (value === '79' ? '7.900' : value));

  test('does not count, with a warning that names column, example, rows and what to type', async () => {
    const report = await files.report(odd);
    expect(rounded(report).first_response_chats).toBe(20);
    const [warning] = report.data_quality.warnings;
    expect(warning).toMatchObject({ kind: 'doubtful_number', rows: 1 });
    expect(warning?.message).toMatch(
      /"First Response Time".*1 value such as "7\.900".*--decimal point.*--decimal comma/,
    );
  });

  test.each([
    ['point', 7.9],
    ['comma', 7900],
  ])('is read under --decimal %s', async (decimal, seconds) => {
    const report = await files.report(odd, { decimal });
    const total = figures.first_response_avg_seconds * 21 - 79 + seconds;
    expect(rounded(report).first_response_avg_seconds).toBeCloseTo(total / 21, 1);
  });

  test('is found in rows far below the first ones', async () => {
    const [heading = '', row = ''] = base.split(/\r?\n/);
    const many = Array.from({ length: 6000 }, (_, at) =>
      row.replace('C1000', `D${String(at)}`).replace('Bot', 'Nora'),
    );
    const late = `${base.trimEnd()}\n${many.join('\n')}\nE1,u1,Nora,Solved,2026-01-28 10:00:00,2026-01-28 14:00:00,"7,900",5\n`;
    expect(late.length).toBeGreaterThan(300_000);
    const report = await files.report(late.replace(heading, heading));
    expect(warningsOf(report).join()).toContain('doubtful_number');
    const told = await files.report(late, { decimal: 'point' });
    expect(Number(told.tables.agent_metrics[0]?.['first_response_avg_seconds'])).toBeCloseTo(
      (796 + 7900) / 22,
      3,
    );
  });
});

describe('ratings in other writings', () => {
  test.each<[string, (value: string) => string]>([
    ['out of five', (value) => `${value}/5`],
    [
      'with their words',
      (value) => `${value} - ${['Bad', 'Poor', 'Okay', 'Good', 'Great'][Number(value) - 1] ?? ''}`,
    ],
    [
      'in words',
      (value) =>
        ['Very dissatisfied', 'Dissatisfied', 'Neutral', 'Satisfied', 'Very satisfied'][Number(value) - 1] ??
        '',
    ],
    ['behind an apostrophe', (value) => `'${value}`],
  ])('%s are those of the base', async (_, write) => {
    const report = await files.report(withColumn('Rating', write));
    expect(rounded(report)).toEqual(figures);
    expect(report.data_quality.warnings).toEqual([]);
  });

  test.each<[string, (value: number) => string, string, number]>([
    ['percentages', (value) => `${String(value * 20)}%`, '0-100', 65.556],
    ['thumbs', (value) => (value >= 4 ? 'UP' : 'DOWN'), '0-1', 0.389],
    ['-2 to 2', (value) => String(value - 3), '-2-2', 0.278],
  ])('%s have their own scale', async (_, write, scale, mean) => {
    const report = await files.report(withColumn('Rating', (value) => write(Number(value))));
    expect(report.options.csat_scale).toBe(scale);
    expect(rounded(report)).toMatchObject({
      csat_rated_chats: 18,
      csat_avg: mean,
      csat_satisfied_rate: 0.389,
    });
  });

  test('zeros that may be no ratings are a warning, and are counted where they are dropped', async () => {
    const report = await files.report(withColumn('Rating', (value) => (value === '1' ? '0' : value)));
    expect(warningsOf(report).join()).toMatch(/doubtful_scale.*--csat-scale 0-5/);
    expect(report.data_quality.notes.join('\n')).toContain('2 ratings are 0 and do not count');
    const told = await files.report(
      withColumn('Rating', (value) => (value === '1' ? '0' : value)),
      {
        csatScale: '0-5',
        csatSatisfied: 4,
      },
    );
    expect(rounded(told).csat_rated_chats).toBe(18);
    expect(told.data_quality.warnings).toEqual([]);
  });

  test('none above 3 are a warning', async () => {
    const report = await files.report(withColumn('Rating', (value) => (Number(value) > 3 ? '3' : value)));
    expect(warningsOf(report).join()).toMatch(/no rating is above 3.*--csat-scale 1-3/);
  });

  test('a scale that is named wins', async () => {
    const report = await files.report(text('f_r_10.csv'), { csatScale: '1-5', csatSatisfied: 4 });
    expect(report.options.csat_scale).toBe('1-5');
    expect(warningsOf(report).join()).toContain('rating_out_of_scale');
  });
});

describe('dates whose words are only partly known', () => {
  const czech = (value: string): string =>
    value.replace(/2026-01-(\d\d)/, '$1 led 2026').replace(/2026-02-(\d\d)/, '$1 Feb 2026');

  test('are refused as a whole, with the word', async () => {
    await expect(files.report(withColumn('Chat Start', czech))).rejects.toMatchObject({
      code: 'unknown_date_word',
      message: expect.stringContaining('"led" is no month') as string,
    });
  });

  test('make a column of ends empty, with a warning', async () => {
    const report = await files.report(withColumn('Chat End', czech));
    expect(report.tables.agent_metrics[0]).toMatchObject({ resolution_avg_seconds: null });
    expect(warningsOf(report).join()).toMatch(/unknown_date_word.*"Chat End".*"led"/);
  });

  test('have zones of more than one meaning only by option', async () => {
    const zoned = withColumn('Chat Start', (value) => `${value} IST`);
    await expect(files.report(zoned)).rejects.toMatchObject({ code: 'unknown_date_zone' });
    const report = await files.report(zoned, { sourceTimezone: 'Asia/Kolkata' });
    expect(rounded(report).csat_avg_business_hours).toBe(1.5);
  });
});
