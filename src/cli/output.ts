import { extname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { wrongUse } from '../errors.js';
import { spelledOutJson } from '../files/spelled-out.js';
import { chatsCsv, chatsCsvName, reportCsv, reportCsvNames } from '../presentation/report-csv.js';
import { jsonText } from '../presentation/report-json.js';
import type { Report, Row } from '../report/report.js';
import { quickGzip } from './chats-output.js';
import type { Surroundings } from './command.js';
import {
  checkFolder,
  checkWritable,
  writeAllWhole,
  writeWhole,
  type Chunks,
  type Writing,
} from './write-file.js';

export const formats = ['xlsx', 'html', 'json', 'csv'] as const;
export type Format = (typeof formats)[number];

/** Stands for standard output where a path may stand. */
export const toStandardOutput = Symbol('standard output');

/** Whether a user names standard output, by any of its names. */
export function isStandardOutput(path: string): boolean {
  return ['-', '/dev/stdout', '/dev/fd/1', '/proc/self/fd/1'].includes(path);
}

export interface Output {
  format: Format;
  path: string | typeof toStandardOutput;
  /** A row per chat beside the figures: in workbooks and CSV only. */
  withChats: boolean;
}

/** The format that the ending of a path says, else xlsx. */
export function formatOf(path: string | undefined): Format {
  const ending = extname(path ?? '')
    .slice(1)
    .toLowerCase();
  if (ending === 'htm') return 'html';
  return formats.find((format) => format === ending && format !== 'csv') ?? 'xlsx';
}

/**
 * Checks before the work that the report can be written.
 * @throws UserError when it cannot.
 */
export async function checkOutput({ format, path }: Output, { stdout }: Surroundings): Promise<void> {
  if (path === toStandardOutput) {
    if (format !== 'xlsx' || !stdout.isTTY) return;
    throw wrongUse(
      'binary_to_terminal',
      'A workbook is no text: it cannot be shown on a terminal.',
      'Send it on: chat-metrics report -o - > report.xlsx',
    );
  }
  await (format === 'csv' ? checkFolder(path) : checkWritable(path));
}

/** Begins to load what writes the report, so that it is there when the figures are. */
export function warmUp({ format, withChats }: Output): void {
  if (format === 'html') import('../html/report-html.js').catch(() => undefined);
  if (format !== 'xlsx') return;
  const loading = withChats
    ? import('../excel/chats/chats-workbook.js')
    : import('../excel/report-workbook.js');
  loading.catch(() => undefined);
  loadLazyGlobals();
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
  { format, path }: Output,
  { stdout }: Surroundings,
  { chats, check }: WritingReport,
): Promise<void> {
  if (format === 'csv' && typeof path === 'string')
    return writeAllWhole(path, csvFiles(report, chats), { check });
  const chunks = await chunksOf(report, format, chats);
  if (path === toStandardOutput) {
    const shown = format === 'json' && stdout.isTTY ? [spelledOutJson(jsonText(report))] : chunks;
    await pipeline(Readable.from(shown), stdout, { end: false });
  } else await writeWhole(path, chunks, { check });
}

async function chunksOf(
  report: Report,
  format: Format,
  chats: AsyncIterable<Row[]> | undefined,
): Promise<Chunks> {
  if (format === 'json') return [jsonText(report)];
  if (format !== 'html') return workbookBytes(report, chats);
  const { reportToHtml } = await import('../html/report-html.js');
  return [reportToHtml(report)];
}

async function workbookBytes(report: Report, chats: AsyncIterable<Row[]> | undefined): Promise<Chunks> {
  if (chats) {
    const { reportToXlsxWithChats } = await import('../excel/chats/chats-workbook.js');
    return reportToXlsxWithChats(report, chats, { gzip: quickGzip });
  }
  const { reportToXlsx } = await import('../excel/report-workbook.js');
  return [await reportToXlsx(report, quickGzip)];
}

/** The files of a report in CSV. */
export function csvNames({ withChats }: Output): string[] {
  return withChats ? [...reportCsvNames, chatsCsvName] : [...reportCsvNames];
}

function csvFiles(report: Report, chats: AsyncIterable<Row[]> | undefined): Map<string, Chunks> {
  return new Map<string, Chunks>([
    ...reportCsv(report),
    ...(chats ? [[chatsCsvName, chatsCsv(chats)] as const] : []),
  ]);
}
