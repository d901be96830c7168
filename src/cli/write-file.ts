import { randomBytes } from 'node:crypto';
import { constants, type Stats } from 'node:fs';
import { mkdir, open, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ownLease, removeAbandoned } from '../engines/duckdb/leased-names.js';
import { realPlace } from '../engines/duckdb/real-place.js';
import { wrongUse } from '../errors.js';
import { keep, removeAtEnd } from './temporary.js';
import { cannotWrite, changedMeanwhile, notAFolder } from './write-errors.js';

/** What is written, piece by piece. */
export type Chunks = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;

/** How messages name a place, and what is asked right before files take it. */
export interface Writing {
  /** The option that names the place; default: `-o`. */
  flag?: string;
  /** Throws where one of the files would destroy another. */
  check?: (paths: readonly string[]) => Promise<void>;
}

/** A file that is written but has not taken its place yet. */
interface Draft {
  publish: () => Promise<void>;
  discard: () => Promise<void>;
}

/**
 * Writes a file whole or not at all: beside its place first, then under its name. A link stays, and the file that it leads
 * to is written; a device or a pipe stays, and is given the bytes. A file that was there keeps its rights.
 * @throws UserError when it cannot be written.
 */
export async function writeWhole(path: string, chunks: Chunks, writing: Writing = {}): Promise<void> {
  const draft = await drafted(path, chunks, writing);
  try {
    await writing.check?.([path]);
    await draft.publish();
  } finally {
    await draft.discard();
  }
}

/** Writes several files of a folder, none of them before all are whole; the folder is made when it is missing. */
export async function writeAllWhole(
  folder: string,
  files: ReadonlyMap<string, Chunks>,
  writing: Writing = {},
): Promise<void> {
  await mkdir(await realPlace(folder), { recursive: true }).catch((error: unknown) => {
    const { code } = error as NodeJS.ErrnoException;
    throw code === 'ENOTDIR' || code === 'EEXIST'
      ? notAFolder(folder)
      : cannotWrite(folder, error, writing.flag ?? '-o');
  });
  const drafts: Draft[] = [];
  try {
    for (const [name, chunks] of files) drafts.push(await drafted(join(folder, name), chunks, writing));
    await writing.check?.([...files.keys()].map((name) => join(folder, name)));
    for (const draft of drafts) await draft.publish();
  } finally {
    for (const draft of drafts) await draft.discard();
  }
}

async function drafted(path: string, chunks: Chunks, writing: Writing): Promise<Draft> {
  const { flag = '-o', check } = writing;
  const explained = (error: unknown): never => {
    throw cannotWrite(path, error, flag);
  };
  const place = await stat(path).catch((error: unknown) => {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? null : explained(error);
  });
  if (place !== null && isStream(place)) {
    await check?.([path]);
    await intoStream(path, chunks, flag).catch(explained);
    return { publish: () => Promise.resolve(), discard: () => Promise.resolve() };
  }
  const real = await realPlace(path);
  const part = await partOf(real, place, chunks).catch(explained);
  const discard = async (): Promise<void> => {
    await rm(part, { force: true });
    keep(part);
  };
  const publish = async (): Promise<void> => {
    const now = await stat(real).catch(() => null);
    if (now !== null && !now.isFile()) throw changedMeanwhile(path, flag);
    await rename(part, real).catch(explained);
    keep(part);
  };
  return { publish, discard };
}

/** A device, a pipe or a socket: what is written to it goes on to someone. */
function isStream(place: Stats): boolean {
  return !place.isFile() && !place.isDirectory();
}

async function intoStream(path: string, chunks: Chunks, flag: string): Promise<void> {
  // not made where it is gone, not emptied where it is a file by now
  const handle = await open(path, constants.O_WRONLY);
  if (!isStream(await handle.stat())) {
    await handle.close();
    throw changedMeanwhile(path, flag);
  }
  await filled(handle, chunks);
}

const partPrefix = '.chat-metrics-part-';

/** Writes a file of a name that nobody can foresee beside its place, readable for those who may read the one that is there. */
async function partOf(real: string, old: Stats | null, chunks: Chunks): Promise<string> {
  removeAbandoned(dirname(real), partPrefix);
  const name = `${partPrefix}${ownLease}-${randomBytes(8).toString('hex')}.part`;
  const part = join(dirname(real), name);
  const handle = await open(part, 'wx', old === null ? 0o666 : 0o600);
  removeAtEnd(part);
  try {
    if (old !== null) await handle.chmod(old.mode & 0o777);
    await filled(handle, chunks);
  } catch (error) {
    await rm(part, { force: true });
    keep(part);
    throw error;
  }
  return part;
}

async function filled(handle: FileHandle, chunks: Chunks): Promise<void> {
  await pipeline(Readable.from(chunks), handle.createWriteStream());
}

/**
 * Checks before the work that a file can be written where it is wanted.
 * @throws UserError when its folder is missing, or when a folder stands in its place.
 */
export async function checkWritable(path: string): Promise<void> {
  const place = await stat(path).catch((error: NodeJS.ErrnoException) => error.code);
  if (place === 'ENAMETOOLONG' || place === 'ELOOP')
    throw wrongUse(
      'bad_place',
      place === 'ELOOP' ? `The links of ${path} lead in a circle.` : `The name ${path} is too long.`,
      'Name another place.',
    );
  for (const folder of [dirname(path), dirname(await realPlace(path))]) await checkIsFolder(folder);
  if (typeof place === 'object' && place.isDirectory())
    throw wrongUse(
      'output_is_folder',
      `${path} is a folder.`,
      `Name a file in it: ${join(path, 'generated_report.xlsx')}`,
    );
}

async function checkIsFolder(path: string): Promise<void> {
  const folder = await stat(path).catch(() => null);
  if (folder?.isDirectory()) return;
  throw wrongUse('no_such_folder', `There is no folder ${path}.`, 'Make it first, or name another place.');
}

/**
 * Checks before the work that a folder is there or can be made.
 * @throws UserError when a file stands in its place.
 */
export async function checkFolder(path: string): Promise<void> {
  const place = await stat(path).catch((error: NodeJS.ErrnoException) => error.code);
  if (place === 'ENOTDIR' || (typeof place === 'object' && !place.isDirectory())) throw notAFolder(path);
}
