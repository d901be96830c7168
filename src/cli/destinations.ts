import { join, resolve } from 'node:path';
import { realPlace } from '../engines/duckdb/real-place.js';
import { wrongUse } from '../errors.js';
import { oneOf, text } from '../options/values.js';
import type { Surroundings } from './command.js';
import type { Config } from './config.js';
import type { Arguments } from './flags.js';
import { givenBy } from './given.js';
import { cacheLabel, standardOutputPath, type Written } from './guard.js';
import { formats, outputOf, outputs, type Format } from '../outputs/outputs.js';
import type { ReportOutputId } from '../outputs/write.js';
import { checkEnding, checkFormat, formatFor } from './endings.js';
import { checkOutput, isStandardOutput, namesIn, toStandardOutput, type Output } from './output.js';
import { rejectsPaths } from './rejects.js';
import { checkWritable } from './write-file.js';

/** Where a report and its rejected rows go, and whether a rejected row keeps it from being written. */
export interface Destinations {
  output: Output;
  rejects: string | null;
  /** The file that readings are kept in. */
  cache: string | null;
  isStrict: boolean;
  /** Throws where the ending of a name says something else than is written. */
  checkNames: () => void;
}

/**
 * Reads the destinations of the configuration and the command line together; messages name the one that a value came from.
 * @throws UserError for a value that is not allowed.
 */
export function destinationsOf(given: Config, args: Arguments, folder: string): Destinations {
  const { label, read, isOn } = givenBy(given, args);
  const path = read('output', text);
  const source = { named: read('format', oneOf(formats)), args, folder };
  const format = formatFor(path, source);
  const [rejects, cache] = [read('rejects', text), read('cache', text)];
  return {
    output: {
      id: idOf(format, isOn('with-chats'), label('with-chats')),
      path: placeOf(path, format, folder),
      csvBom: isOn('csv-bom'),
    },
    rejects: rejects === undefined ? null : resolve(folder, rejects),
    cache: cache === undefined ? null : resolve(folder, cache),
    isStrict: isOn('strict'),
    checkNames: () => {
      checkFormat(path, source);
      if (rejects !== undefined) checkEnding(rejects, label('rejects'), ['csv', 'txt', 'tsv']);
    },
  };
}

/** @throws UserError where the format has no place for a row per chat. */
function idOf(format: Format, isWanted: boolean, label: string): ReportOutputId {
  const id = outputOf(format, isWanted);
  if (id !== null) return id;
  throw wrongUse(
    'chats_need_table',
    `${label} writes a row per chat into a workbook or a CSV file: --format ${format} has no place for them.`,
    'Type --format xlsx, or --format csv -o FOLDER; or leave the chats out.',
  );
}

function placeOf(path: string | undefined, format: Format, folder: string): Output['path'] {
  if (path === undefined && outputs[format].isFolder) {
    throw wrongUse(
      'output_needed',
      `--format ${format} writes one file per table and needs a folder.`,
      'Name it: -o FOLDER',
    );
  }
  const isStandard = path === undefined ? !isNamedByDefault.includes(format) : isStandardOutput(path);
  if (isStandard && outputs[format].isFolder) {
    throw wrongUse(
      'csv_needs_folder',
      `--format ${format} writes several files: they cannot go to standard output.`,
      'Name a folder: -o FOLDER',
    );
  }
  return isStandard ? toStandardOutput : resolve(folder, path ?? `generated_report.${format}`);
}

/** Formats for people have a usual place; those for programs go to standard output. */
const isNamedByDefault: readonly Format[] = ['xlsx', 'html'];

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
  const { path, id } = output;
  if (path === toStandardOutput) return [standardOutputPath];
  return outputs[id].isFolder ? namesIn(output).map((name) => join(path, name)) : [path];
}
