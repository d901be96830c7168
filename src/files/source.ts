import { gunzipped } from './gzip.js';
import type { ParseSpreadsheet } from './spreadsheet/parsed-sheet.js';
import { boundedStream } from './unpacked-size.js';
import { firstBytes, joined, streamOf, type Bytes } from './streams.js';

/** A file to read. It can be opened more than once. */
export interface SourceFile {
  /** The name for messages and reports. */
  name: string;
  /** Size on disk; null where it cannot be known. */
  bytes: number | null;
  /** Where an engine on this machine finds the file; absent for a file that only exists as a stream. */
  path?: string;
  /** Where an engine in a browser finds the file; absent for a file that only exists as a stream. */
  blob?: Blob;
  /** A table on a server, which an engine reads there: `open` gives its first rows only. */
  isTable?: true;
  open: () => ReadableStream<Bytes>;
  /**
   * The bytes from one place up to another, as far as there are any, without those before; absent where a file can only be
   * read from its beginning. With it, `bytes` is known.
   */
  slice?: (from: number, to: number) => ReadableStream<Bytes>;
  /** It was found in a folder, and not named: left out of a report where it is no export. */
  isFound?: true;
  /** What the system says of the file now: another text after any change. Of a packed file, that of its archive. */
  state?: (() => Promise<string>) | undefined;
  /** The file as it is now, for another reading after a change. */
  renewed?: () => Promise<SourceFile>;
  /** How many bytes may be unpacked of it; absent: as many as exports of its size do. */
  mostUnpacked?: number | undefined;
  /** Has a spreadsheet read apart from this thread, where that can be stopped; absent where it is read here. */
  parseApart?: ParseSpreadsheet | undefined;
}

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** How the bytes of a file become UTF-8 text. */
export interface TextForm {
  isGzip: boolean;
  encoding: Encoding;
}

const gzipMagic = [0x1f, 0x8b];

/** The bytes of a file, unzipped, in UTF-8 and without a byte-order mark. */
export function utf8Stream(file: SourceFile, form: TextForm): ReadableStream<Uint8Array> {
  const bytes = unzipped(file, form.isGzip);
  if (form.encoding === 'utf-8') return bytes.pipeThrough(withoutMark());
  return bytes.pipeThrough(new TextDecoderStream(form.encoding)).pipeThrough(new TextEncoderStream());
}

/** The first bytes of a file as it is, `limit` at most; the rest is not read. */
export function headOf(file: SourceFile, limit: number): Promise<Bytes> {
  return firstBytes(bytesBetween(file, 0, limit), limit);
}

/** The bytes of a file from one place up to another, as far as there are any: gone to where that can be, else passed over. */
export function bytesBetween(file: SourceFile, from: number, to: number): ReadableStream<Bytes> {
  return file.slice?.(from, Math.min(to, file.bytes ?? to)) ?? streamOf(() => passedOver(file, from, to));
}

async function* passedOver(file: SourceFile, from: number, to: number): AsyncGenerator<Bytes> {
  let at = 0;
  for await (const chunk of file.open()) {
    const part = chunk.subarray(Math.max(0, from - at), Math.max(0, to - at));
    if (part.length > 0) yield part;
    at += chunk.length;
    if (at >= to) return;
  }
}

function unzipped(file: SourceFile, isGzip: boolean): ReadableStream<Bytes> {
  return isGzip ? boundedStream(file, gunzipped(file)) : file.open();
}

function withoutMark(): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  let held: Uint8Array<ArrayBuffer> | null = new Uint8Array(0);
  return new TransformStream({
    transform(chunk, controller) {
      if (!held) return controller.enqueue(chunk);
      const start = joined(held, chunk);
      held = start.length < 3 ? start : null;
      const hasMark = start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf;
      if (!held) controller.enqueue(hasMark ? start.subarray(3) : start);
    },
    flush(controller) {
      if (held?.length) controller.enqueue(held);
    },
  });
}

/** The first `limit` bytes of a file (unzipped), how it is written, and whether that is all of it. */
export async function readHead(
  file: SourceFile,
  limit: number,
): Promise<{ form: TextForm; bytes: Uint8Array<ArrayBuffer>; isWhole: boolean }> {
  const magic = await headOf(file, 2);
  const isGzip = gzipMagic.every((byte, index) => magic[index] === byte);
  const start = await firstBytes(unzipped(file, isGzip), limit + 1);
  const bytes = start.subarray(0, limit);
  const isWhole = start.length <= limit;
  return { form: { isGzip, encoding: encodingOf(bytes, isWhole) }, bytes, isWhole };
}

function encodingOf(bytes: Uint8Array, isWhole: boolean): Encoding {
  const utf16 = utf16Of(bytes);
  if (utf16) return utf16;
  return decodes(isWhole ? bytes : withoutCutCharacter(bytes)) || hasMultiByteText(bytes)
    ? 'utf-8'
    : 'windows-1252';
}

/** UTF-16 by its mark, or, without one, because every second byte of most characters is NUL. Null for other text. */
export function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const probed = bytes.subarray(0, 4096);
  const nuls = [0, 0];
  probed.forEach((byte, at) => {
    if (byte === 0) nuls[at % 2] = (nuls[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = nuls.map((count) => count / (probed.length / 2));
  if (odd > 0.7 && even < 0.1) return 'utf-16le';
  return even > 0.7 && odd < 0.1 ? 'utf-16be' : null;
}

function decodes(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** UTF-8 text with a few broken bytes still holds whole characters of two to four bytes; Windows-1252 text hardly does. */
function hasMultiByteText(bytes: Uint8Array): boolean {
  const decoded = new TextDecoder('utf-8').decode(bytes);
  const broken = decoded.match(/\uFFFD/g)?.length ?? 0;
  const whole = decoded.match(/[\u0080-\uFFFC]/g)?.length ?? 0;
  return whole > broken;
}

function withoutCutCharacter(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > 0 && bytes.length - end < 4 && ((bytes[end - 1] ?? 0) & 0xc0) === 0x80) end -= 1;
  return (bytes[end - 1] ?? 0) >= 0xc0 ? bytes.subarray(0, end - 1) : bytes;
}
