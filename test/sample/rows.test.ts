import { describe, expect, it } from 'vitest';
import { byAgent, isBot, rows } from './read-sample.js';
import type { Row } from './read-sample.js';

const SPECS = [
  { chats: 40, seed: 5 },
  { chats: 4_000, seed: 1 },
  { chats: 4_000, seed: 2, from: '2024-02-26' },
  { chats: 70_000, seed: 3 },
];

function firstBreach(all: Row[], holds: (row: Row) => boolean): Row | undefined {
  return all.find((row) => !holds(row));
}

describe.each(SPECS)('every row of %j', (spec) => {
  const all = rows(spec);

  it('is written as the export writes it', () => {
    const time = /^\d\d-\d\d-\d{4} (\d|1\d|2[0-3]):[0-5]\d:[0-5]\d$/;
    const duration = /^\d+:[0-5]\d:[0-5]\d$/;
    const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
    const wellWritten = (row: Row): boolean =>
      row.times.every((value) => time.test(value)) &&
      row.durations.every((value) => duration.test(value)) &&
      uuid.test(row.user) &&
      /^\d{8,10}$/.test(row.id) &&
      [0, 1, 2, 3, 4, 5].includes(row.score);
    expect(firstBreach(all, wellWritten)).toBeUndefined();
  });

  it('starts on or after the first day and within the span', () => {
    const from = Date.parse(`${spec.from ?? '2026-02-02'}T00:00:00Z`) / 1_000;
    const days = spec.chats > 60_000 ? 33 : 28;
    expect(firstBreach(all, (row) => row.start >= from && row.start < from + days * 86_400)).toBeUndefined();
  });

  it('ends after it starts, is assigned in between, and is answered before its end', () => {
    const inOrder = (row: Row): boolean => {
      const end = row.end ?? Infinity;
      const assigned = row.assigned ?? row.start;
      return row.start <= assigned && assigned + (row.agent ?? 0) <= end && row.start + (row.bot ?? 0) <= end;
    };
    expect(firstBreach(all, inOrder)).toBeUndefined();
  });

  it('is open without an end, or closed with an end and a reason', () => {
    const consistent = (row: Row): boolean =>
      row.closer === '-'
        ? row.end === null && row.reason === '-' && row.score === 0
        : row.end !== null && row.reason !== '-';
    expect(firstBreach(all, consistent)).toBeUndefined();
  });

  it('has an assignment and a response where an agent closed it, no response without an assignment', () => {
    const consistent = (row: Row): boolean =>
      byAgent(row)
        ? row.assigned !== null && row.agent !== null
        : row.agent === null || row.assigned !== null;
    expect(firstBreach(all, consistent)).toBeUndefined();
  });

  it('that times out does so an hour after it fell silent', () => {
    const consistent = (row: Row): boolean =>
      !isBot(row) || row.reason !== 'Closing inactive room' || (row.end ?? 0) - row.start >= 3_600;
    expect(firstBreach(all, consistent)).toBeUndefined();
  });
});
