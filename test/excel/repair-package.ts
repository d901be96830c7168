import { XMLValidator } from 'fast-xml-parser';
import { elements, relationsOf, type Parts, repeated } from './xlsx-parts.js';

/** Rules of the package: XML, content types, relationships. */
export function packageReasons(parts: Parts): string[] {
  return [...malformed(parts), ...contentTypes(parts), ...relationships(parts)];
}

function malformed(parts: Parts): string[] {
  return [...parts].flatMap(([name, xml]) => {
    const result = XMLValidator.validate(xml);
    // oxlint-disable-next-line no-control-regex
    const illegal = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/.test(xml);
    return result === true && !illegal ? [] : [`${name} is not well-formed`];
  });
}

function contentTypes(parts: Parts): string[] {
  const types = parts.get('[Content_Types].xml') ?? '';
  const defaults = elements(types, 'Default')
    .filter(({ attributes }) => attributes['ContentType'] !== 'application/xml')
    .map(({ attributes }) => attributes['Extension']);
  const overrides = elements(types, 'Override').map(({ attributes }) =>
    (attributes['PartName'] ?? '').slice(1),
  );
  const untyped = [...parts.keys()].filter(
    (name) =>
      name !== '[Content_Types].xml' &&
      !overrides.includes(name) &&
      !defaults.includes(name.replace(/^.*\./, '')),
  );
  return [
    ...overrides
      .filter((name) => !parts.has(name))
      .map((name) => `content type of ${name}, which is not there`),
    ...repeated(overrides).map((name) => `content type of ${name} twice`),
    ...untyped.map((name) => `no content type for ${name}`),
  ];
}

function relationships(parts: Parts): string[] {
  return [...parts].flatMap(([name, xml]) => {
    if (name.endsWith('.rels')) return [];
    const relations = relationsOf(parts, name);
    const used = [...xml.matchAll(/\sr:(?:id|embed)="([^"]+)"/g)].map((match) => match[1] ?? '');
    const ids = relationIds(parts, name);
    return [
      ...used.filter((id) => !relations.has(id)).map((id) => `${name} uses ${id}, which is no relationship`),
      ...repeated(ids).map((id) => `${name} has relationship ${id} twice`),
      ...[...relations.values()]
        .filter(({ target }) => !parts.has(target))
        .map(({ target }) => `${name} points to ${target}, which is not there`),
    ];
  });
}

function relationIds(parts: Parts, name: string): string[] {
  const rels = parts.get(name.replace(/([^/]+)$/, '_rels/$1.rels')) ?? '';
  return elements(rels, 'Relationship').map(({ attributes }) => attributes['Id'] ?? '');
}
