import { concatenated, viewOf } from '../zip-parts.js';

/** Compresses bytes as they come: gives a gzip stream without a file name. */
export type Gzip = (chunks: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>;

/** What a zip's directory says of a packed part. */
export interface Packed {
  crc: number;
  packedSize: number;
  size: number;
}

const headerLength = 10;
const trailerLength = 8;

/**
 * Packs texts for a zip. A gzip stream is what a zip holds between a header and a trailer with the checksum, so that
 * whatever makes gzip counts the checksum too.
 */
export async function* packedTexts(
  texts: AsyncIterable<string>,
  gzip: Gzip,
): AsyncGenerator<Uint8Array, Packed> {
  const counted = { size: 0 };
  let held: Uint8Array = new Uint8Array(0);
  let start = headerLength;
  let packedSize = 0;
  for await (const chunk of gzip(encoded(texts, counted))) {
    held = concatenated([held, chunk]);
    const end = held.length - trailerLength;
    if (end <= start) continue;
    if (start > 0) checkHeader(held);
    yield held.slice(start, end);
    packedSize += end - start;
    held = held.slice(end);
    start = 0;
  }
  return { crc: viewOf(held).getUint32(held.length - trailerLength, true), packedSize, size: counted.size };
}

/** Bytes that are packed together: each time costs a way to another thread and back. */
const pieceLength = 262_144;

async function* encoded(texts: AsyncIterable<string>, counted: { size: number }): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let piece = new Uint8Array(pieceLength);
  let used = 0;
  for await (const text of texts) {
    for (let rest = text; rest.length > 0;) {
      const { read, written } = encoder.encodeInto(rest, used === 0 ? piece : piece.subarray(used));
      used += written;
      counted.size += written;
      if (read === rest.length) break;
      rest = rest.slice(read);
      yield piece.subarray(0, used);
      piece = new Uint8Array(pieceLength);
      used = 0;
    }
  }
  yield piece.subarray(0, used);
}

function checkHeader(bytes: Uint8Array): void {
  const [first, second, method, flags] = bytes;
  if (first !== 0x1f || second !== 0x8b || method !== 8 || flags !== 0)
    throw new Error('not a gzip stream without a file name');
}

/** Compresses by what every JavaScript engine has. */
export async function* standardGzip(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const source = chunks[Symbol.asyncIterator]();
  const bytes = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      const next = await source.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value as Uint8Array<ArrayBuffer>);
    },
    async cancel() {
      await source.return?.();
    },
  });
  const reader = bytes.pipeThrough(new CompressionStream('gzip')).getReader();
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
  } finally {
    await reader.cancel();
  }
}
