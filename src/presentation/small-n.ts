import type { Row } from '../report/report.js';

/** The counts that a figure rests on; the smallest of them tells how firm it is. */
const restsOn: Record<string, readonly string[]> = {
  bot_deflection_rate: ['incoming_chats'],
  bot_resolution_rate: ['incoming_chats'],
  csat_satisfied_rate_bot: ['csat_rated_chats_bot'],
  first_response_avg_seconds: ['first_response_chats'],
  first_response_median_seconds: ['first_response_chats'],
  first_response_p90_seconds: ['first_response_chats'],
  first_response_within_target_rate: ['first_response_chats'],
  resolution_avg_seconds: ['resolution_chats'],
  resolution_median_seconds: ['resolution_chats'],
  resolution_p90_seconds: ['resolution_chats'],
  handle_avg_seconds: ['handle_chats'],
  wait_avg_seconds: ['wait_chats'],
  customer_wait_avg_seconds: ['first_response_chats', 'wait_chats'],
  csat_avg: ['csat_rated_chats'],
  csat_satisfied_rate: ['csat_rated_chats'],
  csat_response_rate: ['chats_resolved'],
  csat_avg_business_hours: ['csat_rated_chats_business_hours'],
  csat_avg_outside_business_hours: ['csat_rated_chats_outside_business_hours'],
  occupancy_rate: ['chats'],
  concurrency: ['chats'],
  chats_per_active_hour: ['chats'],
};

/** The metrics that count what a figure rests on; none where it is a count itself. */
export function countsBehind(id: string): readonly string[] {
  return restsOn[id] ?? [];
}

/** Does a figure of a row rest on fewer chats or ratings than a reader should judge by? */
export function restsOnFew(id: string, row: Row, smallN: number): boolean {
  if (row[id] === null || row[id] === undefined) return false;
  return countsBehind(id).some((count) => Number(row[count] ?? 0) < smallN);
}

/** The footnote to figures in grey italics. */
export const fewInWords = (smallN: number) =>
  `Grey italic figures rest on fewer than ${String(smallN)} chats or ratings: too few to judge by.`;
