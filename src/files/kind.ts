import { jsonKind } from './json/json-kind.js';
import { isEncryptedWorkbook, isOle2 } from './ole2.js';
import { packageKind } from './package-kind.js';
import { zipEntries } from './zip/zip-directory.js';
import { headOf, utf16Of, type SourceFile } from './source.js';
import type { FileKind } from './kinds.js';

/** How many bytes of a file's beginning tell its kind. */
const headBytes = 65_536;

const signatures: readonly [text: string, kind: FileKind][] = [
  ['\x1f\x8b', 'gzip'],
  ['\x28\xb5\x2f\xfd', 'zstd'],
  ['PK\x03\x04', 'zip'],
  ['PK\x05\x06', 'zip'],
  ['PK\x07\x08', 'zip'],
  ['PAR1', 'parquet'],
  ['PARE', 'parquet'],
  ['%PDF-', 'pdf'],
  ['\x89PNG\r\n', 'image'],
  ['\xff\xd8\xff', 'image'],
  ['GIF87a', 'image'],
  ['GIF89a', 'image'],
  ['RIFF', 'image'],
  ['Rar!\x1a', 'archive'],
  ["7z\xbc\xaf'\x1c", 'archive'],
  ['\xfd7zXZ\0', 'archive'],
  ['BZh', 'archive'],
  ['\x04\x22\x4d\x18', 'archive'],
  ['{\\rtf', 'office'],
  ['SQLite format 3\0', 'binary'],
  ['\x7fELF', 'binary'],
  ['ARROW1\0\0', 'binary'],
  ['Obj\x01', 'binary'],
];

/**
 * What kind of file this is: by its first bytes, by its name where they leave it open, and a zip archive by its table of
 * contents; errors as those of reading that.
 */
export async function kindOf(file: SourceFile): Promise<FileKind> {
  const kind = kindOfHead(await headOf(file, headBytes), file.name);
  if (kind !== 'zip') return kind;
  const entries = await zipEntries(file);
  return packageKind(entries.map((entry) => entry.name)) ?? 'zip';
}

function kindOfHead(head: Uint8Array, name: string): FileKind {
  if (isOle2(head)) return isEncryptedWorkbook(head, name) ? 'encrypted_workbook' : 'xls';
  const known = signatures.find(([text]) => startsWith(head, text));
  if (known) return known[1];
  if (isSkippableFrame(head)) return 'zstd';
  if (isTarArchive(head)) return 'archive';
  return textKind(head, name);
}

function startsWith(head: Uint8Array, text: string): boolean {
  return head.length >= text.length && [...text].every((char, at) => head[at] === char.charCodeAt(0));
}

/** A zstd file may begin with a frame to be passed over. */
function isSkippableFrame(head: Uint8Array): boolean {
  return ((head[0] ?? 0) & 0xf0) === 0x50 && startsWith(head.subarray(1), '\x2a\x4d\x18');
}

function isTarArchive(head: Uint8Array): boolean {
  return startsWith(head.subarray(257), 'ustar');
}

function textKind(head: Uint8Array, name: string): FileKind {
  if (startsWith(head, '\xff\xfe\0\0') || startsWith(head, '\0\0\xfe\xff')) return 'utf_32';
  const utf16 = utf16Of(head);
  if (utf16) return markupKind(new TextDecoder(utf16).decode(head), name);
  if (isBinary(head)) return 'binary';
  return markupKind(new TextDecoder().decode(head), name);
}

function markupKind(text: string, name: string): FileKind {
  const start = text.trimStart();
  if (/^<(!doctype html|html|head|body|table|meta|style|div|\?xml|!--|\w+:?Workbook)\b|^<!--/i.test(start))
    return elementsKind(start);
  if (/^ID;P[^\r\n]*\r?\n[BCEFOPW];/.test(start)) return 'sylk';
  if (/^TABLE\r?\n0,1\r?\n"/.test(start)) return 'dif';
  return jsonKind(start, name) ?? 'text';
}

/** Which table a text of elements is; `html` where it is none. */
function elementsKind(text: string): FileKind {
  if (text.includes('urn:schemas-microsoft-com:office:spreadsheet') && /<(?:\w+:)?Workbook\b/.test(text))
    return 'xml_2003';
  if (text.includes('urn:oasis:names:tc:opendocument') && /<(?:\w+:)?document\b/.test(text)) return 'fods';
  return /<table\b/i.test(text) ? 'html_table' : 'html';
}

/** Control characters that stand between fields in some exports, and so many times in a text. */
function isSeparator(byte: number): boolean {
  return byte === 0x01 || byte === 0x1f;
}

/** Text may hold a stray control character, UTF-16 and UTF-32 without a mark a NUL in most characters; binary data holds all sorts. */
function isBinary(head: Uint8Array): boolean {
  let controls = 0;
  let nuls = 0;
  for (const byte of head) {
    if (byte === 0) nuls += 1;
    else if (byte < 0x20 && !isSeparator(byte) && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1b)
      controls += 1;
  }
  const share = nuls / Math.max(head.length, 1);
  return controls > head.length / 50 + 1 || (share > 0.1 && share < 0.4) || share > 0.8;
}
