import { formInWords } from '../../report/quality/form-words.js';
import type { Report } from '../../report/report.js';
import { areaRef } from '../refs.js';
import type { CellValue, Sheet, TableColumn } from '../workbook.js';
import { Blocks } from './blocks.js';
import { tabColors, type Context } from './context.js';
import { firstColumn, framedSheet, headingRow } from './frame.js';
import { baseName } from '../../presentation/report-in-words.js';

const widths = [34, 14, 30, 78];

/** What became of every row of the input, and what to know before trusting a figure. */
export function dataQualitySheet(context: Context): Sheet {
  const name = context.names.data_quality;
  const explanation =
    'Every row of the input is used, rejected, a duplicate, or left out by the range or a filter.';
  const sheet = framedSheet(context, { name, tabColor: tabColors.reference, title: name, explanation });
  sheet.columnWidths.push(...widths);
  const blocks = new Blocks(sheet, headingRow - 1);
  addAccount(blocks, context.report);
  addNotes(blocks, context.report);
  addWarnings(blocks, context.report);
  addRejected(blocks, context.report);
  addFiles(blocks, context.report);
  blocks.breakPages();
  return sheet;
}

function addAccount(blocks: Blocks, { data_quality: quality }: Report): void {
  blocks.section('Rows', widths.length);
  blocks.count('Rows read', quality.rows_read, true);
  const parts: [string, number][] = [
    ['Used: incoming chats', quality.rows_used],
    ['Rejected', quality.rows_rejected],
    ['Duplicate', quality.rows_duplicate],
    ['Out of range', quality.rows_out_of_range],
    ['Left out by a filter', quality.rows_filtered_out],
  ];
  const row = blocks.next;
  for (const [label, value] of parts) blocks.count(label, value);
  const column = firstColumn + 1;
  const area = areaRef({ row, column, toRow: row + parts.length - 1, toColumn: column });
  const result = parts.reduce((sum, [, value]) => sum + value, 0);
  blocks.count('Sum, equal to the rows read', { formula: `SUM(${area})`, result }, true);
  blocks.remark(duplicatesInWords(quality));
  blocks.gap();
}

function duplicatesInWords(quality: Report['data_quality']): string {
  if (quality.rows_duplicate === 0) return 'No chat is in the input twice.';
  const [equal, differing] = [quality.rows_duplicate_equal, quality.rows_duplicate_differing];
  return `Of the duplicates ${String(equal)} say the same in every field and ${String(differing)} differ; the one that ended last counts.`;
}

function addNotes(blocks: Blocks, { data_quality: { notes } }: Report): void {
  blocks.section('Notes', widths.length);
  if (notes.length === 0) blocks.remark('Nothing had to be assumed.');
  for (const note of notes) blocks.remark(note);
  blocks.gap();
}

function addWarnings(blocks: Blocks, { data_quality: { warnings } }: Report): void {
  blocks.section('Warnings: the row counts, the faulty value does not', widths.length);
  if (warnings.length === 0) return noneThen(blocks, 'No value was doubtful.');
  blocks.table(
    'Warnings',
    [prose('Kind'), count('Rows'), prose('Files'), prose('What it means')],
    warnings.map(({ kind, rows, message, examples }) => [kind, rows, filesOf(examples), message]),
  );
  blocks.gap();
  blocks.table(
    'WarningExamples',
    [prose('Kind'), prose('Chat'), prose('File'), prose('Value')],
    warnings.flatMap(({ kind, examples }) =>
      examples.map(({ file, chat_id, value }) => [kind, chat_id, baseName(file), value]),
    ),
  );
  blocks.gap();
}

const filesOf = (examples: { file: string }[]) =>
  [...new Set(examples.map(({ file }) => baseName(file)))].join(', ');

function addRejected(blocks: Blocks, { data_quality: quality }: Report): void {
  blocks.section('Rejected rows', widths.length);
  if (quality.rows_rejected === 0) return noneThen(blocks, 'No row was rejected.');
  blocks.table(
    'RejectedByReason',
    [prose('Reason'), count('Rows')],
    quality.rejected_by_reason.map(({ reason, rows }) => [reason, rows]),
  );
  blocks.gap();
  blocks.table(
    'RejectedRows',
    [prose('Reason'), count('Line'), prose('File'), prose('Row as it stands in the file')],
    quality.rejected_examples.map(({ reason, line, file, text: row }) => [reason, line, baseName(file), row]),
  );
  const shown = quality.rejected_examples.length;
  if (shown < quality.rows_rejected)
    blocks.remark(
      `The first ${String(shown)} of ${String(quality.rows_rejected)}; --rejects FILE.csv writes all.`,
    );
  blocks.gap();
}

function addFiles(blocks: Blocks, { source: { files } }: Report): void {
  blocks.section('Files', widths.length);
  blocks.table(
    'Files',
    [prose('File'), count('Rows'), prose('Form'), prose('Order of day, month and year')],
    files.map((file) => [baseName(file.name), file.rows_read, formInWords(file), file.date_evidence]),
  );
  blocks.gap();
  blocks.table(
    'FileColumns',
    [prose('Heading'), count('Column'), prose('Used as'), prose('Why')],
    files.flatMap((file) =>
      file.columns.map(({ heading, field, rule }, index): CellValue[] => [
        heading,
        index + 1,
        field ?? '(not used)',
        `${rule} in ${baseName(file.name)}`,
      ]),
    ),
  );
}

function noneThen(blocks: Blocks, remark: string): void {
  blocks.remark(remark);
  blocks.gap();
}

const count = (heading: string): TableColumn => ({ heading, kind: 'count' });
const prose = (heading: string): TableColumn => ({ heading, kind: 'prose' });
