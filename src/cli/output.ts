import { lstat, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { fileSource } from '../engines/duckdb/files.js';
import { wrongUse } from '../errors.js';
import { spelledOutJson } from '../files/spelled-out.js';
import { isOwnFile } from '../outputs/own-files.js';
import { outputs, takes } from '../outputs/outputs.js';
import { load, writtenReport, type Pieces, type ReportOutputId } from '../outputs/write.js';
import { chatsCsvName, reportCsvNames } from '../presentation/report-csv.js';
import { rangeEnds } from '../presentation/range-ends.js';
import type { Report, Row } from '../report/report.js';
import { quickGzip } from './chats-output.js';
import type { Surroundings } from './command.js';
import { checkFolder, checkWritable, writeAllWhole, writeWhole, type Writing } from './write-file.js';

/** Stands for standard output where a path may stand. */
export const toStandardOutput = Symbol('standard output');

/** Whether a user names standard output, by any of its names. */
export function isStandardOutput(path: string): boolean {
  return ['-', '/dev/stdout', '/dev/fd/1', '/proc/self/fd/1'].includes(path);
}

/** Where a report goes, and as what. */
export interface Output {
  id: ReportOutputId;
  csvBom: boolean;
  path: string | typeof toStandardOutput;
}

/**
 * Checks before the work that the report can be written.
 * @throws UserError when it cannot.
 */
export async function checkOutput({ id, path }: Output, { stdout }: Surroundings): Promise<void> {
  if (path === toStandardOutput) {
    if (!outputs[id].isBinary || !stdout.isTTY) return;
    throw wrongUse(
      'binary_to_terminal',
      'A workbook is no text: it cannot be shown on a terminal.',
      'Send it on: chat-metrics report -o - > report.xlsx',
    );
  }
  await (outputs[id].isFolder ? checkFolder(path) : checkWritable(path));
}

/** Begins to load what writes the report, so that it is there when the figures are. */
export function warmUp({ id }: Output): void {
  load(id);
  if (outputs[id].isBinary) loadLazyGlobals();
}

/** What Node makes ready only when it is asked for: by the workbook library, and by the first number in words. */
function loadLazyGlobals(): void {
  void [globalThis.Response, globalThis.CompressionStream, Number().toLocaleString('en')];
}

/** What a report is written with. */
interface WritingReport {
  /** Its chats, where they are wanted. */
  chats?: AsyncIterable<Row[]>;
  check: NonNullable<Writing['check']>;
}

/** Writes the report whole, or not at all; with its chats where they are given. */
export async function writeReport(
  report: Report,
  { id, csvBom, path }: Output,
  { stdout }: Surroundings,
  { chats = noChats, check }: WritingReport,
): Promise<void> {
  const files = await writtenReport(id, { report, chats: () => chats, csvBom, gzip: quickGzip });
  const only = files.get('') ?? [];
  if (path === toStandardOutput) {
    const shown = id === 'json' && stdout.isTTY ? [spelledOutJson(await whole(only))] : only;
    await pipeline(Readable.from(shown), stdout, { end: false });
  } else if (outputs[id].isFolder) await writeAllWhole(path, files, { check });
  else await writeWhole(path, only, { check });
}

async function whole(pieces: Pieces): Promise<string> {
  return ((await Readable.from(pieces).toArray()) as string[]).join('');
}

// oxlint-disable-next-line typescript/require-await -- those of a report come from its engine
const noChats: AsyncIterable<Row[]> = (async function* () {
  yield* [];
})();

/** The same place with the first and the last day of the report for `{from}` and `{to}`. */
export function placedFor(report: Report, output: Output): Output {
  const { path } = output;
  if (path === toStandardOutput) return output;
  const [from, to] = rangeEnds(report).map((end) => end.slice(0, 10));
  return { ...output, path: path.replaceAll('{from}', from ?? '').replaceAll('{to}', to ?? '') };
}

/** The files of a report that is a folder. */
export function namesIn({ id }: Output): string[] {
  return takes(id, 'chats') ? [...reportCsvNames, chatsCsvName] : [...reportCsvNames];
}

/**
 * Removes from a folder of tables the chats of an earlier report: they are no part of one that is made without them.
 * @returns where they were; null where there were none.
 */
export async function removeOldChats(
  { id, path }: Output,
  check: NonNullable<Writing['check']>,
): Promise<string | null> {
  if (path === toStandardOutput || !outputs[id].isFolder || takes(id, 'chats')) return null;
  const place = join(path, chatsCsvName);
  const isThere = (await lstat(place).catch(() => null))?.isFile() === true;
  if (!isThere || !(await isOwnFile(await fileSource(place)))) return null;
  const isInput = await check([place]).then(
    () => false,
    () => true,
  );
  if (isInput) return null;
  await rm(place);
  return place;
}
