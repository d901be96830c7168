import type { SourceFile } from '../chats/source.js';
import { firstBytes, streamOf, type Bytes } from './streams.js';

/** The bytes of a text file in UTF-8 without a mark, turned from UTF-16 when its mark says so. */
export async function utf8Bytes(file: SourceFile): Promise<ReadableStream<Bytes>> {
  const [first, second, third] = await firstBytes(file.open(), 3);
  if (first === 0xff && second === 0xfe) return transcoded(file, 'utf-16le');
  if (first === 0xfe && second === 0xff) return transcoded(file, 'utf-16be');
  const hasMark = first === 0xef && second === 0xbb && third === 0xbf;
  return hasMark ? streamOf(() => behind(file, 3)) : file.open();
}

function transcoded(file: SourceFile, encoding: string): ReadableStream<Bytes> {
  return file.open().pipeThrough(new TextDecoderStream(encoding)).pipeThrough(new TextEncoderStream());
}

async function* behind(file: SourceFile, start: number): AsyncGenerator<Bytes> {
  let toSkip = start;
  for await (const chunk of file.open()) {
    const skipped = Math.min(toSkip, chunk.length);
    toSkip -= skipped;
    if (skipped < chunk.length) yield chunk.subarray(skipped);
  }
}
