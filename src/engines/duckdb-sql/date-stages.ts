import type { DateField } from '../../chats/columns.js';
import type { DateLayout } from '../../reading/dates/layout.js';
import { dateSql, type DateReading } from './date-sql.js';

/** A date field of a file, and the layouts that its texts may have. */
interface DateOfFile {
  field: DateField;
  layouts: readonly DateLayout[];
}

/**
 * The stages, as named SELECTs, that lead from `numbered` to `dated`: each field as `FIELD_value`, and as `FIELD_layout`
 * which layout read it. To fail is dear: a layout tries only what none before it could read. What is tried in one stage is
 * checked in the next, because a macro writes its argument as often as it names it.
 */
export function dateStages(dates: readonly DateOfFile[], reading: DateReading): string[] {
  const places = Math.max(...dates.map(({ layouts }) => layouts.length));
  const stages = Array.from({ length: places }, (_, place) => stagesOf(place, dates, reading));
  const last = places === 0 ? 'numbered' : `checked_${String(places - 1)}`;
  const values = dates.map(({ field, layouts }) => dateValue(field, layouts.length));
  return [...stages.flat(), `dated as (select *, ${values.join(', ')} from ${last})`];
}

function stagesOf(place: number, dates: readonly DateOfFile[], reading: DateReading): string[] {
  const before = place === 0 ? 'numbered' : `checked_${String(place - 1)}`;
  const tried: string[] = [];
  const checked: string[] = [];
  for (const { field, layouts } of dates) {
    const layout = layouts[place];
    if (!layout) continue;
    const name = tryName(field, place);
    tried.push(`${dateSql(unreadSoFar(field, place), layout, reading)} as ${name}`);
    checked.push(`in_range(${name}) as ${name}`);
  }
  return [
    `tried_${String(place)} as (select *, ${tried.join(', ')} from ${before})`,
    `checked_${String(place)} as (select * replace (${checked.join(', ')}) from tried_${String(place)})`,
  ];
}

function tryName(field: DateField, place: number): string {
  return `${field}_${String(place)}`;
}

function tries(field: DateField, count: number): string[] {
  return Array.from({ length: count }, (_, place) => tryName(field, place));
}

function unreadSoFar(field: DateField, place: number): string {
  return place === 0
    ? field
    : `(case when coalesce(${tries(field, place).join(', ')}) is null then ${field} end)`;
}

function dateValue(field: DateField, layouts: number): string {
  const read = tries(field, layouts);
  const value = layouts === 0 ? 'cast(null as timestamp)' : `coalesce(${read.join(', ')})`;
  const which = read.map((column, place) => `when ${column} is not null then ${String(place)}`).join(' ');
  return `${value} as ${field}_value, cast(${layouts === 0 ? 'null' : `case ${which} end`} as utinyint) as ${field}_layout`;
}
