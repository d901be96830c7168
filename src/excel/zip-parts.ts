import { allBytes } from '../files/streams.js';
import { crc32 } from '../files/zip/crc32.js';

/** Gives the new text of a part from the old one. */
export type PartEdit = (text: string) => string;

/** One part of a zip. */
export interface Entry {
  name: string;
  /** Record of the central directory, local header and (compressed) content, as they stand in the file. */
  central: Uint8Array;
  header: Uint8Array;
  content: Uint8Array;
}

const centralMark = 0x02014b50;
/** Length of the record at the end of a zip without a comment. */
export const endLength = 22;
export const deflatedMethod = 8;

/**
 * Changes some parts of a zip; the others are copied as they are, still compressed, which keeps this cheap.
 * Takes a zip as the library writes it (no zip64, no comment, no data descriptors) and an edit for each part to change.
 * @throws Error for a part that is not there.
 */
export async function editParts(zip: Uint8Array, edits: ReadonlyMap<string, PartEdit>): Promise<Uint8Array> {
  const entries = readEntries(zip);
  const names = new Set(entries.map(({ name }) => name));
  const missing = [...edits.keys()].find((name) => !names.has(name));
  if (missing !== undefined) throw new Error(`the zip has no part ${missing}`);
  const changed = entries.map(async (entry) => {
    const edit = edits.get(entry.name);
    return edit ? await editEntry(entry, edit) : entry;
  });
  return joinEntries(await Promise.all(changed), zip.subarray(zip.length - endLength));
}

/** The parts of a zip, in the order of its directory. */
export function readEntries(zip: Uint8Array): Entry[] {
  const view = viewOf(zip);
  const entries: Entry[] = [];
  let at = view.getUint32(zip.length - 6, true);
  while (view.getUint32(at, true) === centralMark) {
    const entry = readEntry(zip, view, at);
    entries.push(entry);
    at += entry.central.length;
  }
  return entries;
}

function readEntry(zip: Uint8Array, view: DataView, at: number): Entry {
  const length = (offset: number) => view.getUint16(offset, true);
  const nameEnd = at + 46 + length(at + 28);
  const local = view.getUint32(at + 42, true);
  const start = local + 30 + length(local + 26) + length(local + 28);
  return {
    name: new TextDecoder().decode(zip.subarray(at + 46, nameEnd)),
    central: zip.slice(at, nameEnd + length(at + 30) + length(at + 32)),
    header: zip.slice(local, start),
    content: zip.subarray(start, start + view.getUint32(at + 20, true)),
  };
}

/** The text of a part. */
export async function textOf({ central, content }: Entry): Promise<string> {
  const packed = viewOf(central).getUint16(10, true) === deflatedMethod;
  const bytes = packed ? await through(content, new DecompressionStream('deflate-raw')) : content;
  return new TextDecoder().decode(bytes);
}

async function editEntry(entry: Entry, edit: PartEdit): Promise<Entry> {
  const text = new TextEncoder().encode(edit(await textOf(entry)));
  const content = await through(text, new CompressionStream('deflate-raw'));
  const sizes = [crc32(text), content.length, text.length];
  const central = patched(entry.central, 10, 16, sizes);
  return { ...entry, central, header: patched(entry.header, 8, 14, sizes), content };
}

function patched(record: Uint8Array, methodAt: number, sizesAt: number, sizes: number[]): Uint8Array {
  const copy = record.slice();
  const view = viewOf(copy);
  view.setUint16(methodAt, deflatedMethod, true);
  sizes.forEach((size, index) => view.setUint32(sizesAt + 4 * index, size, true));
  return copy;
}

async function through(
  bytes: Uint8Array,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array> {
  const piped = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(stream);
  return allBytes(piped);
}

function joinEntries(entries: Entry[], end: Uint8Array): Uint8Array {
  let offset = 0;
  for (const { central, header, content } of entries) {
    viewOf(central).setUint32(42, offset, true);
    offset += header.length + content.length;
  }
  const centrals = entries.map(({ central }) => central);
  const tail = end.slice();
  viewOf(tail).setUint32(12, lengthOf(centrals), true);
  viewOf(tail).setUint32(16, offset, true);
  return concatenated([...entries.flatMap(({ header, content }) => [header, content]), ...centrals, tail]);
}

export const lengthOf = (pieces: Uint8Array[]) => pieces.reduce((sum, piece) => sum + piece.length, 0);

export function concatenated(pieces: Uint8Array[]): Uint8Array {
  const all = new Uint8Array(lengthOf(pieces));
  let offset = 0;
  for (const piece of pieces) {
    all.set(piece, offset);
    offset += piece.length;
  }
  return all;
}

export const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
