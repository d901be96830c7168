import type { Case } from './case.js';
import { seedCsv } from './case.js';

const threeWeeks = seedCsv(
  'p1,u1,System,Closing now,14-02-2021 09:00:00,14-02-2021 09:10:00,-,-,-,-', // Sunday
  'p2,u2,System,Closing now,16-02-2021 09:00:00,16-02-2021 09:10:00,-,-,-,-',
  'p3,u3,System,Closing now,17-02-2021 09:00:00,17-02-2021 09:10:00,-,-,-,-',
  'p4,u4,System,Closing now,22-02-2021 09:00:00,22-02-2021 09:10:00,-,-,-,-',
  'p5,u5,System,Closing now,23-02-2021 09:00:00,23-02-2021 09:10:00,-,-,-,-',
  'p6,u6,System,Closing now,24-02-2021 09:00:00,24-02-2021 09:10:00,-,-,-,-',
);

export const periodCases: Case[] = [
  {
    name: 'weeks cross the end of a year with both years in the label, and an empty week has a row of zeros',
    options: { from: '2020-12-21', to: '2021-01-18' },
    csv: seedCsv(
      'y1,u1,System,Closing now,21-12-2020 09:00:00,21-12-2020 09:10:00,-,-,-,-',
      'y2,u2,System,Closing now,22-12-2020 09:00:00,22-12-2020 09:10:00,-,-,-,-',
      'y3,u1,System,Closing now,28-12-2020 09:00:00,28-12-2020 09:10:00,-,-,-,-',
      'y4,u1,System,Closing now,31-12-2020 09:00:00,31-12-2020 09:10:00,-,-,-,-',
      'y5,u3,System,Closing now,03-01-2021 09:00:00,03-01-2021 09:10:00,-,-,-,-',
      'y6,u1,System,Closing now,17-01-2021 09:00:00,17-01-2021 09:10:00,-,-,-,-',
    ),
    rowCounts: { chat_metrics: 5, agent_metrics_by_period: 0 },
    expected: [
      {
        table: 'chat_metrics',
        where: { period_start: null },
        row: { incoming_chats: 6, unique_users: 3, returning_users: 1, incoming_change_rate: null },
      },
      {
        table: 'chat_metrics',
        where: { period_start: '2020-12-21' },
        row: {
          period_label: '21 Dec - 27 Dec 2020',
          incoming_chats: 2,
          unique_users: 2,
          returning_users: 0,
          incoming_change_rate: null,
        },
      },
      {
        table: 'chat_metrics',
        where: { period_start: '2020-12-28' },
        row: {
          period_end: '2021-01-04',
          period_label: '28 Dec 2020 - 03 Jan 2021',
          is_partial: false,
          incoming_chats: 3,
          unique_users: 2,
          returning_users: 1,
          incoming_change_rate: 0.5, // (3 - 2) / 2
        },
      },
      {
        table: 'chat_metrics',
        where: { period_start: '2021-01-04' },
        row: {
          period_label: '04 Jan - 10 Jan 2021',
          is_partial: false,
          incoming_chats: 0,
          unique_users: 0,
          closed_by_bot: 0,
          open_chats: 0,
          bot_deflection_rate: null,
          bot_resolution_rate: null,
          incoming_change_rate: -1, // (0 - 3) / 3
        },
      },
      {
        table: 'chat_metrics',
        where: { period_start: '2021-01-11' },
        row: { incoming_chats: 1, incoming_change_rate: null, bot_deflection_rate: 1 },
      },
      {
        table: 'half_hourly_chats',
        where: { half_hour: '09:00' },
        row: { chats: 6, share_rate: 1, chats_per_day: 6 / 28, closed_by_bot: 6, closed_by_agents: 0 },
      },
    ],
  },
  {
    name: 'weeks that the range only touches are partial, and no change is told from or to them',
    csv: threeWeeks,
    rowCounts: { chat_metrics: 4 },
    expected: [
      {
        table: 'chat_metrics',
        where: { period_start: '2021-02-08' },
        row: { period_label: '08 Feb - 14 Feb 2021', is_partial: true, incoming_chats: 1 },
      },
      {
        table: 'chat_metrics',
        where: { period_start: '2021-02-15' },
        row: { is_partial: false, incoming_chats: 2, incoming_change_rate: null },
      },
      {
        table: 'chat_metrics',
        where: { period_start: '2021-02-22' },
        row: { is_partial: true, incoming_chats: 3, incoming_change_rate: null },
      },
      {
        table: 'half_hourly_chats',
        where: { half_hour: '09:00' },
        row: { chats: 6, chats_per_day: 6 / 11 }, // 14 to 24 February
      },
    ],
  },
  {
    name: 'a range of whole weeks makes every week complete and every change known',
    options: { from: '2021-02-08', to: '2021-03-01' },
    csv: threeWeeks,
    rowCounts: { chat_metrics: 4 },
    expected: [
      { table: 'chat_metrics', where: { period_start: '2021-02-08' }, row: { is_partial: false } },
      { table: 'chat_metrics', where: { period_start: '2021-02-15' }, row: { incoming_change_rate: 1 } },
      {
        table: 'chat_metrics',
        where: { period_start: '2021-02-22' },
        row: { is_partial: false, incoming_change_rate: 0.5 },
      },
    ],
  },
  {
    name: 'months are calendar months',
    options: { period: 'month', from: '2021-01-01', to: '2021-03-01' },
    csv: seedCsv(
      'm1,u1,System,Closing now,30-01-2021 09:00:00,30-01-2021 09:10:00,-,-,-,-',
      'm2,u2,System,Closing now,31-01-2021 23:59:59,01-02-2021 00:10:00,-,-,-,-',
      'm3,u3,Asha,Completed,01-02-2021 00:00:00,01-02-2021 00:10:00,-,-,-,-',
      'm4,u4,System,Closing now,15-02-2021 09:00:00,15-02-2021 09:10:00,-,-,-,-',
      'm5,u5,System,Closing now,28-02-2021 23:59:59,01-03-2021 00:10:00,-,-,-,-',
    ),
    rowCounts: { chat_metrics: 3, agent_metrics_by_period: 2 },
    expected: [
      {
        table: 'chat_metrics',
        where: { period_start: '2021-01-01' },
        row: { period_end: '2021-02-01', period_label: 'Jan 2021', is_partial: false, incoming_chats: 2 },
      },
      {
        table: 'chat_metrics',
        where: { period_start: '2021-02-01' },
        row: {
          period_end: '2021-03-01',
          period_label: 'Feb 2021',
          is_partial: false,
          incoming_chats: 3,
          bot_deflection_rate: 2 / 3,
          incoming_change_rate: 0.5, // (3 - 2) / 2
        },
      },
      {
        table: 'agent_metrics_by_period',
        where: { agent: 'Asha' },
        row: { period_start: '2021-02-01', period_label: 'Feb 2021', chats_resolved: 1 },
      },
    ],
  },
  {
    name: 'days without a chat between the first and the last have rows of zeros',
    options: { period: 'day' },
    csv: seedCsv(
      'x1,u1,System,Closing now,15-02-2021 09:00:00,15-02-2021 09:10:00,-,-,-,-',
      'x2,u2,System,Closing now,17-02-2021 09:00:00,17-02-2021 09:10:00,-,-,-,-',
      'x3,u2,System,Closing now,17-02-2021 10:00:00,17-02-2021 10:10:00,-,-,-,-',
    ),
    rowCounts: { chat_metrics: 4 },
    expected: [
      {
        table: 'chat_metrics',
        where: { period_label: '16 Feb 2021' },
        row: { is_partial: false, incoming_chats: 0, returning_users: 0, incoming_change_rate: -1 },
      },
      {
        table: 'chat_metrics',
        where: { period_label: '17 Feb 2021' },
        row: { incoming_chats: 2, unique_users: 1, returning_users: 1, incoming_change_rate: null },
      },
    ],
  },
  {
    name: 'weeks may start on Sunday while weekdays keep their numbers',
    options: { weekStart: 'sunday' },
    csv: seedCsv(
      's1,u1,System,Closing now,13-02-2021 09:00:00,13-02-2021 09:10:00,-,-,-,-', // Saturday
      's2,u2,System,Closing now,14-02-2021 09:00:00,14-02-2021 09:10:00,-,-,-,-', // Sunday
    ),
    rowCounts: { chat_metrics: 3 },
    expected: [
      {
        table: 'chat_metrics',
        where: { period_start: '2021-02-07' },
        row: { period_end: '2021-02-14', period_label: '07 Feb - 13 Feb 2021', incoming_chats: 1 },
      },
      {
        table: 'chat_metrics',
        where: { period_start: '2021-02-14' },
        row: { period_end: '2021-02-21', period_label: '14 Feb - 20 Feb 2021', incoming_chats: 1 },
      },
      {
        table: 'weekday_half_hourly_chats',
        where: { weekday: 7, half_hour: '09:00' },
        row: { chats: 1, chats_per_day: 1, concurrent_chats_avg: 0 },
      },
      {
        table: 'weekday_half_hourly_chats',
        where: { weekday: 1, half_hour: '09:00' },
        row: { chats: 0, chats_per_day: null },
      },
    ],
  },
];
