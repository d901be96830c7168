import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';

import { referenceForCsv } from './from-spec.js';
import type { RefTables, Row } from './types.js';

const dump = fileURLToPath(new URL('../../../shared/data/verloop_feb_2021.csv', import.meta.url));

/** Published counts and means of the public February dump, found by others with other programs. */
describe.skipIf(!existsSync(dump))('the reference on the real February dump', () => {
  let tables: RefTables;
  let agents: Row;
  beforeAll(() => {
    tables = referenceForCsv(readFileSync(dump, 'utf8'));
    agents = tables.agent_metrics[0] ?? {};
  });

  const column = (name: string) => tables.chat_metrics.map((row) => row[name]);
  const rounded = (name: string, digits: number) => Number(Number(agents[name]).toFixed(digits));
  const hours = (name: string) => Number((Number(tables.agent_activity[0]?.[name]) / 3600).toFixed(1));

  it('uses all 10,000 rows, in five weeks, and 28 whole days for averages', () => {
    expect(tables.data_quality).toMatchObject({ rows_read: 10_000, rows_used: 10_000 });
    expect(column('incoming_chats')).toEqual([10_000, 2, 2763, 2620, 2286, 2329]);
    expect(column('is_partial')).toEqual([null, true, false, false, false, false]);
    const first = tables.half_hourly_chats.find((row) => Number(row.chats) > 0);
    expect(Number(first?.chats) / Number(first?.chats_per_day)).toBeCloseTo(28, 9);
    const perDay = tables.half_hourly_chats.reduce((sum, row) => sum + Number(row.chats_per_day), 0);
    expect(perDay).toBeCloseTo(9998 / 28, 9); // 357.1
  });

  it('has the known users, closers and deflection', () => {
    expect(column('unique_users').slice(2)).toEqual([2642, 2513, 2188, 2230]);
    expect(column('unique_users')[0]).toBe(9404);
    expect(column('returning_users')[0]).toBe(510);
    expect(column('closed_by_bot')).toEqual([6278, 2, 1789, 1674, 1366, 1447]);
    expect(column('closed_by_agents')).toEqual([3722, 0, 974, 946, 920, 882]);
    const deflection = column('bot_deflection_rate').map((rate) => Number((Number(rate) * 100).toFixed(2)));
    expect(deflection.slice(2)).toEqual([64.75, 63.89, 59.76, 62.13]);
    expect(tables.chat_metrics[0]?.bot_resolution_rate).toBe(0.2942);
  });

  it('has the known agent times and ratings', () => {
    expect(rounded('first_response_avg_seconds', 2)).toBe(13.76);
    expect(agents.first_response_median_seconds).toBe(7);
    expect(agents.first_response_p90_seconds).toBe(22);
    expect(rounded('first_response_within_target_rate', 3)).toBe(0.929);
    expect(rounded('customer_wait_avg_seconds', 1)).toBe(134.5);
    expect(rounded('resolution_avg_seconds', 0)).toBe(1023);
    expect(agents.resolution_median_seconds).toBe(867);
    expect(rounded('csat_satisfied_rate', 4)).toBe(0.7577);
    expect(agents.csat_rated_chats).toBe(1469);
    expect(agents.csat_rated_chats_business_hours).toBe(1077);
  });

  it('has the known agent figures of each week', () => {
    const weeks = tables.agent_metrics_by_period.filter((row) => row.agent === null);
    const week = (name: string, scale: number, digits: number) =>
      weeks.map((row) => Number((Number(row[name]) * scale).toFixed(digits)));
    expect(week('first_response_avg_seconds', 1, 2)).toEqual([13.14, 14.19, 13.71, 14.04]);
    expect(week('resolution_avg_seconds', 1, 1)).toEqual([1012.0, 1003.3, 1056.5, 1022.0]);
    expect(week('csat_satisfied_rate', 100, 2)).toEqual([72.21, 78.79, 75, 77.11]);
  });

  it('has the known hours of agent activity', () => {
    expect(hours('cumulative_seconds')).toBe(933.0);
    expect(hours('active_seconds')).toBe(911.3);
    expect(hours('free_seconds')).toBe(3855.7);
    expect(tables.agent_activity[0]?.shifts).toBe(1515);
    expect(tables.agent_activity_by_shift).toHaveLength(1515);
  });
});
