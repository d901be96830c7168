import { durationFields } from '../../chats/columns.js';
import { headingUnit } from '../../reading/heading-hints.js';
import { clean } from '../../files/text.js';
import type { ResultRow } from '../../engines/engine.js';
import { mention } from '../../options/mention.js';
import { minutesDoubt } from './minutes-doubt.js';
import type { ReadFile } from '../reading/read-file.js';
import type { ReportWarning } from '../report.js';

type DurationField = (typeof durationFields)[number];

/** Fewer values than this prove nothing. */
const fewestValues = 10;

/** What `unitWarnings` asks of the rows of each file. */
export const unitColumns: readonly string[] = durationFields.flatMap(evidenceColumns);

/** Durations whose unit is likely not what it was read as: the column, the evidence, and the option that puts it right. */
export function unitWarnings(files: readonly ReadFile[], rows: readonly ResultRow[]): ReportWarning[] {
  return durationFields.flatMap((field) =>
    files.flatMap((file) => {
      const row = rows.find(({ source_file }) => Number(source_file) === file.ordinal);
      return [
        ...clockUnderUnit(file, field),
        ...placeholders(file, field),
        ...(row ? doubtfulUnit(file, field, row) : []),
      ];
    }),
  );
}

function evidenceColumns(field: DurationField): string[] {
  return [
    `count(${field}) as ${field}_read`,
    `count(*) filter (where ${field} > 0 and ${field} < 1) as ${field}_below_one`,
    `max(${field}) as ${field}_longest`,
    `count(*) filter (where ${field} is not null and ended_at > started_at) as ${field}_with_chat`,
    `count(*) filter (where ended_at > started_at and ${field} > date_diff('second', started_at, ended_at))
      as ${field}_too_long`,
    `count(*) filter (where ended_at > started_at and ${field} * 60 > date_diff('second', started_at, ended_at))
      as ${field}_too_long_as_minutes`,
  ];
}

function doubtfulUnit(file: ReadFile, field: DurationField, row: ResultRow): ReportWarning[] {
  const [read, tooLong, withChat] = [
    Number(row[`${field}_read`]),
    Number(row[`${field}_too_long`]),
    Number(row[`${field}_with_chat`]),
  ];
  if (withChat >= fewestValues && tooLong * 2 > withChat) {
    const evidence = `${tooLong.toLocaleString('en')} of ${withChat.toLocaleString('en')} values are longer than their chat`;
    return [
      warning(
        file,
        field,
        tooLong,
        `${evidence}. If they are milliseconds: ${mention('unit', `${field}=milliseconds`)}.`,
      ),
    ];
  }
  const longest = Number(row[`${field}_longest`]);
  const tooLongAsMinutes = Number(row[`${field}_too_long_as_minutes`]);
  const doubt = minutesDoubt(file, field, { withChat, tooLongAsMinutes, longest });
  if (doubt)
    return [
      warning(
        file,
        field,
        read,
        `${doubt.evidence}. They are read as seconds. If they are ${doubt.unit}: ${mention('unit', `${field}=${doubt.unit}`)}; if seconds: ${mention('unit', `${field}=seconds`)}.`,
      ),
    ];
  const belowOne = Number(row[`${field}_below_one`]);
  if (read >= fewestValues && belowOne * 2 > read && longest < 1) {
    return [
      warning(
        file,
        field,
        belowOne,
        `every value is below 1. If they are fractions of a day: ${mention('unit', `${field}=days`)}.`,
      ),
    ];
  }
  return [];
}

/** A heading such as "(in hrs)" above values such as 0:04:30. */
function clockUnderUnit(file: ReadFile, field: DurationField): ReportWarning[] {
  const column = file.plan.columns[field];
  const unit = headingUnit(headingOf(file, field));
  if (column === undefined || unit === null || unit === 'seconds') return [];
  const values = file.plan.sample.flatMap((row) => clean(row[column] ?? '') ?? []);
  const clocks = values.filter((value) => /^\d+:\d{1,2}:\d/.test(value));
  if (clocks.length === 0) return [];
  const text = `its heading says ${unit}, but it holds times such as ${String(clocks[0])}: those are read as hours, minutes and seconds. Numbers in it are read as ${file.plan.rules.units[field] ?? 'seconds'}; otherwise: ${mention('unit', `${field}=UNIT`)}.`;
  return [warning(file, field, clocks.length, text)];
}

/** Nines alone that come again and again, and stand far above all other values: no answer at all. */
function placeholders(file: ReadFile, field: DurationField): ReportWarning[] {
  const column = file.plan.columns[field];
  const values =
    column === undefined ? [] : file.plan.sample.flatMap((row) => clean(row[column] ?? '') ?? []);
  const nines = values.filter((value) => /^9{4,}$/.test(value));
  const [first = ''] = nines;
  const isOne = nines.length > 2 && nines.every((value) => value === first);
  const isFar = values.every((value) => value === first || !(Number(value) * 10 > Number(first)));
  if (!isOne || !isFar || nines.length * 2 > values.length) return [];
  const text = `${first} stands in ${nines.length.toLocaleString('en')} of the ${values.length.toLocaleString('en')} values looked at, and is read as a duration. If it means that there is none: leave it empty in the file, or say so with "missing" in a profile: ${mention('profile', 'FILE')}.`;
  return [warning(file, field, nines.length, text)];
}

function warning(file: ReadFile, field: DurationField, rows: number, text: string): ReportWarning {
  const message = `${file.plan.file.name}, column "${headingOf(file, field)}" (${field}): ${text}`;
  return { kind: 'doubtful_unit', message, rows, examples: [] };
}

function headingOf(file: ReadFile, field: DurationField): string {
  return file.plan.match.columns.find((column) => column.field === field)?.heading ?? field;
}
