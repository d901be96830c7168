import type { Case } from './case.js';
import { seedCsv } from './case.js';

export const faultCases: Case[] = [
  {
    name: 'a faulty value is left out with a warning while the rest of its row counts',
    csv: seedCsv(
      // ends before it starts: no end, so the assignment is checked against the start alone
      'v1,u1,Asha,Completed,15-02-2021 10:00:00,15-02-2021 09:59:59,15-02-2021 10:01:00,0:00:00,0:00:05,-',
      // assigned before it starts, assigned after it ends
      'v2,u2,Asha,Completed,15-02-2021 10:00:00,15-02-2021 10:10:00,15-02-2021 09:59:00,0:00:00,0:00:07,-',
      'v3,u3,Asha,Completed,15-02-2021 11:00:00,15-02-2021 11:05:00,15-02-2021 11:06:00,0:00:00,0:00:09,-',
      'v4,u4,Asha,Completed,15-02-2021 12:00:00,15-02-2021 12:10:00,15-02-2021 12:02:00,-0:00:05,abc,-',
      'v5,u5,Asha,Completed,15-02-2021 13:00:00,soon,later,0:00:00,-0:00:01,-',
    ),
    dataQuality: {
      rows_read: 5,
      rows_used: 5,
      rows_rejected: 0,
      warnings: {
        ended_before_started: 1,
        assigned_outside_chat: 2,
        negative_duration: 2,
        unreadable_duration: 1,
        unreadable_ended_at: 1,
        unreadable_assigned_at: 1,
      },
    },
    expected: [
      {
        table: 'agent_metrics',
        where: { agent: 'Asha' },
        row: {
          chats_resolved: 5,
          first_response_chats: 3,
          first_response_avg_seconds: 7, // 5 7 9
          resolution_chats: 3,
          resolution_avg_seconds: 500, // (600 + 300 + 600) / 3
          handle_chats: 1,
          handle_avg_seconds: 480,
          wait_chats: 2,
          wait_avg_seconds: 90, // v1 60, v4 120
          customer_wait_avg_seconds: 65, // v1 alone
        },
      },
      {
        table: 'agent_activity',
        where: { agent: 'Asha' },
        row: {
          chats: 3, // v2 and v3 from their start, v4 from 12:02
          active_seconds: 1380, // 600 + 300 + 480
          free_seconds: 6420, // 10:10-11:00 and 11:05-12:02
        },
      },
    ],
  },
  {
    name: 'a missing closer alone makes a chat open, with an end or without, and a closed chat may lack its end',
    csv: seedCsv(
      'o1,u1,-,N/A,15-02-2021 10:00:00,15-02-2021 10:10:00,-,-,-,-',
      'o2,u2,null,None,15-02-2021 11:00:00,,NaN,na,-,NULL',
      'o3,u3,Asha,Completed,15-02-2021 12:00:00,-,15-02-2021 12:01:00,-,0:00:10,5',
      'o4,u4,System,Closing now,15-02-2021 13:00:00,15-02-2021 13:10:00,-,-,-,-',
    ),
    rowCounts: { agent_activity: 1, agent_activity_by_shift: 0, agent_metrics: 2 },
    dataQuality: {
      rows_used: 4,
      warnings: {
        open_with_ended_at: 1,
        closed_without_ended_at: 1,
        unreadable_duration: 0,
        unreadable_rating: 0,
        unreadable_ended_at: 0,
        unreadable_assigned_at: 0,
      },
    },
    expected: [
      {
        table: 'chat_metrics',
        where: { period_start: null },
        row: {
          incoming_chats: 4,
          closed_by_bot: 1,
          bot_deflection_rate: 0.25,
          closed_by_agents: 1,
          open_chats: 2,
        },
      },
      {
        table: 'agent_metrics',
        where: { agent: 'Asha' },
        row: {
          chats_resolved: 1,
          resolution_chats: 0,
          resolution_avg_seconds: null,
          handle_chats: 0,
          wait_avg_seconds: 60,
          customer_wait_avg_seconds: 70,
          csat_avg: 5,
        },
      },
      {
        table: 'agent_activity',
        where: { agent: null },
        row: { chats: 0, active_seconds: 0, occupancy_rate: null, shifts: 0, first_chat_at: null },
      },
      {
        table: 'closing_reasons',
        where: { closing_reason: null },
        row: { chats: 2, share_rate: 0.5, closed_by_bot: 0, closed_by_agents: 0, open_chats: 2 },
      },
    ],
  },
];
