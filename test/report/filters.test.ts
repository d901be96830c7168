import { describe, expect, it } from 'vitest';
import { sampleCsv, type ReportOptionsSpec } from '../../src/index.js';
import { tempFiles } from '../reading/temp-files.js';

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

it.each<[string, ReportOptionsSpec, number, (start: ReturnType<typeof startOf>) => boolean]>([
  ['days of the week', { weekday: 'sat,Sunday' }, 8, ({ weekday }) => weekday > 5],
  ['a half hour', { halfHour: '9:30' }, 28, ({ halfHour }) => halfHour === '09:30'],
  [
    'the last half hours of the day',
    { halfHour: ['23:00', '23:30'] },
    28,
    ({ halfHour }) => halfHour >= '23:00',
  ],
  [
    'half hours of some days',
    { weekday: ['monday', 'friday'], halfHour: '10:00,15:30' },
    8,
    ({ weekday, halfHour }) => [1, 5].includes(weekday) && ['10:00', '15:30'].includes(halfHour),
  ],
])(
  'a report on %s is that of the chats that start in them, per day of these',
  async (_, filter, days, isWanted) => {
    const wanted = rows.filter((row) => isWanted(startOf(row)));
    const filtered = await files.report([heading, ...rows].join('\n'), { ...range, ...filter });
    const byHand = await files.report([heading, ...wanted].join('\n'), range);
    expect(wanted.length).toBeGreaterThan(10);
    const perDay = byHand.tables.half_hourly_chats.map((row) => ({
      ...row,
      chats_per_day: Number(row['chats']) / days,
    }));
    expect(filtered.tables).toEqual({ ...byHand.tables, half_hourly_chats: perDay });
    expect(filtered.data_quality).toMatchObject({
      rows_read: rows.length,
      rows_used: wanted.length,
      rows_filtered_out: rows.length - wanted.length,
    });
  },
);

describe('a name that is in the files, but not in the range', () => {
  const chat = (id: number, by: string, reason: string, day: string): string =>
    `c${String(id)},${by},${reason},${day} 10:00:00,${day} 10:10:00`;
  const csv = [
    'RoomCode,ClosedBy,ClosingComment,ChatStartTime,ChatEndTime',
    chat(1, 'Bob', 'Sold', '2021-02-10'),
    chat(2, 'Asha', 'Done', '2021-02-11'),
    chat(3, 'Asha', 'Done', '2021-02-13'),
  ].join('\n');
  const later = { from: '2021-02-11', to: '2021-02-12' };
  const absent = (option: string, chats: string) =>
    `${option}: no chat ${chats} starts in the range, though the files have some.`;

  it.each<[string, ReportOptionsSpec, string]>([
    ['an agent', { ...later, agent: 'BOB' }, absent('--agent', 'of the agent "BOB"')],
    [
      'a reason',
      { ...later, closingReason: 'sold' },
      absent('--closing-reason', 'with the closing reason "sold"'),
    ],
    [
      'an agent of a range without chats',
      { from: '2021-02-12', to: '2021-02-13', agent: 'Asha' },
      absent('--agent', 'of the agent "Asha"'),
    ],
  ])('of %s gives zeros and a note', async (_, options, note) => {
    const { tables, data_quality } = await files.report(csv, options);
    expect(tables.chat_metrics[0]).toMatchObject({ incoming_chats: 0, bot_deflection_rate: null });
    expect(tables.agent_metrics).toMatchObject([
      { agent: null, chats_resolved: 0, resolution_avg_seconds: null },
    ]);
    expect(data_quality).toMatchObject({ rows_read: 3, rows_used: 0 });
    expect(data_quality.notes).toContain(note);
  });

  it('stands beside names that are in it', async () => {
    const { tables, data_quality } = await files.report(csv, { ...later, agent: ['Bob', 'Asha'] });
    expect(tables.agent_metrics.map(({ agent }) => agent)).toEqual([null, 'Asha']);
    expect(data_quality.notes).toContain(absent('--agent', 'of the agent "Bob"'));
  });

  it('is offered where another is nowhere in the files, and a bot is no agent', async () => {
    const refused = files.report(csv, { ...later, agent: ['Asha', 'Bobb'], bots: 'Nobody' });
    await expect(refused).rejects.toMatchObject({
      message: 'agent: there is no agent "Bobb". Did you mean "Bob"?',
      hint: 'There are: Asha, Bob.',
    });
    await expect(files.report(csv, { ...later, agent: 'Bob', bots: 'bob' })).rejects.toMatchObject({
      hint: 'There are: Asha.',
    });
  });
});
