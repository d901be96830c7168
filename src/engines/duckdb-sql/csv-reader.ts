import { typedFields } from '../../chats/columns.js';
import { cleanCsv, cleanFields, type CleanCounts } from '../../reading/clean-csv.js';
import type { FilePlan } from '../../reading/plan.js';
import { trimmed } from '../../files/text.js';
import { utf8Stream } from '../../files/source.js';
import type { ReadResult } from '../engine.js';
import type { Database, LentFile } from './database.js';
import { checkArrived } from './arrival.js';
import { readsOneWay } from './plain-csv.js';
import { rawRowsSql, rowsTable } from './raw-chats-sql.js';
import { readSql, type CsvInput } from './read-sql.js';
import { stoppable } from './stoppable.js';

/** How rows are read, before it is known whether cells must be trimmed, and before it is known where they are. */
type LentInput = Omit<CsvInput, 'isPadded'>;
type Input = Omit<LentInput, 'path'>;

interface CleanCopy {
  lent: LentFile;
  input: Input;
  counts: CleanCounts;
}

/** What is known of a file once it was read, as long as the plan has the same rows. */
interface KnownFile {
  rows: FilePlan['rows'];
  writings: FilePlan['writings'];
  isProven: boolean;
  isPadded: boolean;
  copy: CleanCopy | null;
  loaded: Loaded;
}

/** What is in a file's table: its rows, and those of them that have a text which could not be read. */
interface Loaded {
  rows: number;
  unread: number;
}

const nothing: Loaded = { rows: 0, unread: 0 };

/**
 * Reads CSV files into typed tables: as they are when every row is sound CSV, else by way of a cleaned copy, which leaves
 * out and counts the rows that are not.
 */
export class CsvReader {
  readonly #database: Database;
  readonly #known = new Map<number, KnownFile>();

  constructor(database: Database) {
    this.#database = database;
  }

  /** @throws UserError `cancelled` when the signal stops it. */
  async read(ordinal: number, plan: FilePlan, signal: AbortSignal): Promise<ReadResult> {
    const result = await this.#readRows(ordinal, plan, signal);
    await this.#database.run(rawRowsSql(ordinal, rowsTable(ordinal)));
    return result;
  }

  async #readRows(ordinal: number, plan: FilePlan, signal: AbortSignal): Promise<ReadResult> {
    const known = this.#knownOf(ordinal, plan);
    if (!known.copy && (await this.#readsAsItIs(ordinal, plan, known, signal))) {
      checkArrived(known.loaded.rows, plan.sample.length, plan, this.#database);
      return { rejected: new Map(), rows: known.loaded.rows };
    }
    known.copy ??= await this.#clean(ordinal, plan, signal);
    const { lent, input, counts } = known.copy;
    await lent((path) => this.#load(ordinal, { ...input, path }, plan, known));
    checkArrived(known.loaded.rows, counts.written, plan, this.#database);
    return { rejected: counts.rejected, rows: known.loaded.rows };
  }

  /** Whether a file may have a text that could not be read: it is known of those that were read in this run. */
  mayHaveUnread(ordinal: number): boolean {
    return this.#known.get(ordinal)?.loaded.unread !== 0;
  }

  #knownOf(ordinal: number, plan: FilePlan): KnownFile {
    const known = this.#known.get(ordinal);
    if (known?.rows === plan.rows && known.writings === plan.writings) return known;
    const unknown = {
      rows: plan.rows,
      writings: plan.writings,
      isProven: false,
      isPadded: hasPaddedCells(plan),
      copy: null,
      loaded: nothing,
    };
    this.#known.set(ordinal, unknown);
    return unknown;
  }

  /** Reads the file, and beside that makes sure once that no other reader would have found other rows in it. */
  async #readsAsItIs(
    ordinal: number,
    plan: FilePlan,
    known: KnownFile,
    signal: AbortSignal,
  ): Promise<boolean> {
    const input = directInput(plan);
    const lent = input && this.#database.lend(plan.file);
    if (!input || !lent) return false;
    const proof = known.isProven || this.#isProven(plan, input, signal);
    const load = lent((path) => this.#succeeds(ordinal, { ...input, path }, plan, known));
    const [isProven, isRead] = await Promise.allSettled([proof, load]);
    if (isProven.status === 'rejected') throw isProven.reason;
    signal.throwIfAborted();
    known.isProven = isProven.value;
    if (!isProven.value) return false;
    if (isRead.status === 'rejected') throw isRead.reason;
    return isRead.value;
  }

  /** Stops the reading, which would be in vain, when it is not. */
  async #isProven(plan: FilePlan, { isGzip }: Input, signal: AbortSignal): Promise<boolean> {
    const bytes = utf8Stream(plan.file, { isGzip, encoding: 'utf-8' });
    let isProven = false;
    try {
      isProven = await readsOneWay(stoppable(bytes, signal));
      return isProven;
    } finally {
      if (!isProven) this.#database.interrupt();
    }
  }

  async #succeeds(ordinal: number, input: LentInput, plan: FilePlan, known: KnownFile): Promise<boolean> {
    try {
      await this.#load(ordinal, input, plan, known);
      return true;
    } catch (error) {
      if (isStructureError(error)) return false;
      throw error;
    }
  }

  /** Trims cells of dates and numbers only where it must: few files need it, and it is dear. */
  async #load(ordinal: number, input: LentInput, plan: FilePlan, known: KnownFile): Promise<void> {
    const table = rowsTable(ordinal);
    const load = async (isPadded: boolean): Promise<void> => {
      await this.#database.run(
        `create or replace table ${table} as ${readSql({ ...input, isPadded }, plan)}`,
      );
      const [row] = await this.#database.query(
        `select count(*) as rows, count(unread) as unread from ${table}`,
      );
      known.loaded = { rows: Number(row?.['rows'] ?? 0), unread: Number(row?.['unread'] ?? 0) };
    };
    await load(known.isPadded);
    if (known.isPadded || known.loaded.unread === 0) return;
    const [row] = await this.#database.query(paddedSql(ordinal));
    known.isPadded = row?.['is_padded'] === true;
    if (known.isPadded) await load(true);
  }

  async #clean(ordinal: number, plan: FilePlan, signal: AbortSignal): Promise<CleanCopy> {
    const counts: CleanCounts = { written: 0, rejected: new Map() };
    const text = stoppable(cleanCsv(plan, counts), signal);
    const lent = await this.#database.keep(`${rowsTable(ordinal)}.csv`, plan.file, text);
    const fields = cleanFields(plan);
    const columns = Object.fromEntries(fields.map((field, index) => [field, index]));
    const width = fields.length;
    const input = { delimiter: ',', isClean: true, skip: 0, width, isGzip: false, columns };
    return { lent, input, counts };
  }
}

/** Whether the first rows have a date or a number that must be trimmed before it can be read. */
function hasPaddedCells({ sample, columns, writings }: FilePlan): boolean {
  if (writings) return true;
  const places = typedFields.flatMap((field) => columns[field] ?? []);
  return sample.some((row) => places.some((place) => trimmed(row[place] ?? '') !== (row[place] ?? '')));
}

/** Whether a text that could not be read had white space at its ends. */
function paddedSql(ordinal: number): string {
  return `select count(*) > 0 as is_padded from (
    select unnest(unread) as text from ${rowsTable(ordinal)} where unread is not null) where text <> bare(text)`;
}

/** How the file itself is read, or null when it must be cleaned first. */
function directInput({ plainCsv, columns, writings }: FilePlan): Input | null {
  if (!plainCsv || writings) return null;
  const { csv, text } = plainCsv;
  return {
    delimiter: csv.delimiter,
    isClean: false,
    skip: 1,
    width: csv.width,
    isGzip: text.isGzip,
    columns,
  };
}

/** DuckDB's complaint that the text is not CSV as it should be, or has a line that it cannot take. */
function isStructureError(error: unknown): boolean {
  return error instanceof Error && /^(Invalid Input|Not implemented) Error/.test(error.message);
}
