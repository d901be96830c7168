import type { Case } from './case.js';
import { seedCsv } from './case.js';

export const activityCases: Case[] = [
  {
    name: 'three chats of one agent, two of them overlapping, give 40 minutes active, 10 free and 50 cumulative',
    csv: seedCsv(
      'a1,u1,Asha,Completed,15-02-2021 14:00:00,15-02-2021 14:20:00,15-02-2021 14:00:00,0:00:00,0:00:10,-',
      'a2,u2,Asha,Completed,15-02-2021 14:05:00,15-02-2021 14:30:00,15-02-2021 14:10:00,0:00:00,0:00:20,-',
      // never assigned: works from its start
      'a3,u3,Asha,Completed,15-02-2021 14:40:00,15-02-2021 14:50:00,-,0:00:00,0:00:30,-',
    ),
    expected: [
      {
        table: 'agent_activity',
        where: { agent: 'Asha' },
        row: {
          chats: 3,
          active_seconds: 2400, // 14:00-14:30 and 14:40-14:50
          free_seconds: 600,
          cumulative_seconds: 3000, // 20 + 20 + 10 minutes
          span_seconds: 3000,
          occupancy_rate: 0.8, // 2400 / 3000
          concurrency: 1.25, // 3000 / 2400
          shifts: 1,
          first_chat_at: '2021-02-15 14:00:00',
          last_chat_at: '2021-02-15 14:50:00',
          chats_per_active_hour: 4.5, // 3 / (40 / 60)
        },
      },
      {
        table: 'agent_metrics',
        where: { agent: 'Asha' },
        row: {
          resolution_avg_seconds: 1100, // (1200 + 1500 + 600) / 3
          resolution_median_seconds: 1200,
          resolution_p90_seconds: 1440, // rank 1.8: 1200 + 0.8 x 300
          handle_chats: 2,
          handle_avg_seconds: 1200,
          wait_chats: 2,
          wait_avg_seconds: 150, // (0 + 300) / 2
          customer_wait_avg_seconds: 165, // (0 + 10 + 300 + 20) / 2
        },
      },
      {
        table: 'weekday_half_hourly_chats',
        where: { weekday: 1, half_hour: '14:00' },
        row: { chats: 2, chats_per_day: 2, concurrent_chats_avg: 4 / 3 }, // (1200 + 1200) / 1800
      },
      {
        table: 'weekday_half_hourly_chats',
        where: { weekday: 1, half_hour: '14:30' },
        row: { chats: 1, chats_per_day: 1, concurrent_chats_avg: 1 / 3 }, // 600 / 1800
      },
    ],
  },
  {
    name: 'a chat inside a longer one neither shortens the active time nor opens a gap',
    csv: seedCsv(
      'i1,u1,Asha,Completed,15-02-2021 12:00:00,15-02-2021 13:00:00,15-02-2021 12:00:00,-,-,-',
      'i2,u2,Asha,Completed,15-02-2021 12:10:00,15-02-2021 12:20:00,15-02-2021 12:10:00,-,-,-',
      'i3,u3,Asha,Completed,15-02-2021 13:05:00,15-02-2021 13:15:00,15-02-2021 13:05:00,-,-,-',
    ),
    expected: [
      {
        table: 'agent_activity_by_shift',
        where: { agent: 'Asha', shift_date: '2021-02-15' },
        row: {
          chats: 3,
          active_seconds: 4200, // 60 + 10 minutes
          free_seconds: 300, // 13:00-13:05
          cumulative_seconds: 4800, // 60 + 10 + 10 minutes
          span_seconds: 4500,
          concurrency: 8 / 7, // 4800 / 4200
        },
      },
    ],
  },
  {
    name: 'a chat over midnight counts whole on the day it starts, and its load only inside the days of the range',
    options: { period: 'day' },
    csv: seedCsv(
      'm1,u1,Asha,Completed,16-02-2021 23:50:00,17-02-2021 00:20:00,16-02-2021 23:50:00,-,-,-',
      'm2,u2,Asha,Completed,17-02-2021 23:50:00,18-02-2021 00:30:00,17-02-2021 23:55:00,-,-,-',
    ),
    rowCounts: { chat_metrics: 3, agent_activity_by_shift: 2 },
    expected: [
      {
        table: 'chat_metrics',
        where: { period_start: '2021-02-16' },
        row: {
          period_end: '2021-02-17',
          period_label: '16 Feb 2021',
          is_partial: false,
          incoming_chats: 1,
          incoming_change_rate: null,
        },
      },
      {
        table: 'chat_metrics',
        where: { period_start: '2021-02-17' },
        row: { period_label: '17 Feb 2021', incoming_chats: 1, incoming_change_rate: 0 }, // (1 - 1) / 1
      },
      {
        table: 'weekday_half_hourly_chats',
        where: { weekday: 2, half_hour: '23:30' },
        row: { chats: 1, concurrent_chats_avg: 1 / 3 }, // 23:50-24:00: 600 / 1800
      },
      {
        table: 'weekday_half_hourly_chats',
        where: { weekday: 3, half_hour: '00:00' },
        row: { chats: 0, chats_per_day: 0, concurrent_chats_avg: 2 / 3 }, // 00:00-00:20
      },
      {
        table: 'weekday_half_hourly_chats',
        where: { weekday: 3, half_hour: '23:30' },
        row: { chats: 1, concurrent_chats_avg: 1 / 6 }, // from assignment: 23:55-24:00
      },
      {
        // Thursday 18 February is outside the range
        table: 'weekday_half_hourly_chats',
        where: { weekday: 4, half_hour: '00:00' },
        row: { chats: 0, chats_per_day: null, concurrent_chats_avg: null },
      },
      {
        table: 'agent_activity_by_shift',
        where: { shift_date: '2021-02-16' },
        row: { active_seconds: 1800, last_chat_at: '2021-02-17 00:20:00' },
      },
      {
        table: 'agent_activity_by_shift',
        where: { shift_date: '2021-02-17' },
        row: { active_seconds: 2100, first_chat_at: '2021-02-17 23:55:00' }, // 23:55-00:30
      },
    ],
  },
  {
    name: 'a zero-length chat counts as a chat and bounds a gap, and ratios of no time are empty',
    csv: seedCsv(
      'z1,u1,Asha,Completed,15-02-2021 10:00:00,15-02-2021 10:00:00,15-02-2021 10:00:00,-,-,-',
      'z2,u2,Asha,Completed,15-02-2021 10:30:00,15-02-2021 11:00:00,15-02-2021 10:30:00,-,-,-',
      'z3,u3,Bela,Completed,15-02-2021 12:00:00,15-02-2021 12:00:00,-,-,-,-',
    ),
    dataQuality: { rows_used: 3, warnings: { ended_before_started: 0, assigned_outside_chat: 0 } },
    expected: [
      {
        table: 'agent_activity',
        where: { agent: 'Asha' },
        row: {
          chats: 2,
          active_seconds: 1800,
          free_seconds: 1800, // 10:00-10:30
          cumulative_seconds: 1800,
          span_seconds: 3600,
          occupancy_rate: 0.5,
          concurrency: 1,
        },
      },
      {
        table: 'agent_activity',
        where: { agent: 'Bela' },
        row: {
          chats: 1,
          active_seconds: 0,
          free_seconds: 0,
          cumulative_seconds: 0,
          span_seconds: 0,
          occupancy_rate: null,
          concurrency: null,
          shifts: 1,
          first_chat_at: '2021-02-15 12:00:00',
          last_chat_at: '2021-02-15 12:00:00',
          chats_per_active_hour: null,
        },
      },
      {
        table: 'agent_activity',
        where: { agent: null },
        row: { chats: 3, shifts: 2, active_seconds: 1800, chats_per_active_hour: 6 }, // 3 / 0.5
      },
      {
        table: 'agent_metrics',
        where: { agent: 'Bela' },
        row: { resolution_chats: 1, resolution_avg_seconds: 0, handle_chats: 0, handle_avg_seconds: null },
      },
    ],
  },
];
