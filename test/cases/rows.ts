import type { Case } from './case.js';
import { seedCsv, seedHeadings } from './case.js';

export const rowCases: Case[] = [
  {
    name: 'of rows with one chat id the latest end counts, then the last read',
    csv: seedCsv(
      'd1,u1,Asha,Completed,15-02-2021 10:00:00,15-02-2021 10:30:00,-,-,-,-',
      'd1,u1,Bela,Completed,15-02-2021 10:00:00,15-02-2021 11:00:00,-,-,-,-', // counts: latest end
      'd1,u1,Chan,Completed,15-02-2021 10:00:00,15-02-2021 10:45:00,-,-,-,-',
      'd2,u2,Asha,First,15-02-2021 10:00:00,15-02-2021 10:30:00,-,-,-,-',
      'd2,u2,Asha,Second,15-02-2021 10:00:00,15-02-2021 10:30:00,-,-,-,-', // counts: last read
      'd3,u3, Asha ,Completed,15-02-2021 10:00:00,15-02-2021 10:30:00,-,-,-,-', // equal after trimming
      'd3,u3,Asha,Completed,15-02-2021 10:00:00, 15-02-2021 10:30:00,-,-,-,-',
      'd4,u4,Dora,Completed,15-02-2021 10:00:00,15-02-2021 10:20:00,-,-,-,-', // counts: has an end
      'd4,u4,Esha,Completed,15-02-2021 10:00:00,-,-,-,-,-',
      'd5,u5,Dora,Completed,15-02-2021 10:00:00,15-02-2021 10:10:00,-,-,-,-', // counts: the other end is faulty
      'd5,u5,Esha,Completed,15-02-2021 10:20:00,15-02-2021 10:15:00,-,-,-,-',
    ),
    rowCounts: { agent_metrics: 4, closing_reasons: 2 },
    dataQuality: {
      rows_read: 11,
      rows_used: 5,
      rows_rejected: 0,
      rows_duplicate: 6,
      rows_out_of_range: 0,
      warnings: { ended_before_started: 0, closed_without_ended_at: 0 },
    },
    expected: [
      { table: 'chat_metrics', where: { period_start: null }, row: { incoming_chats: 5, unique_users: 5 } },
      {
        table: 'agent_metrics',
        where: { agent: 'Bela' },
        row: { chats_resolved: 1, resolution_avg_seconds: 3600 },
      },
      { table: 'agent_metrics', where: { agent: 'Asha' }, row: { chats_resolved: 2 } },
      {
        table: 'agent_metrics',
        where: { agent: 'Dora' },
        row: { chats_resolved: 2, resolution_avg_seconds: 900 }, // (1200 + 600) / 2
      },
      { table: 'closing_reasons', where: { closing_reason: 'Second' }, row: { chats: 1, share_rate: 0.2 } },
      {
        table: 'closing_reasons',
        where: { closing_reason: 'Completed' },
        row: { chats: 4, share_rate: 0.8 },
      },
    ],
  },
  {
    name: 'rows without id, without readable start or with too few or too many fields are rejected and counted',
    csv: [
      seedHeadings,
      'r1,u1,Asha,Completed,15-02-2021 10:00:00,15-02-2021 10:30:00,-,-,-,-',
      '',
      '-,u2,Asha,Completed,15-02-2021 10:00:00,15-02-2021 10:30:00,-,-,-,-', // no id
      'r3,u3,Asha,Completed,30-02-2021 10:00:00,28-02-2021 10:30:00,-,-,-,-', // no such day
      'r4,u4,Asha,Completed,-,15-02-2021 10:30:00,-,-,-,-', // no start
      'r5,u5,Asha,Completed,15-02-2021 10:00:00,15-02-2021 10:30:00,-,-,-', // too few
      'r6,u6,Asha,Completed,15-02-2021 10:00:00,15-02-2021 10:30:00,-,-,-,-,more', // too many
      'r7,u7,Asha,Completed,15-02-2021 10:00:00,15-02-2021 10:30:00,-,-,-,-,, ', // the extra ones are empty
      '   ',
      '',
    ].join('\r\n'),
    dataQuality: { rows_read: 7, rows_used: 2, rows_rejected: 5, rows_duplicate: 0, rows_out_of_range: 0 },
    expected: [{ table: 'chat_metrics', where: { period_start: null }, row: { incoming_chats: 2 } }],
  },
];
