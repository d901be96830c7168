import type { RatingPart } from '../../reading/dates/evidence.js';
import type { ResultRow } from '../engine.js';

/** A row that is no rejected one, as it was read (metrics.md, section 2). */
export const isAccepted = 'is_chat and chat_id is not null and started_at is not null';

/** Ratings that are counted one by one: whole numbers between these. */
const wholeRatings = [-10, 10] as const;

/**
 * A SELECT of the ratings of rows that are not rejected, with the columns of `readEvidenceSql`: each whole number of a usual
 * scale, and what lies between or beyond them, from `dmy` to `mdy`.
 */
export function ratingEvidenceSql(table: string): string {
  const [from, to] = wholeRatings;
  const kind = `case when csat_score between ${String(from)} and ${String(to)} and csat_score = floor(csat_score) then csat_score
      when csat_score < 0 then -11.5 when csat_score <= 1 then 0.5 when csat_score <= 5 then 3.5 when csat_score <= 10 then 7.5
      when csat_score <= 100 then 50.5 else 101.5 end`;
  return `select 'csat_score' as field, null as layout, count(*) as values, min(csat_score) as dmy, max(csat_score) as mdy,
      0 as ymd, 0 as decisive, 0 as accepted
    from ${table} where csat_score is not null and ${isAccepted} group by ${kind}`;
}

/** The rows of that SELECT as parts of the ratings of a file. */
export function ratingParts(rows: readonly ResultRow[]): RatingPart[] {
  const parts = rows.map(({ values, dmy, mdy }) => ({
    values: Number(values),
    lowest: Number(dmy),
    highest: Number(mdy),
  }));
  return parts.sort((one, other) => one.lowest - other.lowest);
}
