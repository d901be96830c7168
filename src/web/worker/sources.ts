import { blobSource } from '../../engines/duckdb-wasm/files.js';
import type { SourceFile } from '../../files/source.js';
import type { Bytes } from '../../files/streams.js';
import { sampleCsv } from '../../sample/sample.js';
import type { Input } from '../protocol.js';

/** How many bytes were read of a file since it was last read from its beginning. */
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

function counted(source: ReturnType<typeof blobSource>): CountedSource {
  const read: BytesRead = { name: source.name, bytes: 0 };
  const counting = (stream: ReadableStream<Bytes>): ReadableStream<Bytes> =>
    stream.pipeThrough(
      new TransformStream<Bytes, Bytes>({
        transform(chunk, controller) {
          read.bytes += chunk.length;
          controller.enqueue(chunk);
        },
      }),
    );
  const open: SourceFile['open'] = () => {
    read.bytes = 0;
    return counting(source.open());
  };
  const slice = (from: number, to: number): ReadableStream<Bytes> => {
    if (from === 0) read.bytes = 0;
    return counting(source.slice(from, to));
  };
  return { source: { ...source, open, slice }, read };
}
