import { writeXlsx, type WriteOptions } from 'hucre/xlsx';
import { chartXml } from './chart-xml.js';
import { checkWorkbook } from './check-workbook.js';
import { withSolidBars } from './data-bars.js';
import { hucreSheet } from './hucre-sheet.js';
import { defaultFont } from './hucre-style.js';
import { longTables, longTableTexts, withLongDimensions } from './long-tables.js';
import { absoluteRef, columnName, quoted } from './refs.js';
import { safeText } from './safe-text.js';
import type { Sheet, Workbook } from './workbook.js';
import { standardGzip, type Gzip } from './chats/gzip.js';
import { streamParts, type PartStream } from './chats/zip-stream.js';
import { concatenated, editParts, type PartEdit } from './zip-parts.js';

/** A workbook without most rows of its long tables: the zip, and how the parts with the others are written. */
export interface BegunWorkbook {
  zip: Uint8Array;
  rows: Map<string, PartStream>;
}

/**
 * Writes a workbook as the bytes of an .xlsx file; the same workbook gives the same bytes.
 * @throws Error for a workbook that Excel would repair or refuse (see `check-workbook.ts`).
 */
export async function writeWorkbook(workbook: Workbook, gzip: Gzip = standardGzip): Promise<Uint8Array> {
  const { zip, rows } = await beginWorkbook(workbook);
  if (rows.size === 0) return zip;
  const pieces: Uint8Array[] = [];
  for await (const piece of streamParts(zip, rows, gzip)) pieces.push(piece);
  return concatenated(pieces);
}

/** The same without the rows of long tables, for those who stream more than these. */
export async function beginWorkbook(workbook: Workbook): Promise<BegunWorkbook> {
  checkWorkbook(workbook);
  const bytes = await writeXlsx(writeOptions(workbook));
  const edits = [...sheetEdits(workbook), ...chartEdits(workbook), ...noteEdits(workbook), maker];
  return { zip: await editParts(bytes, new Map(edits)), rows: longRows(workbook) };
}

function longRows({ sheets }: Workbook): Map<string, PartStream> {
  const streams = sheets.flatMap((sheet, index): [string, PartStream][] => {
    const tables = longTables(sheet);
    // oxlint-disable-next-line typescript/require-await -- rows are at hand, those of chats are not
    const stream: PartStream = async function* (part) {
      yield* longTableTexts(part, tables);
    };
    return tables.length > 0 ? [[sheetPart(index), stream]] : [];
  });
  return new Map(streams);
}

const sheetPart = (index: number) => `xl/worksheets/sheet${String(index + 1)}.xml`;

const maker: [string, PartEdit] = [
  'docProps/app.xml',
  (part) => part.replace(/<Application>[^<]*</, '<Application>Chat Metrics<'),
];

function writeOptions({ properties, sheets }: Workbook): WriteOptions {
  const created = new Date(`${properties.created}T00:00:00Z`);
  return {
    sheets: sheets.map(hucreSheet),
    defaultFont,
    namedRanges: [...sheets.flatMap(printNames), ...sheets.flatMap(cellNames)],
    properties: {
      title: safeText(properties.title),
      subject: safeText(properties.subject),
      description: safeText(properties.description),
      creator: 'Chat Metrics',
      lastModifiedBy: 'Chat Metrics',
      created,
      modified: created,
    },
  };
}

/** Print titles and areas as defined names of our own, for the library does not quote the sheet's name in its own. */
function printNames({ name, print }: Sheet): NonNullable<WriteOptions['namedRanges']> {
  const { titleRows, area } = print;
  const rows = titleRows && `${quoted(name)}!$${String(titleRows[0])}:$${String(titleRows[1])}`;
  return [
    ...(rows ? [{ name: '_xlnm.Print_Titles', range: rows, scope: name }] : []),
    ...(area ? [{ name: '_xlnm.Print_Area', range: absoluteRef(name, area), scope: name }] : []),
  ];
}

function cellNames({ name: sheet, names = [] }: Sheet): NonNullable<WriteOptions['namedRanges']> {
  return names.map(({ name, row, column }) => ({
    name,
    range: `${quoted(sheet)}!$${columnName(column)}$${String(row)}`,
  }));
}

function sheetEdits({ sheets }: Workbook): [string, PartEdit][] {
  return sheets.flatMap((sheet, index): [string, PartEdit][] => {
    const tables = longTables(sheet);
    const bars = sheet.tables.some(({ columns }) => columns.some(({ bar }) => bar));
    if (tables.length === 0 && !bars) return [];
    const edit: PartEdit = (part) => withSolidBars(withLongDimensions(part, tables));
    return [[sheetPart(index), edit]];
  });
}

function chartEdits(workbook: Workbook): [string, PartEdit][] {
  const charts = workbook.sheets.flatMap((sheet) => sheet.charts);
  return charts.map((chart, index) => [
    `xl/charts/chart${String(index + 1)}.xml`,
    () => chartXml(workbook, chart),
  ]);
}

/** The library's note boxes hold three short lines; a definition needs more. */
function noteEdits({ sheets }: Workbook): [string, PartEdit][] {
  return sheets.flatMap(({ cells, tables }, index): [string, PartEdit][] => {
    const noted = [...cells, ...tables.flatMap(({ columns }) => columns)].some(({ note }) => note);
    return noted ? [[`xl/drawings/vmlDrawing${String(index + 1)}.vml`, largerNotes]] : [];
  });
}

function largerNotes(vml: string): string {
  return vml
    .replaceAll('width:108pt;height:59.25pt', 'width:216pt;height:96pt')
    .replace(/<x:Anchor>(\d+),15,(\d+),2,\d+,31,\d+,4</g, (_, column: string, row: string) => {
      const [right, bottom] = [Number(column) + 3, Number(row) + 6];
      return `<x:Anchor>${column},15,${row},2,${String(right)},31,${String(bottom)},4<`;
    });
}
