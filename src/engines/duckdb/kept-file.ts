import { open, rename, rm, stat } from 'node:fs/promises';
import packageJson from '../../../package.json' with { type: 'json' };
import { wrongUse, type UserError } from '../../errors.js';
import { literal } from '../duckdb-sql/sql-text.js';

/** What a statement is run by. */
export type Run = (sql: string) => Promise<unknown>;

/** Reads rows of texts. */
export type Query = (sql: string) => Promise<Record<string, unknown>[]>;

/** A file that another version wrote is not read: what it means may have changed. */
const format = `Chat Metrics ${packageJson.version}`;

const tables = [
  `create table kept.about as select ${literal(format)} as format`,
  `create table kept.readings (key varchar, path varchar, size varchar, mtime varchar, ctime varchar, inode varchar,
    kept_at varchar, hash varchar, rows_table varchar, text varchar)`,
];

/** `attached`: the file is there as `kept`; `in use`: another run holds it; `renewed`: it was damaged, and is set aside. */
export type Attached = 'attached' | 'in use' | 'renewed';

/**
 * Attaches the file of kept readings as `kept`, and makes it where there is none or where it is of another version.
 * @throws UserError when the file is something else, or cannot be made.
 */
export async function attachKept(path: string, run: Run, query: Query): Promise<Attached> {
  if (!(await isDatabaseOrNew(path))) throw notACache(path);
  const isNew = (await stat(path).catch(() => null)) === null;
  const found = await tryAttach(path, run, query);
  if (found === 'in use' || found === 'attached') return found;
  if (found === 'foreign') {
    await run('detach kept');
    throw notACache(path);
  }
  if (found === 'damaged') await setAside(path);
  if (found === 'other version') await removeKept(path, run);
  await run(`attach ${literal(path)} as kept`).catch((error: unknown) => {
    throw cannotMake(path, error);
  });
  for (const sql of tables) await run(sql);
  return found === 'damaged' && !isNew ? 'renewed' : 'attached';
}

/** What a user is told of a damaged file. */
export function damagedNote(path: string): string {
  return `The cache ${path} was damaged: the files are read anew. The old one is now ${path}.damaged.`;
}

/** Gives a damaged file another name, so that a new one can take its place. */
export async function setAside(path: string): Promise<void> {
  await rename(path, `${path}.damaged`).catch(() => rm(path, { force: true }));
  await rm(`${path}.wal`, { force: true });
}

async function removeKept(path: string, run: Run): Promise<void> {
  await run('detach kept');
  await rm(path, { force: true });
  await rm(`${path}.wal`, { force: true });
}

/** The complaint of a file that another process holds. */
const isHeld = /could not set lock|used by another process/i;

type Found = 'attached' | 'in use' | 'damaged' | 'other version' | 'foreign' | 'nothing';

async function tryAttach(path: string, run: Run, query: Query): Promise<Found> {
  if ((await stat(path).catch(() => null)) === null) return 'nothing';
  try {
    await run(`attach ${literal(path)} as kept`);
  } catch (error) {
    return isHeld.test(messageOf(error)) ? 'in use' : 'damaged';
  }
  try {
    return await versionOf(query);
  } catch {
    await run('detach kept').catch(() => undefined);
    return 'damaged';
  }
}

async function versionOf(query: Query): Promise<Found> {
  const rows = await query(namesSql);
  const names = rows.map((row) => row['name']);
  if (names.length === 0) return 'other version';
  if (!names.includes('about') || !names.includes('readings')) return 'foreign';
  const [about] = await query('select format from kept.about');
  return about?.['format'] === format ? 'attached' : 'other version';
}

const namesSql = `select table_name as name from duckdb_tables() where database_name = 'kept'
  union all select view_name from duckdb_views() where database_name = 'kept' and not internal`;

/** A file of DuckDB has its sign at byte 8. */
async function isDatabaseOrNew(path: string): Promise<boolean> {
  const file = await open(path).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw cannotMake(path, error);
  });
  if (!file) return true;
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(12), 0, 12, 0);
    return bytesRead === 12 && buffer.toString('latin1', 8) === 'DUCK';
  } catch (error) {
    throw cannotMake(path, error);
  } finally {
    await file.close();
  }
}

function notACache(path: string): UserError {
  return wrongUse(
    'not_a_cache',
    `${path} is not a cache of Chat Metrics, and is left as it is.`,
    'Name another file with --cache: one that is not there yet, or that an earlier run has made.',
  );
}

function cannotMake(path: string, error: unknown): UserError {
  return wrongUse(
    'cannot_cache',
    `${path} cannot be used as a cache: ${messageOf(error)}`,
    'Name a file in a folder that you may write to, or leave out --cache.',
  );
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
