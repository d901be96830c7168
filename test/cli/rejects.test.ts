import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { seedCsv, seedHeadings } from '../cases/case.js';
import { parsedCsv } from '../combinations/parsed-csv.js';
import { delimited } from '../combinations/text-files.js';
import type { Table } from '../combinations/made-up.js';
import { textWorkbookOf } from '../combinations/workbook-files.js';
import { desk } from './program.js';

const { run, write, path } = desk();

const row = (id: number, start: string, reason = 'Completed', closer = 'Asha'): string =>
  `c${id},u${id},${closer},${reason},${start},${start.replace('10:00', '10:10')},-,-,-,-`;
const good = (day: number): string => `${day}-02-2021 10:00:00`;
const faulty = seedCsv(row(1, good(15)), row(2, 'soon'), row(3, good(16)), row(4, 'later'));

async function reportBy(...args: string[]) {
  const { code, stdout, stderr } = await run('report', ...args, '--format', 'json', '-q');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout);
}

/** The rejected rows as a table, to be mended. */
async function rejectsOf(...files: string[]): Promise<Table> {
  await reportBy(...files, '--rejects', 'bad.csv');
  return parsedCsv(readFileSync(path('bad.csv'), 'utf8'));
}

function mended({ headings, rows }: Table, column: string, values: string[]): Table {
  const at = headings.indexOf(column);
  return { headings, rows: rows.map((cells, index) => cells.with(at, values[index] ?? '')) };
}

describe('rejected rows that were mended', () => {
  it('are read together with the original, and change nothing but themselves', async () => {
    write('chats.csv', faulty);
    const bad = await rejectsOf('chats.csv');
    write('mended.csv', delimited(mended(bad, 'ChatStartTime', [good(17), good(18)]), ',', '\n'));
    const report = await reportBy('chats.csv', 'mended.csv');
    write('whole.csv', seedCsv(row(1, good(15)), row(2, good(17)), row(3, good(16)), row(4, good(18))));
    const whole = await reportBy('whole.csv');
    const started = (rows: { chats: number }[]): number => rows.reduce((sum, { chats }) => sum + chats, 0);
    expect(started(report.tables.half_hourly_chats)).toBe(4);
    for (const id of ['chat_metrics', 'half_hourly_chats', 'closing_reasons'])
      expect(report.tables[id]).toEqual(whole.tables[id]);
    expect(report.data_quality).toMatchObject({
      rows_read: 6,
      rows_used: 4,
      rows_rejected: 2,
      rows_duplicate: 0,
    });
  });

  it('may be saved as a workbook, and by a spreadsheet of another country', async () => {
    write('chats.csv', faulty);
    const table = mended(await rejectsOf('chats.csv'), 'ChatStartTime', [good(17), good(18)]);
    write('mended.xlsx', textWorkbookOf(table));
    write('mended-too.csv', `\uFEFF${delimited(table, ';', '\r\n')}`);
    const first = await reportBy('chats.csv', 'mended.xlsx');
    expect(first.data_quality).toMatchObject({ rows_used: 4, rows_rejected: 2 });
    expect((await reportBy('chats.csv', 'mended-too.csv')).tables).toEqual(first.tables);
  });

  it('count as duplicates, and change nothing, where they are fed in twice', async () => {
    write('chats.csv', faulty);
    const table = mended(await rejectsOf('chats.csv'), 'ChatStartTime', [good(17), good(18)]);
    for (const name of ['a.csv', 'b.csv']) write(name, delimited(table, ',', '\n'));
    const once = await reportBy('chats.csv', 'a.csv');
    const twice = await reportBy('chats.csv', 'a.csv', 'b.csv');
    expect(twice.tables).toEqual(once.tables);
    expect(twice.data_quality).toMatchObject({ rows_used: 4, rows_duplicate: 2, rows_duplicate_equal: 2 });
  });

  it('that are still faulty are rejected again, under the same headings', async () => {
    write('chats.csv', faulty);
    const first = await rejectsOf('chats.csv');
    write('again.csv', delimited(first, ',', '\n'));
    const again = await rejectsOf('chats.csv', 'again.csv');
    expect(again.headings).toEqual(first.headings);
    expect(again.rows.map((cells) => cells.slice(0, 10))).toEqual(
      [...first.rows, ...first.rows].map((cells) => cells.slice(0, 10)),
    );
    const places = again.rows.map((cells) => cells.slice(10, 12).join(':'));
    expect(places).toEqual(['chats.csv:3', 'chats.csv:5', 'again.csv:2', 'again.csv:3']);
  });

  it('let --strict write no report while the original is read with them, and one without it', async () => {
    write('chats.csv', faulty);
    const table = mended(await rejectsOf('chats.csv'), 'ChatStartTime', [good(17), good(18)]);
    write('mended.csv', delimited(table, ',', '\n'));
    expect((await run('report', 'chats.csv', 'mended.csv', '--strict')).code).toBe(4);
    expect((await run('report', 'mended.csv', '--strict')).code).toBe(0);
  });
});

describe('texts that a spreadsheet would run', () => {
  const odd = ['=1+2', '+49 30', '-5', '@SUM(A1)', "'=1", "''@x", "'quoted'", "'", '"=1"', '= "a", b'];

  it.each([
    ['as CSV', 'csv', (table: Table) => delimited(table, ',', '\n')],
    ['as a workbook', 'xlsx', textWorkbookOf],
  ])('come back exactly as they were, %s', async (_, ending, written) => {
    const rows = odd.map((text, at) => row(at, 'soon', `"${text.replaceAll('"', '""')}"`));
    write('chats.csv', seedCsv(row(99, good(15), 'last'), ...rows));
    const bad = await rejectsOf('chats.csv');
    expect(bad.rows.flat().filter((text) => /^[=+\-@\t\r]/.test(text))).toEqual([]);
    write(
      `mended.${ending}`,
      written(
        mended(
          bad,
          'ChatStartTime',
          odd.map(() => good(17)),
        ),
      ),
    );
    const { tables } = await reportBy('chats.csv', `mended.${ending}`);
    const reasons = tables.closing_reasons.map((one: { closing_reason: string }) => one.closing_reason);
    // an apostrophe before a sign is a spreadsheet's mark of text in any file, and is taken off
    const read = odd.map((text) => (text === "'=1" ? '=1' : text));
    expect(reasons.sort()).toEqual([...read, 'last'].sort());
  });

  it('are shown again as they were where they are rejected once more', async () => {
    const texts = ['=1', "'=1", '\t=1', '-'];
    write('chats.csv', seedCsv(row(99, good(15)), ...texts.map((text, at) => row(at, 'soon', `"${text}"`))));
    const first = await rejectsOf('chats.csv');
    write('again.csv', delimited(first, ',', '\n'));
    const again = await rejectsOf('chats.csv', 'again.csv');
    const reasons = again.rows.map((cells) => cells[3]);
    expect(reasons.slice(4)).toEqual(reasons.slice(0, 4));
  });
});

describe('rejected rows of several files with other headings', () => {
  it('go to a file for each kind of headings, and come back from them', async () => {
    write('a.csv', seedCsv(row(1, good(15)), row(2, 'soon')));
    write(
      'b.csv',
      `Conversation Id,Agent,Started at,Reason\nd1,Bruno,${good(16)},Done\nd2,Bruno,soon,Done\n`,
    );
    write('c.csv', seedCsv(row(3, good(15)), row(4, 'soon')));
    const first = await rejectsOf('a.csv', 'b.csv', 'c.csv');
    const second = parsedCsv(readFileSync(path('bad-2.csv'), 'utf8'));
    expect(first.headings.slice(0, -4)).toEqual(seedHeadings.split(','));
    expect(second.headings.slice(0, -4)).toEqual(['Conversation Id', 'Agent', 'Started at', 'Reason']);
    expect([first.rows.length, second.rows.length]).toEqual([2, 1]);
    write('x.csv', delimited(mended(first, 'ChatStartTime', [good(17), good(18)]), ',', '\n'));
    write('y.csv', delimited(mended(second, 'Started at', [good(17)]), ',', '\n'));
    const report = await reportBy('a.csv', 'b.csv', 'c.csv', 'x.csv', 'y.csv');
    expect(report.data_quality).toMatchObject({ rows_read: 9, rows_used: 6, rows_rejected: 3 });
    const agents = report.tables.agent_metrics.map((one: Record<string, unknown>) => [
      one['agent'],
      one['chats_resolved'],
    ]);
    expect(agents).toEqual([
      [null, 6],
      ['Asha', 4],
      ['Bruno', 2],
    ]);
  });
});
