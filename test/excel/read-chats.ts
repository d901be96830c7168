import { elements, sheetsOf, tablesOf, unescaped, type Parts } from './xlsx-parts.js';

/** A value of a chat as another program reads it: a number, a text, or nothing. */
export type ReadValue = string | number | null;

/** One row of the tables of chats, by heading. */
export type ReadChat = Record<string, ReadValue>;

/** The rows of the tables `Chats`, `Chats2` ... of a workbook, in the order of its sheets. */
export function readChats(parts: Parts): ReadChat[] {
  return sheetsOf(parts).flatMap(({ part }) => {
    const table = tablesOf(parts, part).find(({ name }) => /^Chats\d*$/.test(name));
    if (!table) return [];
    const data = elements(parts.get(part) ?? '', 'sheetData')[0]?.inner ?? '';
    const { row: heading, toRow } = table.area;
    return elements(data, 'row')
      .filter(({ attributes }) => Number(attributes['r']) > heading && Number(attributes['r']) <= toRow)
      .map(({ inner }) => rowOf(inner, table.headings));
  });
}

function rowOf(cells: string, headings: string[]): ReadChat {
  const values = elements(cells, 'c').map(({ attributes, inner }): ReadValue => {
    const [text] = elements(inner, 't');
    if (attributes['t'] === 'inlineStr') return unescaped(text?.inner ?? '');
    const [value] = elements(inner, 'v');
    return value ? Number(value.inner) : null;
  });
  return Object.fromEntries(headings.map((heading, index) => [heading, values[index] ?? null]));
}
