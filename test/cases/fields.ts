import type { Case } from './case.js';

export const fieldCases: Case[] = [
  {
    name: 'a file with the needed columns alone leaves every other metric empty, never 0',
    csv: [
      'RoomCode,ClosedBy,ChatStartTime',
      'k1,Asha,15-02-2021 10:00:00',
      'k2,System,15-02-2021 10:10:00',
      'k3,-,15-02-2021 10:40:00',
      '',
    ].join('\n'),
    dataQuality: { rows_read: 3, rows_used: 3, rows_rejected: 0 },
    expected: [
      {
        table: 'chat_metrics',
        where: { period_start: null },
        row: {
          incoming_chats: 3,
          closed_by_bot: 1,
          bot_deflection_rate: 1 / 3,
          closed_by_agents: 1,
          open_chats: 1,
          unique_users: null,
          returning_users: null,
          bot_resolution_rate: null,
          csat_satisfied_rate_bot: null,
          csat_rated_chats_bot: null,
        },
      },
      {
        table: 'agent_metrics',
        where: { agent: 'Asha' },
        row: {
          chats_resolved: 1,
          first_response_chats: null,
          first_response_avg_seconds: null,
          first_response_within_target_rate: null,
          unanswered_chats: null,
          resolution_chats: null,
          resolution_avg_seconds: null,
          handle_chats: null,
          handle_avg_seconds: null,
          wait_chats: null,
          wait_avg_seconds: null,
          customer_wait_avg_seconds: null,
          csat_avg: null,
          csat_rated_chats: null,
          csat_response_rate: null,
          csat_satisfied_rate: null,
          csat_rated_chats_business_hours: null,
          csat_rated_chats_outside_business_hours: null,
        },
      },
      {
        table: 'weekday_half_hourly_chats',
        where: { weekday: 1, half_hour: '10:00' },
        row: { chats: 2, chats_per_day: 2, concurrent_chats_avg: null },
      },
      {
        table: 'agent_activity',
        where: { agent: null },
        row: { active_seconds: null, free_seconds: null, cumulative_seconds: null, occupancy_rate: null },
      },
    ],
  },
  {
    name: 'without assignment and ratings the other metrics are computed, and activity counts from the start',
    csv: [
      'Channel,RoomCode,UserId,ClosedBy,ClosingComment,ChatStartTime,ChatEndTime,AgentFirstResponseTime',
      'x,k1,u1,Asha,Completed,15-02-2021 10:00:00,15-02-2021 10:20:00,0:00:10',
      'x,k2,u1,System,Closing now,15-02-2021 11:00:00,15-02-2021 11:10:00,-',
      '',
    ].join('\n'),
    expected: [
      {
        table: 'chat_metrics',
        where: { period_start: null },
        row: { unique_users: 1, returning_users: 1, bot_resolution_rate: null, csat_rated_chats_bot: null },
      },
      {
        table: 'agent_metrics',
        where: { agent: null },
        row: {
          first_response_chats: 1,
          first_response_avg_seconds: 10,
          resolution_chats: 1,
          resolution_avg_seconds: 1200,
          handle_chats: null,
          wait_chats: null,
          customer_wait_avg_seconds: null,
          csat_rated_chats: null,
        },
      },
      {
        table: 'agent_activity',
        where: { agent: 'Asha' },
        row: { chats: 1, active_seconds: 1200, shifts: 1, chats_per_active_hour: 3 },
      },
      {
        table: 'closing_reasons',
        where: { closing_reason: 'Completed' },
        row: { chats: 1, share_rate: 0.5 },
      },
    ],
  },
];
