import { strFromU8, unzipSync } from 'fflate';

/** The parts of an .xlsx file by name, as text. */
export type Parts = Map<string, string>;

export type Attributes = Partial<Record<string, string>>;

/** One element: its attributes and the text between its tags. */
export interface Element {
  attributes: Attributes;
  inner: string;
}

export interface ReadCell {
  ref: string;
  row: number;
  column: number;
  style: number;
  /** As in the file: `s`, `inlineStr`, `str`, `b`, `e`, or `n`. */
  type: string;
  formula: string | undefined;
  /** Text as a reader sees it, or the text of a number. */
  text: string | undefined;
}

export function partsOf(bytes: Uint8Array): Parts {
  return new Map(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));
}

/** All elements of a name in a part, in order; elements of one name do not nest in the parts read here. */
export function elements(xml: string, name: string): Element[] {
  const pattern = new RegExp(`<${name}(\\s[^>]*?)?(?:/>|>(.*?)</${name}>)`, 'gs');
  return [...xml.matchAll(pattern)].map((match) => ({
    attributes: attributesOf(match[1] ?? ''),
    inner: match[2] ?? '',
  }));
}

function attributesOf(text: string): Attributes {
  return Object.fromEntries(
    [...text.matchAll(/([\w:]+)="([^"]*)"/g)].map((match) => [match[1] ?? '', unescaped(match[2] ?? '')]),
  );
}

export function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

/** What Excel shows for a string of the file. */
function shown(text: string): string {
  return unescaped(text).replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** `B7` -> row and column from 1. */
function position(ref: string): { row: number; column: number } {
  const match = /^\$?([A-Z]+)\$?(\d+)$/.exec(ref);
  if (!match) throw new Error(`not a reference: ${ref}`);
  const column = [...(match[1] ?? '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { row: Number(match[2]), column };
}

export interface Rectangle {
  row: number;
  column: number;
  toRow: number;
  toColumn: number;
}

export function rectangle(ref: string): Rectangle {
  const [from = '', to = from] = ref.split(':');
  const [start, end] = [position(from), position(to)];
  return { ...start, toRow: end.row, toColumn: end.column };
}

export function overlap(a: Rectangle, b: Rectangle): boolean {
  return a.row <= b.toRow && b.row <= a.toRow && a.column <= b.toColumn && b.column <= a.toColumn;
}

/** Relationships of a part by id. */
export function relationsOf(parts: Parts, part: string): Map<string, { type: string; target: string }> {
  const slash = part.lastIndexOf('/');
  const folder = part.slice(0, slash + 1);
  const rels = parts.get(`${folder}_rels/${part.slice(slash + 1)}.rels`) ?? '';
  return new Map(
    elements(rels, 'Relationship').map(({ attributes: { Id = '', Type = '', Target = '' } }) => [
      Id,
      { type: Type.replace(/^.*\//, ''), target: resolved(folder, Target) },
    ]),
  );
}

function resolved(folder: string, target: string): string {
  return new URL(target, `file:///${folder}`).pathname.slice(1);
}

/** Sheets of a workbook in order: name and part. */
export function sheetsOf(parts: Parts): { name: string; part: string }[] {
  const relations = relationsOf(parts, 'xl/workbook.xml');
  return elements(parts.get('xl/workbook.xml') ?? '', 'sheet').map(({ attributes }) => ({
    name: attributes['name'] ?? '',
    part: relations.get(attributes['r:id'] ?? '')?.target ?? '',
  }));
}

/** All cells of a sheet's part, in the order of the file. */
export function cellsOf(parts: Parts, part: string): ReadCell[] {
  const strings = elements(parts.get('xl/sharedStrings.xml') ?? '', 'si').map(({ inner }) => textOf(inner));
  const data = elements(parts.get(part) ?? '', 'sheetData')[0]?.inner ?? '';
  return elements(data, 'c').map(({ attributes: { r = '', s = '0', t = 'n' }, inner }) => ({
    ref: r,
    ...position(r),
    style: Number(s),
    type: t,
    formula: elements(inner, 'f')[0]?.inner,
    text: cellText(t, inner, strings),
  }));
}

function cellText(type: string, inner: string, strings: string[]): string | undefined {
  const value = elements(inner, 'v')[0]?.inner;
  if (type === 's') return strings[Number(value)];
  return type === 'inlineStr' ? textOf(inner) : value;
}

const textOf = (inner: string) =>
  elements(inner, 't')
    .map((text) => shown(text.inner))
    .join('');

/** Cells of a named sheet by reference. */
export function sheetCells(parts: Parts, name: string): Map<string, ReadCell> {
  const part = sheetsOf(parts).find((sheet) => sheet.name === name)?.part ?? '';
  return new Map(cellsOf(parts, part).map((cell) => [cell.ref, cell]));
}

export interface ReadTable {
  part: string;
  name: string;
  id: string;
  area: Rectangle;
  ref: string;
  filter: string | undefined;
  headings: string[];
  columnIds: string[];
  columnCount: number;
}

/** Tables of a sheet's part. */
export function tablesOf(parts: Parts, sheet: string): ReadTable[] {
  const relations = [...relationsOf(parts, sheet).values()].filter(({ type }) => type === 'table');
  return relations.flatMap(({ target }) => {
    const [table] = elements(parts.get(target) ?? '', 'table');
    return table ? [readTable(target, table)] : [];
  });
}

function readTable(part: string, { attributes, inner }: Element): ReadTable {
  const columns = elements(inner, 'tableColumn').map((column) => column.attributes);
  const { displayName = '', id = '', ref = '' } = attributes;
  return {
    part,
    name: displayName,
    id,
    ref,
    area: rectangle(ref),
    filter: elements(inner, 'autoFilter')[0]?.attributes['ref'],
    headings: columns.map((column) => shown(column['name'] ?? '')),
    columnIds: columns.map((column) => column['id'] ?? ''),
    columnCount: Number(elements(inner, 'tableColumns')[0]?.attributes['count']),
  };
}

/** Names that stand in a list more than once. */
export function repeated(names: string[]): string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}
