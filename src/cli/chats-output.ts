import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Row } from '../report/report.js';

/** The same rows; tells how many were handed on before each batch. */
export async function* countedRows(
  chats: AsyncIterable<Row[]>,
  onCount: (rows: number) => void,
): AsyncGenerator<Row[]> {
  let rows = 0;
  for await (const batch of chats) {
    onCount(rows);
    yield batch;
    rows += batch.length;
  }
}

/** Compresses at a level that keeps up with the writing of a million rows. */
export async function* quickGzip(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const gzip = createGzip({ level: 2, chunkSize: 65_536 });
  const fed = pipeline(Readable.from(chunks), gzip);
  // the same error comes out of what is read
  fed.catch(() => undefined);
  for await (const bytes of gzip) yield bytes as Uint8Array;
  await fed;
}
