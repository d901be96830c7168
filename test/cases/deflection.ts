import type { Case } from './case.js';
import { seedCsv } from './case.js';

const deflection = seedCsv(
  'b1,u1,System,Closing inactive room,15-02-2021 10:00:00,15-02-2021 11:00:00,-,-,-,2',
  'b2,u1,System,closing INACTIVE room,15-02-2021 10:00:00,15-02-2021 11:00:00,-,-,-,-',
  'b3,u2,System,Closing now,15-02-2021 10:00:00,15-02-2021 10:10:00,-,-,-,5',
  'b4,-,System,Closing now,15-02-2021 10:00:00,15-02-2021 10:10:00,15-02-2021 10:05:00,-,-,-',
  'b5,-,Bot,-,15-02-2021 10:00:00,15-02-2021 10:10:00,-,-,-,-',
  'b6,u2,Asha,Completed,15-02-2021 10:00:00,15-02-2021 10:10:00,15-02-2021 10:05:00,-,-,5',
  'b7,u3,-,-,15-02-2021 10:00:00,-,-,-,-,-',
  'b8,u4,System,Idle,15-02-2021 10:00:00,15-02-2021 10:10:00,-,-,-,-',
);

export const deflectionCases: Case[] = [
  {
    name: 'deflection without time-outs leaves out timed-out chats and chats that were assigned to an agent',
    csv: deflection,
    rowCounts: { closing_reasons: 5 },
    expected: [
      {
        table: 'chat_metrics',
        where: { period_start: null },
        row: {
          incoming_chats: 8,
          closed_by_bot: 6,
          bot_deflection_rate: 0.75,
          closed_by_agents: 1,
          open_chats: 1,
          bot_resolution_rate: 3 / 8, // b3, b5 and b8
          unique_users: 4,
          returning_users: 2, // u1 and u2
          csat_satisfied_rate_bot: 0.5, // 2 and 5
          csat_rated_chats_bot: 2,
        },
      },
      {
        table: 'closing_reasons',
        where: { closing_reason: 'Closing inactive room' },
        row: { chats: 2, share_rate: 0.25, closed_by_bot: 2 },
      },
      {
        table: 'closing_reasons',
        where: { closing_reason: null },
        row: { chats: 2, closed_by_bot: 1, closed_by_agents: 0, open_chats: 1 },
      },
    ],
  },
  {
    name: 'a chat of a bot whose assignment cannot be read or lies outside of the chat was assigned all the same',
    csv: seedCsv(
      'a1,u1,System,Closing now,15-02-2021 10:00:00,15-02-2021 10:10:00,later,-,-,-',
      'a2,u2,System,Closing now,15-02-2021 10:00:00,15-02-2021 10:10:00,31-02-2021 10:05:00,-,-,-',
      'a3,u3,System,Closing now,15-02-2021 10:00:00,15-02-2021 10:10:00,15-02-2021 09:59:59,-,-,-',
      'a4,u4,Bot,Closing now,15-02-2021 10:00:00,15-02-2021 10:10:00,15-02-2021 10:10:01,-,-,-',
      'a5,u5,Bot,Closing now,15-02-2021 10:00:00,-,N/A,-,-,-', // never assigned
    ),
    dataQuality: { warnings: { unreadable_assigned_at: 2, assigned_outside_chat: 2 } },
    expected: [
      {
        table: 'chat_metrics',
        where: { period_start: null },
        row: { closed_by_bot: 5, bot_deflection_rate: 1, bot_resolution_rate: 0.2 },
      },
      {
        table: 'chat_metrics',
        where: { period_start: '2021-02-15' },
        row: { bot_resolution_rate: 0.2 },
      },
    ],
  },
  {
    name: 'the closing reasons that mean a time-out are an option',
    options: { timeoutReasons: ['idle', 'Gave up'] },
    csv: deflection,
    expected: [
      {
        table: 'chat_metrics',
        where: { period_start: null },
        row: { bot_deflection_rate: 0.75, bot_resolution_rate: 0.5 }, // b1, b2, b3 and b5 of 8
      },
    ],
  },
];
