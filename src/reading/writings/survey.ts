import { chatFields, dateFields, type ChatField } from '../../chats/columns.js';
import { conditionNames } from '../condition-names.js';
import type { CsvRow } from '../../files/csv/csv-rows.js';
import type { FieldColumns } from '../match-headings.js';
import type { ReadingRules } from '../rules.js';
import { durationColumns, type SeenFile } from './choose.js';
import { ClockEvidence, mayBeShortClock } from './clock-evidence.js';
import { dateShapeOf, see, shapeOf, type Seen } from './seen.js';
import { hasApostrophe, isWrapped, unwrapped } from './wrapped.js';

const names = [...chatFields, ...conditionNames];

/** Looks at the cells of some or all rows of a file, a row at a time. */
export class Survey {
  readonly #columns: FieldColumns;
  readonly #seen = new Map<ChatField, { seen: Seen; keyOf: (text: string) => string }>();
  readonly #clocks = new Map<ChatField, ClockEvidence>();
  /** Columns in which every value so far begins with an apostrophe, and whether there was one. */
  readonly #quoted = new Map(names.map((name) => [name, { all: true, any: false }]));
  #hasWrapped = false;

  constructor(columns: FieldColumns, rules: ReadingRules) {
    this.#columns = columns;
    const durations = durationColumns(rules);
    for (const field of [...dateFields, ...durations, 'csat_score'] as const) {
      if (columns[field] === undefined) continue;
      const isDate = dateFields.some((date) => date === field) && !durations.includes(field);
      const keyOf = field === 'csat_score' ? (text: string): string => text : isDate ? dateShapeOf : shapeOf;
      this.#seen.set(field, { seen: new Map(), keyOf });
      if (durations.includes(field)) this.#clocks.set(field, new ClockEvidence());
    }
  }

  add(fields: readonly string[]): void {
    for (const name of names) {
      const column = this.#columns[name];
      if (column !== undefined) this.#addCell(name as ChatField, fields[column] ?? '');
    }
    if (this.#clocks.size === 0) return;
    const cell = (name: ChatField): string => unwrapped(fields[this.#columns[name] ?? -1] ?? '', true).trim();
    for (const [field, evidence] of this.#clocks)
      if (mayBeShortClock(fields[this.#columns[field] ?? -1] ?? ''))
        evidence.add(cell(field), cell('started_at'), cell('ended_at'));
  }

  #addCell(name: ChatField, cell: string): void {
    const quoted = this.#quoted.get(name);
    const isQuoted = hasApostrophe(cell);
    if (quoted?.all && cell.trim() !== '') {
      quoted.all = isQuoted;
      quoted.any ||= isQuoted;
    }
    this.#hasWrapped ||= isWrapped(cell);
    const seen = this.#seen.get(name);
    if (seen) see(seen.seen, unwrapped(cell, isQuoted), seen.keyOf);
  }

  /** What was seen so far. */
  result(): SeenFile {
    return {
      columns: Object.fromEntries([...this.#seen].map(([field, { seen }]) => [field, seen])),
      apostrophes: [...this.#quoted].filter(([, { all, any }]) => all && any).map(([name]) => name),
      hasWrapped: this.#hasWrapped,
      clocks: Object.fromEntries(
        [...this.#clocks].flatMap(([field, evidence]) => {
          const clock = evidence.clock();
          return clock ? [[field, clock]] : [];
        }),
      ),
    };
  }
}

/** What the whole of a file holds: one more pass over it, for a file whose first rows did not show all. */
export async function surveyed(
  rows: AsyncIterable<CsvRow[]>,
  columns: FieldColumns,
  rules: ReadingRules,
): Promise<SeenFile> {
  const survey = new Survey(columns, rules);
  for await (const batch of rows) for (const { fields } of batch) if (fields) survey.add(fields);
  return survey.result();
}
