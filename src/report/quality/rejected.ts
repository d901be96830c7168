import { csvFields } from '../../files/csv/csv-rows.js';
import { originalHeadings } from '../../reading/rejects-file.js';
import { sourceOf } from '../../chats/ordinals.js';
import { chatFields, typedFields, type ChatField } from '../../chats/columns.js';
import rejectedRowsSql from '../../chats/rejected_rows.sql?raw';
import type { Sql } from '../../engines/engine.js';
import { brokenRows, type ReadFile } from '../reading/read-file.js';
import { checkUnchanged } from '../reading/unchanged.js';
import type { RejectedRow } from '../report.js';

/** Every rejected row of all files: how many by reason, and which rows of each file (from 0, among its sound rows). */
export interface Rejections {
  rows: number;
  byReason: { reason: string; rows: number }[];
  /** Reason by row, for each file that has one. */
  unreadable: ReadonlyMap<number, ReadonlyMap<number, string>>;
}

export async function findRejections(files: readonly ReadFile[], engine: Sql): Promise<Rejections> {
  const counts = new Map<string, number>();
  const add = (reason: string, rows: number): void =>
    void counts.set(reason, (counts.get(reason) ?? 0) + rows);
  for (const { rejected } of files) for (const [reason, rows] of rejected) add(reason, rows);
  const unreadable = new Map<number, Map<number, string>>();
  for (const { source_ordinal, reason } of await engine.query(rejectedRowsSql)) {
    add(String(reason), 1);
    const { file, row } = sourceOf(Number(source_ordinal));
    const rows = unreadable.get(file) ?? new Map<number, string>();
    unreadable.set(file, rows.set(row, String(reason)));
  }
  const byReason = [...counts].map(([reason, rows]) => ({ reason, rows }));
  byReason.sort((a, b) => b.rows - a.rows || (a.reason < b.reason ? -1 : 1));
  return { rows: byReason.reduce((sum, { rows }) => sum + rows, 0), byReason, unreadable };
}

/** A rejected row with its fields under the headings of its file, as far as it could be split. */
export interface RejectedRecord extends RejectedRow {
  headings: readonly string[];
  cells: readonly string[];
}

/** The rejected rows as they stand in their files, by a second pass over the files that have one. */
export async function* rejectedRows(
  files: readonly ReadFile[],
  rejections: Rejections,
  engine: Sql,
): AsyncGenerator<RejectedRecord> {
  const wanted = files
    .map((file) => ({ file, rows: rejectedCount(file, rejections) }))
    .filter(({ rows }) => rows > 0);
  for (const { file, rows } of wanted) {
    const unreadable = rejections.unreadable.get(file.ordinal) ?? new Map<number, string>();
    if (file.plan.file.isTable) yield* rejectedTableRows(file, unreadable, engine);
    else yield* unchangedRows(file, rejectedRowsOf(file, unreadable, rows));
  }
}

/** Rows of a second pass are those of the first one, or none: the file may have been replaced since. */
async function* unchangedRows(
  { plan, state }: ReadFile,
  rows: AsyncGenerator<RejectedRecord>,
): AsyncGenerator<RejectedRecord> {
  await checkUnchanged(plan.file, state);
  try {
    yield* rows;
  } finally {
    await checkUnchanged(plan.file, state);
  }
}

function rejectedCount(file: ReadFile, { unreadable }: Rejections): number {
  return (unreadable.get(file.ordinal)?.size ?? 0) + brokenRows(file);
}

function headingsOf({ plan }: ReadFile): string[] {
  return plan.match.columns.map((column) => column.heading);
}

/** A table has no lines: its rejected rows are told by the fields that were read. */
async function* rejectedTableRows(
  file: ReadFile,
  unreadable: ReadonlyMap<number, string>,
  engine: Sql,
): AsyncGenerator<RejectedRecord> {
  const fields = chatFields.filter((field) => file.plan.columns[field] !== undefined);
  const headings = fields.map((field) => headingsOf(file)[file.plan.columns[field] ?? 0] ?? field);
  const values = fields.map((field) => valueSql(field));
  const select = `select source_ordinal as ordinal, ${values.join(', ')} from raw_chats
    where source_file = ${String(file.ordinal)}
      and source_ordinal in (select source_ordinal from (${rejectedRowsSql}) as rejected)
    order by source_ordinal`;
  for await (const rows of engine.rows(select)) {
    for (const { ordinal, ...row } of rows) {
      const cells = Object.values(row).map((value) => (value === null ? '' : String(value)));
      const reason = unreadable.get(sourceOf(Number(ordinal)).row) ?? '';
      yield { file: file.plan.file.name, line: 0, reason, text: cells.join('\t'), headings, cells };
    }
  }
}

function valueSql(field: ChatField): string {
  if (!typedFields.includes(field)) return field;
  return `coalesce(cast(${field} as varchar), ${field}_text) as ${field}`;
}

async function* rejectedRowsOf(
  file: ReadFile,
  unreadable: ReadonlyMap<number, string>,
  wanted: number,
): AsyncGenerator<RejectedRecord> {
  const { plan } = file;
  const columns = headingsOf(file).map((heading, place) => ({ heading, place }));
  const kept = columns.filter(({ heading }) => originalHeadings([heading]).length > 0);
  const headings = kept.map(({ heading }) => heading);
  let found = 0;
  let sound = 0;
  for await (const rows of plan.rows()) {
    for (const { line, raw, fields, reason } of rows) {
      const why = fields ? unreadable.get(sound) : reason;
      if (fields) sound += 1;
      if (!why) continue;
      const split = fields ?? csvFields(raw, plan.form.delimiter ?? '\t');
      const cells = kept.map(({ place }) => split[place] ?? '');
      yield { file: plan.file.name, line, reason: why, text: raw, headings, cells };
      found += 1;
      if (found === wanted) return;
    }
  }
}
