import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { allRows, endingOf, sourceOf, firstSheet } from './sources.js';
import { packed, textRow, workbook, workbookParts } from './workbook-parts.js';

const isHeading = (cells: string[]) => cells.includes('Chat ID');
const heading = textRow(1, ['Chat ID']);
const partsOf = (rows: string, strings?: string) =>
  workbookParts({ sheets: [{ name: 'Data', rows: heading + rows }], strings });
const read = async (bytes: Uint8Array) =>
  allRows(await firstSheet(sourceOf(bytes, 'chats.xlsx'), { isHeading }));
const sheetPath = 'xl/worksheets/sheet1.xml';

function changed(rows: string, change: (parts: Record<string, string>) => void): Uint8Array {
  const parts = partsOf(rows);
  change(parts);
  return packed(parts, 0);
}

/** The archive with another number of four bytes in the table of contents' entry of a part. */
function withEntry(bytes: Uint8Array, path: string, at: number, value: number): Uint8Array {
  const copy = Buffer.from(bytes);
  const entry = copy.lastIndexOf(path) - 46;
  copy.writeUInt32LE(value, entry + at);
  return copy;
}

describe('a workbook that does not hold together ends in a clear message', () => {
  const fine = packed(partsOf(textRow(2, ['1'])));

  test.each<[string, () => Uint8Array, RegExp]>([
    [
      'XML that is cut',
      () => changed('', (parts) => (parts[sheetPath] = parts[sheetPath]?.slice(0, -30) ?? '')),
      /sheet "Data": its XML is wrong/,
    ],
    ['XML that is wrong', () => packed(partsOf('<row r="2"><c></row>')), /its XML is wrong/],
    [
      'an entity bomb',
      () =>
        changed(
          '',
          (parts) =>
            (parts[sheetPath] =
              `<!DOCTYPE a [<!ENTITY b "x"><!ENTITY c "&b;&b;">]><worksheet><sheetData>${heading}<row r="2"><c t="str"><v>&c;</v></c></row></sheetData></worksheet>`),
        ),
      /its XML is wrong.*entity/,
    ],
    [
      'a row beyond the last',
      () => packed(partsOf(textRow(1_048_577, ['1']))),
      /on sheet "Data" it has a row 1048577/,
    ],
    ['a row that is no number', () => packed(partsOf('<row r="x"/>')), /it has a row NaN/],
    [
      'a column beyond the last',
      () => packed(partsOf('<row r="2"><c r="XFE2"><v>1</v></c></row>')),
      /it has a cell XFE2/,
    ],
    [
      'a cell without a column',
      () => packed(partsOf('<row r="2"><c r="2"><v>1</v></c></row>')),
      /it has a cell 2/,
    ],
    [
      'a text that is missing',
      () => packed(partsOf('<row r="2"><c t="s"><v>5</v></c></row>', '<si><t>a</t></si>')),
      /row 2 refers to a text that is missing/,
    ],
    [
      'a sheet that is missing',
      () => changed('', (parts) => delete parts[sheetPath]),
      /the part of sheet "Data" is missing/,
    ],
    [
      'no workbook part',
      () => changed('', (parts) => delete parts['xl/workbook.xml']),
      /its part xl\/workbook.xml is missing/,
    ],
    [
      'no sheets',
      () => changed('', (parts) => (parts['xl/workbook.xml'] = '<workbook/>')),
      /it has no worksheet/,
    ],
    [
      'a cell longer than 2 MB',
      () => packed(partsOf(textRow(2, ['x'.repeat(2_000_001)]))),
      /row 2 has a cell longer than 2 MB/,
    ],
    [
      'a tag that does not end',
      () =>
        changed('', (parts) => (parts[sheetPath] = `<worksheet><sheetData><row r="${'x'.repeat(34 << 20)}`)),
      /a text in it is longer than 32 MB/,
    ],
  ])('%s', async (_what, bytes, message) => {
    const ending = await endingOf(() => read(bytes()));
    expect(ending.code).toBe('broken_workbook');
    expect(ending.message).toMatch(/^chats.xlsx is a workbook that cannot be read: /);
    expect(ending.message).toMatch(message);
    expect(ending.hint).toBe('Open it in Excel and save it again as .xlsx or CSV.');
  });

  test.each<[string, () => Uint8Array]>([
    ['cut in the middle', () => fine.subarray(0, fine.length / 2)],
    ['cut at the end', () => fine.subarray(0, fine.length - 1)],
    ['a sheet that is larger than it says', () => withEntry(fine, sheetPath, 24, 100)],
    ['a sheet that is smaller than it says', () => withEntry(fine, sheetPath, 24, 1000)],
    ['a wrong checksum', () => withEntry(fine, sheetPath, 16, 5)],
    ['sizes of zip64 that are not there', () => withEntry(fine, sheetPath, 24, 0xffffffff)],
    ['an entry that points to nothing', () => withEntry(fine, sheetPath, 42, 12)],
    ['an entry that points beyond the end', () => withEntry(fine, sheetPath, 42, 1 << 30)],
  ])('%s', async (_what, bytes) => {
    const ending = await endingOf(() => read(bytes()));
    expect(ending.code).toBe('broken_archive');
    expect(ending.message).toMatch(/^chats.xlsx is a broken zip archive: /);
  });

  test('nothing of a broken sheet is lost in silence: the rows before the break come first', async () => {
    const rows = Array.from({ length: 50_000 }, (_, at) => textRow(at + 2, [`${at}`])).join('');
    const bytes = packed(partsOf(rows));
    const table = await firstSheet(sourceOf(withEntry(bytes, sheetPath, 16, 5), 'chats.xlsx'), { isHeading });
    let count = 0;
    const ending = await endingOf(async () => {
      for await (const batch of table.rows()) count += batch.length;
    });
    expect(ending.code).toBe('broken_archive');
    expect(count).toBeGreaterThan(40_000);
  });
});

describe('a workbook is bounded before it is unpacked', () => {
  test('a bomb by its ratio', async () => {
    const bytes = withEntry(packed(partsOf('')), sheetPath, 24, 2_000_000_000);
    const ending = await endingOf(() => read(bytes));
    expect(ending.code).toBe('zip_bomb');
    expect(ending.message).toMatch(
      /^xl\/worksheets\/sheet1.xml in chats.xlsx would unpack to \d+ times its size\.$/,
    );
  });

  test('a bomb of zeros whose size is a lie', async () => {
    const parts = Object.entries(partsOf('')).map(([path, text]) => [path, strToU8(text)] as const);
    const bytes = zipSync({ ...Object.fromEntries(parts), [sheetPath]: new Uint8Array(64 << 20).fill(0x30) });
    expect((await endingOf(() => read(bytes))).code).toBe('zip_bomb');
    expect((await endingOf(() => read(withEntry(bytes, sheetPath, 24, 5000)))).code).toBe('broken_archive');
  });

  test('all parts together', async () => {
    const fine = packed(partsOf(''));
    const packedSize = withEntry(withEntry(fine, sheetPath, 24, 0xfffffff0), sheetPath, 20, 0x7ffffff0);
    const ending = await endingOf(() => read(packedSize));
    expect(ending).toMatchObject({
      code: 'workbook_too_large',
      message: 'chats.xlsx is too large for a workbook: it unpacks to more than 4 GB.',
      hint: 'Save the sheet as CSV, which has no such limit, and give that file.',
    });
  });

  test('the file itself', async () => {
    const source = { ...sourceOf(packed(partsOf('')), 'chats.xlsx'), bytes: 500 << 20 };
    const ending = await endingOf(() => firstSheet(source, { isHeading }));
    expect(ending.message).toBe('chats.xlsx is too large for a workbook: the file has more than 400 MB.');
  });

  test('the texts, which are kept in memory', async () => {
    const bytes = packed(partsOf('', '<si><t>a</t></si>'));
    const large = withEntry(
      withEntry(bytes, 'xl/sharedStrings.xml', 24, 600 << 20),
      'xl/sharedStrings.xml',
      20,
      100 << 20,
    );
    expect((await endingOf(() => read(large))).message).toMatch(
      /its part xl\/sharedStrings.xml is too large/,
    );
  });

  test('the number of parts', async () => {
    const parts = { ...partsOf('') };
    for (let at = 0; at < 20_001; at += 1) parts[`p${at}`] = '';
    expect((await endingOf(() => read(packed(parts)))).message).toMatch(/it has 200\d\d parts/);
  });

  test('an encrypted part', async () => {
    const fine = Buffer.from(packed(partsOf('')));
    fine.writeUInt16LE(1, fine.lastIndexOf(sheetPath) - 46 + 8);
    expect((await endingOf(() => read(fine))).code).toBe('password_protected');
  });

  test('the first and the last cell of a sheet alone', async () => {
    const rows = await read(
      workbook({
        sheets: [{ name: 'Data', rows: `${heading}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>` }],
      }),
    );
    expect(rows).toMatchObject([{ line: 1_048_576, reason: 'too many fields' }]);
  });
});
