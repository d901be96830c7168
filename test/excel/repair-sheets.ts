import { conditionReasons } from './repair-conditions.js';
import {
  cellsOf,
  elements,
  overlap,
  rectangle,
  relationsOf,
  sheetsOf,
  unescaped,
  type Parts,
  type ReadCell,
  repeated,
} from './xlsx-parts.js';

/** Rules of a sheet: rows and cells in order, values that fit their type, merges, links, conditional formats, notes. */
export function sheetReasons(parts: Parts): string[] {
  const styles = elements(elements(parts.get('xl/styles.xml') ?? '', 'cellXfs')[0]?.inner ?? '', 'xf').length;
  return sheetsOf(parts).flatMap(({ name, part }) => {
    const xml = parts.get(part) ?? '';
    const cells = cellsOf(parts, part);
    const reasons = [
      ...order(xml, cells),
      ...cells.flatMap((cell) => cellReasons(cell, styles)),
      ...merges(xml),
      ...links(parts, xml),
      ...conditionReasons(parts, xml),
      ...notes(parts, part, xml),
      ...columnsAndFooter(xml),
    ];
    return reasons.map((reason) => `${name}: ${reason}`);
  });
}

function order(xml: string, cells: ReadCell[]): string[] {
  const data = elements(xml, 'sheetData')[0]?.inner ?? '';
  const rows = [...data.matchAll(/<row [^>]*?r="(\d+)"/g)].map((match) => Number(match[1]));
  const at = cells.map(({ row, column }) => row * 16_384 + column);
  const falls = (numbers: number[]) => numbers.some((number, index) => number <= (numbers[index - 1] ?? 0));
  const inRows = elements(data, 'row').some(({ attributes, inner }) =>
    elements(inner, 'c').some(
      (cell) => !(cell.attributes['r'] ?? '').match(`^[A-Z]+${attributes['r'] ?? ''}$`),
    ),
  );
  return [
    ...(falls(rows) ? ['rows out of order'] : []),
    ...(falls(at) ? ['cells out of order'] : []),
    ...(inRows ? ['a cell in the wrong row'] : []),
  ];
}

function cellReasons({ ref, style, type, text, formula }: ReadCell, styles: number): string[] {
  const number = type === 'n' && text !== undefined && !/^-?\d+(\.\d+)?(e[-+]\d+)?$/i.test(text);
  return [
    ...(style >= styles ? [`${ref} has a style out of range`] : []),
    ...(number ? [`${ref} is not a number: ${text}`] : []),
    ...(type === 's' && text === undefined ? [`${ref} has a string out of range`] : []),
    ...((text?.length ?? 0) > 32_767 ? [`${ref} is too long`] : []),
    ...(formula !== undefined && text === undefined ? [`${ref} has a formula without a value`] : []),
    ...(formula !== undefined && text !== undefined && type === 's'
      ? [`${ref} has a shared string for a formula`]
      : []),
    ...(type === 'e' ? [`${ref} is an error`] : []),
    ...(formula?.startsWith('=') ? [`${ref} has a formula with an equals sign`] : []),
  ];
}

function merges(xml: string): string[] {
  const areas = elements(xml, 'mergeCell').map(({ attributes }) => rectangle(attributes['ref'] ?? ''));
  const over = areas.some((area, index) => areas.slice(0, index).some((before) => overlap(area, before)));
  return over ? ['merges overlap'] : [];
}

function links(parts: Parts, xml: string): string[] {
  const names = sheetsOf(parts).map(({ name }) => `'${name.replaceAll("'", "''")}'`);
  return elements(xml, 'hyperlink').flatMap(({ attributes: { location = '' } }) => {
    const [sheet = '', cell = ''] = location.split('!');
    return names.includes(sheet) && /^[A-Z]{1,3}\d+$/.test(cell) ? [] : [`a link to nowhere: ${location}`];
  });
}

function notes(parts: Parts, part: string, xml: string): string[] {
  const comments = [...relationsOf(parts, part).values()].find(({ type }) => type === 'comments');
  if (!comments) return [];
  const notesXml = parts.get(comments.target) ?? '';
  const authors = elements(notesXml, 'author').length;
  const refs = elements(notesXml, 'comment').map(({ attributes }) => attributes);
  return [
    ...(xml.includes('<legacyDrawing ') ? [] : ['notes without their drawing']),
    ...repeated(refs.map(({ ref = '' }) => ref)).map((ref) => `two notes on ${ref}`),
    ...refs.filter(({ authorId }) => Number(authorId) >= authors).map(() => 'a note without an author'),
  ];
}

function columnsAndFooter(xml: string): string[] {
  const columns = elements(xml, 'col').map(({ attributes }) => Number(attributes['min']));
  const footer = unescaped(elements(xml, 'oddFooter')[0]?.inner ?? '');
  return [
    ...(columns.some((column, index) => column <= (columns[index - 1] ?? 0)) ? ['columns out of order'] : []),
    ...(footer.length > 255 ? ['the footer is too long'] : []),
    ...breaks(xml),
  ];
}

function breaks(xml: string): string[] {
  const rows = elements(xml, 'brk').map(({ attributes }) => Number(attributes['id']));
  const said = elements(xml, 'rowBreaks').map(({ attributes }) => Number(attributes['manualBreakCount']));
  return [
    ...(rows.some((row, index) => row < 1 || row <= (rows[index - 1] ?? 0))
      ? ['page breaks out of order']
      : []),
    ...(said.every((count) => count === rows.length) ? [] : ['page breaks counted wrong']),
  ];
}
