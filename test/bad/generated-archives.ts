import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { strToU8, zipSync, type Zippable } from 'fflate';
import type { MakeFile } from './generated.js';
import { csv } from './rows.js';

const inZip = (files: Zippable): Buffer => Buffer.from(zipSync(files));
const export_ = strToU8(csv());
const one = (): Buffer => inZip({ 'chats.csv': export_ });
const large = Buffer.from(csv().repeat(200));

/** The bytes with some in the middle changed. */
function damaged(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  const middle = Math.floor(copy.length / 2);
  for (let at = middle; at < middle + 8; at += 1) copy[at] = (copy[at] ?? 0) ^ 0xff;
  return copy;
}

const cut = (bytes: Buffer): Buffer => bytes.subarray(0, Math.floor(bytes.length / 2));

/** The archive with the mark of encryption in both headers of its file. */
function encrypted(archive: Buffer): Buffer {
  const copy = Buffer.from(archive);
  copy[6] = 1;
  copy[copy.indexOf('PK\x01\x02') + 8] = 1;
  return copy;
}

function nested(depth: number): Buffer {
  const inner = depth === 0 ? one() : nested(depth - 1);
  return inZip({ [`level-${depth}.zip`]: inner });
}

const bytes =
  (make: () => Uint8Array): MakeFile =>
  (path) =>
    writeFileSync(path, make());

export const archives: Record<string, MakeFile> = {
  'zip-cut-off': bytes(() => cut(one())),
  'zip-of-two': bytes(() => inZip({ 'january.csv': export_, 'february.csv': export_ })),
  'zip-of-none': bytes(() => inZip({})),
  'zip-of-pictures': bytes(() => inZip({ 'chart.png': strToU8('\x89PNG\r\n\x1a\n', true) })),
  'zip-encrypted': bytes(() => encrypted(one())),
  'zip-in-zip-in-zip': bytes(() => nested(3)),
  'zip-bomb': bytes(() => zipSync({ 'chats.csv': new Uint8Array(300 << 20) }, { level: 1 })),
  'zip-wrong-checksum': bytes(() => {
    const archive = Buffer.from(zipSync({ 'chats.csv': export_ }, { level: 0 }));
    archive[archive.indexOf('Ravi')] = 0x44;
    return archive;
  }),
  'gzip-cut-off': bytes(() => cut(gzipSync(large))),
  'gzip-damaged': bytes(() => damaged(gzipSync(large))),
  'gzip-bomb': bytes(() => gzipSync(Buffer.alloc(500 << 20), { level: 1 })),
  'gzip-of-nothing': bytes(() => gzipSync('')),
};
