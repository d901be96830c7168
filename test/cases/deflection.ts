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
