import { unusableInput } from '../../errors.js';
import { mention } from '../../options/mention.js';
import {
  deflatedMethod,
  endLength,
  lengthOf,
  readEntries,
  textOf,
  viewOf,
  type Entry,
} from '../zip-parts.js';
import { packedTexts, type Gzip, type Packed } from './gzip.js';

/** Gives the new text of a part, piece by piece, from the old one. */
export type PartStream = (part: string) => AsyncIterable<string>;

/** A zip counts with 32 bits; what counts with 64 makes some programs offer a repair. */
const largest = 0xffffffff;
/** Says that checksum and sizes follow the content. */
const sizesFollow = 8;
const descriptorMark = 0x08074b50;
const descriptorLength = 16;

/**
 * Changes some parts of a zip while it is handed on: only pieces of them are held. The others are copied as they are.
 * Takes a zip as `editParts` gives it.
 * @throws UserError when a part or the file gets larger than 4 GiB.
 */
export async function* streamParts(
  zip: Uint8Array,
  streams: ReadonlyMap<string, PartStream>,
  gzip: Gzip,
): AsyncGenerator<Uint8Array> {
  const entries = readEntries(zip);
  let offset = 0;
  for (const entry of entries) {
    viewOf(entry.central).setUint32(42, checked(offset), true);
    const stream = streams.get(entry.name);
    offset += stream ? yield* streamedEntry(entry, stream, gzip) : yield* copiedEntry(entry);
  }
  yield* directory(entries, zip.slice(zip.length - endLength), offset);
}

/** Hands on a part as it is; gives its length in the file. */
function* copiedEntry({ header, content }: Entry): Generator<Uint8Array, number> {
  yield header;
  yield content;
  return header.length + content.length;
}

async function* streamedEntry(
  entry: Entry,
  stream: PartStream,
  gzip: Gzip,
): AsyncGenerator<Uint8Array, number> {
  const { header, central } = entry;
  const old = await textOf(entry);
  describe(header, 6, { crc: 0, packedSize: 0, size: 0 });
  yield header;
  const packed = yield* packedTexts(stream(old), gzip);
  describe(central, 8, packed);
  yield descriptor(packed);
  return header.length + packed.packedSize + descriptorLength;
}

/** Writes how a part is packed into a record of it, whose flags stand at a place. */
function describe(record: Uint8Array, flagsAt: number, packed: Packed): void {
  const view = viewOf(record);
  view.setUint16(flagsAt, view.getUint16(flagsAt, true) | sizesFollow, true);
  view.setUint16(flagsAt + 2, deflatedMethod, true);
  setSizes(view, flagsAt + 8, packed);
}

function descriptor(packed: Packed): Uint8Array {
  const view = new DataView(new ArrayBuffer(descriptorLength));
  view.setUint32(0, descriptorMark, true);
  setSizes(view, 4, packed);
  return new Uint8Array(view.buffer);
}

function setSizes(view: DataView, at: number, { crc, packedSize, size }: Packed): void {
  view.setUint32(at, crc, true);
  view.setUint32(at + 4, checked(packedSize), true);
  view.setUint32(at + 8, checked(size), true);
}

function* directory(entries: Entry[], end: Uint8Array, offset: number): Generator<Uint8Array> {
  const centrals = entries.map(({ central }) => central);
  yield* centrals;
  viewOf(end).setUint32(12, lengthOf(centrals), true);
  viewOf(end).setUint32(16, checked(offset), true);
  yield end;
}

function checked(size: number): number {
  if (size <= largest) return size;
  throw unusableInput(
    'workbook_too_large',
    'The texts of the chats are too long for a workbook: a sheet or the whole file is larger than 4 GiB.',
    `Write them as CSV: ${mention('format', 'csv -o FOLDER')}`,
  );
}
