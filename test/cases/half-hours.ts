import type { Case } from './case.js';
import { seedCsv } from './case.js';

export const halfHourCases: Case[] = [
  {
    name: 'a half hour holds its first second and not the first of the next',
    csv: seedCsv(
      'h1,u1,System,Closing now,16-02-2021 00:00:00,16-02-2021 00:10:00,-,-,-,-',
      'h2,u2,System,Closing now,16-02-2021 9:29:59,16-02-2021 9:40:00,-,-,-,-',
      'h3,u3,System,Closing now,16-02-2021 9:30:00,16-02-2021 9:40:00,-,-,-,-',
      'h4,u4,Asha,Completed,16-02-2021 9:59:59,16-02-2021 10:10:00,-,-,-,-',
      'h5,u5,System,Closing now,16-02-2021 10:00:00,16-02-2021 10:10:00,-,-,-,-',
      'h6,u6,System,Closing now,16-02-2021 23:59:59,17-02-2021 00:10:00,-,-,-,-',
      'h7,u7,System,Closing now,18-02-2021 10:15:00,18-02-2021 10:20:00,-,-,-,-',
    ),
    rowCounts: { half_hourly_chats: 48, weekday_half_hourly_chats: 336 },
    expected: [
      { table: 'half_hourly_chats', where: { half_hour: '00:00' }, row: { chats: 1, chats_per_day: 1 / 3 } },
      { table: 'half_hourly_chats', where: { half_hour: '00:30' }, row: { chats: 0, share_rate: 0 } },
      { table: 'half_hourly_chats', where: { half_hour: '09:00' }, row: { chats: 1, share_rate: 1 / 7 } },
      {
        table: 'half_hourly_chats',
        where: { half_hour: '09:30' },
        row: { chats: 2, share_rate: 2 / 7, chats_per_day: 2 / 3, closed_by_bot: 1, closed_by_agents: 1 },
      },
      { table: 'half_hourly_chats', where: { half_hour: '10:00' }, row: { chats: 2, chats_per_day: 2 / 3 } },
      { table: 'half_hourly_chats', where: { half_hour: '23:30' }, row: { chats: 1 } },
      {
        table: 'weekday_half_hourly_chats',
        where: { weekday: 2, half_hour: '09:30' },
        row: { chats: 2, chats_per_day: 2, concurrent_chats_avg: 1 / 1800 }, // h4: 9:59:59-10:00:00
      },
      {
        table: 'weekday_half_hourly_chats',
        where: { weekday: 2, half_hour: '10:00' },
        row: { chats: 1, chats_per_day: 1, concurrent_chats_avg: 1 / 3 }, // h4: 10:00-10:10
      },
      {
        table: 'weekday_half_hourly_chats',
        where: { weekday: 3, half_hour: '10:00' },
        row: { chats: 0, chats_per_day: 0, concurrent_chats_avg: 0 },
      },
      {
        table: 'weekday_half_hourly_chats',
        where: { weekday: 4, half_hour: '10:00' },
        row: { chats: 1, chats_per_day: 1 },
      },
      {
        table: 'weekday_half_hourly_chats',
        where: { weekday: 5, half_hour: '10:00' },
        row: { chats: 0, chats_per_day: null, concurrent_chats_avg: null },
      },
    ],
  },
];
