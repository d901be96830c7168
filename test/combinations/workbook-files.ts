import { workbook } from '../files/workbook-parts.js';
import { dateColumns, dateParts, durationColumns, type Table } from './made-up.js';

/** Style numbers of the workbooks made here. */
const styles = { date: 1, length: 2 };
const formats = ['dd\\-mm\\-yyyy\\ h:mm:ss', '[h]:mm:ss'];

/** How a date stands in a cell: as a date cell (the XML of its number), or as text (null). */
export type DateCell = (text: string, row: number) => number | null;

const msPerDay = 86_400_000;

function fractionOf(clock: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = clock.split(':').map(Number);
  return (hours * 3600 + minutes * 60 + seconds) / 86_400;
}

/** The serial number of a date in the system that counts from the last days of 1899. */
function serial(year: number, month: number, day: number, clock: string): number {
  return (Date.UTC(year, month - 1, day) - Date.UTC(1899, 11, 30)) / msPerDay + fractionOf(clock);
}

const days1904 = 1462;

/** Every date is a date cell. */
export const asDates: DateCell = (text) => {
  const [day, month, year, clock] = dateParts(text) ?? [];
  return day && month && year && clock ? serial(year, month, day, clock) : null;
};

export const asDates1904: DateCell = (text, row) => {
  const number = asDates(text, row);
  return number === null ? null : number - days1904;
};

export const asTexts: DateCell = () => null;

/** Every other row has date cells, whatever its days are. */
export const asBoth: DateCell = (text, row) => (row % 2 === 0 ? asDates(text, row) : null);

/** As a month-first Excel opens a day-first export: what reads as month-first becomes another date. */
export const asSwapped: DateCell = (text) => {
  const [day, month, year, clock] = dateParts(text) ?? [];
  return day && month && year && clock && day <= 12 ? serial(year, day, month, clock) : null;
};

/** The workbook of a table: ids and ratings as numbers, durations as fractions of a day, a dash as text. */
export function workbookOf({ headings, rows }: Table, dateCell: DateCell, is1904 = false): Uint8Array {
  const lines = [headings, ...rows].map((row, at) => {
    const cells = row.map((text, column) => {
      if (at === 0) return textCell(text);
      if (dateColumns.includes(column)) return numberCell(dateCell(text, at), styles.date) ?? textCell(text);
      return valueCell(text, column);
    });
    return `<row r="${at + 1}">${cells.join('')}</row>`;
  });
  return workbook({ sheets: [{ name: 'Chats', rows: lines.join('') }], formats, is1904 });
}

/** The workbook of a table with text in every cell. */
export function textWorkbookOf({ headings, rows }: Table): Uint8Array {
  const lines = [headings, ...rows].map(
    (row, at) => `<row r="${at + 1}">${row.map(textCell).join('')}</row>`,
  );
  return workbook({ sheets: [{ name: 'Chats', rows: lines.join('') }] });
}

function valueCell(text: string, column: number): string {
  if (durationColumns.includes(column) && text !== '-')
    return numberCell(fractionOf(text), styles.length) ?? '';
  return /^\d{1,15}$/.test(text) ? (numberCell(Number(text), 0) ?? '') : textCell(text);
}

function numberCell(value: number | null, style: number): string | null {
  return value === null ? null : `<c s="${style}"><v>${Number(value.toPrecision(15))}</v></c>`;
}

function textCell(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return text === '' ? '<c/>' : `<c t="inlineStr"><is><t xml:space="preserve">${escaped}</t></is></c>`;
}
