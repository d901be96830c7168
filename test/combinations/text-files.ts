import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import type { Table } from './made-up.js';

export const delimiters = { comma: ',', semicolon: ';', tab: '\t', pipe: '|' } as const;
export const lineEnds = { LF: '\n', CRLF: '\r\n' } as const;

/** A table as delimited text; a field is quoted where it must be, for any delimiter. */
export function delimited({ headings, rows }: Table, delimiter: string, lineEnd: string): string {
  const field = (text: string): string =>
    /[",;|\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  return [headings, ...rows].map((row) => `${row.map(field).join(delimiter)}${lineEnd}`).join('');
}

const mark = '\uFEFF';

export const encodings: Record<string, (text: string) => Uint8Array> = {
  'utf-8': (text) => Buffer.from(text),
  'utf-8 with mark': (text) => Buffer.from(mark + text),
  'utf-16le with mark': (text) => Buffer.from(mark + text, 'utf16le'),
  'utf-16be with mark': (text) => Buffer.from(mark + text, 'utf16le').swap16(),
  'windows-1252': windows1252,
};

const decoder = new TextDecoder('windows-1252');
// Without `stream`, Node 20 takes it for Latin-1.
const characterOf = (byte: number): string => decoder.decode(Uint8Array.of(byte), { stream: true });
const byteOf = new Map(Array.from({ length: 256 }, (_, byte) => [characterOf(byte), byte]));

function windows1252(text: string): Uint8Array {
  const bytes = [...text].map((character) => byteOf.get(character));
  if (bytes.includes(undefined)) throw new Error('There is a character that Windows-1252 does not have.');
  return Uint8Array.from(bytes as number[]);
}

export const packings: Record<string, { ending: string; pack: (bytes: Uint8Array) => Uint8Array }> = {
  plain: { ending: '', pack: (bytes) => bytes },
  gz: { ending: '.gz', pack: (bytes) => gzipSync(bytes) },
  zst: { ending: '.zst', pack: zstd },
  zip: { ending: '.zip', pack: (bytes) => zipSync({ 'export/chats.csv': bytes }) },
};

const largestBlock = 128 * 1024;

/** A zstd frame by RFC 8878 whose blocks hold the bytes as they are. */
function zstd(bytes: Uint8Array): Uint8Array {
  const head = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0xa0, 0, 0, 0, 0]);
  head.writeUInt32LE(bytes.length, 5);
  const blocks: Uint8Array[] = [head];
  for (let at = 0; at < bytes.length; at += largestBlock) {
    const block = bytes.subarray(at, at + largestBlock);
    const isLast = at + largestBlock >= bytes.length;
    const size = Buffer.alloc(3);
    size.writeUIntLE(block.length * 8 + Number(isLast), 0, 3);
    blocks.push(size, block);
  }
  return Buffer.concat(blocks);
}
