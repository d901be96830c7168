import { read, type CellObject, type ParsingOptions, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { numberText, serialText } from '../cell-text.js';
import type { Merge } from '../merged-cells.js';
import { formatKind } from '../xlsx/number-formats.js';
import type { ParsedRow, ParsedSheet, SpreadsheetKind } from './parsed-sheet.js';

/** Values as they are saved: no formula is computed and no macro is looked at. */
const options: ParsingOptions = {
  dense: true,
  cellNF: true,
  cellText: false,
  cellHTML: false,
  cellFormula: false,
  cellDates: false,
  bookVBA: false,
  bookDeps: false,
};

/**
 * Reads all sheets of a file in memory: dates as `2021-02-01 10:05:00`, numbers in their shortest form, cells of HTML tables as
 * they stand. It takes its time and memory, so it belongs where it can be stopped.
 */
export function parseSpreadsheet(content: Uint8Array | string, kind: SpreadsheetKind): ParsedSheet[] {
  const type = typeof content === 'string' ? 'string' : 'array';
  const workbook = read(content, { ...options, type, raw: kind === 'html_table' });
  const is1904 = workbook.Workbook?.WBProps?.date1904 === true;
  return workbook.SheetNames.flatMap((name, at) => {
    const sheet = workbook.Sheets[name];
    if (!sheet) return [];
    const rows = rowsOf(sheet, is1904);
    return [{ name, isHidden: isHidden(workbook, at), rows, merges: mergesOf(sheet) }];
  });
}

function isHidden({ Workbook }: WorkBook, at: number): boolean {
  return (Workbook?.Sheets?.[at]?.Hidden ?? 0) !== 0;
}

function rowsOf(sheet: WorkSheet, is1904: boolean): ParsedRow[] {
  const data = (sheet['!data'] ?? []) as (readonly (CellObject | null | undefined)[] | undefined)[];
  const rows: ParsedRow[] = [];
  // a sheet may have holes, which `forEach` passes over
  data.forEach((cells, at) => {
    const row: ParsedRow = { line: at + 1, columns: [], texts: [] };
    cells?.forEach((cell, column) => {
      const text = cell ? cellText(cell, is1904) : '';
      if (text === '') return;
      row.columns.push(column);
      row.texts.push(text);
    });
    if (row.texts.some((text) => text.trim() !== '')) rows.push(row);
  });
  return rows;
}

function cellText({ t, v, z }: CellObject, is1904: boolean): string {
  if (v === undefined || t === 'e' || t === 'z') return '';
  if (typeof v === 'boolean') return v ? 'TRUE' : 'FALSE';
  if (typeof v === 'string') return v;
  if (v instanceof Date)
    return v
      .toISOString()
      .replace('T', ' ')
      .replace(/(\.000)?Z$/, '');
  const kind =
    z === undefined
      ? 'number'
      : formatKind(typeof z === 'number' ? z : 0, typeof z === 'string' ? z : undefined);
  return kind === 'number' ? numberText(v) : serialText(v, kind, is1904);
}

function mergesOf(sheet: WorkSheet): Merge[] {
  return (sheet['!merges'] ?? []).flatMap(({ s, e }) =>
    e.r > s.r ? [{ column: s.c, from: s.r + 1, to: e.r + 1 }] : [],
  );
}
