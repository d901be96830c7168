import type { Case } from './case.js';
import { seedCsv } from './case.js';

export const nameCases: Case[] = [
  {
    name: 'spellings that differ in case or in composed accents are one name, shown as most often written',
    csv: seedCsv(
      'n1,u1,Jos\u00e9,Completed,15-02-2021 10:00:00,15-02-2021 10:10:00,-,-,-,-',
      'n2,u2,Jos\u00e9,Completed,15-02-2021 10:00:00,15-02-2021 10:10:00,-,-,-,-',
      'n3,u3,Jose\u0301,completed,15-02-2021 10:00:00,15-02-2021 10:10:00,-,-,-,-',
      'n4,u4,JOS\u00c9,COMPLETED,15-02-2021 10:00:00,15-02-2021 10:10:00,-,-,-,-',
      // three spellings, one chat each: capital letters are smaller by code point
      'n5,u5,nisha,Done,15-02-2021 10:00:00,15-02-2021 10:10:00,-,-,-,-',
      'n6,u6,\u00a0Nisha\ufeff,Done,15-02-2021 10:00:00,15-02-2021 10:10:00,-,-,-,-',
      'n7,u7,NISHA,Done,15-02-2021 10:00:00,15-02-2021 10:10:00,-,-,-,-',
      'n8,u8,SYSTEM,Closing now,15-02-2021 10:00:00,15-02-2021 10:10:00,-,-,-,-',
      'n9,u9,\u3000bot\u2003,Closing now,15-02-2021 10:00:00,15-02-2021 10:10:00,-,-,-,-',
    ),
    rowCounts: { agent_metrics: 3, agent_activity: 3, closing_reasons: 3 },
    expected: [
      { table: 'agent_metrics', where: { agent: 'Jos\u00e9' }, row: { chats_resolved: 4 } },
      { table: 'agent_metrics', where: { agent: 'NISHA' }, row: { chats_resolved: 3 } },
      { table: 'agent_activity', where: { agent: 'Jos\u00e9' }, row: { chats: 4, active_seconds: 600 } },
      { table: 'agent_activity_by_shift', where: { agent: 'NISHA' }, row: { chats: 3, concurrency: 3 } },
      { table: 'closing_reasons', where: { closing_reason: 'Completed' }, row: { chats: 4 } },
      { table: 'closing_reasons', where: { closing_reason: 'Done' }, row: { chats: 3 } },
      {
        table: 'chat_metrics',
        where: { period_start: null },
        row: { closed_by_bot: 2, closed_by_agents: 7, open_chats: 0 },
      },
    ],
  },
  {
    name: 'names, bots and reasons are compared under full case folding, and shown as most often written',
    options: { bots: ['ΒΟΗΘΟΣ'], timeoutReasons: ['SCHLUSS'] },
    csv: seedCsv(
      'f1,u1,ΓΙΩΡΓΟΣ,Gelöst,15-02-2021 10:00:00,15-02-2021 10:10:00,-,-,-,-',
      'f2,u2,Γιωργος,GELO\u0308ST,15-02-2021 10:00:00,15-02-2021 10:10:00,-,-,-,-',
      'f3,u3,Γιωργος,Gelöst,15-02-2021 10:00:00,15-02-2021 10:10:00,-,-,-,-',
      'f4,u4,İpek,Gelöst,15-02-2021 10:00:00,15-02-2021 10:10:00,-,-,-,-',
      'f5,u5,i\u0307pek,Gelöst,15-02-2021 10:00:00,15-02-2021 10:10:00,-,-,-,-',
      'f6,u6,ıpek,Gelöst,15-02-2021 10:00:00,15-02-2021 10:10:00,-,-,-,-',
      'f7,u7,Ipek,Gelöst,15-02-2021 10:00:00,15-02-2021 10:10:00,-,-,-,-',
      'f8,u8,βοηθος,Schluß,15-02-2021 10:00:00,15-02-2021 10:10:00,-,-,-,-',
      'f9,u9,Βοηθός,SCHLUẞ,15-02-2021 10:00:00,15-02-2021 10:10:00,-,-,-,-',
    ),
    rowCounts: { agent_metrics: 6, closing_reasons: 2 },
    expected: [
      { table: 'agent_metrics', where: { agent: 'Γιωργος' }, row: { chats_resolved: 3 } },
      // one chat each: i comes before İ
      { table: 'agent_metrics', where: { agent: 'i\u0307pek' }, row: { chats_resolved: 2 } },
      { table: 'agent_metrics', where: { agent: 'ıpek' }, row: { chats_resolved: 1 } },
      { table: 'agent_metrics', where: { agent: 'Ipek' }, row: { chats_resolved: 1 } },
      { table: 'agent_metrics', where: { agent: 'Βοηθός' }, row: { chats_resolved: 1 } },
      { table: 'closing_reasons', where: { closing_reason: 'Gelöst' }, row: { chats: 7 } },
      { table: 'closing_reasons', where: { closing_reason: 'SCHLUẞ' }, row: { chats: 2, closed_by_bot: 1 } },
      {
        table: 'chat_metrics',
        where: { period_start: null },
        row: { closed_by_bot: 1, bot_resolution_rate: 0, closed_by_agents: 8 },
      },
    ],
  },
  {
    name: 'quoted names keep commas, quotes and inner newlines, and a newline at the end of Bot is trimmed',
    csv: seedCsv(
      'q1,u1,"Rao, Asha",Completed,15-02-2021 10:00:00,15-02-2021 10:10:00,-,-,-,-',
      'q2,u2,"Asha ""Ace"" Rao",Completed,15-02-2021 10:00:00,15-02-2021 10:10:00,-,-,-,-',
      'q3,u3,"Bot\n","Line one\nLine two",15-02-2021 10:00:00,15-02-2021 10:10:00,-,-,-,-',
      'q4,u4,=SUM(A1),Completed,15-02-2021 10:00:00,15-02-2021 10:10:00,-,-,-,-',
    ),
    rowCounts: { agent_metrics: 4 },
    dataQuality: { rows_read: 4, rows_used: 4 },
    expected: [
      { table: 'agent_metrics', where: { agent: 'Rao, Asha' }, row: { chats_resolved: 1 } },
      { table: 'agent_metrics', where: { agent: 'Asha "Ace" Rao' }, row: { chats_resolved: 1 } },
      { table: 'agent_metrics', where: { agent: '=SUM(A1)' }, row: { chats_resolved: 1 } },
      {
        table: 'closing_reasons',
        where: { closing_reason: 'Line one\nLine two' },
        row: { chats: 1, closed_by_bot: 1 },
      },
      {
        table: 'chat_metrics',
        where: { period_start: null },
        row: { closed_by_bot: 1, closed_by_agents: 3 },
      },
    ],
  },
  {
    name: 'the bots named by the user are the only bots',
    options: { bots: ['Helper Bot', 'dina'] },
    csv: seedCsv(
      'b1,u1,Dina,Completed,15-02-2021 10:00:00,15-02-2021 10:10:00,-,-,-,-',
      'b2,u2,HELPER BOT,Completed,15-02-2021 10:00:00,15-02-2021 10:10:00,-,-,-,-',
      'b3,u3,System,Completed,15-02-2021 10:00:00,15-02-2021 10:10:00,-,-,-,-',
    ),
    rowCounts: { agent_metrics: 2 },
    expected: [
      {
        table: 'chat_metrics',
        where: { period_start: null },
        row: { closed_by_bot: 2, bot_deflection_rate: 2 / 3, closed_by_agents: 1 },
      },
      { table: 'agent_metrics', where: { agent: 'System' }, row: { chats_resolved: 1 } },
    ],
  },
];
