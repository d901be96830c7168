import { join, resolve } from 'node:path';
import { realPlace } from '../engines/duckdb/real-place.js';
import { wrongUse } from '../errors.js';
import { oneOf, text } from '../options/values.js';
import type { Surroundings } from './command.js';
import type { Config } from './config.js';
import type { Arguments } from './flags.js';
import { givenBy } from './given.js';
import { cacheLabel, standardOutputPath, type Written } from './guard.js';
import {
  checkOutput,
  csvNames,
  formats,
  formatOf,
  isStandardOutput,
  toStandardOutput,
  type Output,
} from './output.js';
import { rejectsPaths } from './rejects.js';
import { checkWritable } from './write-file.js';

/** Where a report and its rejected rows go, and whether a rejected row keeps it from being written. */
export interface Destinations {
  output: Output;
  rejects: string | null;
  /** The file that readings are kept in. */
  cache: string | null;
  isStrict: boolean;
}

/**
 * Reads the destinations of the configuration and the command line together; messages name the one that a value came from.
 * @throws UserError for a value that is not allowed.
 */
export function destinationsOf(given: Config, args: Arguments, folder: string): Destinations {
  const { label, read, isOn } = givenBy(given, args);
  const [rejects, cache] = [read('rejects', text), read('cache', text)];
  return {
    output: withChats(
      outputOf(read('output', text), read('format', oneOf(formats)), folder),
      isOn('with-chats'),
      label('with-chats'),
    ),
    rejects: rejects === undefined ? null : resolve(folder, rejects),
    cache: cache === undefined ? null : resolve(folder, cache),
    isStrict: isOn('strict'),
  };
}

function withChats(output: Destination, isWanted: boolean, label: string): Output {
  if (isWanted && (output.format === 'json' || output.format === 'html')) {
    throw wrongUse(
      'chats_need_table',
      `${label} writes a row per chat into a workbook or a CSV file: --format ${output.format} has no place for them.`,
      'Type --format xlsx, or --format csv -o FOLDER; or leave the chats out.',
    );
  }
  return { ...output, withChats: isWanted };
}

type Destination = Omit<Output, 'withChats'>;

function outputOf(
  path: string | undefined,
  named: Output['format'] | undefined,
  folder: string,
): Destination {
  const format = named ?? formatOf(path);
  if (path === undefined && format === 'csv') {
    throw wrongUse(
      'output_needed',
      '--format csv writes one file per table and needs a folder.',
      'Name it: -o FOLDER',
    );
  }
  const isStandard = path === undefined ? format === 'json' : isStandardOutput(path);
  if (isStandard && format === 'csv') {
    throw wrongUse(
      'csv_needs_folder',
      '--format csv writes several files: they cannot go to standard output.',
      'Name a folder: -o FOLDER',
    );
  }
  return {
    format,
    path: isStandard ? toStandardOutput : resolve(folder, path ?? `generated_report.${format}`),
  };
}

/**
 * Checks before the work that everything can be written.
 * @throws UserError when it cannot.
 */
export async function checkDestinations(
  { output, rejects }: Destinations,
  surroundings: Surroundings,
): Promise<void> {
  await checkOutput(output, surroundings);
  if (rejects !== null) await checkWritable(rejects);
}

/** Every file that a run of these destinations may write, in the order in which messages name them; `inputs`: how many it reads. */
export async function writtenBy(
  { output, rejects, cache }: Destinations,
  inputs: number,
): Promise<Written[]> {
  const ofRejects = rejects === null ? [] : rejectsPaths(rejects, inputs);
  const place = cache === null ? '' : await realPlace(cache);
  const ofCache = cache === null ? [] : [cache, `${place}.wal`, `${place}.damaged`];
  return [
    ...pathsOf(output).map((path) => ({ label: 'The report', flag: '-o', path })),
    ...ofRejects.map((path) => ({ label: '--rejects', flag: '--rejects', path })),
    ...ofCache.map((path) => ({ label: cacheLabel, flag: '--cache', path })),
  ];
}

function pathsOf(output: Output): string[] {
  const { path, format } = output;
  if (path === toStandardOutput) return [standardOutputPath];
  return format === 'csv' ? csvNames(output).map((name) => join(path, name)) : [path];
}
