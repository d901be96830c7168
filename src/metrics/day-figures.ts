import type { ResultRow, Sql } from '../engines/engine.js';
import dayFigures from './day_figures.sql?raw';

/** The names of what is counted of a day. */
export const dayCounts = [
  'chats',
  'closed_by_bot',
  'closed_by_agents',
  'resolved_by_bot',
  'rated_bot',
  'satisfied_bot',
  'rated_chats',
  'satisfied_chats',
  'rating',
  'rating_squares',
  'first_response_chats',
  'within_target_chats',
  'resolution_chats',
  'resolution_seconds',
  'wait_chats',
  'wait_seconds',
] as const;

/** What is counted of a day: chats, those of its ratings and times of agents' chats that a figure is made of, and their sums. */
export type DayCount = (typeof dayCounts)[number];

/** The chats that start on one day, in business hours or outside them (null: where chats have no time of day). */
export type DayFigures = Readonly<Record<DayCount, number>> & {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly is_business_hours: boolean | null;
};

/** From fewer chats nothing is concluded, and their days are not asked for. */
export const fewestForFindings = 30;

/** The figures of the days of a report with so many chats, from the relation `chats_in_hours`; days without chats have none. */
export async function dayFiguresOf(engine: Sql, chats: number): Promise<DayFigures[]> {
  if (chats < fewestForFindings) return [];
  return (await engine.query(dayFigures)).map(ofRow);
}

function ofRow(row: ResultRow): DayFigures {
  const hours = row['is_business_hours'];
  const numbers = Object.fromEntries(dayCounts.map((count) => [count, Number(row[count])]));
  return {
    day: String(row['day']),
    is_business_hours: hours === null || hours === undefined ? null : Boolean(hours),
    ...(numbers as Record<DayCount, number>),
  };
}
