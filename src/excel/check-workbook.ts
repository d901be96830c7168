import { areaRef } from './refs.js';
import { serialOf } from './serial.js';
import type { Area, Cell, CellName, Sheet, Table, Workbook } from './workbook.js';

/** Rows and columns of an Excel sheet. */
const maxRows = 1_048_576;
const maxColumns = 16_384;

/**
 * Throws on what would make Excel refuse or "repair" the file: names that are not legal or not unique, headings that
 * repeat, areas outside the sheet or over each other, numbers that are not finite. Such a workbook is a bug of its maker.
 */
export function checkWorkbook(workbook: Workbook): void {
  serialOf(workbook.properties.created);
  if (workbook.sheets.length === 0) throw new Error('a workbook needs a sheet');
  checkUnique(
    workbook.sheets.map(({ name }) => name),
    'sheet name',
  );
  checkUnique(
    workbook.sheets.flatMap(({ tables, names = [] }) => [...tables, ...names].map(({ name }) => name)),
    'name',
  );
  workbook.sheets.forEach(checkSheet);
}

function checkSheet(sheet: Sheet): void {
  checkSheetName(sheet.name);
  sheet.cells.forEach((cell) => checkCell(sheet, cell));
  sheet.tables.forEach((table) => checkTable(sheet, table));
  sheet.names?.forEach((name) => checkCellName(sheet, name));
  sheet.conditions.forEach(({ area }) => checkArea(sheet, area));
  const tables = sheet.tables.map(tableArea);
  checkApart(sheet, [...sheet.merges, ...tables]);
  [...sheet.merges, ...tables].forEach((area) => checkArea(sheet, area));
  checkUnique(
    sheet.cells.map(({ row, column }) => `${String(row)},${String(column)}`),
    `cell of ${sheet.name}`,
  );
}

function checkSheetName(name: string): void {
  const legal = /^[^[\]:*?/\\]{1,31}$/.test(name) && name.trim() !== '' && !/^'|'$/.test(name);
  if (!legal || name.toLowerCase() === 'history') throw new Error(`not a sheet name: ${name}`);
}

/** Tables and cells share their names: what does not read like a cell, in either way that Excel has of naming one. */
function isName(name: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_.]{0,254}$/.test(name) && !/^([A-Z]{1,3}\d+|R\d*(C\d*)?|C\d*)$/i.test(name);
}

function checkCellName(sheet: Sheet, { name, row, column }: CellName): void {
  if (!isName(name)) throw new Error(`not a name: ${name}`);
  checkArea(sheet, { row, column, toRow: row, toColumn: column });
}

function checkTable(sheet: Sheet, table: Table): void {
  if (!isName(table.name)) throw new Error(`not a table name: ${table.name}`);
  if (table.columns.length === 0) throw new Error(`table ${table.name} has no columns`);
  checkUnique(
    table.columns.map(({ heading }) => heading),
    `heading of table ${table.name}`,
  );
  const width = table.columns.length;
  const odd = table.rows.findIndex((row) => row.length !== width);
  if (odd >= 0) throw new Error(`row ${String(odd)} of table ${table.name} has not ${String(width)} values`);
  table.rows.forEach((row) => row.forEach((value) => checkNumber(sheet, value)));
}

function checkCell(sheet: Sheet, cell: Cell): void {
  checkArea(sheet, { ...cell, toRow: cell.row, toColumn: cell.column });
  checkNumber(sheet, cell.value);
}

function checkNumber(sheet: Sheet, value: Cell['value']): void {
  const number = typeof value === 'object' && value !== null ? value.result : value;
  if (typeof number === 'number' && !Number.isFinite(number))
    throw new Error(`not a finite number on ${sheet.name}`);
}

function checkArea(sheet: Sheet, area: Area): void {
  const inside = area.row >= 1 && area.column >= 1 && area.toRow <= maxRows && area.toColumn <= maxColumns;
  const ordered = area.row <= area.toRow && area.column <= area.toColumn;
  if (!inside || !ordered) throw new Error(`not an area of a sheet: ${sheet.name} ${areaRef(area)}`);
}

function checkApart(sheet: Sheet, areas: Area[]): void {
  areas.forEach((area, index) => {
    const other = areas.slice(0, index).find((before) => overlap(before, area));
    if (other) throw new Error(`areas overlap on ${sheet.name}: ${areaRef(other)} and ${areaRef(area)}`);
  });
}

function overlap(a: Area, b: Area): boolean {
  return a.row <= b.toRow && b.row <= a.toRow && a.column <= b.toColumn && b.column <= a.toColumn;
}

function checkUnique(names: string[], what: string): void {
  const seen = new Set<string>();
  for (const name of names) {
    const key = name.toLowerCase();
    if (seen.has(key)) throw new Error(`${what} twice: ${name}`);
    seen.add(key);
  }
}

/** All cells of a table: its heading row and its rows, at least one. */
export function tableArea({ row, column, columns, rows }: Table): Area {
  return { row, column, toRow: row + Math.max(rows.length, 1), toColumn: column + columns.length - 1 };
}
