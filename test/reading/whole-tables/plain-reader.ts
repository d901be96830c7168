import { chatFields, numberFields, type ChatField } from '../../../src/chats/columns.js';
import type { Reader, ReadResult } from '../../../src/engines/engine.js';
import { trimmed, clean } from '../../../src/files/text.js';
import { secondsPerUnit } from '../../../src/reading/heading-hints.js';
import type { DateEvidence, OrderFit, RatingPart } from '../../../src/reading/dates/evidence.js';
import { dateOrders, isOpen, type DateOrder } from '../../../src/reading/dates/layout.js';
import { dateFieldsOf, type FilePlan } from '../../../src/reading/plan.js';
import { rewriteOf } from '../../../src/reading/writings/column-writings.js';
import { clockOf, momentBy, numberOf } from '../writings/plain-values.js';

/** A row as an engine reads it: texts, seconds since 1970, numbers, and `FIELD_text` of what could not be read. */
export type PlainRow = Record<string, string | number | null>;

type Unread = DateEvidence['unread'];

/** Reads files as an engine does, by plain functions in the place of SQL: for many small tables, which plan dear SQL. */
export class PlainReader implements Reader {
  readonly files = new Map<number, PlainRow[]>();

  async readFile(ordinal: number, plan: FilePlan): Promise<ReadResult> {
    const rejected = new Map<string, number>();
    const cells = cellsOf(plan);
    const rows: PlainRow[] = [];
    for await (const batch of plan.rows())
      for (const { fields, reason } of batch) {
        if (fields) rows.push(typedRow(cells(fields), plan));
        else if (reason !== null) rejected.set(reason, (rejected.get(reason) ?? 0) + 1);
      }
    this.files.set(ordinal, rows);
    return { rows: rows.length, rejected };
  }

  dateEvidence(ordinal: number, plan: FilePlan): Promise<DateEvidence> {
    const rows = this.files.get(ordinal) ?? [];
    const unreadNumbers = numberFields.flatMap((field) =>
      textsOf(rows, field).map((example) => ({ field, example, values: 1 })),
    );
    const fields = dateFieldsOf(plan);
    return Promise.resolve({
      read: fields.flatMap((field) => readOf(rows, field, plan)),
      unread: fields.flatMap((field) => unreadOf(rows, field, plan)),
      unreadNumbers,
      ratings: ratingParts(
        rows
          .filter(isAccepted)
          .flatMap((row) => row['csat_score'] ?? [])
          .map(Number),
      ),
    });
  }

  orderFit(ordinal: number, plan: FilePlan, isSwapped: boolean): Promise<OrderFit> {
    const other = plan.order === 'dmy' ? 'mdy' : 'dmy';
    const rows = (this.files.get(ordinal) ?? []).map((row) =>
      isSwapped ? { ...row, ...momentsOf(row, { ...plan, order: other }) } : row,
    );
    const at = (row: PlainRow, field: ChatField): number => Number(row[field] ?? NaN);
    const ordered = rows.filter((row) => {
      const assigned = row['assigned_at'] === null ? null : at(row, 'assigned_at');
      const isInside =
        assigned === null || (at(row, 'started_at') <= assigned && assigned <= at(row, 'ended_at'));
      return at(row, 'started_at') <= at(row, 'ended_at') && isInside;
    });
    const starts = rows.map((row) => at(row, 'started_at')).filter((start) => !Number.isNaN(start));
    const spanSeconds = starts.length === 0 ? 0 : Math.max(...starts) - Math.min(...starts);
    return Promise.resolve({ orderedRows: ordered.length, spanSeconds });
  }

  openRawChats(): Promise<void> {
    return Promise.resolve();
  }
}

const isAccepted = (row: PlainRow): boolean => row['chat_id'] !== null && row['started_at'] !== null;

/** The texts of the fields of a row, ready to be read. */
function cellsOf(plan: FilePlan): (fields: readonly string[]) => PlainRow {
  const columns = chatFields.map((field) => ({
    field,
    place: plan.columns[field],
    rewrite: rewriteOf(field, plan.writings, plan.rules.missing[field]),
  }));
  return (fields) =>
    Object.fromEntries(
      columns.map(({ field, place, rewrite }) => [
        field,
        place === undefined ? null : clean(trimmed(rewrite(fields[place] ?? ''))),
      ]),
    );
}

function typedRow(cells: PlainRow, plan: FilePlan): PlainRow {
  const row: PlainRow = {
    ...cells,
    ...Object.fromEntries(chatFields.map((field) => [`${field}_cell`, cells[field] ?? null])),
  };
  for (const field of numberFields) {
    const text = cells[field] ?? null;
    const value = text === null ? null : readNumber(field, String(text), plan);
    row[field] = value;
    row[`${field}_text`] = value === null ? text : null;
  }
  return { ...row, ...momentsOf(row, plan) };
}

function readNumber(field: ChatField, text: string, { rules, exactNumbers }: FilePlan): number | null {
  if (text.includes(':')) return field === 'csat_score' ? null : clockOf(text);
  const number = numberOf(text, exactNumbers.includes(field));
  if (number === null || field === 'csat_score') return number;
  return number < 0 ? null : number * secondsPerUnit[rules.units[field] ?? 'seconds'];
}

function momentsOf(row: PlainRow, plan: FilePlan): PlainRow {
  const found: PlainRow = {};
  for (const field of ['started_at', 'ended_at', 'assigned_at'] as const) {
    const text = row[`${field}_cell`] ?? null;
    const layout =
      text === null || plan.columns[field] === undefined ? -1 : layoutOf(String(text), plan, plan.order);
    const known = plan.layouts[layout];
    found[field] = known ? momentBy(String(text), known, plan.order) : null;
    found[`${field}_layout`] = known ? layout : null;
    found[`${field}_text`] = known ? null : text;
  }
  return found;
}

function layoutOf(text: string, plan: FilePlan, order: DateOrder): number {
  return plan.layouts.findIndex((layout) => momentBy(text, layout, order) !== null);
}

const textsOf = (rows: readonly PlainRow[], field: ChatField): string[] =>
  rows.flatMap((row) => row[`${field}_text`] ?? []).map(String);

function readableAs(text: string, plan: FilePlan, layouts: FilePlan['layouts']): Record<DateOrder, number> {
  const count = (order: DateOrder): number =>
    layouts.some((layout) => momentBy(text, layout, order) !== null) ? 1 : 0;
  const [dmy, mdy, ymd] = dateOrders.map((order) => (order === plan.order ? 1 : count(order)));
  return { dmy: dmy ?? 0, mdy: mdy ?? 0, ymd: ymd ?? 0 };
}

function readOf(rows: readonly PlainRow[], field: ChatField, plan: FilePlan): DateEvidence['read'] {
  return plan.layouts.flatMap((layout, at) => {
    const its = rows.filter((row) => row[`${field}_layout`] === at);
    if (its.length === 0) return [];
    const each = its.map((row) => readableAs(String(row[`${field}_cell`]), plan, [layout]));
    const sum = (order: DateOrder): number => each.reduce((all, one) => all + one[order], 0);
    const decisive = each.filter((one) => one.dmy + one.mdy + one.ymd === 1).length;
    const accepted = its.filter(isAccepted).length;
    const all = { dmy: sum('dmy'), mdy: sum('mdy'), ymd: sum('ymd') };
    return [
      { field: field as 'started_at', layout: at, values: its.length, decisive, accepted, readableAs: all },
    ];
  });
}

function unreadOf(rows: readonly PlainRow[], field: ChatField, plan: FilePlan): Unread {
  const open = plan.layouts.filter(isOpen);
  return textsOf(rows, field).map((example) => ({
    field: field as 'started_at',
    example,
    values: 1,
    readableAs: { ...readableAs(example, plan, open), [plan.order]: 0 },
  }));
}

function ratingParts(ratings: readonly number[]): RatingPart[] {
  const parts = new Map<number, RatingPart>();
  for (const rating of ratings) {
    const isWhole = Number.isInteger(rating) && Math.abs(rating) <= 10;
    const beyond = [-1e-9, 1, 5, 10, 100].findIndex((most) => rating <= most);
    const kind = isWhole ? rating : 1000 + beyond;
    const { values, lowest, highest } = parts.get(kind) ?? {
      values: 0,
      lowest: Infinity,
      highest: -Infinity,
    };
    parts.set(kind, {
      values: values + 1,
      lowest: Math.min(lowest, rating),
      highest: Math.max(highest, rating),
    });
  }
  return [...parts.values()].sort((one, other) => one.lowest - other.lowest);
}
