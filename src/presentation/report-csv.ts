import { catalog, tableIds } from '../metrics/catalog.js';
import { chatTable } from '../metrics/chat-columns.js';
import type { ComparedFigure, DataQuality, Report, Row, Value } from '../report/report.js';
import { csvLine, csvTable } from './csv-text.js';

/** The file of the chats beside the tables of a report in CSV. */
export const chatsCsvName = `${chatTable.id}.csv`;

/** The names of the files of a report in CSV. */
export const reportCsvNames: readonly string[] = [...tableIds, 'comparison', 'data_quality'].map(
  (id) => `${id}.csv`,
);

/** The tables of a report as CSV files, by name: pieces of text. */
export function reportCsv({ tables, comparison, data_quality }: Report): Map<string, Iterable<string>> {
  const files = tableIds.map((id): [string, Iterable<string>] => {
    const columns = catalog[id].columns.map((column) => column.id);
    return [`${id}.csv`, csvTable(columns, tables[id])];
  });
  return new Map([
    ...files,
    ['comparison.csv', csvTable(comparisonColumns, comparison?.figures ?? [])],
    ['data_quality.csv', dataQualityCsv(data_quality)],
  ]);
}

/** All chats as CSV, many lines a chunk; the heading is the columns' names. */
export async function* chatsCsv(chats: AsyncIterable<Row[]>): AsyncGenerator<string> {
  const columns = chatTable.columns.map(({ id }) => id);
  yield csvLine(columns);
  for await (const rows of chats) {
    yield rows.map((row) => csvLine(columns.map((column) => oneOrZero(row[column] ?? null)))).join('');
  }
}

/** Columns that say yes or no of a chat are 1 and 0, all of them: their mean is a share. */
function oneOrZero(value: Value): Value {
  return typeof value === 'boolean' ? Number(value) : value;
}

/** The heading of the facts about the rows. */
export const qualityColumns: readonly string[] = ['measure', 'value'];

export const comparisonColumns: (keyof ComparedFigure)[] = [
  'table',
  'agent',
  'metric',
  'value',
  'other_value',
  'difference',
  'change_rate',
];

function* dataQualityCsv(quality: DataQuality): Generator<string> {
  yield csvLine(qualityColumns);
  for (const [measure, value] of Object.entries(quality)) {
    if (typeof value === 'number') yield csvLine([measure, value]);
  }
  for (const { reason, rows } of quality.rejected_by_reason) yield csvLine([`rejected: ${reason}`, rows]);
  for (const { kind, rows } of quality.warnings) yield csvLine([`warning: ${kind}`, rows]);
  for (const { kind, message } of quality.warnings) yield csvLine([`text of warning: ${kind}`, message]);
  for (const note of quality.notes) yield csvLine(['note', note]);
}
