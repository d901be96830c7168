import { describe, expect, it } from 'vitest';

import { cases } from '../cases/index.js';
import { mismatches } from '../cases/mismatches.js';
import { computeReference } from './compute.js';
import { defaultOptions } from './defaults.js';
import { optionsFromSpec, referenceForCsv } from './from-spec.js';
import { parseChats } from './parse.js';
import type { RefChat, RefOptions } from './types.js';

const monday = Date.UTC(2021, 1, 15) / 1000;
const hour = 3600;

function chat(id: string, given: Partial<RefChat>): RefChat {
  return {
    chat_id: id,
    user_id: null,
    closed_by: 'Asha',
    closing_reason: null,
    started_at: monday + 12 * hour,
    ended_at: null,
    assigned_at: null,
    bot_first_response_seconds: null,
    agent_first_response_seconds: null,
    csat_score: null,
    ordinal: Number(id),
    ...given,
  };
}

const businessRatings = (chats: RefChat[], options: Partial<RefOptions>): unknown =>
  computeReference(chats, { ...defaultOptions, ...options }).agent_metrics[0]
    ?.csat_rated_chats_business_hours;

describe('the reference agrees with the figures computed by hand', () => {
  it.each(cases)('$name', (one) => {
    const tables = referenceForCsv(one.csv, one.options);
    expect(mismatches(one, tables, tables.data_quality)).toEqual([]);
  });

  it('has no two cases of one name', () => {
    expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
  });
});

describe('the reference', () => {
  it('has the rows of each table in the contract’s order', () => {
    const chats = [
      chat('1', { closed_by: '\u{1F600}', closing_reason: 'b', ended_at: monday + 13 * hour }),
      chat('2', { closed_by: '\uff21', closing_reason: 'a', ended_at: monday + 13 * hour }),
      chat('3', { closed_by: 'zoe', closing_reason: null, ended_at: monday + 13 * hour }),
      chat('4', { closed_by: 'zoe', closing_reason: 'c', ended_at: monday + 13 * hour }),
    ];
    const tables = computeReference(chats, defaultOptions);
    const agents = [null, 'zoe', '\uff21', '\u{1F600}'];
    expect(tables.agent_metrics.map((row) => row.agent)).toEqual(agents);
    expect(tables.agent_metrics_by_period.map((row) => row.agent)).toEqual(agents);
    expect(tables.agent_activity.map((row) => row.agent)).toEqual(agents);
    expect(tables.agent_activity_by_shift.map((row) => row.agent)).toEqual(['zoe', '\uff21', '\u{1F600}']);
    expect(tables.closing_reasons.map((row) => row.closing_reason)).toEqual(['a', 'b', 'c', null]);
    expect(tables.half_hourly_chats.at(-1)?.half_hour).toBe('23:30');
  });

  it('closes on a holiday the range that opens on it, also past midnight, and no other', () => {
    const chats = [
      chat('1', { started_at: monday - hour, csat_score: 5 }),
      chat('2', { started_at: monday + hour, csat_score: 5 }),
      chat('3', { started_at: monday + 23 * hour, csat_score: 5 }),
      chat('4', { started_at: monday + 25 * hour, csat_score: 5 }),
    ];
    const nights = optionsFromSpec({ businessHours: '22:00-06:00' });
    expect(businessRatings(chats, nights)).toBe(4);
    expect(businessRatings(chats, { ...nights, holidays: ['2021-02-15'] })).toBe(2);
  });

  it('takes several ranges a day and hours of single weekdays', () => {
    const chats = [9, 12, 14, 33].map((hours, i) =>
      chat(String(i), { started_at: monday + hours * hour, csat_score: 4 }),
    );
    const mondays = [
      { weekday: 1, from_minute: 540, to_minute: 720 },
      { weekday: 1, from_minute: 780, to_minute: 1020 },
    ];
    expect(businessRatings(chats, { businessRanges: mondays })).toBe(2);
    const always = [1, 2].map((weekday) => ({ weekday, from_minute: 0, to_minute: 1440 }));
    expect(businessRatings(chats, { businessRanges: always })).toBe(4);
  });

  it('counts equal and differing duplicates apart', () => {
    const csv = cases.find(({ name }) => name.startsWith('of rows with one chat id'))?.csv ?? '';
    const { data_quality } = referenceForCsv(csv);
    expect([data_quality.duplicates_equal, data_quality.duplicates_differing]).toEqual([1, 5]);
  });

  it('takes good and bad as ratings on a scale from 0 to 1', () => {
    const csv =
      'RoomCode,ClosedBy,ChatStartTime,CsatScore\n1,A,15-02-2021 10:00:00,Good\n2,A,15-02-2021 10:00:00,bad\n';
    const row = referenceForCsv(csv, { csatScale: '0-1', csatSatisfied: 1 }).agent_metrics[0];
    expect(row).toMatchObject({ csat_avg: 0.5, csat_rated_chats: 2, csat_satisfied_rate: 0.5 });
  });

  it('reads fractions of durations and cuts those of times', () => {
    const heading = 'RoomCode,ClosedBy,ChatStartTime,AgentFirstResponseTime';
    const reading = { sourceZone: null, csat: defaultOptions.csat };
    const { chats } = parseChats(`${heading}\n1,A,15-02-2021 0:00:01.9,0:01:00.25`, reading);
    expect(chats[0]).toMatchObject({ started_at: monday + 1, agent_first_response_seconds: 60.25 });
  });
});
