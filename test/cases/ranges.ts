import type { Case } from './case.js';
import { seedCsv } from './case.js';

export const rangeCases: Case[] = [
  {
    name: 'the range holds its first midnight and not its last, and a chat that starts inside counts whole',
    options: { period: 'day', from: '2021-02-15', to: '2021-02-17' },
    csv: seedCsv(
      'f1,u1,Asha,Completed,14-02-2021 23:59:59,15-02-2021 00:30:00,-,-,-,-',
      'f2,u2,Asha,Completed,15-02-2021 00:00:00,15-02-2021 00:10:00,-,-,-,-',
      'f3,u3,Asha,Completed,16-02-2021 23:59:59,17-02-2021 00:10:59,-,-,-,-',
      'f4,u4,Asha,Completed,17-02-2021 00:00:00,17-02-2021 00:10:00,-,-,-,-',
    ),
    rowCounts: { chat_metrics: 3 },
    dataQuality: { rows_read: 4, rows_used: 2, rows_rejected: 0, rows_duplicate: 0, rows_out_of_range: 2 },
    expected: [
      { table: 'chat_metrics', where: { period_start: '2021-02-15' }, row: { incoming_chats: 1 } },
      {
        table: 'agent_metrics',
        where: { agent: null },
        row: { resolution_avg_seconds: 630 }, // (600 + 660) / 2
      },
      {
        table: 'half_hourly_chats',
        where: { half_hour: '23:30' },
        row: { chats: 1, share_rate: 0.5, chats_per_day: 0.5 },
      },
      {
        table: 'weekday_half_hourly_chats',
        where: { weekday: 2, half_hour: '23:30' },
        row: { concurrent_chats_avg: 1 / 1800 }, // one second before midnight
      },
      {
        table: 'weekday_half_hourly_chats',
        where: { weekday: 3, half_hour: '00:00' },
        row: { chats: 0, concurrent_chats_avg: null },
      },
    ],
  },
  {
    name: 'a range may begin and end inside a day: those periods are partial, and only what elapsed is divided by',
    options: { period: 'day', from: '2021-02-15 12:00:00', to: '2021-02-17 06:15:00' },
    csv: seedCsv(
      'f1,u1,Asha,Completed,15-02-2021 11:59:59,15-02-2021 12:30:00,-,-,-,-',
      'f2,u2,Asha,Completed,15-02-2021 12:00:00,15-02-2021 12:30:00,-,-,-,-',
      'f3,u3,Asha,Completed,16-02-2021 11:59:59,16-02-2021 12:30:00,-,-,-,-',
      'f4,u4,Asha,Completed,17-02-2021 06:10:00,17-02-2021 06:40:00,-,-,-,-',
      'f5,u5,Asha,Completed,17-02-2021 06:15:00,17-02-2021 06:40:00,-,-,-,-',
    ),
    rowCounts: { chat_metrics: 4 },
    dataQuality: { rows_used: 3, rows_out_of_range: 2 },
    expected: [
      { table: 'chat_metrics', where: { period_start: '2021-02-15' }, row: { is_partial: true } },
      { table: 'chat_metrics', where: { period_start: '2021-02-16' }, row: { is_partial: false } },
      {
        table: 'chat_metrics',
        where: { period_start: '2021-02-17' },
        row: { is_partial: true, incoming_change_rate: null },
      },
      {
        table: 'half_hourly_chats',
        where: { half_hour: '12:00' },
        row: { chats: 1, chats_per_day: 24 / 42.25 }, // 12 + 24 + 6.25 hours
      },
      {
        table: 'weekday_half_hourly_chats',
        where: { weekday: 1, half_hour: '11:30' },
        row: { chats: 0, chats_per_day: null, concurrent_chats_avg: null },
      },
      {
        table: 'weekday_half_hourly_chats',
        where: { weekday: 1, half_hour: '12:00' },
        row: { chats: 1, chats_per_day: 1, concurrent_chats_avg: 1 },
      },
      {
        table: 'weekday_half_hourly_chats',
        where: { weekday: 3, half_hour: '06:00' },
        row: { chats: 1, chats_per_day: 2, concurrent_chats_avg: 300 / 900 }, // a quarter of an hour elapsed
      },
      {
        table: 'weekday_half_hourly_chats',
        where: { weekday: 3, half_hour: '06:30' },
        row: { chats: 0, chats_per_day: null, concurrent_chats_avg: null }, // f4 goes on, after the range
      },
    ],
  },
  {
    name: 'with days of the week alone, chats per day are per day of these, and range and spellings stay',
    options: { period: 'day', weekday: ['monday', 'wednesday'] },
    csv: seedCsv(
      'g1,u1,ASHA,Completed,13-02-2021 12:00:00,13-02-2021 12:30:00,-,-,-,-',
      'g2,u2,ASHA,Completed,14-02-2021 12:00:00,14-02-2021 12:30:00,-,-,-,-',
      'g3,u3,Asha,Completed,15-02-2021 12:00:00,15-02-2021 12:30:00,-,-,-,-',
      'g4,u4,Bot,Completed,17-02-2021 12:00:00,17-02-2021 12:30:00,-,-,-,-',
      'g5,u5,Bot,Completed,22-02-2021 12:00:00,22-02-2021 12:30:00,-,-,-,-',
    ),
    rowCounts: { chat_metrics: 11 },
    dataQuality: { rows_read: 5, rows_used: 3, rows_out_of_range: 0, rows_filtered_out: 2 },
    expected: [
      { table: 'half_hourly_chats', where: { half_hour: '12:00' }, row: { chats: 3, chats_per_day: 1 } },
      { table: 'agent_metrics', where: { agent: 'ASHA' }, row: { chats_resolved: 1 } },
      {
        table: 'weekday_half_hourly_chats',
        where: { weekday: 1, half_hour: '12:00' },
        row: { chats: 2, chats_per_day: 1 }, // two Mondays
      },
    ],
  },
  {
    name: 'a range without chats has its periods with zeros and empty rates',
    options: { from: '2021-03-01', to: '2021-03-08' },
    csv: seedCsv('e1,u1,Asha,Completed,15-02-2021 12:00:00,15-02-2021 12:30:00,-,-,-,5'),
    rowCounts: {
      chat_metrics: 2,
      agent_metrics: 1,
      agent_metrics_by_period: 0,
      half_hourly_chats: 48,
      closing_reasons: 0,
      agent_activity: 1,
      agent_activity_by_shift: 0,
    },
    dataQuality: { rows_read: 1, rows_used: 0, rows_out_of_range: 1 },
    expected: [
      {
        table: 'chat_metrics',
        where: { period_start: null },
        row: { incoming_chats: 0, unique_users: 0, bot_deflection_rate: null, bot_resolution_rate: null },
      },
      {
        table: 'chat_metrics',
        where: { period_start: '2021-03-01' },
        row: { period_label: '01 Mar - 07 Mar 2021', is_partial: false, incoming_chats: 0 },
      },
      {
        table: 'agent_metrics',
        where: { agent: null },
        row: { chats_resolved: 0, csat_avg: null, csat_response_rate: null, resolution_p90_seconds: null },
      },
      {
        table: 'half_hourly_chats',
        where: { half_hour: '12:00' },
        row: { chats: 0, share_rate: null, chats_per_day: 0 },
      },
    ],
  },
];
