import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { glob } from 'tinyglobby';
import type { SourceFile } from '../files/source.js';
import { fileSource } from '../engines/duckdb/files.js';
import { unusableInput, wrongUse } from '../errors.js';
import type { Surroundings } from './command.js';
import { configName } from './report-flags.js';
import { temporaryFolder } from './temporary.js';

/** The file that is read when none is named. */
export const defaultInput = 'data_dump.csv';

/**
 * The files that a user names: paths and patterns such as `exports/*.csv`, each file once, patterns in the order of names.
 * @throws UserError when a file is not there, or a pattern matches none.
 */
export async function inputFiles(
  named: readonly string[],
  { folder, stdin }: Pick<Surroundings, 'folder' | 'stdin'>,
): Promise<SourceFile[]> {
  if (named.includes('-')) return [await standardInput(named, stdin)];
  const names =
    named.length > 0 ? (await Promise.all(named.map((name) => expand(name, folder)))).flat() : [defaultInput];
  const byPath = new Map(names.map((name) => [resolve(folder, name), name]));
  return Promise.all([...byPath].map(([path, name]) => openInput(path, name, named.length === 0)));
}

async function openInput(path: string, name: string, isDefault: boolean): Promise<SourceFile> {
  const exists = await stat(path).catch(() => null);
  if (!exists && isDefault) {
    throw unusableInput(
      'no_such_file',
      `There is no file ${defaultInput} in this folder, and no other file is named.`,
      'Name the export: chat-metrics report FILE.csv, or make one to try: chat-metrics sample',
    );
  }
  if (exists?.isFIFO()) return copied(createReadStream(path), name);
  return fileSource(path, name);
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

async function filesOfFolder(name: string, folder: string): Promise<string[]> {
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
  return inputs.sort().map((file) => join(name, file));
}

/** A folder is its exports; a name that is no file but has the signs of a pattern is one. */
async function expand(name: string, folder: string): Promise<string[]> {
  const place = await stat(resolve(folder, name)).catch(() => null);
  if (place?.isDirectory()) return filesOfFolder(name, folder);
  const isPattern = /[*?[\]{}]/.test(name);
  if (!isPattern || place) return [name];
  const found = await glob(name.replaceAll('\\', '/'), {
    cwd: folder,
    onlyFiles: true,
    expandDirectories: false,
  });
  if (found.length === 0)
    throw unusableInput('no_match', `No file matches ${name}.`, 'Check the pattern and the folder.');
  return found.sort();
}
