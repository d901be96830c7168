import type { FileKind } from './kinds.js';

/** What a zip archive with these parts is, when it is a document of an office program; null when it is an archive. */
export function packageKind(names: readonly string[]): FileKind | null {
  const parts = names.map((name) => name.replaceAll('\\', '/').toLowerCase());
  const has = (pattern: RegExp) => parts.some((part) => pattern.test(part));
  if (has(/^xl\/workbook\.bin$/)) return 'xlsb';
  if (has(/^xl\//) && (has(/^\[content_types\]\.xml$/) || has(/^xl\/workbook.*\.xml$/))) return 'xlsx';
  if (parts.includes('mimetype') && has(/^content\.xml$|^meta-inf\/manifest\.xml$/)) return 'ods';
  if (has(/^\[content_types\]\.xml$/) && has(/^_rels\/\.rels$/))
    return has(/^(word|ppt|visio)\//) ? 'office' : 'xlsx';
  if (has(/^index\/document\.iwa$|^index\.zip$/)) return 'office';
  return null;
}
