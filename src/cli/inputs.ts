import { createReadStream, createWriteStream, fstatSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { glob } from 'tinyglobby';
import type { SourceFile } from '../files/source.js';
import { fileSource } from '../engines/duckdb/files.js';
import { unusableInput, wrongUse } from '../errors.js';
import { isOwnFile } from '../outputs/own-files.js';
import type { Surroundings } from './command.js';
import { configName } from './report-flags.js';
import { temporaryFolder } from './temporary.js';

/** The file that is read when none is named. */
export const defaultInput = 'data_dump.csv';

/** Files to report on, and what is to be told of those that are left out. */
export interface Inputs {
  files: SourceFile[];
  notes: string[];
}

/** A file that is named, or found in a folder or by a pattern. */
interface Named {
  name: string;
  isFound: boolean;
}

/**
 * The files that a user names: paths, folders, and patterns such as `exports/*.csv`, each file once, those of a pattern in the
 * order of names. What this program wrote into a folder is left out.
 * @throws UserError when a file is not there, or nothing is found.
 */
export async function inputFiles(
  named: readonly string[],
  { folder, stdin }: Pick<Surroundings, 'folder' | 'stdin'>,
): Promise<Inputs> {
  if (named.includes('-')) return { files: [await standardInput(named, stdin)], notes: [] };
  const names =
    named.length > 0
      ? (await Promise.all(named.map((name) => expand(name, folder)))).flat()
      : [{ name: defaultInput, isFound: false }];
  const byPath = new Map<string, Named>();
  for (const { name, isFound } of names) {
    const path = resolve(folder, name);
    const before = byPath.get(path);
    byPath.set(path, { name, isFound: isFound && (before?.isFound ?? true) });
  }
  const files = await Promise.all(
    [...byPath].map(([path, one]) => openInput(path, one, named.length === 0, isPiped(stdin))),
  );
  return withoutOwn(files, named);
}

/** Leaves out of files that were found what this program wrote. */
async function withoutOwn(files: readonly SourceFile[], named: readonly string[]): Promise<Inputs> {
  const isOwn = await Promise.all(files.map(async (file) => file.isFound === true && isOwnFile(file)));
  const [own, others] = [files.filter((_, at) => isOwn[at]), files.filter((_, at) => !isOwn[at])];
  if (own.length === 0) return { files: others, notes: [] };
  const names = own.map(({ name }) => name);
  const shown =
    names.length > mostNamed
      ? [...names.slice(0, mostNamed), `${String(names.length - mostNamed)} more`]
      : names;
  if (others.length === 0)
    throw unusableInput(
      'empty_folder',
      `${named.join(', ')}: every file there was written by Chat Metrics: ${shown.join(', ')}.`,
      'To read rejected rows that are mended, name their file.',
    );
  return { files: others, notes: [`Left out, because Chat Metrics wrote them: ${shown.join(', ')}.`] };
}

/** How many files a note names. */
const mostNamed = 20;

async function openInput(
  path: string,
  { name, isFound }: Named,
  isDefault: boolean,
  hasPipe: boolean,
): Promise<SourceFile> {
  const exists = await stat(path).catch(() => null);
  if (!exists && isDefault) {
    throw unusableInput(
      'no_such_file',
      `There is no file ${defaultInput} in this folder, and no other file is named.`,
      hasPipe
        ? 'Something is piped to it. To read that, name it as -: ... | chat-metrics report -'
        : 'Name the export: chat-metrics report FILE.csv, or make one to try: chat-metrics sample',
    );
  }
  if (exists?.isFIFO()) return copied(createReadStream(path), name);
  const file = await fileSource(path, name);
  return isFound ? { ...file, isFound } : file;
}

/** Does another program, or a file, stand behind standard input? */
function isPiped(stdin: Surroundings['stdin']): boolean {
  const { fd } = stdin as { fd?: unknown };
  if (typeof fd !== 'number') return false;
  try {
    const place = fstatSync(fd);
    return place.isFIFO() || place.isFile() || place.isSocket();
  } catch {
    return false;
  }
}

let copies = 0;

/** What can be read but once is copied to the temporary folder first: a file is read more than once. */
async function copied(stream: NodeJS.ReadableStream, name: string): Promise<SourceFile> {
  const path = join(temporaryFolder(), `stream-${String((copies += 1))}`);
  await pipeline(stream, createWriteStream(path));
  return fileSource(path, name);
}

/** Standard input as a file. */
async function standardInput(named: readonly string[], stdin: Surroundings['stdin']): Promise<SourceFile> {
  if (named.length > 1)
    throw wrongUse(
      'stdin_alone',
      'Standard input (-) cannot be read together with files.',
      'Name the files, or - alone.',
    );
  return copied(stdin, 'standard input');
}

/** How the names of files end that are read from a folder. */
export const endings = [
  'csv',
  'tsv',
  'txt',
  'gz',
  'zst',
  'zip',
  'xlsx',
  'xlsm',
  'xls',
  'xlsb',
  'ods',
  'fods',
  'json',
  'jsonl',
  'ndjson',
  'parquet',
];

async function filesOfFolder(name: string, folder: string): Promise<Named[]> {
  const found = await glob(
    endings.map((ending) => `*.${ending}`),
    {
      cwd: resolve(folder, name),
      onlyFiles: true,
      expandDirectories: false,
      caseSensitiveMatch: false,
    },
  );
  const inputs = found.filter((file) => file !== configName && !file.startsWith('generated_report.'));
  if (inputs.length === 0)
    throw unusableInput(
      'empty_folder',
      `The folder ${name} holds no export.`,
      `Files that are read end in ${endings.join(', ')}.`,
    );
  return inputs.sort().map((file) => ({ name: join(name, file), isFound: true }));
}

/** A folder is its exports; a name that is no file but has the signs of a pattern is one. */
async function expand(name: string, folder: string): Promise<Named[]> {
  const place = await stat(resolve(folder, name)).catch(() => null);
  if (place?.isDirectory()) return filesOfFolder(name, folder);
  const isPattern = /[*?[\]{}]/.test(name);
  if (!isPattern || place) return [{ name, isFound: false }];
  const found = await glob(name.replaceAll('\\', '/'), {
    cwd: folder,
    onlyFiles: true,
    expandDirectories: false,
  });
  if (found.length === 0)
    throw unusableInput('no_match', `No file matches ${name}.`, 'Check the pattern and the folder.');
  return found.sort().map((one) => ({ name: one, isFound: true }));
}
