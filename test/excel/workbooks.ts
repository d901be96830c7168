import type { Sheet, Table, Workbook } from '../../src/excel/workbook.js';

/** A sheet with nothing on it but what is given. */
export function sheet(parts: Partial<Sheet> = {}): Sheet {
  return {
    name: 'Sheet',
    tabColor: '2F5597',
    columnWidths: [10, 10],
    rowHeights: {},
    cells: [],
    tables: [],
    merges: [],
    conditions: [],
    charts: [],
    print: { orientation: 'landscape', footer: 'made up' },
    ...parts,
  };
}

/** A workbook of these sheets. */
export function workbook(...sheets: Sheet[]): Workbook {
  return { properties: { title: 'T', subject: 'S', description: 'D', created: '2021-03-01' }, sheets };
}

/** A table at B2 with a text and a count column. */
export function table(parts: Partial<Table> = {}): Table {
  return {
    name: 'Made',
    row: 2,
    column: 2,
    columns: [
      { heading: 'Agent', kind: 'text' },
      { heading: 'Chats', kind: 'count' },
    ],
    rows: [['Asha', 1]],
    ...parts,
  };
}
