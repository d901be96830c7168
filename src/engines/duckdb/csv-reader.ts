import type { DuckDBConnection } from '@duckdb/node-api';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { cleanCsv, cleanFields, type RejectedCounts } from '../../chats/clean-csv.js';
import type { FilePlan } from '../../chats/file-plan.js';
import { utf8Stream } from '../../files/source.js';
import type { ReadResult } from '../engine.js';
import { readsOneWay } from './plain-csv.js';
import { rawTable } from './raw-chats-sql.js';
import { readSql, type CsvInput } from './read-sql.js';

/**
 * Reads CSV files into typed tables: as they are when every row is sound CSV, else by way of a cleaned copy in the
 * temporary folder, which leaves out and counts the rows that are not.
 */
export class CsvReader {
  readonly #connection: DuckDBConnection;
  readonly #folder: string;
  readonly #proven = new Set<number>();
  readonly #cleaned = new Map<number, { input: CsvInput; rejected: RejectedCounts }>();

  constructor(connection: DuckDBConnection, folder: string) {
    this.#connection = connection;
    this.#folder = folder;
  }

  async read(ordinal: number, plan: FilePlan): Promise<ReadResult> {
    const direct = this.#cleaned.has(ordinal) ? null : directInput(plan);
    if (direct && (await this.#readsAsItIs(ordinal, direct, plan))) return { rejected: new Map() };
    const { input, rejected } = this.#cleaned.get(ordinal) ?? (await this.#clean(ordinal, plan));
    await this.#load(ordinal, input, plan);
    return { rejected };
  }

  /** Reads the file, and beside that makes sure once that no other reader would have found other rows in it. */
  async #readsAsItIs(ordinal: number, input: CsvInput, plan: FilePlan): Promise<boolean> {
    const proof = this.#proven.has(ordinal)
      ? true
      : readsOneWay(utf8Stream(plan.file, { isGzip: input.isGzip, encoding: 'utf-8' }));
    const [isProven, isRead] = await Promise.allSettled([proof, this.#succeeds(ordinal, input, plan)]);
    if (isProven.status === 'rejected') throw isProven.reason;
    if (isRead.status === 'rejected') throw isRead.reason;
    if (isProven.value) this.#proven.add(ordinal);
    return isProven.value && isRead.value;
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
    await this.#connection.run(`create or replace table ${rawTable(ordinal)} as ${readSql(input, plan)}`);
  }

  async #clean(ordinal: number, plan: FilePlan): Promise<{ input: CsvInput; rejected: RejectedCounts }> {
    const path = join(this.#folder, `${rawTable(ordinal)}.csv`);
    const rejected: RejectedCounts = new Map();
    await pipeline(Readable.from(cleanCsv(plan, rejected)), createWriteStream(path));
    const fields = cleanFields(plan);
    const columns = Object.fromEntries(fields.map((field, index) => [field, index]));
    const input = {
      path,
      delimiter: ',',
      isClean: true,
      skip: 0,
      width: fields.length,
      isGzip: false,
      columns,
    };
    const cleaned = { input, rejected };
    this.#cleaned.set(ordinal, cleaned);
    return cleaned;
  }
}

/** The file itself as input, or null when it must be cleaned first. */
function directInput({ file, plainCsv, columns }: FilePlan): CsvInput | null {
  if (file.path === undefined || !plainCsv) return null;
  const { csv, text } = plainCsv;
  return {
    path: file.path,
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
