import { blobSource } from '../../engines/duckdb-wasm/files.js';
import type { SourceFile } from '../../files/source.js';
import { sampleCsv } from '../../sample/sample.js';
import type { Input } from '../protocol.js';

/** How many bytes were read of a file since it was opened last. */
export interface BytesRead {
  name: string;
  bytes: number;
}

/** A file of the page, and how far it is read. */
export interface CountedSource {
  source: SourceFile;
  read: BytesRead;
}

/** The files of an input, by the names they have for messages: two of one name are told apart. */
export function sourcesOf(input: Input): CountedSource[] {
  const files =
    'files' in input ? input.files : [{ name: 'sample.csv', blob: sampleBlob(input.sampleChats) }];
  const seen = new Map<string, number>();
  return files.map(({ name, blob }) => {
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return counted(blobSource(blob, times === 1 ? name : `${name} (${String(times)})`));
  });
}

function sampleBlob(chats: number): Blob {
  return new Blob([...sampleCsv({ chats, seed: 1 })], { type: 'text/csv' });
}

function counted(source: SourceFile): CountedSource {
  const read: BytesRead = { name: source.name, bytes: 0 };
  const open = (): ReadableStream<Uint8Array<ArrayBuffer>> => {
    read.bytes = 0;
    return source.open().pipeThrough(
      new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
        transform(chunk, controller) {
          read.bytes += chunk.length;
          controller.enqueue(chunk);
        },
      }),
    );
  };
  return { source: { ...source, open }, read };
}
