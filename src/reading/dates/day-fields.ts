import { dateFields, type DateField } from '../../chats/columns.js';
import { clean } from '../../files/text.js';
import type { FieldColumns } from '../match-headings.js';
import type { ReadingRules } from '../rules.js';
import { dateLayout } from './layout.js';
import { hasClock, isDay, isInCalendar } from './joined-text.js';

/** So many dates at midnight, and none at any other time, have no time of day though their texts have one. */
const fewestMidnights = 5;

/** The date fields whose first values are all dates without a time of day. */
export function dayFieldsOf(
  columns: FieldColumns,
  { after }: Pick<ReadingRules, 'after'>,
  sample: readonly string[][],
): DateField[] {
  return dateFields.filter((field) => {
    const column = columns[field];
    if (column === undefined || after.includes(field)) return false;
    const all = sample.flatMap((row) => clean(row[column] ?? '') ?? []);
    const values = all.filter((value) => dateLayout(value) !== null && isInCalendar(value));
    if (values.length === 0 || !values.every(isDay)) return false;
    return values.length >= fewestMidnights || !values.some(hasClock);
  });
}

/**
 * The columns that are read: without a time of day an end or an assignment measures nothing, and beside a start without one
 * neither does.
 */
export function withoutDays(columns: FieldColumns, days: readonly DateField[]): FieldColumns {
  const unread = days.includes('started_at') ? dateFields.filter((field) => field !== 'started_at') : days;
  return Object.fromEntries(
    Object.entries(columns).filter(([name]) => !unread.some((field) => field === name)),
  );
}
