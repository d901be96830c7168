import type { Case } from './case.js';
import { seedCsv } from './case.js';

export const ratingCases: Case[] = [
  {
    name: 'business hours from 10:00 to 17:00 hold 10:00:00 and 16:59:59, not 09:59:59 and 17:00:00',
    csv: seedCsv(
      'h1,u1,Asha,Completed,15-02-2021 09:59:59,15-02-2021 10:30:00,15-02-2021 10:05:00,-,-,1',
      'h2,u2,Asha,Completed,15-02-2021 10:00:00,15-02-2021 10:30:00,15-02-2021 10:05:00,-,-,5',
      'h3,u3,Asha,Completed,15-02-2021 16:59:59,15-02-2021 17:30:00,15-02-2021 17:05:00,-,-,4',
      'h4,u4,Asha,Completed,15-02-2021 17:00:00,15-02-2021 17:30:00,15-02-2021 17:05:00,-,-,2',
    ),
    expected: [
      {
        table: 'agent_metrics',
        where: { agent: null },
        row: {
          csat_avg: 3, // 12 / 4
          csat_rated_chats: 4,
          csat_response_rate: 1,
          csat_satisfied_rate: 0.5, // 5 and 4 of four
          csat_avg_business_hours: 4.5,
          csat_rated_chats_business_hours: 2,
          csat_avg_outside_business_hours: 1.5,
          csat_rated_chats_outside_business_hours: 2,
        },
      },
    ],
  },
  {
    name: 'business hours over midnight hold 22:00:00 and 05:59:59, not 21:59:59 and 06:00:00',
    options: { businessHours: '22:00-06:00' },
    csv: seedCsv(
      'n1,u1,Asha,Completed,15-02-2021 21:59:59,15-02-2021 22:30:00,15-02-2021 22:05:00,-,-,1',
      'n2,u2,Asha,Completed,15-02-2021 22:00:00,15-02-2021 22:30:00,15-02-2021 22:05:00,-,-,5',
      'n3,u3,Asha,Completed,16-02-2021 05:59:59,16-02-2021 06:30:00,16-02-2021 06:05:00,-,-,4',
      'n4,u4,Asha,Completed,16-02-2021 06:00:00,16-02-2021 06:30:00,16-02-2021 06:05:00,-,-,2',
    ),
    expected: [
      {
        table: 'agent_metrics',
        where: { agent: 'Asha' },
        row: {
          csat_avg_business_hours: 4.5,
          csat_rated_chats_business_hours: 2,
          csat_avg_outside_business_hours: 1.5,
          csat_rated_chats_outside_business_hours: 2,
        },
      },
    ],
  },
  {
    name: 'a range over midnight belongs to the day it opens on: a holiday closes it, and a day that is not listed has none',
    options: { businessHours: 'mon-fri 22:00-06:00', holidays: ['2021-02-16'] },
    csv: seedCsv(
      // Tuesday morning is of Monday; the holiday Tuesday has no evening, and Wednesday no morning
      'o1,u,Asha,Completed,16-02-2021 05:59:00,-,16-02-2021 05:59:00,-,-,5',
      'o2,u,Asha,Completed,16-02-2021 22:30:00,-,16-02-2021 22:30:00,-,-,1',
      'o3,u,Asha,Completed,17-02-2021 03:00:00,-,17-02-2021 03:00:00,-,-,1',
      'o4,u,Asha,Completed,17-02-2021 23:00:00,-,17-02-2021 23:00:00,-,-,5',
      'o5,u,Asha,Completed,20-02-2021 03:00:00,-,20-02-2021 03:00:00,-,-,5',
      'o6,u,Asha,Completed,20-02-2021 23:00:00,-,20-02-2021 23:00:00,-,-,1',
      'o7,u,Asha,Completed,21-02-2021 03:00:00,-,21-02-2021 03:00:00,-,-,1',
      'o8,u,Asha,Completed,22-02-2021 03:00:00,-,22-02-2021 03:00:00,-,-,1',
    ),
    expected: [
      {
        table: 'agent_metrics',
        where: { agent: 'Asha' },
        row: {
          csat_avg_business_hours: 5,
          csat_rated_chats_business_hours: 3,
          csat_avg_outside_business_hours: 1,
          csat_rated_chats_outside_business_hours: 5,
        },
      },
    ],
  },
  {
    name: 'without any rating the mean and the satisfied share are empty, the counts 0',
    csv: seedCsv(
      'r1,u1,Asha,Completed,16-02-2021 12:00:00,16-02-2021 12:10:00,16-02-2021 12:01:00,-,-,0',
      'r2,u2,Asha,Completed,16-02-2021 13:00:00,16-02-2021 13:10:00,16-02-2021 13:01:00,-,-,-',
    ),
    dataQuality: { warnings: { rating_out_of_scale: 0, unreadable_rating: 0 } },
    expected: [
      {
        table: 'agent_metrics',
        where: { agent: 'Asha' },
        row: {
          csat_avg: null,
          csat_rated_chats: 0,
          csat_response_rate: 0,
          csat_satisfied_rate: null,
          csat_avg_business_hours: null,
          csat_rated_chats_business_hours: 0,
          csat_avg_outside_business_hours: null,
          csat_rated_chats_outside_business_hours: 0,
        },
      },
    ],
  },
  {
    name: 'a rating of 0 is silently no rating, one off the scale is none with a warning, a fractional one counts',
    csv: seedCsv(
      's1,u1,Asha,Completed,16-02-2021 12:00:00,16-02-2021 12:10:00,-,-,-,0',
      's2,u2,Asha,Completed,16-02-2021 12:00:00,16-02-2021 12:10:00,-,-,-,7',
      's3,u3,Asha,Completed,16-02-2021 12:00:00,16-02-2021 12:10:00,-,-,-,-1',
      's4,u4,Asha,Completed,16-02-2021 12:00:00,16-02-2021 12:10:00,-,-,-,5.01',
      's5,u5,Asha,Completed,16-02-2021 12:00:00,16-02-2021 12:10:00,-,-,-,later',
      's6,u6,Asha,Completed,16-02-2021 12:00:00,16-02-2021 12:10:00,-,-,-,4.5',
      's7,u7,Asha,Completed,16-02-2021 12:00:00,16-02-2021 12:10:00,-,-,-,3.9',
      's8,u8,System,Closing now,16-02-2021 12:00:00,16-02-2021 12:10:00,-,-,-,5',
      's9,u9,Bot,Closing now,16-02-2021 12:00:00,16-02-2021 12:10:00,-,-,-,2',
    ),
    dataQuality: { rows_used: 9, warnings: { rating_out_of_scale: 3, unreadable_rating: 1 } },
    expected: [
      {
        table: 'agent_metrics',
        where: { agent: null },
        row: {
          csat_avg: 4.2, // (4.5 + 3.9) / 2
          csat_rated_chats: 2,
          csat_response_rate: 2 / 7,
          csat_satisfied_rate: 0.5,
        },
      },
      {
        table: 'chat_metrics',
        where: { period_start: null },
        row: { csat_satisfied_rate_bot: 0.5, csat_rated_chats_bot: 2 },
      },
    ],
  },
  {
    name: 'on a scale from 0 to 10 a rating of 0 is a rating',
    options: { csatScale: '0-10', csatSatisfied: 9 },
    csv: seedCsv(
      'q1,u1,Asha,Completed,16-02-2021 12:00:00,16-02-2021 12:10:00,-,-,-,0',
      'q2,u2,Asha,Completed,16-02-2021 12:00:00,16-02-2021 12:10:00,-,-,-,9',
      'q3,u3,Asha,Completed,16-02-2021 12:00:00,16-02-2021 12:10:00,-,-,-,10',
      'q4,u4,Asha,Completed,16-02-2021 12:00:00,16-02-2021 12:10:00,-,-,-,11',
    ),
    dataQuality: { warnings: { rating_out_of_scale: 1 } },
    expected: [
      {
        table: 'agent_metrics',
        where: { agent: 'Asha' },
        row: {
          csat_avg: 19 / 3,
          csat_rated_chats: 3,
          csat_response_rate: 0.75,
          csat_satisfied_rate: 2 / 3,
        },
      },
    ],
  },
];
