import { unusableInput, type UserError } from '../../errors.js';
import type { SourceFile } from '../../files/source.js';
import { streamOf, type Bytes } from '../../files/streams.js';

/** A file that was dropped on the page, chosen or pasted. */
export function blobSource(blob: Blob, name: string): SourceFile & Required<Pick<SourceFile, 'slice'>> {
  const stream = (part: Blob): ReadableStream<Bytes> => streamOf(() => chunksOf(part, name));
  const slice = (from: number, to: number): ReadableStream<Bytes> => stream(blob.slice(from, to));
  return { name, bytes: blob.size, blob, open: () => stream(blob), slice };
}

/** How much is read at a time. */
const chunkBytes = 1 << 20;

async function* chunksOf(blob: Blob, name: string): AsyncGenerator<Bytes> {
  for (let start = 0; start < blob.size; start += chunkBytes) {
    yield await bytesOf(blob.slice(start, start + chunkBytes), name);
  }
}

async function bytesOf(blob: Blob, name: string): Promise<Bytes> {
  try {
    return new Uint8Array(await blob.arrayBuffer());
  } catch (error) {
    throw cannotRead(name, error);
  }
}

/** What it means for people that a chosen file cannot be read. */
export function cannotRead(name: string, error: unknown): UserError {
  return unusableInput(
    'cannot_read',
    `${name} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    'Was it moved or changed since it was chosen? Choose it again.',
    { file: name },
  );
}
