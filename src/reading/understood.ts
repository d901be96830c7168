import type { HeadingChoices } from './heading.js';
import {
  dateAndTimeColumns,
  joinedColumns,
  joinedFields,
  joinedRows,
  type DateAndTime,
} from './dates/date-and-time.js';
import type { FirstLook } from './look.js';
import { withoutCondition } from './match-headings.js';
import { lookAtStatus, type StatusLook } from './open-status.js';
import { genericProfile } from './profiles/generic-profile.js';

/** A first look, and what its first rows say of its columns. */
export interface FileLook extends FirstLook {
  /** Fields whose date and time of day stand in two columns. */
  pairs: readonly DateAndTime[];
  /** What a column of statuses says; null where there is none. */
  status: StatusLook | null;
}

/** The same look with what its first rows say of its columns. */
export function understood(look: FirstLook, { map, openStatus }: HeadingChoices): FileLook {
  const { match, sample, rows } = look;
  const pairs = dateAndTimeColumns(match.columns, map, sample);
  const ofPlatform =
    match.profile.name === genericProfile.name ? null : (match.profile.open_when?.values ?? null);
  const status = lookAtStatus(match, sample, openStatus ?? ofPlatform);
  const columns = joinedColumns(match.columns, pairs).map((column) =>
    !status?.isUsed && column.condition === 'open_when' ? withoutCondition(column) : column,
  );
  if (pairs.length === 0) return { ...look, match: { ...match, columns }, pairs, status };
  return {
    ...look,
    match: { ...match, columns },
    plainCsv: null,
    sample: sample.map((row) => joinedFields(row, pairs)),
    rows: () => joinedRows(rows(), pairs),
    pairs,
    status,
  };
}
