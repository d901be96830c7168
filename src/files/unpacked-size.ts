import { unusableInput, type UserError } from '../errors.js';
import { streamOf, type Bytes } from './streams.js';

/** What is known of a file that is unpacked; see SourceFile. */
interface PackedFile {
  name: string;
  bytes: number | null;
  mostUnpacked?: number | undefined;
}

/** What any file may unpack to, and how many times its size a larger one may. */
const alwaysAllowed = 256 << 20;
const mostRatio = 100;

/** How many bytes a file may unpack to at most, all parts of it together; what is packed in it has its bound. */
export function mostUnpackedOf({ mostUnpacked, bytes }: Omit<PackedFile, 'name'>): number {
  return mostUnpacked ?? (bytes === null ? Infinity : Math.max(alwaysAllowed, bytes * mostRatio));
}

/** The bytes that were packed in a file, as far as there are no more than there may be; error: `zip_bomb`. */
export function boundedStream(file: PackedFile, unpacked: ReadableStream<Bytes>): ReadableStream<Bytes> {
  return streamOf(async function* () {
    const most = mostUnpackedOf(file);
    let length = 0;
    for await (const chunk of unpacked) {
      length += chunk.length;
      if (length > most) throw unpacksToTooMuch(file.name, most);
      yield chunk;
    }
  });
}

/** The error for a small file that stands for a large one. */
export function unpacksToTooMuch(name: string, most: number): UserError {
  const size = `${Math.round(most / 1e6).toLocaleString('en')} MB`;
  return unusableInput(
    'zip_bomb',
    `${name} unpacks to more than ${size}, far more than its size.`,
    'Exports do not compress like that. If you trust it, unpack it and give the file in it, or allow more: --max-unpacked 10GB',
    { file: name },
  );
}
