import { parse, type DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** Everything of a document that is an element, in order. */
export function elementsOf(html: string | Node): Element[] {
  const node = typeof html === 'string' ? parse(html) : html;
  const children = 'childNodes' in node ? node.childNodes : [];
  return [...('tagName' in node ? [node] : []), ...children.flatMap((child) => elementsOf(child))];
}

/** The text of a node, as a reader gets it. */
export function textOf(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

export const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((one) => one.name === name)?.value;

export const hasClass = (element: Element, name: string): boolean =>
  (attribute(element, 'class') ?? '').split(' ').includes(name);

export interface ParsedTable {
  caption: string;
  headings: string[];
  rows: string[][];
}

/** Every table of a document by its caption. */
export function tablesOf(html: string): Map<string, ParsedTable> {
  const tables = elementsOf(html).filter(({ tagName }) => tagName === 'table');
  return new Map(tables.map(parsedTable).map((table) => [table.caption, table]));
}

function parsedTable(table: Element): ParsedTable {
  const inside = elementsOf(table);
  const caption = inside.find(({ tagName }) => tagName === 'caption');
  const [head = [], ...rows] = inside
    .filter(({ tagName }) => tagName === 'tr')
    .map((row) =>
      elementsOf(row)
        .filter(({ tagName }) => tagName === 'th' || tagName === 'td')
        .map(textOf),
    );
  return { caption: caption ? textOf(caption) : '', headings: head, rows };
}
