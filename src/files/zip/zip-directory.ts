import { unusableInput, type UserError } from '../../errors.js';
import type { SourceFile } from '../source.js';
import { allBytes, ByteCollector, type Bytes } from '../streams.js';

/** One file in a zip archive, as its table of contents has it. */
export interface ZipEntry {
  name: string;
  /** 0 stored, 8 deflated; others are not read. */
  method: number;
  isEncrypted: boolean;
  crc: number;
  compressedBytes: number;
  bytes: number;
  /** Where its local header is. */
  offset: number;
}

interface Tail {
  view: DataView;
  /** Where the tail begins in the file. */
  start: number;
}

/** The table of contents is looked for in so many bytes at the end of the archive; it is seldom longer than the first. */
const usualTail = 128 << 10;
const longestTail = 8 << 20;
const entryHeader = 46;
const fill32 = 0xffffffff;
const fill16 = 0xffff;

/**
 * The files in a zip archive (zip64 too), in the order of its table of contents, without folders. Reads an archive without
 * ranges through once. Errors: `broken_archive` for one that is cut off or whose table of contents does not hold together.
 */
export async function zipEntries(file: SourceFile): Promise<ZipEntry[]> {
  const usual = file.slice ? entriesIn(await tailOf(file, usualTail), file.name) : null;
  const entries = usual ?? entriesIn(await tailOf(file, longestTail), file.name);
  if (!entries) throw brokenZip(file.name, 'its table of contents does not hold together');
  return entries.filter((entry) => !/[/\\]$/.test(entry.name));
}

/** Null where the table of contents does not hold together, or begins before the tail. */
function entriesIn(tail: Tail, name: string): ZipEntry[] | null {
  try {
    const { offset, count, shift } = findDirectory(tail, name);
    return entriesAt(tail, offset, count, shift);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** The error for a zip archive that cannot be read to its end. */
export function brokenZip(name: string, why: string): UserError {
  const hint = 'Download or copy it again; if it stays so, unpack it and give the file in it.';
  return unusableInput('broken_archive', `${name} is a broken zip archive: ${why}.`, hint, { file: name });
}

async function tailOf(file: SourceFile, length: number): Promise<Tail> {
  if (file.slice && file.bytes !== null) {
    const start = Math.max(0, file.bytes - length);
    const { buffer } = await allBytes(file.slice(start, file.bytes));
    return { view: new DataView(buffer), start };
  }
  let kept: Bytes = new Uint8Array(0);
  const fresh = new ByteCollector();
  let total = 0;
  for await (const chunk of file.open()) {
    total += chunk.length;
    fresh.add(chunk);
    if (fresh.length >= length) kept = fresh.take();
  }
  const both = new ByteCollector();
  both.add(kept);
  both.add(fresh.take());
  const bytes = both.take();
  return { view: new DataView(bytes.buffer), start: total - bytes.length };
}

function findDirectory(tail: Tail, name: string): { offset: number; count: number; shift: number } {
  const end = endRecord(tail.view);
  if (end === -1) throw brokenZip(name, 'its end is missing, so it was cut off');
  const plain = {
    count: tail.view.getUint16(end + 10, true),
    size: tail.view.getUint32(end + 12, true),
    offset: tail.view.getUint32(end + 16, true),
  };
  const isZip64 = plain.count === fill16 || plain.size === fill32 || plain.offset === fill32;
  const { record, found } = isZip64 ? zip64Record(tail, end) : { record: end, found: plain };
  // bytes in front of the archive, such as those of a self-extracting one, move all that it says
  const shift = tail.start + record - (found.offset + found.size);
  if (shift < 0) throw brokenZip(name, 'bytes are missing in it');
  return { offset: found.offset + shift, count: found.count, shift };
}

function endRecord(view: DataView): number {
  const last = view.byteLength - 22;
  for (let at = last; at >= Math.max(0, last - fill16); at -= 1) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  return -1;
}

function zip64Record(tail: Tail, end: number) {
  const { view } = tail;
  if (view.getUint32(end - 20, true) !== 0x07064b50) throw new RangeError('no zip64 locator');
  const size = 56;
  let record = number64(view, end - 12) - tail.start;
  if (record + size > end || view.getUint32(record, true) !== 0x06064b50) record = end - 20 - size;
  if (view.getUint32(record, true) !== 0x06064b50) throw new RangeError('no zip64 record');
  const found = {
    count: number64(view, record + 32),
    size: number64(view, record + 40),
    offset: number64(view, record + 48),
  };
  return { record, found };
}

function entriesAt(tail: Tail, offset: number, count: number, shift: number): ZipEntry[] {
  const entries: ZipEntry[] = [];
  let at = offset - tail.start;
  for (let index = 0; index < count; index += 1) {
    if (tail.view.getUint32(at, true) !== 0x02014b50) throw new RangeError('no entry');
    const { entry, next } = entryAt(tail.view, at, shift);
    entries.push(entry);
    at = next;
  }
  return entries;
}

function entryAt(view: DataView, at: number, shift: number): { entry: ZipEntry; next: number } {
  const nameEnd = at + entryHeader + view.getUint16(at + 28, true);
  const extraEnd = nameEnd + view.getUint16(at + 30, true);
  const name = new Uint8Array(view.buffer, at + entryHeader, nameEnd - at - entryHeader);
  const sizes = [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)];
  const [bytes, compressedBytes, offset] = wideSizes(view, nameEnd, extraEnd, sizes);
  const entry: ZipEntry = {
    name: new TextDecoder().decode(name),
    method: view.getUint16(at + 10, true),
    isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
    crc: view.getUint32(at + 16, true),
    compressedBytes: compressedBytes ?? 0,
    bytes: bytes ?? 0,
    offset: (offset ?? 0) + shift,
  };
  return { entry, next: extraEnd + view.getUint16(at + 32, true) };
}

/** Sizes that do not fit stand, in their order, in the extra field for zip64. */
function wideSizes(view: DataView, start: number, end: number, sizes: readonly number[]): number[] {
  if (!sizes.includes(fill32)) return [...sizes];
  let at = start;
  while (at + 4 <= end && view.getUint16(at, true) !== 1) at += 4 + view.getUint16(at + 2, true);
  if (at + 4 > end) throw new RangeError('no zip64 sizes');
  at += 4;
  return sizes.map((size) => {
    if (size !== fill32) return size;
    at += 8;
    return number64(view, at - 8);
  });
}

function number64(view: DataView, at: number): number {
  const value = Number(view.getBigUint64(at, true));
  if (!Number.isSafeInteger(value)) throw new RangeError('too large');
  return value;
}
