import type { Case } from './case.js';
import { seedCsv } from './case.js';

export const zoneCases: Case[] = [
  {
    name: 'when clocks go forward, times are shown in the report zone and durations stay real',
    options: { period: 'day', sourceTimezone: 'UTC', timezone: 'America/New_York' },
    csv: seedCsv(
      // Saturday 13 March, 5 hours behind: 09:59:59 and 10:00:00
      's1,u1,Asha,Completed,13-03-2021 14:59:59,13-03-2021 15:05:00,13-03-2021 14:59:59,-,-,2',
      's2,u2,Asha,Completed,13-03-2021 15:00:00,13-03-2021 15:10:00,13-03-2021 15:00:00,-,-,4',
      // Saturday 22:30
      's3,u3,System,Closing now,14-03-2021 03:30:00,14-03-2021 03:40:00,-,-,-,-',
      // Sunday 14 March: 01:30 to 03:30 is one hour, 02:00 to 03:00 does not exist
      's4,u4,Asha,Completed,14-03-2021 06:30:00,14-03-2021 07:30:00,14-03-2021 06:30:00,-,-,1',
      // now 4 hours behind: 10:00:00
      's5,u5,Asha,Completed,14-03-2021 14:00:00,14-03-2021 14:10:00,14-03-2021 14:00:00,-,-,5',
    ),
    rowCounts: { chat_metrics: 3, agent_activity_by_shift: 2 },
    expected: [
      { table: 'chat_metrics', where: { period_start: '2021-03-13' }, row: { incoming_chats: 3 } },
      {
        table: 'chat_metrics',
        where: { period_start: '2021-03-14' },
        row: { period_label: '14 Mar 2021', incoming_chats: 2 },
      },
      {
        table: 'agent_metrics',
        where: { agent: 'Asha' },
        row: {
          csat_avg_business_hours: 4.5, // s2 4, s5 5
          csat_rated_chats_business_hours: 2,
          csat_avg_outside_business_hours: 1.5, // s1 2, s4 1
          csat_rated_chats_outside_business_hours: 2,
        },
      },
      {
        table: 'half_hourly_chats',
        where: { half_hour: '22:30' },
        row: { chats: 1, chats_per_day: 0.5, closed_by_bot: 1 },
      },
      {
        table: 'weekday_half_hourly_chats',
        where: { weekday: 7, half_hour: '01:30' },
        row: { chats: 1, concurrent_chats_avg: 1 },
      },
      {
        table: 'weekday_half_hourly_chats',
        where: { weekday: 7, half_hour: '02:00' },
        row: { chats: 0, chats_per_day: 0, concurrent_chats_avg: null }, // the clocks skip it
      },
      {
        table: 'weekday_half_hourly_chats',
        where: { weekday: 7, half_hour: '03:00' },
        row: { chats: 0, concurrent_chats_avg: 1 },
      },
      {
        table: 'agent_activity_by_shift',
        where: { agent: 'Asha', shift_date: '2021-03-13' },
        row: { chats: 2, active_seconds: 601, cumulative_seconds: 901 }, // 301 + 600, 300 of them twice
      },
      {
        table: 'agent_activity_by_shift',
        where: { agent: 'Asha', shift_date: '2021-03-14' },
        row: {
          chats: 2,
          active_seconds: 4200, // 3600 + 600
          free_seconds: 23400, // 07:30 to 14:00 UTC
          first_chat_at: '2021-03-14 01:30:00',
          last_chat_at: '2021-03-14 10:10:00',
        },
      },
    ],
  },
  {
    name: 'when clocks go back, the repeated hour fills its half hours twice',
    options: { period: 'day', sourceTimezone: 'UTC', timezone: 'America/New_York' },
    csv: seedCsv(
      // Saturday 6 November 23:59:59 and Sunday 00:00:00, 4 hours behind
      'f1,u1,System,Closing now,07-11-2021 03:59:59,07-11-2021 04:10:00,-,-,-,-',
      'f2,u2,System,Closing now,07-11-2021 04:00:00,07-11-2021 04:10:00,-,-,-,-',
      // Sunday from the first 01:30 to the second 01:45
      'f3,u3,Asha,Completed,07-11-2021 05:30:00,07-11-2021 06:45:00,07-11-2021 05:30:00,-,-,-',
      // the second 01:10
      'f4,u4,System,Closing now,07-11-2021 06:10:00,07-11-2021 06:20:00,-,-,-,-',
      // Saturday 13 November 07:00, 5 hours behind
      'f5,u5,System,Closing now,13-11-2021 12:00:00,13-11-2021 12:10:00,-,-,-,-',
    ),
    rowCounts: { chat_metrics: 9 },
    expected: [
      { table: 'chat_metrics', where: { period_start: '2021-11-06' }, row: { incoming_chats: 1 } },
      { table: 'chat_metrics', where: { period_start: '2021-11-07' }, row: { incoming_chats: 3 } },
      {
        table: 'weekday_half_hourly_chats',
        where: { weekday: 6, half_hour: '23:30' },
        row: { chats: 1, chats_per_day: 0 }, // its Saturday is not whole: its first chat is hours after that of the other days
      },
      { table: 'half_hourly_chats', where: { half_hour: '00:00' }, row: { chats: 1, chats_per_day: 1 / 7 } },
      { table: 'half_hourly_chats', where: { half_hour: '07:00' }, row: { chats: 1 } },
      {
        table: 'weekday_half_hourly_chats',
        where: { weekday: 7, half_hour: '01:00' },
        row: { chats: 1, concurrent_chats_avg: 0.5 }, // 06:00-06:30 UTC of 3600 s
      },
      {
        table: 'weekday_half_hourly_chats',
        where: { weekday: 7, half_hour: '01:30' },
        row: { chats: 1, concurrent_chats_avg: 0.75 }, // 05:30-06:00 and 06:30-06:45 UTC: 2700 / 3600
      },
      {
        table: 'agent_activity',
        where: { agent: 'Asha' },
        row: {
          active_seconds: 4500,
          first_chat_at: '2021-11-07 01:30:00',
          last_chat_at: '2021-11-07 01:45:00',
        },
      },
    ],
  },
  {
    name: 'a written time that was skipped moves forward by the gap and a repeated one is its first',
    options: { sourceTimezone: 'America/New_York' },
    csv: seedCsv(
      'l1,u1,Asha,Completed,14-03-2021 01:30:00,14-03-2021 03:30:00,14-03-2021 01:30:00,-,-,-',
      'l2,u2,Bela,Completed,14-03-2021 02:15:00,14-03-2021 03:45:00,-,-,-,-',
      'l3,u3,Chan,Completed,07-11-2021 01:30:00,07-11-2021 02:30:00,-,-,-,-',
    ),
    expected: [
      { table: 'agent_metrics', where: { agent: 'Asha' }, row: { resolution_avg_seconds: 3600 } },
      { table: 'agent_metrics', where: { agent: 'Bela' }, row: { resolution_avg_seconds: 1800 } }, // 03:15-03:45
      {
        table: 'agent_activity',
        where: { agent: 'Bela' },
        row: { first_chat_at: '2021-03-14 03:15:00', last_chat_at: '2021-03-14 03:45:00' },
      },
      { table: 'agent_metrics', where: { agent: 'Chan' }, row: { resolution_avg_seconds: 7200 } },
      { table: 'half_hourly_chats', where: { half_hour: '03:00' }, row: { chats: 1 } },
      { table: 'half_hourly_chats', where: { half_hour: '02:00' }, row: { chats: 0 } },
      { table: 'half_hourly_chats', where: { half_hour: '01:30' }, row: { chats: 2 } },
    ],
  },
  {
    name: 'range, weeks and shift dates follow the report zone, not the zone of the file',
    options: { sourceTimezone: 'Asia/Kolkata', timezone: 'UTC', from: '2021-02-14' },
    csv: seedCsv(
      'k1,u1,Asha,Completed,14-02-2021 05:29:59,14-02-2021 05:40:00,-,-,-,-', // 13 February 23:59:59
      'k2,u2,Asha,Completed,14-02-2021 05:30:00,14-02-2021 05:40:00,-,-,-,-', // Sunday 00:00:00
      'k3,u3,Asha,Completed,15-02-2021 05:29:59,15-02-2021 05:39:59,-,-,-,-', // Sunday 23:59:59
    ),
    rowCounts: { chat_metrics: 2 },
    dataQuality: { rows_read: 3, rows_used: 2, rows_out_of_range: 1 },
    expected: [
      {
        table: 'chat_metrics',
        where: { period_start: '2021-02-08' },
        row: { period_label: '08 Feb - 14 Feb 2021', is_partial: true, incoming_chats: 2 },
      },
      {
        table: 'agent_activity_by_shift',
        where: { agent: 'Asha', shift_date: '2021-02-14' },
        row: {
          chats: 2,
          shifts: 2,
          active_seconds: 1200,
          first_chat_at: '2021-02-14 00:00:00',
          last_chat_at: '2021-02-15 00:09:59',
        },
      },
      {
        table: 'weekday_half_hourly_chats',
        where: { weekday: 7, half_hour: '23:30' },
        row: { chats: 1, concurrent_chats_avg: 1 / 1800 },
      },
    ],
  },
];
