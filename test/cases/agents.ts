import type { Case } from './case.js';
import { seedCsv } from './case.js';

export const agentCases: Case[] = [
  {
    name: 'percentiles interpolate, of 10 and 20 the 90th is 19, and a response at the target is within it',
    options: { responseTarget: '10s' },
    csv: seedCsv(
      'p1,u1,Asha,Completed,15-02-2021 10:00:00,15-02-2021 10:01:40,15-02-2021 10:00:05,0:00:00,0:00:10,-',
      'p2,u2,Asha,Completed,15-02-2021 11:00:00,15-02-2021 11:03:20,15-02-2021 11:00:05,0:00:00,0:00:20,-',
      'p3,u3,Asha,Completed,15-02-2021 12:00:00,15-02-2021 12:10:00,15-02-2021 12:00:05,0:00:00,-,-',
    ),
    expected: [
      {
        table: 'agent_metrics',
        where: { agent: 'Asha' },
        row: {
          chats_resolved: 3,
          first_response_chats: 2,
          first_response_avg_seconds: 15,
          first_response_median_seconds: 15,
          first_response_p90_seconds: 19, // rank 0.9: 10 + 0.9 x 10
          first_response_within_target_rate: 0.5, // of the two that were answered
          unanswered_chats: 1, // p3
          resolution_chats: 3, // 100, 200 and 600 seconds
          resolution_avg_seconds: 300,
          resolution_median_seconds: 200,
          resolution_p90_seconds: 520, // rank 1.8: 200 + 0.8 x 400
          customer_wait_avg_seconds: 20, // (5 + 10 + 5 + 20) / 2
        },
      },
    ],
  },
  {
    name: 'chats without a reply are counted for all agents, for each agent and in each period, and no chat of a bot is one',
    options: { period: 'day', responseTarget: '10s' },
    csv: seedCsv(
      'n1,u1,Asha,Completed,15-02-2021 10:00:00,15-02-2021 10:01:40,15-02-2021 10:00:05,-,-,-',
      'n2,u2,Asha,Completed,15-02-2021 11:00:00,15-02-2021 11:03:20,15-02-2021 11:00:05,-,0:00:10,-',
      'n3,u3,Asha,Completed,16-02-2021 11:00:00,16-02-2021 11:03:20,16-02-2021 11:00:05,-,soon,-',
      'n4,u4,Bela,Completed,16-02-2021 12:00:00,16-02-2021 12:10:00,16-02-2021 12:00:05,-,0:00:00,-',
      'n5,u5,System,Closing now,16-02-2021 12:00:00,16-02-2021 12:10:00,-,-,-,-',
      'n6,u6,-,-,16-02-2021 12:00:00,-,-,-,-,-',
    ),
    expected: [
      {
        table: 'agent_metrics',
        where: { agent: null },
        row: {
          chats_resolved: 4,
          first_response_chats: 2,
          unanswered_chats: 2, // n1, and n3 whose response cannot be read
          first_response_within_target_rate: 1,
        },
      },
      { table: 'agent_metrics', where: { agent: 'Asha' }, row: { unanswered_chats: 2 } },
      { table: 'agent_metrics', where: { agent: 'Bela' }, row: { unanswered_chats: 0 } },
      {
        table: 'agent_metrics_by_period',
        where: { period_start: '2021-02-15', agent: null },
        row: { chats_resolved: 2, unanswered_chats: 1 },
      },
      {
        table: 'agent_metrics_by_period',
        where: { period_start: '2021-02-16', agent: 'Asha' },
        row: { chats_resolved: 1, unanswered_chats: 1, first_response_within_target_rate: null },
      },
    ],
  },
  {
    name: 'a file of one chat gives that chat in every table',
    csv: seedCsv(
      '1,u1,Asha,Completed,16-02-2021 12:00:00,16-02-2021 12:10:00,16-02-2021 12:01:00,0:00:00,0:00:42,5',
    ),
    rowCounts: {
      chat_metrics: 2,
      agent_metrics: 2,
      agent_metrics_by_period: 2,
      half_hourly_chats: 48,
      weekday_half_hourly_chats: 336,
      closing_reasons: 1,
      agent_activity: 2,
      agent_activity_by_shift: 1,
    },
    dataQuality: { rows_read: 1, rows_used: 1, rows_rejected: 0, rows_duplicate: 0, rows_out_of_range: 0 },
    expected: [
      {
        table: 'chat_metrics',
        where: { period_start: null },
        row: {
          period_end: null,
          is_partial: null,
          incoming_chats: 1,
          unique_users: 1,
          closed_by_bot: 0,
          bot_deflection_rate: 0,
          closed_by_agents: 1,
          open_chats: 0,
          bot_resolution_rate: 0,
          incoming_change_rate: null,
          returning_users: 0,
          csat_satisfied_rate_bot: null,
          csat_rated_chats_bot: 0,
        },
      },
      {
        table: 'chat_metrics',
        where: { period_start: '2021-02-15' },
        row: {
          period_end: '2021-02-22',
          period_label: '15 Feb - 21 Feb 2021',
          is_partial: true,
          incoming_chats: 1,
        },
      },
      {
        table: 'agent_metrics_by_period',
        where: { period_start: '2021-02-15', agent: 'Asha' },
        row: {
          period_end: '2021-02-22',
          period_label: '15 Feb - 21 Feb 2021',
          chats_resolved: 1,
          first_response_avg_seconds: 42,
          first_response_median_seconds: 42,
          first_response_p90_seconds: 42,
          first_response_within_target_rate: 0, // 42 > 30
          unanswered_chats: 0,
          resolution_avg_seconds: 600,
          resolution_median_seconds: 600,
          resolution_p90_seconds: 600,
          handle_avg_seconds: 540,
          wait_avg_seconds: 60,
          customer_wait_avg_seconds: 102, // 60 + 42
          csat_avg: 5,
          csat_response_rate: 1,
          csat_satisfied_rate: 1,
          csat_avg_business_hours: 5,
          csat_rated_chats_business_hours: 1,
          csat_avg_outside_business_hours: null,
          csat_rated_chats_outside_business_hours: 0,
        },
      },
      {
        table: 'half_hourly_chats',
        where: { half_hour: '12:00' },
        row: { chats: 1, share_rate: 1, chats_per_day: 1, closed_by_bot: 0, closed_by_agents: 1 },
      },
      {
        table: 'weekday_half_hourly_chats',
        where: { weekday: 2, half_hour: '12:00' },
        row: { chats: 1, chats_per_day: 1, concurrent_chats_avg: 0.3 }, // 540 / 1800
      },
      {
        table: 'closing_reasons',
        where: { closing_reason: 'Completed' },
        row: { chats: 1, share_rate: 1, closed_by_bot: 0, closed_by_agents: 1, open_chats: 0 },
      },
    ],
  },
  {
    name: 'agent metrics by week have rows only for weeks and agents with a chat closed by an agent',
    options: { from: '2021-02-15', to: '2021-03-08' },
    csv: seedCsv(
      'w1,u1,Asha,Completed,15-02-2021 12:00:00,15-02-2021 12:10:00,-,-,0:00:10,5',
      'w2,u2,Asha,Completed,16-02-2021 12:00:00,16-02-2021 12:20:00,-,-,0:00:20,3',
      'w3,u3,Bela,Completed,21-02-2021 23:59:59,22-02-2021 00:09:59,-,-,0:01:00,-',
      'w4,u4,System,Closing now,22-02-2021 00:00:00,22-02-2021 00:10:00,-,-,-,-',
      'w5,u5,Bela,Completed,01-03-2021 12:00:00,01-03-2021 12:30:00,-,-,0:00:30,4',
    ),
    rowCounts: { chat_metrics: 4, agent_metrics: 3, agent_metrics_by_period: 5 },
    expected: [
      {
        table: 'agent_metrics_by_period',
        where: { period_start: '2021-02-15', agent: null },
        row: {
          period_end: '2021-02-22',
          chats_resolved: 3,
          first_response_avg_seconds: 30, // (10 + 20 + 60) / 3
          first_response_median_seconds: 20,
          first_response_within_target_rate: 2 / 3,
          resolution_avg_seconds: 800, // (600 + 1200 + 600) / 3
          csat_avg: 4,
          csat_rated_chats: 2,
          csat_response_rate: 2 / 3,
        },
      },
      {
        table: 'agent_metrics_by_period',
        where: { period_start: '2021-02-15', agent: 'Asha' },
        row: { chats_resolved: 2, csat_satisfied_rate: 0.5 },
      },
      {
        table: 'agent_metrics_by_period',
        where: { period_start: '2021-03-01', agent: 'Bela' },
        row: { period_label: '01 Mar - 07 Mar 2021', chats_resolved: 1, resolution_avg_seconds: 1800 },
      },
      {
        table: 'agent_metrics',
        where: { agent: null },
        row: {
          chats_resolved: 4,
          first_response_avg_seconds: 30, // 120 / 4
          first_response_median_seconds: 25, // 10 20 30 60
          first_response_p90_seconds: 51, // rank 2.7: 30 + 0.7 x 30
          first_response_within_target_rate: 0.75,
        },
      },
      {
        table: 'agent_metrics',
        where: { agent: 'Bela' },
        row: { chats_resolved: 2, csat_rated_chats: 1, csat_response_rate: 0.5, csat_avg: 4 },
      },
    ],
  },
];
