import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { SourceFile } from '../../files/source.js';
import { unusableInput, type UserError } from '../../errors.js';

/**
 * A file of this computer. `name` is what messages call it.
 * @throws UserError when it is not there, is a folder, or may not be read.
 */
export async function fileSource(path: string, name: string = path): Promise<SourceFile> {
  const stats = await stat(path).catch((error: unknown) => {
    throw cannotRead(name, error);
  });
  if (stats.isDirectory())
    throw unusableInput('is_folder', `${name} is a folder.`, `Name its files: "${name}/*.csv"`);
  return { name, path, bytes: stats.size, open: () => openStream(path, name) };
}

/** Where files are on this computer; those that only exist as streams are nowhere. */
export function pathsOf(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path }) => path ?? []);
}

function openStream(path: string, name: string): ReadableStream<Uint8Array<ArrayBuffer>> {
  const stream = createReadStream(path, { highWaterMark: 1 << 20 });
  const chunks = async function* (): AsyncGenerator<Uint8Array> {
    try {
      for await (const chunk of stream) yield chunk as Uint8Array;
    } catch (error) {
      throw cannotRead(name, error);
    }
  };
  return Readable.toWeb(Readable.from(chunks(), { objectMode: true })) as ReadableStream<
    Uint8Array<ArrayBuffer>
  >;
}

/** What a failure to open or read a file means for people. */
export function cannotRead(name: string, error: unknown): UserError {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT')
    return unusableInput('no_such_file', `There is no file ${name}.`, 'Check the name and the folder.');
  if (code === 'EACCES' || code === 'EPERM')
    return unusableInput(
      'no_permission',
      `${name} may not be read.`,
      'Ask for the right to read it, or copy it.',
    );
  return unusableInput('cannot_read', `${name} cannot be read: ${(error as Error).message}`);
}
