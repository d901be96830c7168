import { describe, expect, it } from 'vitest';
import type { Sheet } from '../../src/excel/workbook.js';
import { writeWorkbook } from '../../src/excel/write.js';
import { everyFeature } from './every-feature.js';
import { repairReasons } from './repair-reasons.js';
import { elements, partsOf, sheetCells, sheetsOf, tablesOf } from './xlsx-parts.js';
import { sheet, table, workbook } from './workbooks.js';

const write = async (...sheets: Sheet[]) => partsOf(await writeWorkbook(workbook(...sheets)));
const textCell = (value: string) => sheet({ cells: [{ row: 1, column: 1, value, style: 'plain' }] });

describe('text from the data', () => {
  const kept = [
    '=SUM(A1)',
    '=HYPERLINK("http://x")',
    '+1',
    '-1',
    '@x',
    '00123',
    'TRUE',
    '#N/A',
    '#REF!',
    'https://x.y/z',
    ' padded ',
    'a\tb\nc',
    '李小龍',
    '𝄞',
    '_x000D_',
    '<b>&"\'',
  ];

  it.each(kept)('stays the text %j, wherever it stands', async (value) => {
    const rows = Array.from({ length: 60 }, () => [value, 1]);
    const parts = await write(textCell(value), sheet({ name: 'Long', tables: [table({ rows })] }));
    expect(sheetCells(parts, 'Sheet').get('A1')).toMatchObject({ text: value, formula: undefined });
    for (const ref of ['B3', 'B4', 'B62'])
      expect(sheetCells(parts, 'Long').get(ref)).toMatchObject({ text: value, formula: undefined });
    expect([...parts.values()].join('')).not.toContain('<hyperlink');
    expect(repairReasons(parts)).toEqual([]);
  });

  it.each([
    ['a control character', 'a\u0000b\u001F', 'a\uFFFDb\uFFFD'],
    ['a noncharacter', 'a\uFFFE\uFFFF', 'a\uFFFD\uFFFD'],
    ['a lone surrogate', '\uD800x\uDC00', '\uFFFDx\uFFFD'],
    ['a Windows line end', 'a\r\nb\rc', 'a\nb\nc'],
  ])('shows %s as what XML can carry', async (_, value, expected) => {
    const parts = await write(textCell(value));
    expect(sheetCells(parts, 'Sheet').get('A1')?.text).toBe(expected);
    expect(repairReasons(parts)).toEqual([]);
  });

  it('ends in an ellipsis where it is longer than a cell, with no half character', async () => {
    const text = sheetCells(await write(textCell(`a${'𝄞'.repeat(20_000)}`)), 'Sheet').get('A1')?.text ?? '';
    expect(text.length).toBe(32_766);
    expect(text.endsWith('𝄞…')).toBe(true);
  });

  it('is safe in notes, properties and footers too', async () => {
    const hostile = 'a\u0000 & <b>\uFFFF';
    const made = workbook(
      sheet({
        cells: [{ row: 1, column: 1, value: 1, style: 'plain', note: hostile }],
        print: { orientation: 'landscape', footer: `2021 ${'&'.repeat(300)}` },
      }),
    );
    const parts = partsOf(
      await writeWorkbook({ ...made, properties: { ...made.properties, title: hostile } }),
    );
    expect(repairReasons(parts)).toEqual([]);
  });
});

describe('a table', () => {
  it('has one empty row where it has none', async () => {
    const parts = await write(sheet({ tables: [table({ rows: [] })] }));
    expect(tablesOf(parts, sheetsOf(parts)[0]?.part ?? '')[0]?.ref).toBe('B2:C3');
    expect(sheetCells(parts, 'Sheet').get('C3')?.text).toBeUndefined();
    expect(repairReasons(parts)).toEqual([]);
  });

  it('is the same whether its rows are written by the library or added after', async () => {
    const rows = Array.from({ length: 200 }, (_, index) => [
      index % 7 ? `Agent ${String(index)}` : null,
      index % 5 ? index / 3 : null,
    ]);
    const beside = { row: 190, column: 9, value: 'beside', style: 'plain' } as const;
    const [long, short] = await Promise.all([
      write(sheet({ tables: [table({ rows })] })),
      write(sheet({ tables: [table({ rows })], cells: [beside] })),
    ]);
    const cells = (parts: typeof long) =>
      [...sheetCells(parts, 'Sheet').values()]
        .filter(({ ref }) => ref !== 'I190')
        .map(({ type: _, ...cell }) => cell);
    expect(long.get('xl/worksheets/sheet1.xml')).toContain('inlineStr');
    expect(short.get('xl/worksheets/sheet1.xml')).not.toContain('inlineStr');
    expect(cells(long)).toEqual(cells(short));
    expect(long.get('xl/worksheets/sheet1.xml')).toContain('<dimension ref="A1:C202"/>');
    expect(repairReasons(long)).toEqual([]);
  });

  it('keeps its formulas and booleans in a long run of rows', async () => {
    const rows = Array.from({ length: 60 }, (_, index) => [true, { formula: '1+1', result: index }]);
    const cells = sheetCells(await write(sheet({ tables: [table({ rows })] })), 'Sheet');
    expect(cells.get('B62')).toMatchObject({ type: 'b', text: '1' });
    expect(cells.get('C62')).toMatchObject({ formula: '1+1', text: '59' });
  });

  it('has formulas with a text as their value, too', async () => {
    const rows = Array.from({ length: 60 }, () => [{ formula: 'T(B2)', result: 'a<b' }, 1]);
    const cells = sheetCells(await write(sheet({ tables: [table({ rows })] })), 'Sheet');
    for (const ref of ['B3', 'B62']) expect(cells.get(ref)).toMatchObject({ type: 'str', formula: 'T(B2)' });
  });

  it('draws solid bars from 0 behind the numbers of a barred column', async () => {
    const columns = [{ heading: 'Chats', kind: 'count' as const, bar: true }];
    const xml =
      (await write(sheet({ tables: [table({ columns, rows: [[1], [2]] })] }))).get(
        'xl/worksheets/sheet1.xml',
      ) ?? '';
    expect(elements(xml, 'conditionalFormatting')[0]?.attributes['sqref']).toBe('B3:B4');
    expect(elements(xml, 'x14:dataBar')[0]?.attributes).toMatchObject({ gradient: '0', minLength: '0' });
  });
});

it('a name stands for a cell in formulas of any sheet', async () => {
  const parts = partsOf(await writeWorkbook(everyFeature()));
  expect(elements(parts.get('xl/workbook.xml') ?? '', 'definedName').at(-1)).toEqual({
    attributes: { name: 'Small_N' },
    inner: "'Front'!$B$5",
  });
  expect(sheetCells(parts, 'Front').get('B6')).toMatchObject({ type: 'str', text: 'five' });
  expect(sheetCells(parts, 'Made Up').get('H9')?.formula).toBe(
    'Agents[[#This Row],[Chats]]/SUM(Agents[Chats])',
  );
});

it('pages end where they are told to', async () => {
  const xml = partsOf(await writeWorkbook(everyFeature())).get('xl/worksheets/sheet1.xml') ?? '';
  expect(elements(xml, 'brk').map(({ attributes: { id, man } }) => [id, man])).toEqual([
    ['11', '1'],
    ['25', '1'],
  ]);
});

it('says what made it', async () => {
  const parts = partsOf(await writeWorkbook(everyFeature()));
  expect(parts.get('docProps/app.xml')).toContain('<Application>Chat Metrics</Application>');
  expect(parts.get('docProps/core.xml')).toMatch(
    /<dc:title>T<.*<dc:subject>S<.*<dcterms:created[^>]*>2021-03-01T/s,
  );
});

it('the same workbook gives the same bytes', async () => {
  const made = () =>
    workbook(
      sheet({
        tables: [table()],
        cells: [
          { row: 9, column: 1, value: 'x', style: 'link', link: { sheet: 'Sheet', cell: 'A1' }, note: 'n' },
        ],
      }),
    );
  const first = await writeWorkbook(made());
  await new Promise((resolve) => setTimeout(resolve, 1100));
  expect(Buffer.from(first).equals(Buffer.from(await writeWorkbook(made())))).toBe(true);
});
