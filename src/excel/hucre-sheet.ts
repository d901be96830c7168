import type { Cell as HucreCell, TableDefinition, WriteSheet } from 'hucre/xlsx';
import { tableArea } from './check-workbook.js';
import { conditionalRules } from './hucre-conditions.js';
import { defaultFont, hucreStyle } from './hucre-style.js';
import { rowsForLibrary } from './long-tables.js';
import { areaRef, quoted } from './refs.js';
import { shortened } from '../options/shortened.js';
import { safeText } from './safe-text.js';
import { isLeft, type Kind, type StyleName } from './styles.js';
import type { Area, Cell, CellValue, PrintSetup, Sheet, Table } from './workbook.js';

type Cells = Map<string, Partial<HucreCell>>;

/** A sheet in the library's form. Charts are placeholders, drawn later by `chart-xml.ts`. */
export function hucreSheet(sheet: Sheet): WriteSheet {
  const cells: Cells = new Map();
  sheet.tables.forEach((table) => addTableCells(cells, table, rowsForLibrary(sheet, table)));
  sheet.cells.forEach((cell) => cells.set(key(cell.row, cell.column), hucreCell(cell)));
  return {
    name: sheet.name,
    rows: [],
    cells,
    columns: sheet.columnWidths.map((width) => ({ width })),
    rowDefs: new Map(Object.entries(sheet.rowHeights).map(([row, height]) => [Number(row) - 1, { height }])),
    merges: sheet.merges.map(zeroBased),
    tables: sheet.tables.map(tableDefinition),
    conditionalRules: conditionalRules(sheet),
    charts: sheet.charts.map(({ area, altText }) => placeholder(area, altText)),
    ...(sheet.frozen ? { freezePane: sheet.frozen } : {}),
    view: { showGridLines: false, tabColor: { rgb: sheet.tabColor } },
    pageSetup: pageSetup(sheet.print),
    rowBreaks: (sheet.print.breaks ?? []).map((row) => row - 2),
    headerFooter: { oddFooter: footer(sheet.print.footer) },
  };
}

const key = (row: number, column: number) => `${String(row - 1)},${String(column - 1)}`;

function hucreCell({ value, style, link, note }: Cell): Partial<HucreCell> {
  return {
    ...hucreValue(value),
    style: hucreStyle(style),
    ...(link ? { hyperlink: { target: '', location: `${quoted(link.sheet)}!${link.cell}` } } : {}),
    ...(note ? { comment: { author: 'Chat Metrics', text: safeText(note) } } : {}),
  };
}

function hucreValue(value: CellValue): Partial<HucreCell> {
  if (typeof value === 'string') return textCell(safeText(value));
  if (typeof value !== 'object' || value === null) return { value };
  const { formula, result } = value;
  return { formula, formulaResult: typeof result === 'string' ? safeText(result) : result };
}

/** Text that reads like one of Excel's errors would become that error, were it not rich text. */
function textCell(text: string): Partial<HucreCell> {
  return /^#[A-Z]/.test(text) ? { value: text, richText: [{ text, font: defaultFont }] } : { value: text };
}

function addTableCells(cells: Cells, table: Table, rows: CellValue[][]): void {
  table.columns.forEach(({ heading, kind, note }, index) => {
    const style = headingStyle(kind);
    const cell = { row: table.row, column: table.column + index, value: oneLine(heading), style };
    cells.set(key(cell.row, cell.column), hucreCell(note ? { ...cell, note } : cell));
  });
  rows.forEach((values, rowIndex) => {
    const row = table.row + 1 + rowIndex;
    values.forEach((value, index) => {
      const style = bodyStyle(table.columns[index]?.kind ?? 'text', rowIndex);
      cells.set(key(row, table.column + index), { ...hucreValue(value), style: hucreStyle(style) });
    });
  });
}

function bodyStyle(kind: Kind, rowIndex: number): StyleName {
  return `${rowIndex % 2 === 1 ? 'band' : 'body'}.${kind}`;
}

function headingStyle(kind: Kind): StyleName {
  return isLeft(kind) ? 'heading.left' : 'heading.right';
}

const oneLine = (heading: string) => heading.replace(/\s+/g, ' ').trim();

function tableDefinition(table: Table): TableDefinition {
  return {
    name: table.name,
    range: areaRef(tableArea(table)),
    columns: table.columns.map(({ heading }) => ({ name: safeText(oneLine(heading)) })),
    style: 'TableStyleLight1',
    showRowStripes: true,
  };
}

function zeroBased({ row, column, toRow, toColumn }: Area) {
  return { startRow: row - 1, startCol: column - 1, endRow: toRow - 1, endCol: toColumn - 1 };
}

function placeholder(area: Area, altText: string): NonNullable<WriteSheet['charts']>[number] {
  const from = { row: area.row - 1, col: area.column - 1 };
  const to = { row: area.toRow, col: area.toColumn };
  return { type: 'column', series: [{ values: 'A1' }], altText: safeText(altText), anchor: { from, to } };
}

function pageSetup({ orientation, onePage }: PrintSetup): NonNullable<WriteSheet['pageSetup']> {
  return {
    orientation,
    paperSize: 'a4',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: onePage ? 1 : 0,
    margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
  };
}

/** Excel reads `&` as the start of a code and takes 255 characters at most. */
function footer(text: string): string {
  const source = shortened(safeText(text).replace(/\s+/g, ' '), 100).replaceAll('&', '&&');
  return `&L&8${source.replace(/^(?=\d)/, ' ')}&R&8&A   Page &P of &N`;
}
