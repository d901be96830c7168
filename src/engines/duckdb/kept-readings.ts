import { createHash } from 'node:crypto';
import type { FilePlan } from '../../chats/file-plan.js';
import { UserError } from '../../errors.js';
import { macros } from '../duckdb-sql/macros.js';
import { rawRowsSql, rowsTable } from '../duckdb-sql/raw-chats-sql.js';
import { readSql } from '../duckdb-sql/read-sql.js';
import { literal } from '../duckdb-sql/sql-text.js';
import type { KeptReadings } from '../engine.js';
import { contentHash, fileState, isSameState, type FileState } from './file-state.js';
import type { Query, Run } from './kept-file.js';

/** A change within this time after the last one may leave no trace in the times of a file: its content is looked at. */
const tracelessNanoseconds = 2_000_000_000n;

interface Reading extends FileState {
  keptAt: string;
  hash: string;
  rowsTable: string;
  text: string;
}

/** Readings of files in the attached database `kept`. */
export class KeptInDuckDb implements KeptReadings {
  readonly #run: Run;
  readonly #query: Query;
  readonly #tell: (note: string) => void;
  /** The states of files before they were read. */
  readonly #before = new Map<number, FileState>();

  constructor(run: Run, query: Query, tell: (note: string) => void) {
    this.#run = run;
    this.#query = query;
    this.#tell = tell;
  }

  async recall(ordinal: number, plan: FilePlan, choices: string): Promise<string | null> {
    const { path } = plan.file;
    if (path === undefined) return null;
    const state = await fileState(path);
    this.#before.set(ordinal, state);
    const reading = await this.#find(keyOf(plan, choices), path, state);
    if (!reading) return null;
    await this.#run(rawRowsSql(ordinal, `kept.${reading.rowsTable}`));
    return reading.text;
  }

  async keep(ordinal: number, plan: FilePlan, choices: string, text: string): Promise<void> {
    const { path } = plan.file;
    const before = this.#before.get(ordinal);
    if (path === undefined || !before) return;
    const hash = await contentHash(path);
    const state = await fileState(path);
    if (!isSameState(before, state)) return;
    const reading = { ...state, keptAt: nowInNanoseconds(), hash, rowsTable: await this.#freeName(), text };
    try {
      await this.#run('begin');
      await this.#run(`create table kept.${reading.rowsTable} as select * from ${rowsTable(ordinal)}`);
      await this.#dropOthersOf(path, hash);
      await this.#run(insertSql(keyOf(plan, choices), path, reading));
      await this.#run('commit');
    } catch (error) {
      await this.#run('rollback').catch(() => undefined);
      if (error instanceof UserError) throw error;
      this.#tell(`${plan.file.name} could not be kept in the cache: ${(error as Error).message}`);
      return;
    }
    await this.#run(rawRowsSql(ordinal, `kept.${reading.rowsTable}`));
    await this.#run(`drop table ${rowsTable(ordinal)}`);
  }

  async #find(key: string, path: string, state: FileState): Promise<Reading | null> {
    const rows = await this.#query(
      `select * from kept.readings where key = ${literal(key)} and size = ${literal(state.size)}`,
    );
    const known = rows.map(readingOf);
    const untouched = known.find((reading) => isSameState(reading, state) && hasTrace(reading));
    if (untouched || known.length === 0) return untouched ?? null;
    const hash = await contentHash(path);
    const same = known.find((reading) => reading.hash === hash);
    return same && isSameState(await fileState(path), state) ? same : null;
  }

  /** Readings of a path whose content was another one are of no more use. */
  async #dropOthersOf(path: string, hash: string): Promise<void> {
    const which = `path = ${literal(path)} and hash <> ${literal(hash)}`;
    const rows = await this.#query(`select rows_table from kept.readings where ${which}`);
    for (const row of rows) await this.#run(`drop table kept.${String(row['rows_table'])}`);
    await this.#run(`delete from kept.readings where ${which}`);
  }

  async #freeName(): Promise<string> {
    const [row] = await this.#query(
      `select coalesce(max(cast(replace(rows_table, 'rows_', '') as integer)), 0) + 1 as free from kept.readings`,
    );
    return `rows_${String(row?.['free'])}`;
  }
}

/** All that decides how a file is read: the choices, the first plan, and the program's own way of reading. */
function keyOf(plan: FilePlan, choices: string): string {
  const { form, match, columns, rules, layouts, order, isSwapped, plainCsv } = plan;
  const input = {
    path: '',
    delimiter: ',',
    isClean: true,
    skip: 0,
    width: 0,
    isGzip: false,
    isPadded: false,
  };
  const how = { macros, sql: readSql({ ...input, columns }, plan) };
  const what = { form, match, columns, rules, layouts, order, isSwapped, plainCsv };
  return createHash('sha256')
    .update(JSON.stringify([choices, what, how]))
    .digest('hex');
}

function nowInNanoseconds(): string {
  return `${String(Date.now())}000000`;
}

function hasTrace({ keptAt, mtime, ctime }: Reading): boolean {
  const last = BigInt(mtime) > BigInt(ctime) ? BigInt(mtime) : BigInt(ctime);
  return BigInt(keptAt) - last > tracelessNanoseconds;
}

function readingOf(row: Record<string, unknown>): Reading {
  const text = (name: string): string => String(row[name]);
  return {
    size: text('size'),
    mtime: text('mtime'),
    ctime: text('ctime'),
    inode: text('inode'),
    keptAt: text('kept_at'),
    hash: text('hash'),
    rowsTable: text('rows_table'),
    text: text('text'),
  };
}

function insertSql(key: string, path: string, reading: Reading): string {
  const { size, mtime, ctime, inode, keptAt, hash, rowsTable: table, text } = reading;
  const values = [key, path, size, mtime, ctime, inode, keptAt, hash, table, text];
  return `insert into kept.readings values (${values.map(literal).join(', ')})`;
}
