import {
  cellsOf,
  elements,
  overlap,
  rectangle,
  sheetsOf,
  tablesOf,
  type Parts,
  type ReadTable,
  repeated,
} from './xlsx-parts.js';
import { columnName } from '../../src/excel/refs.js';

/** Rules of tables: names and ids, headings equal to their cells, areas that hold and do not overlap. */
export function tableReasons(parts: Parts): string[] {
  const sheets = sheetsOf(parts).map(({ part }) => ({ part, tables: tablesOf(parts, part) }));
  const all = sheets.flatMap(({ tables }) => tables);
  return [
    ...repeated(all.map(({ name }) => name.toLowerCase())).map((name) => `table name twice: ${name}`),
    ...repeated(all.map(({ id }) => id)).map((id) => `table id twice: ${id}`),
    ...all.flatMap(ownReasons),
    ...sheets.flatMap(({ part, tables }) => [
      ...headings(parts, part, tables),
      ...overlaps(parts, part, tables),
    ]),
  ];
}

function ownReasons({
  name,
  ref,
  area,
  filter,
  headings: columns,
  columnIds,
  columnCount,
}: ReadTable): string[] {
  const legal = /^[A-Za-z_\\][\w.\\]{0,254}$/.test(name) && !/^([A-Z]{1,3}\d+|R\d*C?\d*|C\d*)$/i.test(name);
  return [
    ...(legal ? [] : [`not a table name: ${name}`]),
    ...(area.toColumn - area.column + 1 === columns.length
      ? []
      : [`${name} is as wide as ${ref} but has other columns`]),
    ...(columnCount === columns.length ? [] : [`${name} has a wrong column count`]),
    ...(area.toRow > area.row ? [] : [`${name} has no row`]),
    ...(filter === ref ? [] : [`${name} has its filter elsewhere: ${filter ?? ''}`]),
    ...repeated(columnIds).map((id) => `${name} has column id ${id} twice`),
    ...repeated(columns.map((heading) => heading.toLowerCase())).map(
      (heading) => `${name} has heading ${heading} twice`,
    ),
  ];
}

function headings(parts: Parts, part: string, tables: ReadTable[]): string[] {
  const cells = new Map(cellsOf(parts, part).map((cell) => [cell.ref, cell]));
  return tables.flatMap(({ name, area, headings: columns }) =>
    columns.flatMap((heading, index) => {
      const ref = `${columnName(area.column + index)}${String(area.row)}`;
      const cell = cells.get(ref);
      const text = cell && cell.type !== 'n' ? cell.text : undefined;
      return text === heading ? [] : [`${name} says "${heading}" where ${ref} says "${text ?? ''}"`];
    }),
  );
}

function overlaps(parts: Parts, part: string, tables: ReadTable[]): string[] {
  const merges = elements(parts.get(part) ?? '', 'mergeCell').map(({ attributes }) =>
    rectangle(attributes['ref'] ?? ''),
  );
  return tables.flatMap(({ name, area }, index) => [
    ...tables
      .slice(0, index)
      .filter((other) => overlap(other.area, area))
      .map((other) => `${name} overlaps ${other.name}`),
    ...merges.filter((merge) => overlap(merge, area)).map(() => `${name} overlaps a merge`),
  ]);
}
