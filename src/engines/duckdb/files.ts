import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { SourceFile } from '../../files/source.js';
import { streamOf, type Bytes } from '../../files/streams.js';
import { fileState } from './file-state.js';
import { parseApart } from './parse-apart.js';
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
  const open = (): ReadableStream<Bytes> => openStream(path, name);
  const slice = (from: number, to: number): ReadableStream<Bytes> =>
    to > from ? openStream(path, name, { start: from, end: to - 1 }) : new Blob([]).stream();
  return {
    name,
    path,
    bytes: stats.size,
    open,
    parseApart,
    state: () => stateText(path),
    renewed: () => fileSource(path, name),
    ...(stats.isFile() && stats.size > 0 ? { slice } : {}),
  };
}

/** A file that is gone has a state too: it is not the one that it had. */
async function stateText(path: string): Promise<string> {
  return fileState(path).then(JSON.stringify, () => 'gone');
}

/** Where files are on this computer; those that only exist as streams are nowhere. */
export function pathsOf(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path }) => path ?? []);
}

function openStream(
  path: string,
  name: string,
  part: { start?: number; end?: number } = {},
): ReadableStream<Bytes> {
  return streamOf(async function* () {
    try {
      for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20, ...part }))
        yield chunk as Bytes;
    } catch (error) {
      throw cannotRead(name, error);
    }
  });
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
