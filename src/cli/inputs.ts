import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { glob } from 'tinyglobby';
import type { SourceFile } from '../chats/source.js';
import { fileSource } from '../engines/duckdb/files.js';
import { unusableInput } from '../errors.js';

/** The file that is read when none is named. */
export const defaultInput = 'data_dump.csv';

/**
 * The files that a user names: paths and patterns such as `exports/*.csv`, each file once, patterns in the order of names.
 * @throws UserError when a file is not there, or a pattern matches none.
 */
export async function inputFiles(named: readonly string[], folder: string): Promise<SourceFile[]> {
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
  return fileSource(path, name);
}

/** A name that is no file but has the signs of a pattern is one. */
async function expand(name: string, folder: string): Promise<string[]> {
  const isPattern = /[*?[\]{}]/.test(name);
  if (!isPattern || (await stat(resolve(folder, name)).catch(() => null))) return [name];
  const found = await glob(name.replaceAll('\\', '/'), {
    cwd: folder,
    onlyFiles: true,
    expandDirectories: false,
  });
  if (found.length === 0)
    throw unusableInput('no_match', `No file matches ${name}.`, 'Check the pattern and the folder.');
  return found.sort();
}
