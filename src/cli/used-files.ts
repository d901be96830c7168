import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { SourceFile } from '../files/source.js';
import { configPath, type Config } from './config.js';
import type { Arguments } from './flags.js';
import { standardInputPath, type Used } from './guard.js';
import { linkedFiles } from './linked-files.js';

/**
 * Every file that a run reads and that is there.
 * @param given the values of the configuration and the command line, with the names of files in them
 * @param files the exports
 */
export async function usedFiles(
  args: Arguments,
  given: Config,
  files: readonly SourceFile[],
  folder: string,
): Promise<Used[]> {
  const { config } = args.values;
  const { 'password-file': password } = given;
  const inputs = args.positionals.includes('-')
    ? [standardInputPath]
    : files.flatMap(({ path }) => path ?? []);
  const used = [
    ...inputs.map((path) => ({ noun: 'its input', path })),
    { noun: 'the configuration', path: configPath(typeof config === 'string' ? config : undefined, folder) },
    ...linkedFiles(given, folder),
    ...(typeof password === 'string'
      ? [{ noun: 'the file of the password', path: resolve(folder, password) }]
      : []),
  ];
  const there = await Promise.all(used.map(({ path }) => stat(path).catch(() => null)));
  return used.filter((_, index) => there[index] !== null);
}
