import { columnName } from './refs.js';
import { safeText } from './safe-text.js';
import type { CellValue } from './workbook.js';
import { escaped } from './xml.js';

/** What the cells of a table's row have in common with those above and below, in the order of its values. */
export interface RowLook {
  /** Each cell up to the number of its row. */
  starts: string[];
  /** What follows that number: style, and type where there is one. */
  empty: string[];
  number: string[];
  text: string[];
  other: string[];
}

/** The look of rows that begin in a column, from a row that the library wrote; `part` is that row alone. */
export function rowLook(part: string, firstColumn: number): RowLook {
  const styles = [...part.matchAll(/<c [^>]*? s="(\d+)"/g)].map((match) => match[1] ?? '0');
  const all = (rest: string) => styles.map((style) => `" s="${style}"${rest}`);
  return {
    starts: styles.map((_, index) => `<c r="${columnName(firstColumn + index)}`),
    empty: all('/>'),
    number: all('><v>'),
    text: all(' t="inlineStr"><is><t'),
    other: all(''),
  };
}

/**
 * A row as it stands in a sheet's part. A table with a row per agent and shift has millions of cells, and each takes a
 * tenth of a microsecond: whatever is the same in every row is joined once, in `look`.
 */
export function rowXml(row: number, values: readonly CellValue[], look: RowLook): string {
  const { starts, empty, number, text, other } = look;
  const at = String(row);
  let xml = `<row r="${at}">`;
  for (let index = 0; index < values.length; index++) {
    const value = values[index] ?? null;
    xml += starts[index] ?? '';
    if (typeof value === 'number') xml += `${at}${number[index] ?? ''}${String(value)}</v></c>`;
    else if (value === null) xml += at + (empty[index] ?? '');
    else if (typeof value === 'string') xml += `${at}${text[index] ?? ''}${textXml(value)}</t></is></c>`;
    else xml += at + (other[index] ?? '') + otherXml(value);
  }
  return `${xml}</row>`;
}

const shortText = 256;

/** Text that stands in XML as it is: ASCII without the marks of XML, an underscore, or a space at either end. */
const simpleText = /^[!#-%'-;=?-^`-~](?:[ !#-%'-;=?-^`-~]*[!#-%'-;=?-^`-~])?$/;

/** The end of a text's tag, and the text. */
function textXml(value: string): string {
  const isSimple = value.length < shortText && simpleText.test(value);
  return isSimple ? `>${value}` : ` xml:space="preserve">${escaped(safeText(value))}`;
}

function otherXml(value: Exclude<CellValue, string | number | null>): string {
  if (typeof value === 'boolean') return ` t="b"><v>${value ? '1' : '0'}</v></c>`;
  const { formula, result } = value;
  const cached = typeof result === 'string' ? ` t="str"><f>` : '><f>';
  return `${cached}${escaped(formula)}</f><v>${resultText(result)}</v></c>`;
}

const resultText = (result: string | number) =>
  typeof result === 'string' ? escaped(safeText(result)) : String(result);
