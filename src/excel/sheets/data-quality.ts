import {
  accountOf,
  duplicatesInWords,
  qualityColumns,
  qualityRows,
  qualityTexts,
  type QualityColumn,
} from '../../presentation/data-quality.js';
import type { DataQuality, Report } from '../../report/report.js';
import { areaRef } from '../refs.js';
import type { Sheet, TableColumn } from '../workbook.js';
import { Blocks } from './blocks.js';
import { tabColors, type Context } from './context.js';
import { firstColumn, framedSheet, headingRow } from './frame.js';

const widths = [34, 14, 30, 78];

/** What became of every row of the input, and what to know before trusting a figure. */
export function dataQualitySheet(context: Context): Sheet {
  const name = context.names.data_quality;
  const explanation = qualityTexts.about;
  const sheet = framedSheet(context, { name, tabColor: tabColors.reference, title: name, explanation });
  sheet.columnWidths.push(...widths);
  const blocks = new Blocks(sheet, headingRow - 1);
  addAccount(blocks, context.report.data_quality);
  addNotes(blocks, context.report.data_quality);
  addWarnings(blocks, context.report);
  addRejected(blocks, context.report);
  addFiles(blocks, context.report);
  blocks.breakPages();
  return sheet;
}

function addAccount(blocks: Blocks, quality: DataQuality): void {
  blocks.section('Rows', widths.length);
  blocks.count('Rows read', quality.rows_read, true);
  const { parts, sum } = accountOf(quality);
  const row = blocks.next;
  for (const [label, value] of parts) blocks.count(label, value);
  const column = firstColumn + 1;
  const area = areaRef({ row, column, toRow: row + parts.length - 1, toColumn: column });
  const result = parts.reduce((total, [, value]) => total + value, 0);
  blocks.count(sum, { formula: `SUM(${area})`, result }, true);
  blocks.remark(duplicatesInWords(quality));
  blocks.gap();
}

function addNotes(blocks: Blocks, { notes }: DataQuality): void {
  blocks.section('Notes', widths.length);
  if (notes.length === 0) blocks.remark(qualityTexts.noNotes);
  for (const note of notes) blocks.remark(note);
  blocks.gap();
}

function addWarnings(blocks: Blocks, report: Report): void {
  const { warnings, examples } = qualityRows(report);
  blocks.section('Warnings: the row counts, the faulty value does not', widths.length);
  if (warnings.length === 0) blocks.remark(qualityTexts.noWarnings);
  else {
    addTable(blocks, 'Warnings', warnings, ['kind', 'rows', 'files', 'message']);
    blocks.gap();
    addTable(blocks, 'WarningExamples', examples, ['kind', 'chat', 'file', 'value']);
  }
  blocks.gap();
}

function addRejected(blocks: Blocks, report: Report): void {
  const { reasons, rejected } = qualityRows(report);
  const { rows_rejected: all } = report.data_quality;
  blocks.section('Rejected rows', widths.length);
  if (all === 0) blocks.remark(qualityTexts.noneRejected);
  else {
    addTable(blocks, 'RejectedByReason', reasons, ['reason', 'rows']);
    blocks.gap();
    addTable(blocks, 'RejectedRows', rejected, ['reason', 'line', 'file', 'row']);
    const shown = rejected.length;
    if (shown < all)
      blocks.remark(`The first ${String(shown)} of ${String(all)}; --rejects FILE.csv writes all.`);
  }
  blocks.gap();
}

function addFiles(blocks: Blocks, report: Report): void {
  const { files, columns } = qualityRows(report);
  const rows = columns.map((row) => ({ ...row, rule: `${row.rule} in ${row.file}` }));
  blocks.section('Files', widths.length);
  addTable(blocks, 'Files', files, ['file', 'rows', 'form', 'order']);
  blocks.gap();
  addTable(blocks, 'FileColumns', rows, ['heading', 'place', 'field', 'rule']);
}

function addTable<Name extends QualityColumn>(
  blocks: Blocks,
  name: string,
  rows: readonly Readonly<Record<Name, string | number>>[],
  shown: readonly Name[],
): void {
  const columns = shown.map((id): TableColumn => {
    const { heading, holds } = qualityColumns[id];
    return { heading, kind: holds === 'count' ? 'count' : 'prose' };
  });
  blocks.table(
    name,
    columns,
    rows.map((row) => shown.map((id) => row[id])),
  );
}
