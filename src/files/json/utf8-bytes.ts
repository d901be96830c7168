import { bytesBetween, headOf, utf16Of, type SourceFile } from '../source.js';
import { streamOf, type Bytes } from '../streams.js';

/** The bytes of a text file in UTF-8 without a mark, turned from UTF-16 when its mark or its bytes say so. */
export async function utf8Bytes(file: SourceFile): Promise<ReadableStream<Bytes>> {
  const head = await headOf(file, 4096);
  const [first, second, third] = head;
  const utf16 = utf16Of(head);
  if (utf16) return streamOf(() => transcoded(file, utf16));
  const hasMark = first === 0xef && second === 0xbb && third === 0xbf;
  return hasMark ? bytesBetween(file, 3, Infinity) : file.open();
}

async function* transcoded(file: SourceFile, encoding: string): AsyncGenerator<Bytes> {
  const decoder = new TextDecoder(encoding);
  const encoder = new TextEncoder();
  for await (const chunk of file.open()) yield encoder.encode(decoder.decode(chunk, { stream: true }));
  yield encoder.encode(decoder.decode());
}
