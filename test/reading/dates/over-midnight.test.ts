import { expect, it } from 'vitest';
import { laterText, secondsOfDay } from '../../../src/reading/dates/joined-text.js';
import { tempFiles } from '../temp-files.js';

const files = tempFiles();

it.each([
  ['14:59', 53_940],
  ['2:59 PM', 53_940],
  ['12:05:07 a.m.', 307],
  ['14.59', 53_940],
  ['145900', 53_940],
  ['85900', 32_340],
  ['0.5', 43_200],
  ['1899-12-30 14:59:00', 53_940],
  ['soon', null],
  ['149900', null],
])('%s is so many seconds of a day: %s', (text, seconds) => expect(secondsOfDay(text)).toBe(seconds));

it('a time before another one is that of the day after', () => {
  expect(laterText('23:50', '00:10')).toBe('0:20:00');
  expect(laterText('11:50 PM', '11:55 PM')).toBe('0:05:00');
  expect(laterText('23:50', '-')).toBe('');
  expect(laterText('23:50', 'soon')).toBe('soon');
});

const table = (rows: string[]) => ['Chat ID,Agent,Date,Start Time,End Time', ...rows].join('\n');

it('a chat over midnight with one date ends on the day after, and that is said', async () => {
  const rows = [
    'a,Asha,28/02/2026,23:50:00,00:10:00',
    'b,Asha,27/02/2026,10:00:00,10:05:00',
    'c,Asha,27/02/2026,10:00:00,',
  ];
  const { tables, data_quality: quality } = await files.report(table(rows));
  expect(tables.agent_metrics[0]).toMatchObject({ resolution_chats: 2, resolution_avg_seconds: 750 });
  expect(quality.notes.join('\n')).toContain(
    'column "End Time" (ended_at) has a time of day before that of "Start Time" in 1 of the 3 rows looked at',
  );
});

it('times without signs are read', async () => {
  const { tables } = await files.report(
    table(['a,Asha,20/02/2026,145900,150000', 'b,Asha,27/02/2026,85900,90100']),
  );
  expect(tables.agent_metrics[0]).toMatchObject({ resolution_chats: 2, resolution_avg_seconds: 90 });
});
