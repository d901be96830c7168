import { describe, expect, it } from 'vitest';
import { headingUnit, headingZone } from '../../src/reading/heading-hints.js';
import { trimmed } from '../../src/files/text.js';
import { tempFiles } from './temp-files.js';

const files = tempFiles();
const long = 1_000_000;

/** Characters that some pattern repeats. A pattern that takes the square of their number needs hours. */
const kinds = [
  ' ',
  '\u00a0',
  '0',
  '.',
  ',',
  ':',
  '-',
  '(',
  '[',
  'a',
  'Z',
  '/',
  '*',
  '=',
  "'",
  '+',
  '١',
  '😀',
];
const cell = (one: string): string => `x${one.repeat(long)}x`;

describe('a million of one character', () => {
  it.each(kinds)('"%s" is trimmed, and looked through as a heading, at once', (one) => {
    expect(trimmed(`  ${cell(one)}  `)).toHaveLength(cell(one).length);
    expect(headingZone(cell(one)).zone).toBe(null);
    expect(headingUnit(cell(one))).toBe(null);
  });

  it('is read in every column of a file', async () => {
    const columns = ['UserId', 'ClosedBy', 'ClosingComment', 'ChatStartTime', 'ChatEndTime'];
    const rest = ['AgentAssignmentTimestamp', 'AgentFirstResponseTime', 'CsatScore'];
    const heading = ['RoomCode', ...columns, ...rest];
    const sound = ['u', 'Asha', 'done', '2026-01-05 10:00:00', '2026-01-05 10:10:00', '', '4', '5'];
    const rows = heading.flatMap((_, at) =>
      [' ', '0', '.'].map((one, kind) => {
        const row = [`c${String(at)}-${String(kind)}`, ...sound];
        row[at] = cell(one);
        return row.join(',');
      }),
    );
    const { data_quality: quality } = await files.report([heading.join(','), ...rows].join('\n'));
    expect(quality.rows_read).toBe(rows.length);
    expect(quality.rows_rejected).toBe(3);
  });
});
