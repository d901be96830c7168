import type { FileKind } from '../kinds.js';

const localHeader = 0x04034b50;
const emptyArchive = 0x06054b50;
const spannedArchive = 0x08074b50;

/** Do these bytes begin a zip archive? */
export function isZip(head: Uint8Array): boolean {
  const signature = head.length < 4 ? 0 : view(head).getUint32(0, true);
  return signature === localHeader || signature === emptyArchive || signature === spannedArchive;
}

/** The names of the entries whose headers lie in the first bytes of a zip archive, with the mimetype that ODF stores there. */
export function zipHeadNames(head: Uint8Array): string[] {
  const names: string[] = [];
  const bytes = view(head);
  for (let at = 0; at + 30 <= head.length; at += 1) {
    if (head[at] !== 0x50 || bytes.getUint32(at, true) !== localHeader) continue;
    const end = at + 30 + bytes.getUint16(at + 26, true);
    names.push(new TextDecoder().decode(head.subarray(at + 30, end)));
    at = end - 1;
  }
  return names;
}

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

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
