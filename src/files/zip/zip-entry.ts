import { UserError } from '../../errors.js';
import { bytesBetween, type SourceFile } from '../source.js';
import { crc32 } from './crc32.js';
import { ByteCollector, streamOf, type Bytes } from '../streams.js';
import { brokenZip, type ZipEntry } from './zip-directory.js';

const localHeaderBytes = 30;
/** Behind it stand the name and what else is known of the file: two fields of less than so many bytes. */
const fieldBytes = 1 << 16;

/**
 * The unpacked bytes of one file in a zip archive, in bounded memory. The stream fails with `broken_archive` when the
 * archive is cut off, holds other bytes than its table of contents says, or their checksum is wrong.
 */
export function entryStream(file: SourceFile, entry: ZipEntry): ReadableStream<Bytes> {
  return streamOf(() => checked(inflated(file, entry), file, entry));
}

function inflated(file: SourceFile, entry: ZipEntry): ReadableStream<Bytes> {
  const packed = streamOf(() => packedBytes(file, entry));
  if (entry.method === 0) return packed;
  if (entry.method === 8) return packed.pipeThrough(new DecompressionStream('deflate-raw'));
  throw brokenZip(file.name, `${entry.name} is packed by method ${entry.method}, which is not read`);
}

async function* checked(
  unpacked: ReadableStream<Bytes>,
  file: SourceFile,
  entry: ZipEntry,
): AsyncGenerator<Bytes> {
  let length = 0;
  let crc = 0;
  try {
    for await (const chunk of unpacked) {
      length += chunk.length;
      if (length > entry.bytes) break;
      crc = crc32(chunk, crc);
      yield chunk;
    }
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw brokenZip(file.name, `${entry.name} in it cannot be unpacked to its end`);
  }
  if (length !== entry.bytes) throw brokenZip(file.name, `the size of ${entry.name} is not what it says`);
  if (crc !== entry.crc) throw brokenZip(file.name, `the checksum of ${entry.name} in it is wrong`);
}

/** The packed bytes of an entry: behind its local header, whose length only that header tells. */
async function* packedBytes(file: SourceFile, entry: ZipEntry): AsyncGenerator<Bytes> {
  const header = new ByteCollector();
  const end = entry.offset + localHeaderBytes + 2 * fieldBytes + entry.compressedBytes;
  let left = entry.compressedBytes;
  let isInData = false;
  for await (let chunk of bytesBetween(file, entry.offset, end)) {
    if (!isInData) {
      header.add(chunk);
      const behind = behindHeader(header, file.name);
      if (!behind) continue;
      isInData = true;
      chunk = behind;
    }
    const part = chunk.subarray(0, left);
    left -= part.length;
    if (part.length > 0) yield part;
    if (left === 0) return;
  }
  if (left > 0 || !isInData) throw brokenZip(file.name, `it ends before ${entry.name} does`);
}

/** What follows the local header, or null when the header is not complete yet. */
function behindHeader(header: ByteCollector, name: string): Bytes | null {
  if (header.length < localHeaderBytes) return null;
  const bytes = header.take();
  const view = new DataView(bytes.buffer);
  if (view.getUint32(0, true) !== 0x04034b50)
    throw brokenZip(name, 'its table of contents points to nothing');
  const end = localHeaderBytes + view.getUint16(26, true) + view.getUint16(28, true);
  if (bytes.length >= end) return bytes.subarray(end);
  header.add(bytes);
  return null;
}
