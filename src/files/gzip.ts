import { UserError, unusableInput } from '../errors.js';
import { streamOf, type Bytes } from './streams.js';

interface PackedFile {
  name: string;
  open: () => ReadableStream<Bytes>;
}

/** What is packed in a gzip file. Errors, also late in the stream: `broken_archive`, and those of opening the file. */
export function gunzipped(file: PackedFile): ReadableStream<Bytes> {
  return streamOf(() => gunzippedBytes(file));
}

async function* gunzippedBytes(file: PackedFile): AsyncGenerator<Bytes> {
  try {
    yield* file.open().pipeThrough(new DecompressionStream('gzip'));
  } catch (error) {
    if (error instanceof UserError) throw error;
    const hint = 'Download or copy it again; if it stays so, unpack it and give the file in it.';
    const message = `${file.name} is a broken gzip file: it was cut off, or bytes in it are wrong.`;
    throw unusableInput('broken_archive', message, hint, { file: file.name });
  }
}
