import { unusableInput, type UserError } from '../../errors.js';
import { listed } from '../../options/listed.js';
import type { SourceFile } from '../source.js';
import { boundedStream, mostUnpackedOf, unpacksToTooMuch } from '../unpacked-size.js';
import { zipEntries, type ZipEntry } from './zip-directory.js';
import { entryStream } from './zip-entry.js';

/** More files than this are not listed in a message. */
const mostNames = 8;
/** More files than this are no parts of one table. */
const mostFiles = 500;

const rubbish = /(^|\/)(__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/i;
const dataName =
  /\.(csv|tsv|tab|jsonl?|ndjson|xlsx|xlsm|xls|xlsb|ods|fods|parquet|pq)(\.(gz|zst|zip))?$|\.(gz|zst|zip)$/i;

/**
 * The data files in a zip archive, each unpacked as it is read; their names are `archive.zip/file.csv`. Errors:
 * `empty_archive`, `several_files` (more than can be one table), `password_protected`, `zip_bomb`, `broken_archive`.
 */
export async function unzippedFiles(file: SourceFile): Promise<SourceFile[]> {
  return dataFiles(await zipEntries(file), file.name).map((entry) => unzipped(file, entry));
}

function unzipped(file: SourceFile, entry: ZipEntry): SourceFile {
  if (entry.isEncrypted) throw encrypted(file.name);
  const mostUnpacked = mostUnpackedOf(file);
  if (entry.bytes > mostUnpacked) throw unpacksToTooMuch(`${file.name}/${entry.name}`, mostUnpacked);
  const { parseApart, state } = file;
  return {
    name: `${file.name}/${entry.name}`,
    bytes: null,
    open: () => boundedStream(file, entryStream(file, entry)),
    parseApart,
    state,
    mostUnpacked,
  };
}

function dataFiles(entries: readonly ZipEntry[], archive: string): ZipEntry[] {
  const kept = entries.filter((entry) => !rubbish.test(entry.name));
  const data = kept.filter((entry) => dataName.test(entry.name));
  const candidates = data.length > 0 ? data : kept;
  if (candidates.length === 0) throw noFile(archive);
  if (candidates.length > mostFiles) throw severalFiles(archive, candidates);
  return candidates;
}

function noFile(archive: string): UserError {
  const hint = 'Put the exported file into it, or give that file itself.';
  return unusableInput('empty_archive', `${archive} holds no file.`, hint, { file: archive });
}

function severalFiles(archive: string, entries: readonly ZipEntry[]): UserError {
  const names = entries.map((entry) => entry.name);
  const message = `${archive} holds ${entries.length} files: ${listed(names, mostNames)}.`;
  const hint = 'Unpack it and give the files that belong in the report, or the folder they are in.';
  return unusableInput('several_files', message, hint, { file: archive });
}

function encrypted(archive: string): UserError {
  const hint = 'Unpack it with its password and give the file in it.';
  return unusableInput('password_protected', `${archive} is protected by a password.`, hint, {
    file: archive,
  });
}
