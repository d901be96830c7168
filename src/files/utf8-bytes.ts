import type { SourceFile } from './source.js';
import { firstBytes, streamOf, type Bytes } from './streams.js';

/** The bytes of a text file in UTF-8 without a mark, turned from UTF-16 when its mark says so. */
export async function utf8Bytes(file: SourceFile): Promise<ReadableStream<Bytes>> {
  const [first, second, third] = await firstBytes(file.open(), 3);
  if (first === 0xff && second === 0xfe) return streamOf(() => transcoded(file, 'utf-16le'));
  if (first === 0xfe && second === 0xff) return streamOf(() => transcoded(file, 'utf-16be'));
  const hasMark = first === 0xef && second === 0xbb && third === 0xbf;
  return hasMark ? streamOf(() => behind(file, 3)) : file.open();
}

async function* transcoded(file: SourceFile, encoding: string): AsyncGenerator<Bytes> {
  const decoder = new TextDecoder(encoding);
  const encoder = new TextEncoder();
  for await (const chunk of file.open()) yield encoder.encode(decoder.decode(chunk, { stream: true }));
  yield encoder.encode(decoder.decode());
}

async function* behind(file: SourceFile, start: number): AsyncGenerator<Bytes> {
  let toSkip = start;
  for await (const chunk of file.open()) {
    const skipped = Math.min(toSkip, chunk.length);
    toSkip -= skipped;
    if (skipped < chunk.length) yield chunk.subarray(skipped);
  }
}
