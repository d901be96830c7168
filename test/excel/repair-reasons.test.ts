import { beforeAll, expect, it } from 'vitest';
import { reportToXlsx } from '../../src/excel/report-workbook.js';
import { madeUpReport, oddNames } from './made-up-report.js';
import { repairReasons } from './repair-reasons.js';
import { partsOf, type Parts } from './xlsx-parts.js';

let whole: Parts;

beforeAll(async () => {
  whole = partsOf(await reportToXlsx(madeUpReport({ agents: [...oddNames], days: 31, troubled: true })));
});

const book = 'xl/workbook.xml';
const sheet1 = 'xl/worksheets/sheet1.xml';
const sheet2 = 'xl/worksheets/sheet2.xml';
const table1 = 'xl/tables/table1.xml';
const table2 = 'xl/tables/table2.xml';
const chart1 = 'xl/charts/chart1.xml';
const styles = 'xl/styles.xml';

/** What is broken, in which part, by which replacement, and the reason that must be found. */
const faults: [string, string, string | RegExp, string, RegExp][] = [
  ['XML that is cut off', sheet1, '</worksheet>', '', /sheet1\.xml is not well-formed/],
  ['a character that XML forbids', 'xl/sharedStrings.xml', 'Chat Report', 'Chat\u0001', /not well-formed/],
  [
    'a content type for nothing',
    '[Content_Types].xml',
    'tables/table1.xml',
    'tables/table99.xml',
    /which is not there/,
  ],
  [
    'a part without a content type',
    '[Content_Types].xml',
    /<Override PartName="\/xl\/tables\/table1\.xml"[^>]*>/,
    '',
    /no content type for xl\/tables\/table1/,
  ],
  [
    'a relationship to nothing',
    'xl/worksheets/_rels/sheet2.xml.rels',
    'tables/table2.xml',
    'tables/none.xml',
    /points to xl\/tables\/none\.xml/,
  ],
  [
    'a relationship id twice',
    'xl/worksheets/_rels/sheet2.xml.rels',
    /Id="rId2"/,
    'Id="rId1"',
    /relationship rId1 twice/,
  ],
  [
    'an id that is no relationship',
    sheet2,
    /<tablePart r:id="[^"]+"/,
    '<tablePart r:id="rId99"',
    /uses rId99/,
  ],
  ['a long sheet name', book, 'name="Definitions"', `name="${'x'.repeat(32)}"`, /not a sheet name/],
  ['a sheet name twice', book, 'name="Definitions"', 'name="summary"', /sheet name twice: summary/],
  ['a sheet id twice', book, 'sheetId="2"', 'sheetId="1"', /sheet id twice/],
  [
    'a sheet name without quotes in a defined name',
    book,
    "'Agent Metrics'!$7",
    'Agent Metrics!$7',
    /defined name _xlnm\.Print_Titles refers to nothing/,
  ],
  [
    'a defined name of a sheet that is not there',
    book,
    "'Agent Metrics'!$7",
    "'Agents'!$7",
    /refers to nothing/,
  ],
  ['a font that is not there', styles, /fontId="1"/, 'fontId="999"', /fontId out of range/],
  ['a number format that is not there', styles, /<numFmt numFmtId="164"[^>]*>/, '', /has no number format/],
  ['a style out of range', sheet1, / s="\d+"/, ' s="9999"', /B2 has a style out of range/],
  ['a number that is none', sheet2, /<v>[\d.]+<\/v>/, '<v>NaN</v>', /has a string out of range|not a number/],
  ['a string out of range', sheet1, /t="s"( s="\d+")?><v>\d+/, 't="s"$1><v>99999', /string out of range/],
  [
    'a formula with an equals sign',
    'xl/worksheets/sheet5.xml',
    '<f>SUBTOTAL',
    '<f>=SUBTOTAL',
    /formula with an equals sign/,
  ],
  ['an error', sheet2, / t="s"/, ' t="e"', /is an error/],
  ['a row out of order', sheet2, '<row r="8"', '<row r="3"', /rows out of order/],
  ['a cell in the wrong row', sheet2, 'r="C8"', 'r="C9"', /wrong row/],
  ['cells out of order', sheet2, 'r="C8"', 'r="B8"', /cells out of order/],
  ['merges over each other', sheet1, /<mergeCell ref="C8:D9"/, '<mergeCell ref="B8:D9"', /merges overlap/],
  ['a link to nowhere', sheet1, 'location="&apos;Chat Metrics', 'location="&apos;Chats', /a link to nowhere/],
  [
    'two conditional formats of one priority',
    'xl/worksheets/sheet6.xml',
    'priority="2"',
    'priority="1"',
    /two conditional formats of priority 1/,
  ],
  [
    'a colour scale with too few points',
    'xl/worksheets/sheet6.xml',
    /<cfvo type="min"\/>/,
    '',
    /too few points/,
  ],
  [
    'a data bar without its extension',
    sheet2,
    /<x14:cfRule type="dataBar" id="[^"]+"/,
    '<x14:cfRule type="dataBar" id="x"',
    /data bar without its extension/,
  ],
  ['notes without a drawing', sheet2, /<legacyDrawing [^>]*>/, '', /notes without their drawing/],
  ['two notes on a cell', 'xl/comments2.xml', 'ref="C7"', 'ref="B7"', /two notes on B7/],
  ['a note without an author', 'xl/comments2.xml', 'authorId="0"', 'authorId="7"', /note without an author/],
  ['a table name twice', table2, /displayName="[^"]+"/, 'displayName="summarybyperiod"', /table name twice/],
  ['a table id twice', table2, /id="2"/, 'id="1"', /table id twice/],
  ['a table name with a space', table1, /displayName="[^"]+"/, 'displayName="My T"', /not a table name/],
  [
    'a heading that its cell does not say',
    table2,
    'name="Open"',
    'name="Opened"',
    /says "Opened" where G7|says "Opened" where/,
  ],
  ['a heading twice', table2, 'name="Open"', 'name="incoming chats"', /heading incoming chats twice/],
  ['a table wider than its columns', table2, / ref="B7:/g, ' ref="A7:', /has other columns/],
  ['a table without a row', table2, /ref="B7:P\d+"/g, 'ref="B7:P7"', /has no row/],
  ['a filter elsewhere', table2, /<autoFilter ref="B7/, '<autoFilter ref="B8', /has its filter elsewhere/],
  ['a table over a merge', sheet1, /<mergeCell ref="C8:D9"/, '<mergeCell ref="C36:D37"', /overlaps a merge/],
  ['a column of the sheet twice', sheet1, '<col min="2"', '<col min="1"', /columns out of order/],
  ['a footer that is too long', sheet1, '<oddFooter>', `<oddFooter>${'x'.repeat(256)}`, /footer is too long/],
  ['an axis that is not there', chart1, '<c:crossAx val="1002"/>', '<c:crossAx val="9"/>', /no axis 9/],
  ['an axis twice', chart1, /<c:axId val="1011"\/>/g, '<c:axId val="1001"/>', /axis 1001 twice/],
  ['a series twice', chart1, '<c:idx val="1"/>', '<c:idx val="0"/>', /series 0 twice/],
  [
    'a series of a sheet that is not there',
    chart1,
    "<c:f>'Chat Metrics'",
    "<c:f>'Chats'",
    /series refers to nothing/,
  ],
  [
    'a chart that ends before it starts',
    'xl/drawings/drawing1.xml',
    /<xdr:from><xdr:col>\d+/,
    '<xdr:from><xdr:col>99',
    /ends before it starts/,
  ],
];

it('finds nothing in a workbook as it is written', () => {
  expect(repairReasons(whole)).toEqual([]);
});

it.each(faults)('finds %s', (_, part, from, to, reason) => {
  const text = whole.get(part) ?? '';
  const broken = text.replace(from, to);
  expect(broken).not.toBe(text);
  expect(repairReasons(new Map([...whole, [part, broken]])).join('\n')).toMatch(reason);
});
