import type { Report } from '../../src/report/report.js';

/** A file that was read. */
export function file(name: string): Report['source']['files'][number] {
  return {
    name,
    bytes: 123_456,
    rows_read: 3480,
    kind: 'csv',
    sheet: null,
    profile: 'verloop',
    encoding: 'UTF-8',
    delimiter: ',',
    heading_line: 1,
    columns: [
      { heading: 'RoomCode', field: 'chat_id', condition: null, rule: 'exact heading', is_unverified: false },
      { heading: '=cmd|calc', field: null, condition: null, rule: 'not used', is_unverified: false },
    ],
    date_order: 'dmy',
    date_evidence:
      '2,103 values have a first number over 12, so the day comes first; no value says otherwise.',
  };
}

/** Every row was used. */
export function quality(rows: number): Report['data_quality'] {
  return {
    rows_read: rows,
    rows_used: rows,
    rows_rejected: 0,
    rows_duplicate: 0,
    rows_out_of_range: 0,
    rows_filtered_out: 0,
    rows_duplicate_equal: 0,
    rows_duplicate_differing: 0,
    rejected_by_reason: [],
    rejected_examples: [],
    warnings: [],
    notes: [],
  };
}

/** Some rows were not, with texts that no workbook likes. */
export function troubledQuality(rows: number): Report['data_quality'] {
  return {
    ...quality(rows),
    rows_read: rows + 12,
    rows_rejected: 5,
    rows_duplicate: 3,
    rows_out_of_range: 4,
    rows_duplicate_equal: 2,
    rows_duplicate_differing: 1,
    rejected_by_reason: [{ reason: 'no readable start', rows: 5 }],
    rejected_examples: [
      {
        file: 'data_dump.csv',
        line: 17,
        reason: 'no readable start',
        text: 'a\u0000b,"x\ny",=1+1,_x000D_,\uD800',
      },
      { file: 'data_dump.csv', line: 99, reason: 'no readable start', text: '𝄞'.repeat(40_000) },
    ],
    warnings: [
      {
        kind: 'ended_before_started',
        message:
          'The chat ends before it starts, so it has no resolution time, no handle time and no part in the activity of its agent.',
        rows: 2,
        examples: [{ file: 'data_dump.csv', chat_id: '00123', value: '-' }],
      },
    ],
    notes: [
      'No value decides between day-first and month-first in support.csv: day-first was assumed; --date-order says otherwise.',
    ],
  };
}
