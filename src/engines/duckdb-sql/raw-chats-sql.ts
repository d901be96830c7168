import { dateFields, typedFields, type DateField } from '../../chats/columns.js';
import type { DateLayout } from '../../reading/dates/layout.js';
import { rowsPerFile } from '../../chats/ordinals.js';
import type { ZoneShift } from '../../reading/dates/zones.js';
import type { IdForm, IdForms, RawFile } from '../engine.js';

/** The table that the typed rows of one file are read into. */
export function rowsTable(ordinal: number): string {
  return `file_rows_${String(ordinal)}`;
}

/** The rows of one file, wherever they are kept. */
export function rawRows(ordinal: number): string {
  return `raw_file_${String(ordinal)}`;
}

/** The statement that names the rows of a table `rawRows`: with the number of each, and the texts that could not be read as columns `FIELD_text`. */
export function rawRowsSql(ordinal: number, table: string): string {
  const texts = typedFields.map((field, index) => `unread[${String(index + 1)}] as ${field}_text`);
  return `create or replace view ${rawRows(ordinal)} as
    select rowid as row_number, * exclude (unread), ${texts.join(', ')} from ${table}`;
}

const shortIdSql: Record<IdForm, (id: string) => string> = {
  decimal: (id) => `split_part(${id}, '.', 1)`,
  padded: (id) => `coalesce(nullif(ltrim(${id}, '0'), ''), case when ${id} is not null then '0' end)`,
};

/** A SELECT of one file's rows as `raw_chats` wants them: with their ordinal, and times as instants. */
export function rawFileSql(
  ordinal: number,
  layouts: readonly DateLayout[],
  shifts: RawFile['shifts'],
  ids: IdForms = {},
): string {
  const replaced = (['chat_id', 'user_id'] as const).flatMap((field) => {
    const form = ids[field];
    return form ? [`${shortIdSql[form](field)} as ${field}`] : [];
  });
  const renewed = replaced.length > 0 ? ` replace (${replaced.join(', ')})` : '';
  const instants = dateFields.map(
    (field) => `${instantSql(field, layouts, shifts[field] ?? [])} as ${field}`,
  );
  return `select ${String(ordinal)} as source_file, ${String(ordinal * rowsPerFile)} + row_number as source_ordinal,
    * exclude (row_number, ${dateFields.map((field) => `${field}, ${field}_layout`).join(', ')})${renewed}, ${instants.join(', ')}
    from ${rawRows(ordinal)}`;
}

function instantSql(field: DateField, layouts: readonly DateLayout[], shifts: readonly ZoneShift[]): string {
  if (shifts.length === 0) return field;
  const zoned = layouts.flatMap((layout, index) => (layout.hasZone ? [String(index)] : []));
  const shifted = `${field} - to_seconds(${offsetSql(field, shifts)})`;
  return zoned.length === 0
    ? shifted
    : `case when ${field}_layout in (${zoned.join(', ')}) then ${field} else ${shifted} end`;
}

function offsetSql(field: DateField, shifts: readonly ZoneShift[]): string {
  const later = shifts.filter((shift) => shift.fromSecond !== null).reverse();
  const first = String(shifts[0]?.offsetSeconds ?? 0);
  if (later.length === 0) return first;
  const cases = later.map(
    ({ fromSecond, offsetSeconds }) =>
      `when ${field} >= make_timestamp(${String((fromSecond ?? 0) * 1_000_000)}) then ${String(offsetSeconds)}`,
  );
  return `case ${cases.join(' ')} else ${first} end`;
}
