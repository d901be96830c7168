import { sampleCsv } from '../../src/sample/sample.js';
import type { SampleSpec } from '../../src/sample/sample.js';

/** One row of a sample; times and durations are seconds, null is missing. */
export interface Row {
  id: string;
  user: string;
  closer: string;
  reason: string;
  start: number;
  end: number | null;
  assigned: number | null;
  bot: number | null;
  agent: number | null;
  score: number;
  times: string[];
  durations: string[];
}

export function text(spec: SampleSpec): string {
  return [...sampleCsv(spec)].join('');
}

/** Reads the text by a pattern of its own, so that a malformed row fails. */
export function rows(spec: SampleSpec): Row[] {
  const [, ...records] = text(spec).match(/(?:"[^"]*"|[^"\n])*\n/g) ?? [];
  return records.map(readRow);
}

function readRow(record: string): Row {
  const fields = record.slice(0, -1).split(',');
  if (fields.length !== 10) throw new Error(`not ten fields: ${record}`);
  const field = (index: number): string => fields[index] ?? '';
  return {
    id: field(0),
    user: field(1),
    closer: field(2).replace(/^"(.*)"$/s, '$1'),
    reason: field(3),
    start: seconds(field(4)) ?? NaN,
    end: seconds(field(5)),
    assigned: seconds(field(6)),
    bot: duration(field(7)),
    agent: duration(field(8)),
    score: Number(field(9)),
    times: fields.slice(4, 7).filter((value) => value !== '-'),
    durations: fields.slice(7, 9).filter((value) => value !== '-'),
  };
}

function seconds(value: string): number | null {
  if (value === '-') return null;
  const [date = '', time = ''] = value.split(' ');
  const [day, month, year] = date.split('-');
  return Date.parse(`${year}-${month}-${day}T00:00:00Z`) / 1_000 + (duration(time) ?? NaN);
}

function duration(value: string): number | null {
  if (value === '-') return null;
  const [hours, minutes, secs] = value.split(':').map(Number);
  return (hours ?? NaN) * 3_600 + (minutes ?? NaN) * 60 + (secs ?? NaN);
}

export function isBot(row: Row): boolean {
  return ['System', 'Bot', 'Bot\n'].includes(row.closer);
}

export function byAgent(row: Row): boolean {
  return row.closer !== '-' && !isBot(row);
}

export function count<T>(items: Iterable<T>): Map<T, number> {
  const counts = new Map<T, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

export function groupBy<T>(items: Iterable<T>, keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
}

export function median(values: number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? NaN;
}
