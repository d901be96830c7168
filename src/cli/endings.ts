import { statSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { wrongUse, type UserError } from '../errors.js';
import { formats, outputs, type Format } from '../outputs/outputs.js';
import type { Arguments } from './flags.js';
import { isStandardOutput } from './output.js';

/** What is known of a format beside the path: the one that was named, and where each of the two stands. */
interface FormatSource {
  named: Format | undefined;
  args: Arguments;
  folder: string;
}

/** Formats that an ending stands for; `.csv` could be any of several. */
const byEnding = new Map(
  formats
    .filter((format) => format !== 'csv' && format !== 'chats')
    .flatMap((format) => outputs[format].endings.map((ending) => [ending, format] as const)),
);

/**
 * The format that a user names, else the one that the ending of the path says; xlsx where there is no ending, and for what is
 * no file, whose name says nothing. `checkFormat` says whether the ending fits it.
 */
export function formatFor(path: string | undefined, { named, args }: FormatSource): Format {
  if (path === undefined || isStandardOutput(path)) return named ?? 'xlsx';
  const meant = byEnding.get(endingOf(path));
  const isOfCommandLine = args.values['output'] !== undefined && args.values['format'] === undefined;
  return (isOfCommandLine ? (meant ?? named) : (named ?? meant)) ?? 'xlsx';
}

/**
 * Checks that the name of a report says what it is.
 * @throws UserError where the ending says no format, or another one than is named.
 */
export function checkFormat(path: string | undefined, { named, args, folder }: FormatSource): void {
  if (path === undefined || isStandardOutput(path)) return;
  const ending = endingOf(path);
  const [meant, format] = [byEnding.get(ending), formatFor(path, { named, args, folder })];
  if (meant && meant !== format && !outputs[format].isFolder) throw contradiction(path, format, meant);
  if (meant || named !== undefined || ending === '' || isStream(resolve(folder, path))) return;
  throw unknownEnding(path, ending);
}

/**
 * Checks that a file of text is not given a name under which programs take it for something else.
 * @throws UserError where it is.
 */
export function checkEnding(path: string, label: string, allowed: readonly string[]): void {
  const ending = endingOf(path);
  if (ending === '' || allowed.includes(ending) || path.startsWith('/dev/')) return;
  const [first = ''] = allowed;
  throw wrongUse(
    'unknown_ending',
    `${label} writes ${first.toUpperCase()}, which ${path} is no name for.`,
    `Type ${label} ${path.slice(0, -ending.length)}${first}`,
  );
}

function endingOf(path: string): string {
  return extname(path).slice(1).toLowerCase();
}

function isStream(path: string): boolean {
  const place = statSync(path, { throwIfNoEntry: false });
  return place !== undefined && !place.isFile() && !place.isDirectory();
}

function contradiction(path: string, named: Format, meant: Format): UserError {
  return wrongUse(
    'format_and_ending',
    `--format ${named} and the ending of ${path} do not agree.`,
    `Type -o ${withEnding(path, outputs[named].endings[0] ?? '')}, or --format ${meant}.`,
  );
}

function unknownEnding(path: string, ending: string): UserError {
  const bare = path.slice(0, -(ending.length + 1));
  if (ending === 'csv')
    return wrongUse(
      'unknown_ending',
      `-o ${path}: a report in CSV is a folder of several files.`,
      `Type --format csv -o ${bare}, or for one row per chat: --format chats -o ${path}`,
    );
  const remedy =
    ending === 'pdf' ? `Type -o ${bare}.html, and print it from a browser.` : `Type -o ${bare}.xlsx`;
  return wrongUse(
    'unknown_ending',
    `-o ${path}: no report is written as .${ending}, but as .xlsx, .html, .json, or what --format names.`,
    remedy,
  );
}

function withEnding(path: string, ending: string): string {
  return `${path.slice(0, -extname(path).length)}.${ending}`;
}
