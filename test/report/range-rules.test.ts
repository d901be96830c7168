import { describe, expect, it } from 'vitest';
import { tempFiles } from '../reading/temp-files.js';

const files = tempFiles();
const heading = 'RoomCode,UserId,ClosedBy,ClosingComment,ChatStartTime,ChatEndTime,CsatScore';

describe('what docs/metrics.md says of ranges and rows holds:', () => {
  it('duplicates are equal by the values as read, names by their spelling, and columns without a field do not count', async () => {
    const row = (by: string, end: string, rating: string, other: string) =>
      `d1,u1,${by},Done,15-02-2021 10:00:00,${end},${rating},${other}`;
    const csv = [
      `${heading},Other`,
      row('Asha', '15-02-2021 10:30', '4', 'a'),
      row(' Asha ', '15-02-2021 10:30:00', '4.0', 'b'),
      row('ASHA', '15-02-2021 10:30:00', '4', 'b'),
    ].join('\n');
    const { data_quality } = await files.report(csv);
    expect(data_quality).toMatchObject({
      rows_duplicate: 2,
      rows_duplicate_equal: 0,
      rows_duplicate_differing: 2,
    });
    const equal = await files.report(csv.split('\n').slice(0, 3).join('\n'));
    expect(equal.data_quality).toMatchObject({ rows_duplicate: 1, rows_duplicate_equal: 1 });
  });

  it('a chat counts whole, its work after the range too, but not in the half hours of the week', async () => {
    const csv = [
      `${heading},AgentAssignmentTimestamp`,
      'e1,u1,Asha,Done,15-02-2021 23:50:00,16-02-2021 00:20:00,4,16-02-2021 00:10:00',
      'e2,u2,Asha,Done,16-02-2021 12:00:00,16-02-2021 12:20:00,4,16-02-2021 12:00:00',
    ].join('\n');
    const { tables } = await files.report(csv, { from: '2021-02-15', to: '2021-02-16' });
    expect(tables.agent_metrics[0]).toMatchObject({ handle_avg_seconds: 600, resolution_avg_seconds: 1800 });
    expect(tables.agent_activity[0]).toMatchObject({
      active_seconds: 600,
      last_chat_at: '2021-02-16 00:20:00',
    });
    expect(tables.agent_activity_by_shift).toMatchObject([{ shift_date: '2021-02-16', chats: 1 }]);
    const worked = tables.weekday_half_hourly_chats.map((row) => Number(row['concurrent_chats_avg']));
    expect(Math.max(...worked)).toBe(0);
  });

  it('warnings are over used rows alone, examples of rejected rows over all', async () => {
    const csv = [
      heading,
      'w1,u1,Asha,Done,15-02-2021 10:00:00,soon,4',
      'w2,u2,Asha,Done,16-02-2021 10:00:00,soon,4',
      'w3,u3,Bela,Done,15-02-2021 10:00:00,soon,4',
      'w4,u4,Asha,Done,15-02-2021 10:00:00,soon,4',
      'w4,u4,Asha,Done,15-02-2021 10:00:00,15-02-2021 10:10:00,4',
      'w5,u5,Asha,Done,never,soon,4',
    ].join('\n');
    const { data_quality } = await files.report(csv, { to: '2021-02-16', agent: 'Asha' });
    expect(data_quality).toMatchObject({
      rows_read: 6,
      rows_used: 2,
      rows_rejected: 1,
      rows_duplicate: 1,
      rows_out_of_range: 1,
      rows_filtered_out: 1,
      warnings: [{ kind: 'unreadable_ended_at', rows: 1 }],
    });
  });

  it.each([
    ['2021-02-01', '2021-03-01', '2021-01-01', '2021-02-01'],
    ['2021-01-01', '2021-03-01', '2020-11-01', '2021-01-01'],
    ['2021-02-02', '2021-03-02', '2021-01-05', '2021-02-02'],
    ['2021-02-10 12:00', '2021-02-11 12:00', '2021-02-08', '2021-02-10'],
    ['2021-02-01 12:00', '2021-03-01', '2021-01-01', '2021-02-01'],
  ])('before %s to %s comes %s to %s', async (from, to, otherFrom, otherTo) => {
    const csv = `${heading}\nc1,u1,Asha,Done,15-02-2021 10:00:00,15-02-2021 10:30:00,4\n`;
    const { comparison } = await files.report(csv, { from, to, compare: 'previous' });
    expect(comparison).toMatchObject({ range_from: otherFrom, range_to: otherTo });
  });
});
