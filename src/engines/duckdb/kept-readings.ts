import { createHash } from 'node:crypto';
import type { FilePlan } from '../../reading/plan.js';
import { UserError } from '../../errors.js';
import { macros } from '../duckdb-sql/macros.js';
import { rawRowsSql, rowsTable } from '../duckdb-sql/raw-chats-sql.js';
import { readSql } from '../duckdb-sql/read-sql.js';
import { literal } from '../shared-sql/sql-text.js';
import type { KeptReadings } from '../engine.js';
import { contentHash, fileState, isSameState, type FileState } from './file-state.js';
import { readingDigest, rowsDigestSql } from './kept-digest.js';
import { damagedCache, type Query, type Run } from './kept-file.js';
import { forOwnerOnly } from './kept-owner.js';
import { definitionOf, heldSql, isTable, nameOf, numberOf, rowColumns } from './kept-tables.js';

/** A change within this time after the last one may leave no trace in the times of a file: its content is looked at. */
const tracelessNanoseconds = 2_000_000_000n;

interface Reading extends FileState {
  key: string;
  path: string;
  keptAt: string;
  hash: string;
  /** The number of the table that holds its rows. */
  table: number;
  text: string;
}

/** Readings of files in the attached database `kept`. */
export class KeptInDuckDb implements KeptReadings {
  readonly #cache: string;
  readonly #run: Run;
  readonly #query: Query;
  readonly #tell: (note: string) => void;
  /** The states of files before they were read. */
  readonly #before = new Map<number, FileState>();

  constructor(cache: string, run: Run, query: Query, tell: (note: string) => void) {
    this.#cache = cache;
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
    await this.#run(rawRowsSql(ordinal, keptTable(reading.table)));
    return reading.text;
  }

  async keep(ordinal: number, plan: FilePlan, choices: string, text: string): Promise<void> {
    const { path } = plan.file;
    const before = this.#before.get(ordinal);
    if (path === undefined || !before) return;
    const hash = await contentHash(path);
    const state = await fileState(path);
    if (!isSameState(before, state)) return;
    const key = keyOf(plan, choices);
    const table = await this.#freeNumber();
    const reading = { ...state, key, path, keptAt: nowInNanoseconds(), hash, table, text };
    try {
      await forOwnerOnly(() => this.#write(reading, rowsTable(ordinal)));
    } catch (error) {
      await this.#run('rollback').catch(() => undefined);
      if (error instanceof UserError) throw error;
      this.#tell(`${plan.file.name} could not be kept in the cache: ${(error as Error).message}`);
      return;
    }
    await this.#run(rawRowsSql(ordinal, keptTable(table)));
    await this.#run(`drop table ${rowsTable(ordinal)}`);
  }

  async #write(reading: Reading, rows: string): Promise<void> {
    const digest = readingDigest(fieldsOf(reading), await this.#rowsDigest(rows));
    const columns = rowColumns.map(([name, type]) => `cast(${name} as ${type}) as ${name}`).join(', ');
    await this.#run('begin');
    await this.#run(`create table ${keptTable(reading.table)} as select ${columns} from ${rows}`);
    await this.#dropOthersOf(reading);
    await this.#run(
      `insert into kept.readings values (${[...fieldsOf(reading), digest].map(literal).join(', ')})`,
    );
    await this.#run('commit');
  }

  async #find(key: string, path: string, state: FileState): Promise<Reading | null> {
    const rows = await this.#query(
      `select * from kept.readings where key = ${literal(key)} and size = ${literal(state.size)}`,
    );
    const known = rows.map((row) => this.#readingOf(row));
    const found = await this.#amongKnown(known, path, state);
    if (found) await this.#check(found, String(rows[known.indexOf(found)]?.['digest']));
    return found;
  }

  async #amongKnown(known: readonly Reading[], path: string, state: FileState): Promise<Reading | null> {
    const untouched = known.find((reading) => isSameState(reading, state) && hasTrace(reading));
    if (untouched || known.length === 0) return untouched ?? null;
    const hash = await contentHash(path);
    const same = known.find((reading) => reading.hash === hash);
    return same && isSameState(await fileState(path), state) ? same : null;
  }

  /** @throws UserError where the rows or what is said of them are not as they were kept. */
  async #check(reading: Reading, digest: string): Promise<void> {
    const held = await this.#query(heldSql);
    const name = nameOf(reading.table);
    if (!isTable(held, name, definitionOf(name, rowColumns))) throw this.#altered();
    if (readingDigest(fieldsOf(reading), await this.#rowsDigest(keptTable(reading.table))) !== digest)
      throw this.#altered();
  }

  async #rowsDigest(table: string): Promise<string> {
    const [row] = await this.#query(rowsDigestSql(table));
    return String(row?.['digest']);
  }

  #altered(): UserError {
    return damagedCache(this.#cache, 'was changed by something other than Chat Metrics.');
  }

  /** Readings of a path whose content was another one, or that were made in the same way, are of no more use. */
  async #dropOthersOf({ key, path, hash }: Reading): Promise<void> {
    const which = `path = ${literal(path)} and (hash <> ${literal(hash)} or key = ${literal(key)})`;
    const rows = await this.#query(`select * from kept.readings where ${which}`);
    for (const row of rows) await this.#run(`drop table ${keptTable(this.#readingOf(row).table)}`);
    await this.#run(`delete from kept.readings where ${which}`);
  }

  async #freeNumber(): Promise<number> {
    const held = await this.#query(heldSql);
    const taken = new Set(held.map(({ name }) => numberOf(String(name))));
    let free = 1;
    while (taken.has(free)) free += 1;
    return free;
  }

  #readingOf(row: Record<string, unknown>): Reading {
    const text = (name: string): string => String(row[name]);
    const table = numberOf(text('rows_table'));
    if (table === null || !timesOf(row).every((time) => /^-?\d{1,30}$/.test(time))) throw this.#altered();
    return {
      key: text('key'),
      path: text('path'),
      size: text('size'),
      mtime: text('mtime'),
      ctime: text('ctime'),
      inode: text('inode'),
      keptAt: text('kept_at'),
      hash: text('hash'),
      table,
      text: text('text'),
    };
  }
}

/** A table of rows by a name that is made of its number alone. */
function keptTable(number: number): string {
  return `kept.${nameOf(number)}`;
}

function timesOf(row: Record<string, unknown>): string[] {
  return ['mtime', 'ctime', 'kept_at'].map((name) => String(row[name]));
}

/** All that decides how a file is read: the choices, the first plan, and the program's own way of reading. */
function keyOf(plan: FilePlan, choices: string): string {
  const { form, match, columns, rules, layouts, order, isSwapped, plainCsv, writings } = plan;
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
  const what = { form, match, columns, rules, layouts, order, isSwapped, plainCsv, writings };
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

/** The values of a reading in the order of its columns, but for the digest. */
function fieldsOf(reading: Reading): string[] {
  const { key, path, size, mtime, ctime, inode, keptAt, hash, table, text } = reading;
  return [key, path, size, mtime, ctime, inode, keptAt, hash, nameOf(table), text];
}
