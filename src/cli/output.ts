import { extname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { wrongUse } from '../errors.js';
import { catalog, tableIds } from '../metrics/catalog.js';
import type { ComparedFigure, Comparison, DataQuality, Report, Row } from '../report/report.js';
import { chatsCsv, chatsCsvName, quickGzip } from './chats-output.js';
import type { Surroundings } from './command.js';
import { csvLine, csvTable } from './csv-text.js';
import { checkFolder, checkWritable, writeAllWhole, writeWhole, type Chunks } from './write-file.js';

export const formats = ['xlsx', 'html', 'json', 'csv'] as const;
export type Format = (typeof formats)[number];

/** Stands for standard output where a path may stand. */
export const toStandardOutput = Symbol('standard output');

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
}

/** Writes the report whole, or not at all; with its chats where they are given. */
export async function writeReport(
  report: Report,
  { format, path }: Output,
  { stdout }: Surroundings,
  chats?: AsyncIterable<Row[]>,
): Promise<void> {
  if (format === 'csv' && typeof path === 'string') return writeAllWhole(path, csvFiles(report, chats));
  const chunks = await chunksOf(report, format, chats);
  if (path === toStandardOutput) await pipeline(Readable.from(chunks), stdout, { end: false });
  else await writeWhole(path, chunks);
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
  return [await reportToXlsx(report)];
}

/** One row of a table per line, so that a difference between two reports reads well. */
export function jsonText(report: Report): string {
  const tables = Object.entries(report.tables).map(
    ([name, rows]) => `    ${JSON.stringify(name)}: ${jsonRows(rows)}`,
  );
  return `{
  "options": ${indented(report.options)},
  "source": ${indented(report.source)},
  "tables": {
${tables.join(',\n')}
  },
  "comparison": ${comparisonJson(report.comparison)},
  "data_quality": ${indented(report.data_quality)}
}
`;
}

function comparisonJson(comparison: Comparison | null): string {
  if (comparison === null) return 'null';
  const { figures, ...range } = comparison;
  return `${indented(range).replace(/\n {2}\}$/, ',')}
    "figures": ${jsonRows(figures)}
  }`;
}

function jsonRows(rows: readonly unknown[]): string {
  if (rows.length === 0) return '[]';
  return `[\n${rows.map((row) => `      ${JSON.stringify(row)}`).join(',\n')}\n    ]`;
}

function indented(value: unknown): string {
  return JSON.stringify(value, null, 2).replaceAll('\n', '\n  ');
}

/** The files of a report in CSV. */
export function csvNames({ withChats }: Output): string[] {
  const names = [...tableIds, 'comparison', 'data_quality'].map((id) => `${id}.csv`);
  return withChats ? [...names, chatsCsvName] : names;
}

function csvFiles(report: Report, chats: AsyncIterable<Row[]> | undefined): Map<string, Chunks> {
  const files = tableIds.map((id): [string, Chunks] => {
    return [
      `${id}.csv`,
      csvTable(
        catalog[id].columns.map((column) => column.id),
        report.tables[id],
      ),
    ];
  });
  const compared = csvTable(comparisonColumns, report.comparison?.figures ?? []);
  return new Map([
    ...files,
    ['comparison.csv', compared],
    ['data_quality.csv', dataQualityCsv(report.data_quality)],
    ...(chats ? [[chatsCsvName, chatsCsv(chats)] as const] : []),
  ]);
}

const comparisonColumns: (keyof ComparedFigure)[] = [
  'table',
  'agent',
  'metric',
  'value',
  'other_value',
  'difference',
  'change_rate',
];

function* dataQualityCsv(quality: DataQuality): Generator<string> {
  yield csvLine(['measure', 'value']);
  for (const [measure, value] of Object.entries(quality)) {
    if (typeof value === 'number') yield csvLine([measure, value]);
  }
  for (const { reason, rows } of quality.rejected_by_reason) yield csvLine([`rejected: ${reason}`, rows]);
  for (const { kind, rows } of quality.warnings) yield csvLine([`warning: ${kind}`, rows]);
}
