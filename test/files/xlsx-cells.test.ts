import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { allFields, allRows, sourceOf, firstSheet } from './sources.js';
import { packed, textRow, workbook, workbookParts, type MadeWorkbook } from './workbook-parts.js';

const heading = textRow(1, ['Chat ID', 'Start', 'Wait']);
const isHeading = (cells: string[]) => cells.includes('Chat ID');
const table = (made: Partial<MadeWorkbook> & { rows: string }, pieces?: number) =>
  firstSheet(
    sourceOf(
      workbook({ sheets: [{ name: 'Chats', rows: heading + made.rows }], ...made }),
      'chats.xlsx',
      pieces,
    ),
    {
      isHeading,
    },
  );
const fieldsOf = async (made: Partial<MadeWorkbook> & { rows: string }) => allFields(await table(made));

describe('cells of a workbook become text', () => {
  test('numbers: ids stay whole, fractions are as short as they can be', async () => {
    const rows =
      '<row r="2"><c r="A2"><v>8528073.0</v></c><c r="B2" t="n"><v>0.30000000000000004</v></c><c r="C2"><v>1.23456789012346E+19</v></c></row>';
    expect(await fieldsOf({ rows })).toEqual([['8528073', '0.30000000000000004', '12345678901234600000']]);
  });

  test('shared texts, with runs, reading aids, entities, CDATA and escapes', async () => {
    const strings =
      '<si><t xml:space="preserve"> pad </t></si><si><r><rPr><b/></rPr><t>two </t></r><r><t>runs</t></r></si>' +
      '<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si><si><t>a &amp; b &#x1F600;<![CDATA[<c>]]>_x000D_</t></si><si/>';
    const rows = [
      [0, 1, 2],
      [3, 4, 0],
    ].map(
      (row, at) => `<row r="${at + 2}">${row.map((index) => `<c t="s"><v>${index}</v></c>`).join('')}</row>`,
    );
    expect(await fieldsOf({ rows: rows.join(''), strings })).toEqual([
      [' pad ', 'two runs', '東京'],
      ['a & b 😀<c>\r', '', ' pad '],
    ]);
  });

  test('inline texts with runs and reading aids', async () => {
    const rows =
      '<row r="2"><c t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is></c>' +
      '<c t="str"><f>A1</f><v>of a formula</v></c><c t="inlineStr"><is><t/></is></c></row>';
    expect(await fieldsOf({ rows })).toEqual([['ab', 'of a formula', '']]);
  });

  test('booleans, errors, dates in ISO 8601, empty values', async () => {
    const rows =
      '<row r="2"><c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#N/A</v></c></row>' +
      '<row r="3"><c t="d"><v>2021-02-01T10:05:00</v></c><c><v/></c><c t="s"/></row>';
    expect(await fieldsOf({ rows })).toEqual([
      ['TRUE', 'FALSE', ''],
      ['2021-02-01 10:05:00', '', ''],
    ]);
  });

  test('absent cells, cells without names, rows without numbers, blank rows', async () => {
    const rows =
      '<row r="2"><c r="C2"><v>3</v></c></row><row><c><v>1</v></c></row><row r="7"><c r="B7" s="0"/></row>' +
      '<row><c t="inlineStr"><is><t> </t></is></c></row><row><c r="B9"><v>2</v></c><c><v>3</v></c></row>';
    expect(
      (await allRows(await table({ rows }))).map(({ line, raw, fields }) => [line, raw, fields]),
    ).toEqual([
      [2, '\t\t3', ['', '', '3']],
      [3, '1', ['1', '', '']],
      [9, '\t2\t3', ['', '2', '3']],
    ]);
  });

  test('cells beyond the heading reject their row, unless they are empty', async () => {
    const rows =
      '<row r="2"><c r="A2"><v>1</v></c><c r="E2"><v>5</v></c></row><row r="3"><c r="A3"><v>2</v></c><c r="E3"/></row>';
    expect(await allRows(await table({ rows }))).toEqual([
      { line: 2, raw: '1\t\t\t\t5', fields: null, reason: 'too many fields' },
      { line: 3, raw: '2', fields: ['2', '', ''], reason: null },
    ]);
  });

  const formats = ['dd-mm-yyyy hh:mm:ss', '[h]:mm:ss', 'h:mm:ss', '0.00'];
  const dated =
    '<row r="2"><c s="1"><v>44228.4200694444</v></c><c s="2"><v>1.5</v></c><c s="3"><v>4.6296296296296294E-5</v></c></row>' +
    '<row r="3"><c s="4"><v>44228.5</v></c><c s="1" t="inlineStr"><is><t>13-02-2021 9:05:01</t></is></c><c s="9"><v>0.5</v></c></row>';

  test('dates, elapsed time and durations by their format, text and plain numbers among them', async () => {
    expect(await fieldsOf({ rows: dated, formats })).toEqual([
      ['2021-02-01 10:04:54', '36:00:00', '0:00:04'],
      ['44228.5', '13-02-2021 9:05:01', '0.5'],
    ]);
  });

  test('dates of a workbook that counts from 1904', async () => {
    expect((await fieldsOf({ rows: dated, formats, is1904: true }))[0]).toEqual([
      '2025-02-02 10:04:54',
      '36:00:00',
      '0:00:04',
    ]);
  });

  test('names with a prefix, and pieces of one byte', async () => {
    const made = { rows: dated, formats, prefix: 'x:', sheets: [{ name: 'Chats', rows: heading + dated }] };
    expect(await allFields(await table(made, 1))).toEqual(await fieldsOf({ rows: dated, formats }));
  });

  test('formulas without a saved result are empty, and a note says how many', async () => {
    const rows =
      '<row r="2"><c><v>1</v></c><c><f>NOW()</f></c><c><f>A2</f><v/></c></row><row r="3"><c><v>2</v></c><c><f>A3</f><v>9</v></c><c t="str"><f>""</f><v></v></c></row>';
    const found = await table({ rows });
    expect(found.notes).toEqual([]);
    expect(await allFields(found)).toEqual([
      ['1', '', ''],
      ['2', '9', ''],
    ]);
    expect(await allFields(found)).toHaveLength(2);
    expect(found.notes).toEqual([
      'On sheet "Chats" 2 formulas have no saved result and count as empty; open the file in Excel, save it, and run again to have them.',
    ]);
  });

  test('targets of parts that are absolute, or have other names, cases and characters', async () => {
    const parts = workbookParts({
      sheets: [{ name: 'Chats', rows: heading + dated, target: '/xl/Worksheets/my%20sh%C3%A9et.xml' }],
    });
    parts['xl/worksheets/my shéet.xml'] = parts['xl/worksheets/sheet1.xml'] ?? '';
    delete parts['xl/worksheets/sheet1.xml'];
    const found = await firstSheet(sourceOf(packed(parts), 'chats.xlsx'), { isHeading });
    expect(await allRows(found)).toHaveLength(2);
  });

  test('a workbook that a library wrote', async () => {
    const day = new Date(Date.UTC(2021, 1, 1, 10, 5, 7));
    const sheets = [
      {
        name: 'Chats',
        columns: [{}, { numFmt: 'yyyy-mm-dd hh:mm:ss' }, { numFmt: '[h]:mm:ss' }],
        rows: [
          ['Chat ID', 'Start', 'Wait'],
          [8528073, day, 1.25],
          ['00123', '=1+1', true],
        ],
      },
    ];
    const bytes = await writeXlsx({ sheets });
    expect(await allFields(await firstSheet(sourceOf(bytes, 'chats.xlsx'), { isHeading }))).toEqual([
      ['8528073', '2021-02-01 10:05:07', '30:00:00'],
      ['00123', '=1+1', 'TRUE'],
    ]);
  });

  test('a row longer than 2 MB is rejected', async () => {
    const cell = `<c t="inlineStr"><is><t>${'x'.repeat(1_100_000)}</t></is></c>`;
    expect(await fieldsOf({ rows: `<row r="2">${cell}${cell}</row>` })).toEqual(['longer than 2 MB']);
  });
});
