import { numberFields, type ChatField } from '../../chats/columns.js';
import type { DateEvidence, OrderFit } from '../../reading/dates/evidence.js';
import { unmarked } from '../../reading/writings/column-writings.js';
import { dateFieldsOf, type FilePlan } from '../../reading/plan.js';
import type { ColumnTypes, Engine, KeptReadings, RawFile, ReadResult, ResultRow } from '../engine.js';
import { cancelled } from '../cancelled.js';
import { CsvReader } from './csv-reader.js';
import type { Database } from './database.js';
import { orderFitSql, readEvidenceSql, unreadEvidenceSql, unreadNumbersSql } from './evidence-sql.js';
import { ratingEvidenceSql, ratingParts } from '../shared-sql/rating-evidence.js';
import { insertSql } from './insert-sql.js';
import { macros } from './macros.js';
import { callsNameKey, NameKeys } from './name-key.js';
import { rawFileSql, rawRows } from './raw-chats-sql.js';
import { needsNameKey } from '../shared-sql/rule-sql.js';

/** An engine on a database that was just opened, and what it keeps of files. */
export async function sqlEngine(database: Database, kept?: KeptReadings): Promise<Engine> {
  await database.run(macros.join(';\n'));
  return new SqlEngine(database, kept);
}

function evidenceOf(read: readonly ResultRow[], unread: readonly ResultRow[]): DateEvidence {
  const isRating = ({ field }: ResultRow): boolean => field === 'csat_score';
  const isNumber = ({ field }: ResultRow): boolean => (numberFields as readonly unknown[]).includes(field);
  const byOrder = ({ dmy, mdy, ymd, ...row }: ResultRow): object => ({
    ...row,
    readableAs: { dmy: Number(dmy), mdy: Number(mdy), ymd: Number(ymd) },
  });
  const texts = unread.map((row): ResultRow => ({ ...row, example: unmarked(String(row['example'])) }));
  return {
    read: read.filter((row) => !isRating(row)).map(byOrder) as DateEvidence['read'],
    unread: texts.filter((row) => !isNumber(row)).map(byOrder) as DateEvidence['unread'],
    unreadNumbers: texts.filter(isNumber).map(({ field, example, values }) => ({
      field,
      example,
      values,
    })) as DateEvidence['unreadNumbers'],
    ratings: ratingParts(read.filter(isRating)),
  };
}

/** The engine as far as it is the same for every build of DuckDB. */
class SqlEngine implements Engine {
  readonly name: string;
  readonly kept?: KeptReadings;
  readonly lanes: number;
  readonly #database: Database;
  readonly #reader: CsvReader;
  readonly #nameKeys: NameKeys;
  readonly #kinds = new Map<string, 'table' | 'view'>();
  #reading = new AbortController();

  constructor(database: Database, kept?: KeptReadings) {
    this.name = database.name;
    if (kept) this.kept = kept;
    this.lanes = database.lanes ?? 1;
    this.#database = database;
    this.#reader = new CsvReader(database);
    this.#nameKeys = new NameKeys(database);
  }

  async readFile(ordinal: number, plan: FilePlan): Promise<ReadResult> {
    this.#reading = new AbortController();
    if (needsNameKey(plan.rules)) await this.#nameKeys.make();
    return this.#reader.read(ordinal, plan, this.#reading.signal);
  }

  async dateEvidence(ordinal: number, plan: FilePlan): Promise<DateEvidence> {
    const fields = dateFieldsOf(plan);
    const table = rawRows(ordinal);
    const has = (field: ChatField): boolean => plan.columns[field] !== undefined;
    const read = await this.query(
      [
        ...fields.map((field) => readEvidenceSql(table, field, plan)),
        ...(has('csat_score') ? [ratingEvidenceSql(table)] : []),
      ].join(' union all '),
    );
    const numbers = [...numberFields, ...plan.rules.after].filter(has);
    const unreadSql = [
      ...fields.map((field) => unreadEvidenceSql(table, field, plan)),
      ...numbers.map((field) => unreadNumbersSql(table, field)),
    ];
    const unread = this.#reader.mayHaveUnread(ordinal)
      ? await this.query(unreadSql.map((sql) => `(${sql})`).join(' union all '))
      : [];
    return evidenceOf(read, unread);
  }

  async orderFit(ordinal: number, plan: FilePlan, isSwapped: boolean): Promise<OrderFit> {
    const [row] = await this.query(orderFitSql(rawRows(ordinal), plan, isSwapped));
    return { orderedRows: Number(row?.['ordered_rows']), spanSeconds: Number(row?.['span_seconds']) };
  }

  async openRawChats(files: readonly RawFile[]): Promise<void> {
    const selects = files.map(({ ordinal, layouts, shifts, ids }) =>
      rawFileSql(ordinal, layouts, shifts, ids),
    );
    await this.createView('raw_chats', selects.join(' union all by name '));
  }

  createTable(name: string, select: string): Promise<void> {
    return this.#replace(name, 'table', () =>
      this.#nameKeys.run(`create or replace table ${name} as ${select}`),
    );
  }

  async createView(name: string, select: string): Promise<void> {
    if (callsNameKey(select)) await this.#nameKeys.make();
    await this.#replace(name, 'view', () =>
      this.#database.run(`create or replace view ${name} as ${select}`),
    );
  }

  insert(name: string, types: ColumnTypes, rows: readonly ResultRow[]): Promise<void> {
    return this.#replace(name, 'table', () => this.#database.run(insertSql(name, types, rows)));
  }

  /** Makes a relation in the place of one of either kind: DuckDB itself replaces only its like. */
  async #replace(name: string, kind: 'table' | 'view', make: () => Promise<void>): Promise<void> {
    const before = this.#kinds.get(name);
    if (before && before !== kind) await this.#database.run(`drop ${before} if exists ${name}`);
    this.#kinds.set(name, kind);
    await make();
  }

  async query(select: string): Promise<ResultRow[]> {
    if (callsNameKey(select)) await this.#nameKeys.make();
    return this.#database.query(select);
  }

  async *rows(select: string): AsyncGenerator<ResultRow[]> {
    if (callsNameKey(select)) await this.#nameKeys.make();
    yield* this.#database.rows(select);
  }

  progress(): number | null {
    return this.#database.progress();
  }

  cancel(): void {
    this.#reading.abort(cancelled());
    this.#database.interrupt();
  }

  close(): Promise<void> {
    return this.#database.close();
  }
}
