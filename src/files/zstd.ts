import { Decompress } from 'fzstd';
import { unusableInput } from '../errors.js';
import type { SourceFile } from './source.js';
import type { Bytes } from './streams.js';

/** Four packed bytes can stand for 128 KB, so little is unpacked at a time. */
const packedAtATime = 512;

/** The unpacked bytes of a zstd file (several frames too); `broken_archive` when it is cut off or not zstd. */
export async function* zstdBytes(file: SourceFile): AsyncGenerator<Bytes> {
  let out: Bytes[] = [];
  const decompressor = new Decompress((chunk) => out.push(chunk.slice()));
  for await (const chunk of file.open()) {
    for (let at = 0; at < chunk.length; at += packedAtATime) {
      push(decompressor, chunk.slice(at, at + packedAtATime), file.name, false);
      yield* out;
      out = [];
    }
  }
  push(decompressor, new Uint8Array(0), file.name, true);
  yield* out;
}

function push(decompressor: Decompress, bytes: Bytes, name: string, isLast: boolean): void {
  try {
    decompressor.push(bytes, isLast);
  } catch {
    const hint = 'Download or copy it again; if it stays so, unpack it with zstd -d and give the file in it.';
    const message = `${name} is a broken zstd file: it was cut off, or bytes in it are wrong.`;
    throw unusableInput('broken_archive', message, hint, { file: name });
  }
}
