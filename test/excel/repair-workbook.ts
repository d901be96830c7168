import { elements, sheetsOf, tablesOf, unescaped, type Parts, repeated } from './xlsx-parts.js';

/** Rules of the workbook part and of the styles. */
export function workbookReasons(parts: Parts): string[] {
  return [...sheetNames(parts), ...definedNames(parts), ...styles(parts)];
}

function sheetNames(parts: Parts): string[] {
  const names = sheetsOf(parts).map(({ name }) => name);
  const bad = names.filter(
    (name) => !/^[^[\]:*?/\\]{1,31}$/.test(name) || /^'|'$/.test(name) || name.toLowerCase() === 'history',
  );
  const ids = elements(parts.get('xl/workbook.xml') ?? '', 'sheet').map(
    ({ attributes }) => attributes['sheetId'] ?? '',
  );
  return [
    ...bad.map((name) => `not a sheet name: ${name}`),
    ...repeated(names.map((name) => name.toLowerCase())).map((name) => `sheet name twice: ${name}`),
    ...repeated(ids).map((id) => `sheet id twice: ${id}`),
  ];
}

function definedNames(parts: Parts): string[] {
  const sheets = sheetsOf(parts).map(({ name }) => name);
  const defined = elements(parts.get('xl/workbook.xml') ?? '', 'definedName');
  const keys = defined.map(
    ({ attributes: { name = '', localSheetId = '' } }) => `${name.toLowerCase()} ${localSheetId}`,
  );
  const tables = sheetsOf(parts).flatMap(({ part }) => tablesOf(parts, part).map(({ name }) => name));
  return [
    ...repeated(keys).map((key) => `defined name twice: ${key}`),
    ...defined.flatMap(({ attributes: { name = '' } }) => nameReasons(name, tables)),
    ...defined.flatMap(({ attributes: { name = '', localSheetId = '0' }, inner }) => {
      const quoted = /^'((?:[^']|'')+)'!\$/.exec(unescaped(inner))?.[1]?.replaceAll("''", "'");
      const known = quoted !== undefined && sheets.includes(quoted) && Number(localSheetId) < sheets.length;
      return known ? [] : [`defined name ${name} refers to nothing: ${inner}`];
    }),
  ];
}

/** Names of Excel's own begin with `_xlnm.`; ours may not read like a cell, nor be the name of a table. */
function nameReasons(name: string, tables: string[]): string[] {
  const like = /^([A-Z]{1,3}\d+|R\d*C?\d*|C\d*)$/i.test(name);
  const legal = /^[A-Za-z_\\][\w.\\]{0,254}$/.test(name) && !like;
  const table = tables.some((other) => other.toLowerCase() === name.toLowerCase());
  return [
    ...(legal ? [] : [`not a defined name: ${name}`]),
    ...(table ? [`defined name and table of one name: ${name}`] : []),
  ];
}

function styles(parts: Parts): string[] {
  const xml = parts.get('xl/styles.xml') ?? '';
  const block = (name: string) => elements(xml, name)[0]?.inner ?? '';
  const formats = new Set(elements(xml, 'numFmt').map(({ attributes }) => attributes['numFmtId']));
  const limits = {
    fontId: elements(block('fonts'), 'font').length,
    fillId: elements(block('fills'), 'fill').length,
    borderId: elements(block('borders'), 'border').length,
  };
  return elements(block('cellXfs'), 'xf').flatMap(({ attributes }, index) => {
    const outside = Object.entries(limits).filter(([name, limit]) => Number(attributes[name] ?? 0) >= limit);
    const format = attributes['numFmtId'] ?? '0';
    return [
      ...outside.map(([name]) => `style ${String(index)} has a ${name} out of range`),
      ...(Number(format) >= 164 && !formats.has(format)
        ? [`style ${String(index)} has no number format`]
        : []),
    ];
  });
}
