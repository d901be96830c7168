import { unusableInput, type UserError } from '../errors.js';
import { gunzipped } from './gzip.js';
import type { SourceFile } from './source.js';
import { kindOf } from './kind.js';
import { streamOf, type Bytes } from './streams.js';
import { boundedStream, mostUnpackedOf } from './unpacked-size.js';
import { unzippedFiles } from './zip/zip-file.js';
import { zstdBytes } from './zstd.js';

/** An archive within an archive is unpacked, one within that is not. */
const deepest = 2;

/**
 * The file itself, or what is packed in it (gzip, zstd, or the data files of a zip archive), up to two deep. What was packed
 * is unpacked anew each time it is opened, in bounded memory; its name is that of the packed file, its size is not known.
 * Errors, also late in its stream: `broken_archive`, `nested_archive`, and those of `unzippedFiles`.
 */
export async function unpacked(file: SourceFile): Promise<SourceFile[]> {
  return unpackedAt(file, 0, file.name);
}

async function unpackedAt(file: SourceFile, depth: number, outermost: string): Promise<SourceFile[]> {
  const inner = await unpackedOnce(file);
  if (!inner) return [file];
  if (depth === deepest) throw tooDeep(outermost);
  const all: SourceFile[] = [];
  for (const one of inner) all.push(...(await unpackedAt(one, depth + 1, outermost)));
  return all;
}

/** What is packed in the file; null when it is not packed. */
async function unpackedOnce(file: SourceFile): Promise<SourceFile[] | null> {
  const kind = await kindOf(file);
  if (kind === 'gzip') return [packedFile(file, /\.gz(ip)?$/i, () => gunzipped(file))];
  if (kind === 'zstd') return [packedFile(file, /\.zst(d)?$/i, () => streamOf(() => zstdBytes(file)))];
  if (kind === 'zip') return unzippedFiles(file);
  return null;
}

function packedFile(file: SourceFile, ending: RegExp, open: () => ReadableStream<Bytes>): SourceFile {
  const { parseApart, state } = file;
  const mostUnpacked = mostUnpackedOf(file);
  const bounded = (): ReadableStream<Bytes> => boundedStream(file, open());
  const name = file.name.replace(ending, '');
  return { name, bytes: null, open: bounded, parseApart, state, mostUnpacked };
}

function tooDeep(name: string): UserError {
  const message = `${name} holds an archive in an archive in an archive.`;
  return unusableInput('nested_archive', message, 'Unpack it and give the file in it.', { file: name });
}
