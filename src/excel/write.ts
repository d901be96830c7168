import { writeXlsx, type WriteOptions } from 'hucre/xlsx';
import { chartXml } from './chart-xml.js';
import { checkWorkbook } from './check-workbook.js';
import { withSolidBars } from './data-bars.js';
import { hucreSheet } from './hucre-sheet.js';
import { defaultFont } from './hucre-style.js';
import { longTables, withLongTables } from './long-tables.js';
import { absoluteRef, quoted } from './refs.js';
import { safeText } from './safe-text.js';
import type { Sheet, Workbook } from './workbook.js';
import { editParts, type PartEdit } from './zip-parts.js';

/**
 * Writes a workbook as the bytes of an .xlsx file; the same workbook gives the same bytes.
 * @throws Error for a workbook that Excel would repair or refuse (see `check-workbook.ts`).
 */
export async function writeWorkbook(workbook: Workbook): Promise<Uint8Array> {
  checkWorkbook(workbook);
  const bytes = await writeXlsx(writeOptions(workbook));
  return editParts(
    bytes,
    new Map([...sheetEdits(workbook), ...chartEdits(workbook), ...noteEdits(workbook)]),
  );
}

function writeOptions({ properties, sheets }: Workbook): WriteOptions {
  const created = new Date(`${properties.created}T00:00:00Z`);
  return {
    sheets: sheets.map(hucreSheet),
    defaultFont,
    namedRanges: sheets.flatMap(printNames),
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

function sheetEdits({ sheets }: Workbook): [string, PartEdit][] {
  return sheets.flatMap((sheet, index): [string, PartEdit][] => {
    const tables = longTables(sheet);
    const bars = sheet.tables.some(({ columns }) => columns.some(({ bar }) => bar));
    if (tables.length === 0 && !bars) return [];
    const edit: PartEdit = (part) => withSolidBars(withLongTables(part, tables));
    return [[`xl/worksheets/sheet${String(index + 1)}.xml`, edit]];
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
