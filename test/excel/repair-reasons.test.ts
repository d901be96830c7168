import { beforeAll, expect, it } from 'vitest';
import { writeWorkbook } from '../../src/excel/write.js';
import { everyFeature } from './every-feature.js';
import { repairReasons } from './repair-reasons.js';
import { partsOf, type Parts } from './xlsx-parts.js';

let whole: Parts;

beforeAll(async () => {
  whole = partsOf(await writeWorkbook(everyFeature()));
});

const book = 'xl/workbook.xml';
const sheet1 = 'xl/worksheets/sheet1.xml';
const sheet2 = 'xl/worksheets/sheet2.xml';
const table1 = 'xl/tables/table1.xml';
const table2 = 'xl/tables/table2.xml';
const chart1 = 'xl/charts/chart1.xml';
const chart2 = 'xl/charts/chart2.xml';
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
    'tables/table1.xml',
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
  ['a long sheet name', book, 'name="Last"', `name="${'x'.repeat(32)}"`, /not a sheet name/],
  ['a sheet name twice', book, 'name="Last"', 'name="front"', /sheet name twice: front/],
  ['a sheet id twice', book, 'sheetId="2"', 'sheetId="1"', /sheet id twice/],
  [
    'a sheet name without quotes in a defined name',
    book,
    "'Made Up'!$7",
    'Made Up!$7',
    /defined name _xlnm\.Print_Titles refers to nothing/,
  ],
  [
    'a defined name of a sheet that is not there',
    book,
    "'Made Up'!$7",
    "'Made Down'!$7",
    /refers to nothing/,
  ],
  ['a font that is not there', styles, /fontId="1"/, 'fontId="999"', /fontId out of range/],
  ['a number format that is not there', styles, /<numFmt numFmtId="164"[^>]*>/, '', /has no number format/],
  ['a style out of range', sheet1, / s="\d+"/, ' s="9999"', /B2 has a style out of range/],
  ['a number that is none', sheet2, /<v>[\d.]+<\/v>/, '<v>NaN</v>', /has a string out of range|not a number/],
  ['a string out of range', sheet1, /t="s"( s="\d+")?><v>\d+/, 't="s"$1><v>99999', /string out of range/],
  ['a formula with an equals sign', sheet1, '<f>IF', '<f>=IF', /formula with an equals sign/],
  ['a formula without a value', sheet1, '<v>five</v>', '', /formula without a value/],
  ['an error', sheet2, / t="s"/, ' t="e"', /is an error/],
  ['a row out of order', sheet2, '<row r="8"', '<row r="3"', /rows out of order/],
  ['a cell in the wrong row', sheet2, 'r="C8"', 'r="C9"', /wrong row/],
  ['cells out of order', sheet2, 'r="C8"', 'r="B8"', /cells out of order/],
  ['merges over each other', sheet1, 'ref="B10:C11"', 'ref="B8:C11"', /merges overlap/],
  ['a link to nowhere', sheet1, 'location="&apos;Made Up', 'location="&apos;Made', /a link to nowhere/],
  ['two conditional formats of one priority', sheet2, 'priority="2"', 'priority="1"', /of priority 1/],
  ['a conditional format of no priority', sheet2, 'priority="2"', 'priority="0"', /no priority/],
  ['a conditional format of no kind', sheet2, 'type="iconSet"', 'type="icons"', /no kind: icons/],
  ['a conditional format of no area', sheet2, 'sqref="B20:C22"', 'sqref="B20:C2"', /no area: B20:C2/],
  ['a conditional format without a style', sheet2, 'dxfId="0"', 'dxfId="99"', /without a style/],
  ['a conditional format without a formula', sheet2, /<formula>.*?<\/formula>/, '', /without a formula/],
  [
    'a table in the formula of a conditional format',
    sheet2,
    '<formula>$F8',
    '<formula>Agents[Rated]',
    /refers to a table or another sheet/,
  ],
  ['a colour scale that ends the others', sheet2, 'type="colorScale"', '$& stopIfTrue="1"', /cannot end/],
  ['a colour scale with too few points', sheet2, /<cfvo type="min"\/>/, '', /too few points/],
  ['an icon set with too few points', sheet2, /<cfvo type="num" val="-0.0005"\/>/, '', /too few points/],
  ['points that do not rise', sheet2, 'val="-0.0005"', 'val="1"', /do not rise/],
  [
    'a data bar without its extension',
    sheet2,
    /<x14:cfRule type="dataBar" id="[^"]+"/,
    '<x14:cfRule type="dataBar" id="x"',
    /data bar without its extension/,
  ],
  [
    'a data bar whose extension is elsewhere',
    sheet2,
    '<xm:sqref>C8',
    '<xm:sqref>D8',
    /data bar without its extension/,
  ],
  ['notes without a drawing', sheet2, /<legacyDrawing [^>]*>/, '', /notes without their drawing/],
  ['two notes on a cell', 'xl/comments2.xml', 'ref="C7"', 'ref="B7"', /two notes on B7/],
  ['a note without an author', 'xl/comments2.xml', 'authorId="0"', 'authorId="7"', /note without an author/],
  ['a table name twice', table2, 'displayName="Other"', 'displayName="agents"', /table name twice/],
  ['a table id twice', table2, /id="2"/, 'id="1"', /table id twice/],
  ['a table name with a space', table1, /displayName="[^"]+"/, 'displayName="My T"', /not a table name/],
  ['a heading that its cell does not say', table1, 'name="CSAT"', 'name="CSAT?"', /says "CSAT\?" where D7/],
  ['a heading twice', table1, 'name="CSAT"', 'name="chats"', /heading chats twice/],
  ['a table wider than its columns', table1, / ref="B7:/g, ' ref="A7:', /has other columns/],
  ['a table without a row', table1, /ref="B7:H\d+"/g, 'ref="B7:H7"', /has no row/],
  ['a filter elsewhere', table1, /<autoFilter ref="B7/, '<autoFilter ref="B8', /has its filter elsewhere/],
  ['a table over a merge', sheet2, 'ref="B2:C2"', 'ref="B7:C7"', /overlaps a merge/],
  ['a column of the sheet twice', sheet1, '<col min="2"', '<col min="1"', /columns out of order/],
  ['a footer that is too long', sheet1, '<oddFooter>', `<oddFooter>${'x'.repeat(256)}`, /footer is too long/],
  ['page breaks out of order', sheet1, '<brk id="25"', '<brk id="5"', /page breaks out of order/],
  ['page breaks counted wrong', sheet1, 'manualBreakCount="2"', 'manualBreakCount="3"', /counted wrong/],
  ['a name like a cell', book, 'name="Small_N"', 'name="SN12"', /not a defined name: SN12/],
  ['a name with a space', book, 'name="Small_N"', 'name="Small N"', /not a defined name: Small N/],
  ['a name that is a table', book, 'name="Small_N"', 'name="agents"', /defined name and table of one name/],
  ['a name twice', book, /(<definedName name="Small_N".*?<\/definedName>)/, '$1$1', /defined name twice/],
  ['an axis that is not there', chart1, '<c:crossAx val="1002"/>', '<c:crossAx val="9"/>', /no axis 9/],
  ['an axis twice', chart1, /<c:axId val="1011"\/>/g, '<c:axId val="1001"/>', /axis 1001 twice/],
  [
    'axes that do not cross',
    chart1,
    '<c:crossAx val="1002"/>',
    '<c:crossAx val="1012"/>',
    /axis 1001 crosses/,
  ],
  ['a series twice', chart1, '<c:idx val="1"/>', '<c:idx val="0"/>', /series 0 twice/],
  ['a series of no sheet', chart1, "<c:f>'Made Up'", "<c:f>'Made'", /series refers to nothing/],
  ['labels before the look', chart2, /(<c:spPr>.{0,200})(<c:dLbls>.*?<\/c:dLbls>)/, '$2$1', /out of order/],
  [
    'an axis title after its look',
    chart2,
    /(<c:title>(?:(?!<c:title>).)*<\/c:title>)(<c:numFmt [^>]*>)/,
    '$2$1',
    /c:title out of order/,
  ],
  ['a chart part of no kind', chart2, '<c:plotVisOnly', '<c:made/>$&', /c:made out of order in c:chart/],
  ['labels outside of stacked bars', chart2, 'val="clustered"', 'val="stacked"', /outside of stacked bars/],
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
