import { formInWords } from '../report/form-words.js';
import type { DataQuality, Report } from '../report/report.js';
import { baseName } from './report-in-words.js';

/** Sentences about what became of the rows of the input. */
export const qualityTexts = {
  about: 'Every row of the input is used, rejected, a duplicate, or left out by the range or a filter.',
  noNotes: 'Nothing had to be assumed.',
  warnings: 'The row counts, the faulty value does not.',
  noWarnings: 'No value was doubtful.',
  noneRejected: 'No row was rejected.',
} as const;

/** What became of the rows: parts that add up to the rows read. */
export function accountOf(quality: DataQuality): { parts: [label: string, rows: number][]; sum: string } {
  return {
    parts: [
      ['Used: incoming chats', quality.rows_used],
      ['Rejected', quality.rows_rejected],
      ['Duplicate', quality.rows_duplicate],
      ['Out of range', quality.rows_out_of_range],
      ['Left out by a filter', quality.rows_filtered_out],
    ],
    sum: 'Sum, equal to the rows read',
  };
}

/** How duplicates differ, and which of them counts. */
export function duplicatesInWords(quality: DataQuality): string {
  if (quality.rows_duplicate === 0) return 'No chat is in the input twice.';
  const [equal, differing] = [quality.rows_duplicate_equal, quality.rows_duplicate_differing];
  return `Of the duplicates ${String(equal)} say the same in every field and ${String(differing)} differ; the one that ended last counts.`;
}

/** The columns of the tables below: their headings, and whether they hold numbers, sentences of ours, names or text of files. */
export const qualityColumns = {
  message: { heading: 'What it means', holds: 'sentence' },
  kind: { heading: 'Kind', holds: 'raw' },
  rows: { heading: 'Rows', holds: 'count' },
  files: { heading: 'Files', holds: 'text' },
  chat: { heading: 'Chat', holds: 'name' },
  file: { heading: 'File', holds: 'text' },
  value: { heading: 'Value', holds: 'raw' },
  reason: { heading: 'Reason', holds: 'text' },
  line: { heading: 'Line', holds: 'count' },
  row: { heading: 'Row as it stands in the file', holds: 'raw' },
  form: { heading: 'Form', holds: 'text' },
  order: { heading: 'Order of day, month and year', holds: 'text' },
  heading: { heading: 'Heading', holds: 'name' },
  place: { heading: 'Column', holds: 'count' },
  field: { heading: 'Used as', holds: 'text' },
  rule: { heading: 'Why', holds: 'text' },
} as const;

export type QualityColumn = keyof typeof qualityColumns;

/** The rows of the tables about the rows and the files of a report; a face shows the columns that it wants, in its order. */
export function qualityRows({ data_quality: quality, source: { files } }: Report) {
  const { warnings, rejected_by_reason: reasons, rejected_examples } = quality;
  return {
    warnings: warnings.map(({ kind, rows, message, examples }) => ({
      ...{ message, kind, rows },
      files: [...new Set(examples.map(({ file }) => baseName(file)))].join(', '),
    })),
    examples: warnings.flatMap(({ kind, examples }) =>
      examples.map(({ file, chat_id: chat, value }) => ({ chat, kind, file: baseName(file), value })),
    ),
    reasons,
    rejected: rejected_examples.map(({ text: row, ...rest }) => ({
      ...rest,
      row,
      file: baseName(rest.file),
    })),
    files: files.map((file) => ({
      ...{ file: baseName(file.name), rows: file.rows_read },
      ...{ form: formInWords(file), order: file.date_evidence },
    })),
    columns: files.flatMap(({ name, columns }) =>
      columns.map(({ heading, field, rule }, index) => ({
        ...{ heading, place: index + 1, field: field ?? '(not used)', rule },
        file: baseName(name),
      })),
    ),
  };
}
