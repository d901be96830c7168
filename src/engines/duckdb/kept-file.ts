import { open, rename, rm, stat } from 'node:fs/promises';
import packageJson from '../../../package.json' with { type: 'json' };
import { unusableInput, wrongUse, type UserError } from '../../errors.js';
import { literal } from '../shared-sql/sql-text.js';
import { checkOwner, forOwnerOnly } from './kept-owner.js';
import { aboutSql, heldSql, isTable, viewsSql, readingsSql } from './kept-tables.js';
import { realPlace } from './real-place.js';

/** What a statement is run by. */
export type Run = (sql: string) => Promise<unknown>;

/** Reads rows of texts. */
export type Query = (sql: string) => Promise<Record<string, unknown>[]>;

const maker = 'Chat Metrics ';

/** A file that another version wrote is not read: what it means may have changed. */
const format = `${maker}${packageJson.version}, form 2`;

const tables = [
  aboutSql.replace('about', 'kept.about'),
  `insert into kept.about values (${literal(format)})`,
  readingsSql.replace('readings', 'kept.readings'),
];

/** `attached`: the file is there as `kept`; `in use`: another run holds it; `renewed`: it was damaged, and is set aside. */
export type Attached = 'attached' | 'in use' | 'renewed';

/**
 * Attaches the file of kept readings as `kept`, and makes it where there is none or where it is of another version.
 * @throws UserError when the file is something else or someone else's, or cannot be made.
 */
export async function attachKept(path: string, run: Run, query: Query): Promise<Attached> {
  await checkOwner(path);
  if (!(await isDatabaseOrNew(path))) throw notACache(path);
  const isNew = (await stat(path).catch(() => null)) === null;
  const found = await tryAttach(path, run, query);
  if (found === 'in use' || found === 'attached') return found;
  if (found !== 'nothing') await run('detach kept').catch(() => undefined);
  if (found === 'foreign') throw notACache(path);
  if (found === 'damaged') await setAside(path);
  if (found === 'other version') await removeKept(path);
  await forOwnerOnly(async () => {
    await run(attachSql(path)).catch((error: unknown) => {
      throw cannotMake(path, error);
    });
    for (const sql of tables) await run(sql);
  });
  return found === 'damaged' && !isNew ? 'renewed' : 'attached';
}

/** The files that the engine reads and writes where a cache is; links are followed. */
export async function filesOfCache(path: string): Promise<string[]> {
  const place = await realPlace(path);
  return ['', '.wal', '.wal.checkpoint', '.wal.recovery'].map((ending) => `${place}${ending}`);
}

/** What a user is told of a damaged file. */
export function damagedNote(path: string): string {
  return `The cache ${path} was damaged: the files are read anew. The old one is now ${path}.damaged.`;
}

/** Ends a run whose cache proves damaged on the way; `setAside` and another run give the report. */
export function damagedCache(path: string, what: string): UserError {
  return unusableInput(
    'cache_damaged',
    `The cache ${path} ${what}`,
    'Remove it, and run the same command again.',
  );
}

/** Gives a damaged file another name, so that a new one can take its place. */
export async function setAside(path: string): Promise<void> {
  await rename(path, `${path}.damaged`).catch(() => rm(path, { force: true }));
  await rm(`${path}.wal`, { force: true });
}

async function removeKept(path: string): Promise<void> {
  await rm(path, { force: true });
  await rm(`${path}.wal`, { force: true });
}

function attachSql(path: string): string {
  return `attach ${literal(path)} as kept (type duckdb)`;
}

/** The complaint of a file that another process holds. */
const isHeld = /could not set lock|used by another process/i;

type Found = 'attached' | 'in use' | 'damaged' | 'other version' | 'foreign' | 'nothing';

async function tryAttach(path: string, run: Run, query: Query): Promise<Found> {
  if ((await stat(path).catch(() => null)) === null) return 'nothing';
  try {
    await run(attachSql(path));
  } catch (error) {
    return isHeld.test(messageOf(error)) ? 'in use' : 'damaged';
  }
  return kindOf(query).catch(() => 'damaged');
}

/** Looks at how the file's tables are defined before it reads one of them: what stands in a table's place may be anything. */
async function kindOf(query: Query): Promise<Found> {
  const [held, views] = [await query(heldSql), await query(viewsSql)];
  if (held.length + views.length === 0) return 'other version';
  if (!isTable(held, 'about', aboutSql)) return 'foreign';
  const [about] = await query('select format from kept.about limit 1');
  const written = String(about?.['format']);
  if (!written.startsWith(maker) || ![...held, ...views].some(isReadings)) return 'foreign';
  if (written !== format) return 'other version';
  return views.length === 0 && isTable(held, 'readings', readingsSql) ? 'attached' : 'damaged';
}

const isReadings = ({ name }: Record<string, unknown>): boolean => name === 'readings';

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
