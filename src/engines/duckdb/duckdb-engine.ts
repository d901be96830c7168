import type { DuckDBConnection, DuckDBInstance as Instance } from '@duckdb/node-api';
import { createWriteStream } from 'node:fs';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { SourceFile } from '../../files/source.js';
import { cancelled } from '../cancelled.js';
import type { Database, LentFile } from '../duckdb-sql/database.js';
import { lockSql } from '../duckdb-sql/lock-sql.js';
import { settings as sharedSettings } from '../duckdb-sql/settings.js';
import { sqlEngine } from '../duckdb-sql/sql-engine.js';
import { unusableInput, type UserError } from '../../errors.js';
import type { Engine, KeptReadings, ResultRow } from '../engine.js';
import { Connections } from './connections.js';
import { cannotRead } from './files.js';
import { attachKept, damagedCache, damagedNote, filesOfCache } from './kept-file.js';
import { KeptInDuckDb } from './kept-readings.js';
import { ownLease, removeAbandoned } from './leased-names.js';
import { openDoors, pathsWithin, placeWithin, type OpenDoors } from './open-doors.js';
import { DuckDBInstance, version } from './node-api.js';
import { realPlace } from './real-place.js';
import { resultBatches, resultRows } from './results.js';

const folderPrefix = 'chat-metrics-engine-';

export interface DuckDbSettings {
  /** Threads; default: as many as the machine has cores. */
  threads?: number;
  /** How many statements may be under way at a time, each on threads of its own; default: one. */
  lanes?: number;
  /** How much the engine may hold in memory before it goes on in its temporary folder, in bytes; default: DuckDB's. */
  memory?: number;
  /** Where the temporary folder is made; default: the system's. */
  temporaryFolder?: string;
  /** Files that it reads where they are: it reaches no others, and reads a copy of those. */
  files?: readonly string[];
  /** Folders whose files it reads where they are. */
  folders?: readonly string[];
  /** A file in which readings of files are kept for later runs; it is made where there is none. */
  cache?: string;
  /** Told what the user should know of the cache: one sentence. */
  onCacheNote?: (note: string) => void;
}

/**
 * Opens DuckDB in this process, locked: it reaches nothing but the files that are named, its cache and its temporary folder,
 * which is made at once and removed by `close`.
 * @throws UserError when the cache is a file of another kind or cannot be made.
 */
export async function openDuckDb(settings: DuckDbSettings = {}): Promise<Engine> {
  const above = settings.temporaryFolder ?? tmpdir();
  if (settings.temporaryFolder === undefined) removeAbandoned(above, folderPrefix);
  const folder = await mkdtemp(join(above, `${folderPrefix}${ownLease}-`));
  const instance = await DuckDBInstance.create(':memory:', {
    ...sharedSettings,
    temp_directory: join(folder, 'spill'),
    ...(settings.memory === undefined ? {} : { memory_limit: `${String(settings.memory)}B` }),
    ...(settings.threads === undefined ? {} : { threads: String(settings.threads) }),
  });
  const connections = await Connections.open(instance, settings.lanes ?? 1);
  const { cache, files = [], folders = [] } = settings;
  const own = cache === undefined ? [] : await filesOfCache(cache);
  const doors = await openDoors(files, [...folders, folder], own);
  const database = new NativeDatabase(instance, connections, folder, doors);
  try {
    await database.run(lockSql(pathsWithin(doors), doors.folders).join(';\n'));
    return await sqlEngine(database, await keptReadings(database, settings));
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function keptReadings(
  database: NativeDatabase,
  { cache: named, onCacheNote: tell = () => undefined }: DuckDbSettings,
): Promise<KeptReadings | undefined> {
  if (named === undefined) return undefined;
  const cache = await realPlace(named);
  const run = (sql: string): Promise<void> => database.run(sql);
  const query = (sql: string): Promise<ResultRow[]> => database.query(sql);
  const attached = await attachKept(cache, run, query);
  if (attached === 'in use') tell(`The cache ${cache} is in use by another run: the files are read anew.`);
  if (attached === 'in use') return undefined;
  if (attached === 'renewed') tell(damagedNote(cache));
  database.cache = cache;
  return new KeptInDuckDb(cache, run, query, tell);
}

class NativeDatabase implements Database {
  readonly name = `DuckDB ${version()}`;
  readonly lanes: number;
  readonly #instance: Instance;
  readonly #connections: Connections;
  readonly #folder: string;
  readonly #doors: OpenDoors;
  #copies = 0;
  /** The file that is attached as `kept`; its damage is told apart from other faults. */
  cache: string | null = null;

  constructor(instance: Instance, connections: Connections, folder: string, doors: OpenDoors) {
    this.lanes = connections.count;
    this.#instance = instance;
    this.#connections = connections;
    this.#folder = folder;
    this.#doors = doors;
  }

  async run(sql: string): Promise<void> {
    await this.#connections
      .use((connection) => connection.run(sql))
      .catch((error: unknown) => this.#explain(error));
  }

  query(select: string): Promise<ResultRow[]> {
    const rowsOn = async (connection: DuckDBConnection): Promise<ResultRow[]> => {
      const result = await connection.run(select).catch((error: unknown) => this.#explain(error));
      return resultRows(result, await result.fetchAllChunks());
    };
    return this.#connections.use(rowsOn);
  }

  /** On a connection of its own: another statement on the same one would end the result. */
  async *rows(select: string): AsyncGenerator<ResultRow[]> {
    const connection = await this.#instance.connect();
    try {
      yield* resultBatches(await connection.stream(select));
    } catch (error) {
      this.#explain(error);
    } finally {
      connection.closeSync();
    }
  }

  lend({ path, name }: SourceFile): LentFile | null {
    if (path === undefined) return null;
    const place = placeWithin(this.#doors, path);
    return place === null ? this.#copyOf(path, name) : (read) => read(place);
  }

  /** A file that was not named when the engine was opened: it cannot be let in any more. */
  #copyOf(path: string, name: string): LentFile {
    return async (read) => {
      const place = join(this.#folder, `lent_${String((this.#copies += 1))}`);
      try {
        await copyFile(path, place).catch((error: unknown) => {
          throw cannotRead(name, error);
        });
        return await read(place);
      } finally {
        await rm(place, { force: true });
      }
    };
  }

  async keep(name: string, _file: SourceFile, text: AsyncIterable<string>): Promise<LentFile> {
    const path = join(this.#folder, name);
    await pipeline(Readable.from(text), createWriteStream(path));
    return (read) => read(path);
  }

  interrupt(): void {
    this.#connections.interrupt();
  }

  progress(): number | null {
    const percentage = this.#connections.progress();
    return percentage >= 0 ? percentage : null;
  }

  async close(): Promise<void> {
    this.#connections.close();
    this.#instance.closeSync();
    await rm(this.#folder, { recursive: true, force: true });
  }

  #explain(error: unknown): never {
    const message = error instanceof Error ? error.message : '';
    if (message.startsWith('INTERRUPT Error')) throw cancelled();
    if (/no space left|Out of Memory Error/i.test(message)) throw noRoom(this.#folder, message);
    if (this.cache !== null && faultsOfFiles.test(message))
      throw damagedCache(this.cache, `is damaged: ${message}`);
    throw error;
  }
}

function noRoom(folder: string, message: string): UserError {
  return unusableInput(
    'no_room',
    `Memory and temporary space are used up: ${message.split('\n')[0] ?? ''}`,
    `Make room on the disk of ${dirname(folder)}, or name a larger one in the environment variable TMPDIR.`,
  );
}

/** How DuckDB's messages begin when a file of its own is not what it should be. */
const faultsOfFiles = /^(IO|Serialization|INTERNAL|FATAL|Fatal|TransactionContext) Error/;
