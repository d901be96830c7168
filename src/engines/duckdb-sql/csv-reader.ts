import { cleanCsv, cleanFields, type CleanCounts } from '../../chats/clean-csv.js';
import type { FilePlan } from '../../chats/file-plan.js';
import { utf8Stream } from '../../files/source.js';
import type { ReadResult } from '../engine.js';
import type { Database, LentFile } from './database.js';
import { checkArrived } from './arrival.js';
import { readsOneWay } from './plain-csv.js';
import { rawTable } from './raw-chats-sql.js';
import { readSql, type CsvInput } from './read-sql.js';
import { stoppable } from './stoppable.js';

interface CleanCopy {
  lent: LentFile;
  input: Omit<CsvInput, 'path'>;
  counts: CleanCounts;
}

/** What is known of a file once it was read, as long as the plan has the same rows. */
interface KnownFile {
  rows: FilePlan['rows'];
  isProven: boolean;
  copy: CleanCopy | null;
}

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
    const known = this.#knownOf(ordinal, plan);
    if (!known.copy && (await this.#readsAsItIs(ordinal, plan, known, signal))) {
      await checkArrived(this.#database, ordinal, plan, plan.sample.length);
      return { rejected: new Map() };
    }
    known.copy ??= await this.#clean(ordinal, plan, signal);
    const { lent, input, counts } = known.copy;
    await lent((path) => this.#load(ordinal, { ...input, path }, plan));
    await checkArrived(this.#database, ordinal, plan, counts.written);
    return { rejected: counts.rejected };
  }

  #knownOf(ordinal: number, plan: FilePlan): KnownFile {
    const known = this.#known.get(ordinal);
    if (known?.rows === plan.rows) return known;
    const unknown = { rows: plan.rows, isProven: false, copy: null };
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
    const load = lent((path) => this.#succeeds(ordinal, { ...input, path }, plan));
    const [isProven, isRead] = await Promise.allSettled([proof, load]);
    if (isProven.status === 'rejected') throw isProven.reason;
    signal.throwIfAborted();
    known.isProven = isProven.value;
    if (!isProven.value) return false;
    if (isRead.status === 'rejected') throw isRead.reason;
    return isRead.value;
  }

  /** Stops the reading, which would be in vain, when it is not. */
  async #isProven(plan: FilePlan, { isGzip }: Omit<CsvInput, 'path'>, signal: AbortSignal): Promise<boolean> {
    const bytes = utf8Stream(plan.file, { isGzip, encoding: 'utf-8' });
    const isProven = await readsOneWay(stoppable(bytes, signal));
    if (!isProven) this.#database.interrupt();
    return isProven;
  }

  async #succeeds(ordinal: number, input: CsvInput, plan: FilePlan): Promise<boolean> {
    try {
      await this.#load(ordinal, input, plan);
      return true;
    } catch (error) {
      if (isStructureError(error)) return false;
      throw error;
    }
  }

  async #load(ordinal: number, input: CsvInput, plan: FilePlan): Promise<void> {
    await this.#database.run(`create or replace table ${rawTable(ordinal)} as ${readSql(input, plan)}`);
  }

  async #clean(ordinal: number, plan: FilePlan, signal: AbortSignal): Promise<CleanCopy> {
    const counts: CleanCounts = { written: 0, rejected: new Map() };
    const text = stoppable(cleanCsv(plan, counts), signal);
    const lent = await this.#database.keep(`${rawTable(ordinal)}.csv`, plan.file, text);
    const fields = cleanFields(plan);
    const columns = Object.fromEntries(fields.map((field, index) => [field, index]));
    const width = fields.length;
    const input = { delimiter: ',', isClean: true, skip: 0, width, isGzip: false, columns };
    return { lent, input, counts };
  }
}

/** How the file itself is read, or null when it must be cleaned first. */
function directInput({ plainCsv, columns }: FilePlan): Omit<CsvInput, 'path'> | null {
  if (!plainCsv) return null;
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
