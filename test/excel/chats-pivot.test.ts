import { beforeAll, describe, expect, it } from 'vitest';
import { generateReport, reportToXlsxWithChats, sampleCsv, type Report, type Row } from '../../src/index.js';
import { tempFiles } from '../reading/temp-files.js';
import { joined } from './made-up-chats.js';
import { readChats, type ReadChat } from './read-chats.js';
import { partsOf } from './xlsx-parts.js';

const files = tempFiles();
let report: Report;
let chats: ReadChat[] = [];

beforeAll(async () => {
  const csv = [...sampleCsv({ chats: 4000, seed: 11 })].join('');
  const zones = { sourceTimezone: 'UTC', timezone: 'America/New_York' };
  let bytes = new Uint8Array();
  report = await generateReport(
    { files: await files.write(csv), businessHours: 'mon-fri 9:00-18:00', ...zones },
    {
      withReport: async (made, rows) => {
        bytes = new Uint8Array(await joined(reportToXlsxWithChats(made, rows())));
      },
    },
  );
  chats = readChats(partsOf(bytes));
});

/** Numbers of a column that are there. */
const numbers = (rows: ReadChat[], heading: string): number[] =>
  rows.map((row) => row[heading]).filter((value) => typeof value === 'number');

const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);
const mean = (values: number[]): number | null => (values.length > 0 ? sum(values) / values.length : null);

/** Linear interpolation, as PERCENTILE.INC does it. */
function percentile(values: number[], share: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const place = share * (sorted.length - 1);
  const [low = Number.NaN, high = low] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return values.length > 0 ? low + (high - low) * (place - Math.floor(place)) : null;
}

const of = (rows: ReadChat[], heading: string, value: string): ReadChat[] =>
  rows.filter((row) => row[heading] === value);

function chatFigures(rows: ReadChat[]): Row {
  const users = rows.map((row) => row['User ID']);
  const counts = new Map(users.map((user) => [user, users.filter((other) => other === user).length]));
  const byBot = of(rows, 'Closer', 'bot');
  return {
    incoming_chats: rows.length,
    unique_users: counts.size,
    closed_by_bot: sum(numbers(rows, 'Closed by Bot (1/0)')),
    bot_deflection_rate: mean(numbers(rows, 'Closed by Bot (1/0)')),
    closed_by_agents: of(rows, 'Closer', 'agent').length,
    open_chats: of(rows, 'Closer', 'open').length,
    bot_resolution_rate: mean(numbers(rows, 'Closed by Bot without time-out (1/0)')),
    returning_users: [...counts.values()].filter((count) => count > 1).length,
    csat_satisfied_rate_bot: mean(numbers(byBot, 'Satisfied (1/0)')),
    csat_rated_chats_bot: sum(numbers(byBot, 'Rated (1/0)')),
  };
}

function agentFigures(rows: ReadChat[]): Row {
  const response = numbers(rows, 'Agent First Response Time (seconds)');
  const resolution = numbers(rows, 'Chat Resolution Time (seconds)');
  const handle = numbers(rows, 'Handle Time (seconds)');
  const wait = numbers(rows, 'Wait for Agent (seconds)');
  const scores = numbers(rows, 'CSAT Score');
  const inside = numbers(of(rows, 'In Business Hours', 'Yes'), 'CSAT Score');
  const outside = numbers(of(rows, 'In Business Hours', 'No'), 'CSAT Score');
  return {
    chats_resolved: rows.length,
    first_response_chats: response.length,
    first_response_avg_seconds: mean(response),
    first_response_median_seconds: percentile(response, 0.5),
    first_response_p90_seconds: percentile(response, 0.9),
    first_response_within_target_rate: mean(numbers(rows, 'Within target (1/0)')),
    unanswered_chats: rows.length - response.length,
    resolution_chats: resolution.length,
    resolution_avg_seconds: mean(resolution),
    resolution_median_seconds: percentile(resolution, 0.5),
    resolution_p90_seconds: percentile(resolution, 0.9),
    handle_chats: handle.length,
    handle_avg_seconds: mean(handle),
    wait_chats: wait.length,
    wait_avg_seconds: mean(wait),
    customer_wait_avg_seconds: mean(numbers(rows, 'Wait for a Reply (seconds)')),
    csat_avg: mean(scores),
    csat_rated_chats: scores.length,
    csat_response_rate: mean(numbers(rows, 'Rated (1/0)')),
    csat_satisfied_rate: mean(numbers(rows, 'Satisfied (1/0)')),
    csat_avg_business_hours: mean(inside),
    csat_rated_chats_business_hours: inside.length,
    csat_avg_outside_business_hours: mean(outside),
    csat_rated_chats_outside_business_hours: outside.length,
  };
}

/** Columns of a report's row that a pivot over the chats has nothing to say about. */
const notOfChats = new Set([
  'period_start',
  'period_end',
  'period_label',
  'is_partial',
  'agent',
  'incoming_change_rate',
]);

/** Counts must be exact, all else equal to nine digits after the point. */
function expectSame(figures: Row, row: Row): void {
  const wanted = Object.entries(row).filter(([id]) => !notOfChats.has(id));
  expect(Object.keys(figures).sort()).toEqual(wanted.map(([id]) => id).sort());
  for (const [id, value] of wanted) {
    const figure = figures[id] ?? null;
    if (typeof value !== 'number' || Number.isInteger(value))
      expect([id, rounded(figure)]).toEqual([id, value]);
    else
      expect(Math.abs(Number(figure) - value), id).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(value)));
  }
}

const rounded = (value: unknown) => (typeof value === 'number' ? Number(value.toFixed(9)) : value);

describe('a pivot over the sheet Chats gives the figures of the report:', () => {
  it('the chat metrics, overall and per week', () => {
    const rows = report.tables.chat_metrics;
    expect(rows.length).toBeGreaterThan(4);
    for (const row of rows) {
      const isOverall = row['period_start'] === null;
      const own = isOverall ? chats : of(chats, 'Period', String(row['period_label']));
      expectSame(chatFigures(own), row);
    }
  });

  it('the agent metrics, over all agents and of each', () => {
    const byAgents = of(chats, 'Closer', 'agent');
    const rows = report.tables.agent_metrics;
    expect(rows.length).toBeGreaterThan(5);
    for (const row of rows) {
      const own = row['agent'] === null ? byAgents : of(byAgents, 'Agent', String(row['agent']));
      expectSame(agentFigures(own), row);
    }
  });

  it('the agent metrics of each week', () => {
    const byAgents = of(chats, 'Closer', 'agent');
    for (const row of report.tables.agent_metrics_by_period) {
      const week = of(byAgents, 'Period', String(row['period_label']));
      expectSame(agentFigures(row['agent'] === null ? week : of(week, 'Agent', String(row['agent']))), row);
    }
  });

  it('the closing reasons, and the chats of each weekday and half hour', () => {
    for (const row of report.tables.closing_reasons)
      expect(of(chats, 'Closing Reason', String(row['closing_reason'] ?? '(none given)'))).toHaveLength(
        Number(row['chats']),
      );
    const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
    for (const row of report.tables.weekday_half_hourly_chats) {
      const day = of(chats, 'Weekday', weekdays[Number(row['weekday']) - 1] ?? '');
      const own = day.filter((chat) => String(chat['Half Hour']).startsWith(String(row['half_hour'])));
      expect(own).toHaveLength(Number(row['chats']));
    }
  });
});

describe('the times of the sheet Chats', () => {
  it('are wall times of the report zone, in the order in which chats start', () => {
    const started = numbers(chats, 'Started');
    expect(started).toHaveLength(4000);
    expect(started.every((time, index) => index === 0 || time >= (started[index - 1] ?? 0))).toBe(true);
    const text = (serial: number): string =>
      new Date(Math.round((serial - 25_569) * 86_400) * 1000).toISOString().slice(0, 19).replace('T', ' ');
    expect(text(started[0] ?? 0)).toBe(report.source.first_chat_at);
    expect(text(started.at(-1) ?? 0)).toBe(report.source.last_chat_at);
  });

  it('lie as far apart as the durations say', () => {
    const seconds = (chat: ReadChat, from: string, to: string): number =>
      Math.round((Number(chat[to]) - Number(chat[from])) * 86_400);
    const assigned = chats.filter((chat) => chat['Assigned'] !== null && chat['Ended'] !== null);
    expect(assigned.length).toBeGreaterThan(100);
    for (const chat of assigned) {
      expect(seconds(chat, 'Started', 'Assigned')).toBe(chat['Wait for Agent (seconds)']);
      expect(seconds(chat, 'Assigned', 'Ended')).toBe(chat['Handle Time (seconds)']);
      expect(seconds(chat, 'Started', 'Ended')).toBe(chat['Chat Resolution Time (seconds)']);
    }
  });
});
