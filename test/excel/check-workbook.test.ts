import { describe, expect, it } from 'vitest';
import type { Sheet } from '../../src/excel/workbook.js';
import { writeWorkbook } from '../../src/excel/write.js';
import { sheet, table, workbook } from './workbooks.js';

describe('a workbook that Excel would not open', () => {
  const cell = (value: number) => ({ row: 1, column: 1, value, style: 'plain' as const });
  it.each<[string, Sheet[], string]>([
    ['has no sheet', [], 'needs a sheet'],
    ['has a long sheet name', [sheet({ name: 'x'.repeat(32) })], 'not a sheet name'],
    ['has a slash in a sheet name', [sheet({ name: 'a/b' })], 'not a sheet name'],
    ['calls a sheet History', [sheet({ name: 'History' })], 'not a sheet name'],
    ['has a sheet name twice', [sheet({ name: 'a' }), sheet({ name: 'A' })], 'sheet name twice'],
    ['has a space in a table name', [sheet({ tables: [table({ name: 'a b' })] })], 'not a table name'],
    ['calls a table like a cell', [sheet({ tables: [table({ name: 'AB12' })] })], 'not a table name'],
    [
      'has a table name twice',
      [sheet({ tables: [table()] }), sheet({ name: 'b', tables: [table({ name: 'MADE' })] })],
      'name twice',
    ],
    [
      'has a heading twice',
      [
        sheet({
          tables: [
            table({
              columns: [
                { heading: 'n', kind: 'count' },
                { heading: 'N', kind: 'count' },
              ],
            }),
          ],
        }),
      ],
      'heading of table Made twice',
    ],
    ['has a row of another width', [sheet({ tables: [table({ rows: [['x']] })] })], 'has not 2 values'],
    [
      'has a table without columns',
      [sheet({ tables: [table({ columns: [], rows: [] })] })],
      'has no columns',
    ],
    ['has a number that is none', [sheet({ cells: [cell(Number.NaN)] })], 'not a finite number'],
    [
      'has an infinite number in a table',
      [sheet({ tables: [table({ rows: [['x', Infinity]] })] })],
      'not a finite number',
    ],
    [
      'has tables over each other',
      [sheet({ tables: [table(), table({ name: 'b', row: 3 })] })],
      'areas overlap',
    ],
    [
      'has a merge over a table',
      [sheet({ tables: [table()], merges: [{ row: 1, column: 1, toRow: 2, toColumn: 2 }] })],
      'areas overlap',
    ],
    [
      'has a cell beyond the last column',
      [sheet({ cells: [{ ...cell(1), column: 16_385 }] })],
      'not an area of a sheet',
    ],
    ['calls a cell like a cell', [sheet({ names: [{ name: 'AB12', row: 1, column: 1 }] })], 'not a name'],
    ['calls a cell R1C1', [sheet({ names: [{ name: 'r1c1', row: 1, column: 1 }] })], 'not a name'],
    ['has a space in a name', [sheet({ names: [{ name: 'Small N', row: 1, column: 1 }] })], 'not a name'],
    [
      'calls a cell like a table',
      [sheet({ tables: [table()], names: [{ name: 'made', row: 1, column: 1 }] })],
      'name twice',
    ],
    [
      'names a cell beyond the first row',
      [sheet({ names: [{ name: 'Small_N', row: 0, column: 1 }] })],
      'not an area of a sheet',
    ],
    [
      'formats an area that ends before it starts',
      [
        sheet({
          conditions: [
            { kind: 'faint', formula: 'TRUE', area: { row: 3, column: 1, toRow: 2, toColumn: 1 } },
          ],
        }),
      ],
      'not an area of a sheet',
    ],
    ['has two values in a cell', [sheet({ cells: [cell(1), cell(2)] })], 'cell of Sheet twice'],
  ])('is refused where it %s', async (_, sheets, message) => {
    await expect(writeWorkbook(workbook(...sheets))).rejects.toThrow(message);
  });
});
