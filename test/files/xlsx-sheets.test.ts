import { describe, expect, test } from 'vitest';
import { allFields, endingOf, sourceOf, firstSheet } from './sources.js';
import { textRow, workbook, type MadeSheet } from './workbook-parts.js';

const isHeading = (cells: string[]) => cells.includes('Chat ID');
const chats = textRow(1, ['Chat ID', 'Agent']) + textRow(2, ['1', 'Mia']);
const open = (sheets: MadeSheet[], sheet?: string) =>
  firstSheet(sourceOf(workbook({ sheets }), 'chats.xlsx'), { isHeading, sheet });

describe('the sheet and its heading', () => {
  test('the first sheet with a heading is read', async () => {
    const table = await open([
      { name: 'Cover', rows: textRow(1, ['Report']) },
      { name: 'Data', rows: chats },
    ]);
    expect(table).toMatchObject({ sheetName: 'Data', headings: ['Chat ID', 'Agent'], headingLine: 1 });
    expect(await allFields(table)).toEqual([['1', 'Mia']]);
  });

  test('a hidden sheet is read when no other has a heading', async () => {
    const hidden = { name: 'Hidden', rows: chats, state: 'hidden' };
    expect((await open([hidden, { name: 'Data', rows: chats }])).sheetName).toBe('Data');
    expect((await open([hidden, { name: 'Other', rows: '' }])).sheetName).toBe('Hidden');
  });

  test('lines above the heading, blank ones too, and merged titles are passed over', async () => {
    const rows =
      textRow(2, ['All chats']) +
      textRow(4, ['From', '2021-02-01']) +
      textRow(9, ['Chat ID', '', 'Agent', '']) +
      textRow(11, ['1', '', 'Mia']);
    const table = await open([
      {
        name: 'Data',
        rows: `${rows}</sheetData><mergeCells><mergeCell ref="A2:D2"/></mergeCells><sheetData>`,
      },
    ]);
    expect(table).toMatchObject({ headings: ['Chat ID', '', 'Agent'], headingLine: 9 });
    expect(await allFields(table)).toEqual([['1', '', 'Mia']]);
  });

  test('a heading is looked for in the first 50 rows that are not blank', async () => {
    const above = (count: number) =>
      Array.from({ length: count }, (_, at) => textRow(at * 2 + 1, ['title'])).join('');
    const below = textRow(200, ['Chat ID']);
    expect((await open([{ name: 'Data', rows: above(49) + below }])).headingLine).toBe(200);
    expect((await endingOf(() => open([{ name: 'Data', rows: above(50) + below }]))).code).toBe('no_heading');
  });

  test('a sheet is named in any case', async () => {
    const sheets = [
      { name: 'Data', rows: chats },
      { name: 'Été ', rows: textRow(3, ['Chat ID']) },
    ];
    expect((await open(sheets, 'été')).headingLine).toBe(3);
  });

  test('an unknown sheet ends in a list of those there are', async () => {
    const sheets = [
      { name: 'Data', rows: chats },
      { name: 'Agents', rows: chats },
    ];
    expect(await endingOf(() => open(sheets, 'agent'))).toEqual({
      code: 'unknown_sheet',
      message: 'chats.xlsx has no sheet "agent". Its sheets: "Data", "Agents".',
      hint: 'Did you mean "Agents"?',
    });
  });

  test('no heading anywhere, or on the sheet that was named', async () => {
    const sheets = [
      { name: 'Cover', rows: '' },
      { name: 'Data', rows: textRow(1, ['a']) },
    ];
    expect((await endingOf(() => open(sheets))).message).toBe(
      'No sheet of chats.xlsx ("Cover", "Data") has a row in its first 50 that is the heading of a table of chats.',
    );
    expect(await endingOf(() => open(sheets, 'data'))).toEqual({
      code: 'no_heading',
      message:
        'Sheet "Data" of chats.xlsx has no row in its first 50 that is the heading of a table of chats.',
      hint: 'Check that the export has a heading row, such as "Chat ID", "Start time".',
    });
  });

  test('only a heading', async () => {
    expect(await allFields(await open([{ name: 'Data', rows: textRow(1, ['Chat ID']) }]))).toEqual([]);
  });

  test('16,384 columns', async () => {
    const names = ['Chat ID', ...Array.from({ length: 16_383 }, (_, at) => `c${at}`)];
    const table = await open([
      { name: 'Data', rows: textRow(1, names) + '<row r="2"><c r="XFD2"><v>7</v></c></row>' },
    ]);
    const [row] = await allFields(table);
    expect(row).toHaveLength(16_384);
    expect(row?.at(-1)).toBe('7');
  });
});
