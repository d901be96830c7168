import { createWriteStream } from 'node:fs';
import { mkdir, rename, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { unusableInput, wrongUse, type UserError } from '../errors.js';
import { keep, removeAtEnd } from './temporary.js';

/** What is written, piece by piece. */
export type Chunks = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;

/**
 * Writes a file whole or not at all: beside its place first, then under its name.
 * @throws UserError when its folder is missing or may not be written to.
 */
export async function writeWhole(path: string, chunks: Chunks): Promise<void> {
  const partial = join(dirname(path), `.${basename(path)}.${String(process.pid)}.part`);
  removeAtEnd(partial);
  try {
    await pipeline(Readable.from(chunks), createWriteStream(partial));
    await rename(partial, path);
    keep(partial);
  } catch (error) {
    throw cannotWrite(path, error);
  }
}

/** Writes several files of a folder, none of them before all are whole; the folder is made when it is missing. */
export async function writeAllWhole(folder: string, files: ReadonlyMap<string, Chunks>): Promise<void> {
  await mkdir(folder, { recursive: true }).catch((error: unknown) => {
    throw cannotWrite(folder, error);
  });
  const written: [string, string][] = [];
  for (const [name, chunks] of files) {
    const whole = join(folder, `.${name}.${String(process.pid)}.whole`);
    removeAtEnd(whole);
    await writeWhole(whole, chunks);
    written.push([whole, join(folder, name)]);
  }
  for (const [whole, path] of written) {
    await rename(whole, path).catch((error: unknown) => {
      throw cannotWrite(path, error);
    });
    keep(whole);
  }
}

/**
 * Checks before the work that a file can be written where it is wanted.
 * @throws UserError when its folder is missing, or when a folder stands in its place.
 */
export async function checkWritable(path: string): Promise<void> {
  const folder = await stat(dirname(path)).catch(() => null);
  if (!folder?.isDirectory())
    throw wrongUse(
      'no_such_folder',
      `There is no folder ${dirname(path)}.`,
      'Make it first, or name another place.',
    );
  const place = await stat(path).catch(() => null);
  if (place?.isDirectory())
    throw wrongUse(
      'output_is_folder',
      `${path} is a folder.`,
      `Name a file in it: ${join(path, 'generated_report.xlsx')}`,
    );
}

/**
 * Checks before the work that a folder is there or can be made.
 * @throws UserError when a file stands in its place.
 */
export async function checkFolder(path: string): Promise<void> {
  const place = await stat(path).catch((error: NodeJS.ErrnoException) => error.code);
  if (place === 'ENOTDIR' || (typeof place === 'object' && !place.isDirectory())) throw notAFolder(path);
}

function cannotWrite(path: string, error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'EBUSY' || code === 'EPERM' || code === 'EACCES') {
    return unusableInput(
      'cannot_write',
      `${path} cannot be written.`,
      'Is it open in Excel? Close it there, or name another place with -o.',
    );
  }
  if (code === 'ENOSPC')
    return unusableInput(
      'disk_full',
      `There is no room left to write ${path}.`,
      'Free some room, or name another place with -o.',
    );
  return code === 'ENOTDIR' || code === 'EEXIST' ? notAFolder(path) : error;
}

function notAFolder(path: string): UserError {
  return wrongUse(
    'not_a_folder',
    `${path} cannot be a folder: a file stands in its place.`,
    'Name another folder with -o.',
  );
}
