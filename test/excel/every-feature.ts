import type { Chart, Sheet, Table, Workbook } from '../../src/excel/workbook.js';
import { sheet, workbook } from './workbooks.js';

const agents: Table = {
  name: 'Agents',
  row: 7,
  column: 2,
  columns: [
    { heading: 'Agent', kind: 'text', note: 'Who closed the chats.' },
    { heading: 'Chats', kind: 'count', bar: true, note: 'Chats closed.' },
    { heading: 'CSAT', kind: 'score', scale: { low: 'F4B183', high: '8FAADC', between: [1, 5.5] } },
    { heading: 'CSAT %', kind: 'rate', few: { n: ['Rated'], below: 'Small_N' } },
    { heading: 'Rated', kind: 'count' },
    { heading: 'Change', kind: 'change', arrows: true },
    { heading: 'Share', kind: 'rate' },
  ],
  rows: ['Asha', 'Zoë', '李小龍'].map((name, index) => [
    name,
    index + 3,
    index === 1 ? null : 4.5,
    0.5,
    index * 4,
    (index - 1) / 10,
    { formula: 'Agents[[#This Row],[Chats]]/SUM(Agents[Chats])', result: (index + 3) / 12 },
  ]),
};

const column = (heading: string) => ({ table: 'Agents', heading });

const combined: Chart = {
  title: 'Chats over an area',
  altText: 'Columns over a pale area, and the share.',
  area: { row: 12, column: 2, toRow: 24, toColumn: 6 },
  categories: column('Agent'),
  groups: [
    {
      kind: 'column',
      gap: 0,
      axis: 'hidden',
      axisMax: 1,
      axisFormat: '0',
      series: [{ values: column('Share'), color: 'DEE7F5' }],
    },
    { kind: 'column', axis: 'left', axisFormat: '0', series: [{ values: column('Chats'), color: '2F5597' }] },
  ],
};

const bars: Chart = {
  ...combined,
  title: 'CSAT',
  area: { row: 26, column: 2, toRow: 40, toColumn: 6 },
  categories: column('Agent'),
  groups: [
    {
      kind: 'bar',
      axisFormat: '0.0',
      axisMin: 1,
      axisMax: 5,
      axisStep: 1,
      axisTitle: 'Rating',
      series: [{ values: column('CSAT'), color: '2F5597', labels: true }],
    },
  ],
};

const front: Sheet = sheet({
  name: 'Front',
  cells: [
    { row: 2, column: 2, value: 'Chat Report', style: 'title' },
    { row: 3, column: 2, value: 'To it', style: 'link', link: { sheet: 'Made Up', cell: 'A1' } },
    { row: 5, column: 2, value: 5, style: 'text.count' },
    { row: 6, column: 2, value: { formula: 'IF(Small_N=5,"five","other")', result: 'five' }, style: 'plain' },
  ],
  names: [{ name: 'Small_N', row: 5, column: 2 }],
  merges: [
    { row: 8, column: 2, toRow: 8, toColumn: 3 },
    { row: 10, column: 2, toRow: 11, toColumn: 3 },
  ],
  charts: [combined, bars],
  print: { orientation: 'landscape', footer: 'made up', breaks: [12, 26] },
});

const madeUp: Sheet = sheet({
  name: 'Made Up',
  tables: [agents],
  merges: [{ row: 2, column: 2, toRow: 2, toColumn: 3 }],
  conditions: [
    { kind: 'scale', area: { row: 20, column: 2, toRow: 22, toColumn: 3 }, colors: ['FFFFFF', 'F4B183'] },
  ],
  frozen: { rows: 7, columns: 2 },
  print: { orientation: 'landscape', footer: 'made up', titleRows: [7, 7] },
});

const other: Table = {
  name: 'Other',
  row: 2,
  column: 2,
  columns: [{ heading: 'Chats', kind: 'count' }],
  rows: [[1]],
};

/** A small workbook with one of everything that the writer can write. */
export function everyFeature(): Workbook {
  return workbook(front, madeUp, sheet({ name: 'Last', tables: [other] }));
}
