import { unusableInput, type UserError } from '../errors.js';
import { gunzipped } from './gzip.js';
import type { SourceFile } from './source.js';
import { kindOf } from './kind.js';
import { streamOf, type Bytes } from './streams.js';
import { unzippedFile } from './zip/zip-file.js';
import { zstdBytes } from './zstd.js';

/** An archive within an archive is unpacked, one within that is not. */
const deepest = 2;

/**
 * The file itself, or what is packed in it (gzip, zstd, or a zip archive that holds one data file), up to two deep. The
 * result is unpacked anew each time it is opened, in bounded memory; its name is that of the packed file, its size is
 * not known. Errors, also late in its stream: `broken_archive`, `nested_archive`, and those of `unzippedFile`.
 */
export async function unpacked(file: SourceFile): Promise<SourceFile> {
  let current = file;
  for (let depth = 0; ; depth += 1) {
    const inner = await unpackedOnce(current);
    if (!inner) return current;
    if (depth === deepest) throw tooDeep(file.name);
    current = inner;
  }
}

/** What is packed in the file; null when it is not packed. */
async function unpackedOnce(file: SourceFile): Promise<SourceFile | null> {
  const kind = await kindOf(file);
  if (kind === 'gzip') return packedFile(file, /\.gz(ip)?$/i, () => gunzipped(file));
  if (kind === 'zstd') return packedFile(file, /\.zst(d)?$/i, () => streamOf(() => zstdBytes(file)));
  if (kind === 'zip') return unzippedFile(file);
  return null;
}

function packedFile(file: SourceFile, ending: RegExp, open: () => ReadableStream<Bytes>): SourceFile {
  return { name: file.name.replace(ending, ''), bytes: null, open };
}

function tooDeep(name: string): UserError {
  const message = `${name} holds an archive in an archive in an archive.`;
  return unusableInput('nested_archive', message, 'Unpack it and give the file in it.', { file: name });
}
