import { expect, it } from 'vitest';
import { sampleCsv, type ReportOptionsSpec } from '../../src/index.js';
import { tempFiles } from '../chats/temp-files.js';

const files = tempFiles();
const range = { from: '2026-02-02', to: '2026-03-02', bots: ['System', 'Bot'] };
const [heading = '', ...rows] = [...sampleCsv({ chats: 4000, seed: 8, from: '2026-02-02' })]
  .join('')
  .replaceAll('"Bot\n"', 'Bot')
  .trimEnd()
  .split('\n');

/** Weekday (1 = Monday) and half hour of a row's start, which is written day first. */
function startOf(row: string): { weekday: number; halfHour: string } {
  const match = /^(\d+)-(\d+)-(\d+) (\d+):(\d+)/.exec(row.split(',')[4] ?? '');
  const [, day, month, year, hour = '', minute] = match ?? [];
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const half = Number(minute) < 30 ? '00' : '30';
  return { weekday: date.getUTCDay() || 7, halfHour: `${hour.padStart(2, '0')}:${half}` };
}

it.each<[string, ReportOptionsSpec, (start: ReturnType<typeof startOf>) => boolean]>([
  ['days of the week', { weekday: 'sat,Sunday' }, ({ weekday }) => weekday > 5],
  ['a half hour', { halfHour: '9:30' }, ({ halfHour }) => halfHour === '09:30'],
  ['the last half hours of the day', { halfHour: ['23:00', '23:30'] }, ({ halfHour }) => halfHour >= '23:00'],
  [
    'half hours of some days',
    { weekday: ['monday', 'friday'], halfHour: '10:00,15:30' },
    ({ weekday, halfHour }) => [1, 5].includes(weekday) && ['10:00', '15:30'].includes(halfHour),
  ],
])('a report on %s is that of the chats that start in them', async (_, filter, isWanted) => {
  const wanted = rows.filter((row) => isWanted(startOf(row)));
  const filtered = await files.report([heading, ...rows].join('\n'), { ...range, ...filter });
  const byHand = await files.report([heading, ...wanted].join('\n'), range);
  expect(wanted.length).toBeGreaterThan(10);
  expect(filtered.tables).toEqual(byHand.tables);
  expect(filtered.data_quality).toMatchObject({
    rows_read: rows.length,
    rows_used: wanted.length,
    rows_filtered_out: rows.length - wanted.length,
  });
});
