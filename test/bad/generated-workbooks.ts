import { writeFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { packed, textRow, workbook, workbookParts } from '../files/workbook-parts.js';
import type { MakeFile } from './generated.js';
import { headings, rows } from './rows.js';

const bytes =
  (make: () => Uint8Array): MakeFile =>
  (path) =>
    writeFileSync(path, make());
const heading = textRow(1, headings);
const body = (from: number): string => rows.map((row, at) => textRow(at + from, row)).join('');
const sheet = (xml: string): Uint8Array => workbook({ sheets: [{ name: 'Chats', rows: xml }] });

/** A container of the kind that Office used before 2007, with these names in its directory. */
function container(...names: string[]): Uint8Array {
  const file = Buffer.alloc(4096);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(file);
  names.forEach((name, at) => file.write(name, 1024 + 128 * at, 'utf16le'));
  return file;
}

/** Row 5 of the sheet, with other cells in the places named. */
function oddRow(cells: Readonly<Record<number, string>>): string {
  const texts = (rows[3] ?? []).map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`);
  for (const [at, cell] of Object.entries(cells)) texts[Number(at)] = cell;
  return `<row r="5">${texts.join('')}</row>`;
}

const allButFourth = [0, 1, 2, 4].map((at) => textRow(at + 2, rows[at] ?? [])).sort();
const withRow = (row: string): Uint8Array =>
  sheet(heading + [...allButFourth.slice(0, 3), row, ...allButFourth.slice(3)].join(''));

function bomb(): Uint8Array {
  const parts = workbookParts({ sheets: [{ name: 'Chats', rows: heading }] });
  const files = Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)]));
  return zipSync({ ...files, 'xl/worksheets/sheet1.xml': new Uint8Array(300 << 20) }, { level: 1 });
}

function document(): Uint8Array {
  const types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>';
  return packed({
    '[Content_Types].xml': types,
    '_rels/.rels': '<Relationships/>',
    'word/document.xml': '<w/>',
  });
}

/** A group heading over merged cells, and a heading cell merged over two columns. */
function merged(): Uint8Array {
  const groups = '<row r="1"><c r="A1" t="inlineStr"><is><t>Chat</t></is></c></row>';
  const wide = textRow(2, [...headings, 'Notes', '']);
  const parts = workbookParts({ sheets: [{ name: 'Chats', rows: groups + wide + body(3) }] });
  const path = 'xl/worksheets/sheet1.xml';
  const merges =
    '</sheetData><mergeCells count="2"><mergeCell ref="A1:J1"/><mergeCell ref="K2:L2"/></mergeCells>';
  return packed({ ...parts, [path]: (parts[path] ?? '').replace('</sheetData>', merges) });
}

const error = (text: string): string => `<c t="e"><v>${text}</v></c>`;

export const workbooks: Record<string, MakeFile> = {
  'workbook-cut-off': bytes(() => {
    const whole = sheet(heading + body(2));
    return whole.subarray(0, whole.length / 2);
  }),
  'workbook-named-csv': bytes(() => sheet(heading + body(2))),
  'workbook-with-password': bytes(() => container('Root Entry', 'EncryptionInfo', 'EncryptedPackage')),
  'workbook-before-2007': bytes(() => container('Root Entry', 'Workbook')),
  'workbook-bomb': bytes(bomb),
  'workbook-only-headings': bytes(() => sheet(heading)),
  'workbook-empty': bytes(() => workbook({ sheets: ['One', 'Two'].map((name) => ({ name, rows: '' })) })),
  'workbook-merged-headings': bytes(merged),
  'workbook-formulas-without-results': bytes(() =>
    withRow(oddRow({ 4: '<c><f>A1+B1</f></c>', 9: '<c><f>SUM(1,3)</f></c>' })),
  ),
  'workbook-error-cells': bytes(() =>
    withRow(oddRow({ 1: error('#N/A'), 5: error('#REF!'), 9: error('#DIV/0!') })),
  ),
  'workbook-of-charts': bytes(() =>
    workbook({
      sheets: [
        { name: 'Summary', rows: textRow(1, ['Team', 'Sales', 'Cost']) + textRow(2, ['a', '1', '2']) },
      ],
    }),
  ),
  document: bytes(document),
};
