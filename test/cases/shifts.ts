import type { Case } from './case.js';
import { seedCsv } from './case.js';

export const shiftCases: Case[] = [
  {
    name: 'a gap of exactly 10 hours stays inside a shift, one second more ends it',
    csv: seedCsv(
      'g1,u1,Asha,Completed,17-02-2021 19:00:00,17-02-2021 20:00:00,17-02-2021 19:00:00,-,-,-',
      'g2,u2,Asha,Completed,18-02-2021 06:00:00,18-02-2021 06:30:00,18-02-2021 06:00:00,-,-,-',
      'g3,u3,Bela,Completed,17-02-2021 19:00:00,17-02-2021 20:00:00,17-02-2021 19:00:00,-,-,-',
      'g4,u4,Bela,Completed,18-02-2021 06:00:01,18-02-2021 06:30:00,18-02-2021 06:00:01,-,-,-',
    ),
    rowCounts: { agent_activity: 3, agent_activity_by_shift: 3 },
    expected: [
      {
        table: 'agent_activity',
        where: { agent: 'Asha' },
        row: {
          shifts: 1,
          active_seconds: 5400,
          free_seconds: 36000,
          span_seconds: 41400,
          occupancy_rate: 3 / 23, // 5400 / 41400
          chats_per_active_hour: 4 / 3, // 2 / 1.5
        },
      },
      {
        table: 'agent_activity',
        where: { agent: 'Bela' },
        row: { shifts: 2, active_seconds: 5399, free_seconds: 0, span_seconds: 5399, occupancy_rate: 1 },
      },
      {
        table: 'agent_activity',
        where: { agent: null },
        row: {
          chats: 4,
          shifts: 3,
          active_seconds: 10799, // 5400 + 5399
          free_seconds: 36000,
          cumulative_seconds: 10799,
          span_seconds: 46799,
          occupancy_rate: 10799 / 46799,
          concurrency: 1,
          first_chat_at: '2021-02-17 19:00:00',
          last_chat_at: '2021-02-18 06:30:00',
        },
      },
      {
        table: 'agent_activity_by_shift',
        where: { agent: 'Asha', shift_date: '2021-02-17' },
        row: { chats: 2, shifts: 1, last_chat_at: '2021-02-18 06:30:00' },
      },
      {
        table: 'agent_activity_by_shift',
        where: { agent: 'Bela', shift_date: '2021-02-18' },
        row: { chats: 1, shifts: 1, first_chat_at: '2021-02-18 06:00:01', active_seconds: 1799 },
      },
    ],
  },
  {
    name: 'two shifts that start on one date share a row, and the shift gap is an option',
    options: { shiftGap: '2h' },
    csv: seedCsv(
      't1,u1,Asha,Completed,16-02-2021 08:00:00,16-02-2021 09:00:00,16-02-2021 08:00:00,-,-,-',
      // 3 hours later: a new shift
      't2,u2,Asha,Completed,16-02-2021 12:00:00,16-02-2021 12:30:00,16-02-2021 12:00:00,-,-,-',
      // exactly 2 hours later: the same shift
      't3,u3,Asha,Completed,16-02-2021 14:30:00,16-02-2021 15:00:00,16-02-2021 14:30:00,-,-,-',
    ),
    rowCounts: { agent_activity_by_shift: 1 },
    expected: [
      {
        table: 'agent_activity_by_shift',
        where: { agent: 'Asha', shift_date: '2021-02-16' },
        row: {
          chats: 3,
          shifts: 2,
          active_seconds: 7200, // 60 + 30 + 30 minutes
          free_seconds: 7200, // 12:30-14:30
          span_seconds: 14400,
          occupancy_rate: 0.5,
          first_chat_at: '2021-02-16 08:00:00',
          last_chat_at: '2021-02-16 15:00:00',
          chats_per_active_hour: 1.5, // 3 / 2
        },
      },
    ],
  },
];
