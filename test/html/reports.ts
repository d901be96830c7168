import type { ComparedFigure, Report } from '../../src/report/report.js';
import { madeUpReport, oddNames } from '../excel/made-up-report.js';

const hostileNames = [
  '<script>alert(1)</script>',
  `"quotes" & 'more' <b>`,
  '</style></title><img src=x onerror=alert(1)>',
  'control\u0000\u0007\u001b\u0085\uFFFE\uFDD0 and \uD800 lone \uDC00',
  '\u202Eoverride that never ends',
  '李小龍 '.repeat(20),
];

/** One report of every kind that a face must bear. */
export const reports: Record<string, () => Report> = {
  usual: () => madeUpReport({ agents: ['Asha', 'Ben', 'Chen'], days: 28 }),
  'odd names and troubled rows': () =>
    madeUpReport({ agents: [...oddNames, ...hostileNames], days: 15, troubled: true }),
  'no agents, one day': () => madeUpReport({ agents: [], days: 1 }),
  'all zero': allZero,
  'no chats at all': noChats,
  'two years of months': () => madeUpReport({ agents: ['Asha'], days: 700, period: 'month' }),
  compared,
};

export const manyAgents = Array.from(
  { length: 500 },
  (_, index) => `Agent ${String(index)} of the night shift`,
);

function allZero(): Report {
  const report = madeUpReport({ agents: ['Asha'], days: 29 });
  const zero = ([name, value]: [string, unknown]) => {
    if (typeof value !== 'number' || name === 'weekday') return [name, value];
    return [name, /avg|rate|median|p90|concurrency|per_/.test(name) ? null : 0];
  };
  const tables = Object.fromEntries(
    Object.entries(report.tables).map(([id, rows]) => [
      id,
      rows.map((row) => Object.fromEntries(Object.entries(row).map(zero))),
    ]),
  );
  return { ...report, tables: tables as Report['tables'] };
}

function noChats(): Report {
  const report = madeUpReport({ agents: [], days: 1 });
  const tables = Object.fromEntries(Object.keys(report.tables).map((id) => [id, []]));
  const source = { ...report.source, range_from: '', range_to: '', days: 0, first_chat_at: null };
  return { ...report, source, tables: tables as unknown as Report['tables'] };
}

function compared(): Report {
  const report = madeUpReport({ agents: ['Asha', 'محمد علي'], days: 28 });
  const figure = (
    table: ComparedFigure['table'],
    agent: string | null,
    metric: string,
    value: number | null,
    other_value: number | null,
  ): ComparedFigure => {
    const difference = value === null || other_value === null ? null : value - other_value;
    const isRate = metric.includes('rate') && !metric.includes('rated');
    const change_rate = difference === null || !other_value || isRate ? null : difference / other_value;
    return { table, agent, metric, value, other_value, difference, change_rate };
  };
  const figures = [
    figure('chat_metrics', null, 'incoming_chats', 3360, 3000),
    figure('chat_metrics', null, 'bot_deflection_rate', 0.62, 0.6),
    figure('agent_metrics', null, 'first_response_avg_seconds', 13.26, 14),
    figure('agent_metrics', null, 'csat_avg', null, 4.1),
    ...['Asha', 'محمد علي', 'Only before'].flatMap((agent, index) => [
      figure('agent_metrics', agent, 'chats_resolved', index * 10, 30),
      figure('agent_metrics', agent, 'csat_satisfied_rate', index === 2 ? null : 0.5, 0.75),
    ]),
  ];
  const range = {
    range_from: '2021-01-04',
    range_to: '2021-02-01',
    days: 28,
    are_counts_comparable: true,
    chats: 3000,
  };
  return { ...report, comparison: { ...range, figures } };
}
