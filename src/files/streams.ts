export type Bytes = Uint8Array<ArrayBuffer>;

/** A stream that takes its chunks from a generator only as they are asked for, and ends it when cancelled. */
export function streamOf(chunks: () => AsyncGenerator<Bytes>): ReadableStream<Bytes> {
  let source: AsyncGenerator<Bytes> | undefined;
  return new ReadableStream<Bytes>(
    {
      async pull(controller) {
        source ??= chunks();
        const next = await source.next();
        if (next.done) controller.close();
        else controller.enqueue(next.value);
      },
      async cancel() {
        await source?.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}

/** Collects chunks into one array of bytes. */
export class ByteCollector {
  length = 0;
  private chunks: Uint8Array[] = [];

  add(chunk: Uint8Array): void {
    this.chunks.push(chunk);
    this.length += chunk.length;
  }

  /** Everything collected; the collector starts anew. */
  take(): Bytes {
    const bytes = new Uint8Array(this.length);
    let offset = 0;
    for (const chunk of this.chunks) {
      bytes.set(chunk, offset);
      offset += chunk.length;
    }
    this.chunks = [];
    this.length = 0;
    return bytes;
  }
}

/** Two pieces as one. */
export function joined(first: Uint8Array, second: Uint8Array): Bytes {
  const collector = new ByteCollector();
  collector.add(first);
  collector.add(second);
  return collector.take();
}

/** The first bytes of a stream, `limit` at most; the rest is not read. */
export async function firstBytes(stream: ReadableStream<Bytes>, limit: number): Promise<Bytes> {
  const head = new ByteCollector();
  for await (const chunk of stream) {
    head.add(chunk);
    if (head.length >= limit) break;
  }
  return head.take().slice(0, limit);
}

/** All bytes of a stream. (`new Response(stream)` would first load all of Node's HTTP client.) */
export async function allBytes(stream: ReadableStream<Uint8Array>): Promise<Bytes> {
  const all = new ByteCollector();
  for await (const chunk of stream) all.add(chunk);
  return all.take();
}

/** The text of bytes, or null when they are not UTF-8. A byte-order mark stays in the text. */
export function utf8Text(bytes: Uint8Array): string | null {
  try {
    return strictUtf8.decode(bytes);
  } catch {
    return null;
  }
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
