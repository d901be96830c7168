import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';

/** What the system says of a file, as text; any change of the file changes one of these. */
export interface FileState {
  size: string;
  /** Moments of the last change of the content and of the file's entry, in nanoseconds since 1970. */
  mtime: string;
  ctime: string;
  inode: string;
}

export async function fileState(path: string): Promise<FileState> {
  const { size, mtimeNs, ctimeNs, ino } = await stat(path, { bigint: true });
  return { size: String(size), mtime: String(mtimeNs), ctime: String(ctimeNs), inode: String(ino) };
}

export function isSameState(one: FileState, other: FileState): boolean {
  return (
    one.size === other.size &&
    one.mtime === other.mtime &&
    one.ctime === other.ctime &&
    one.inode === other.inode
  );
}

/** SHA-256 of a file's content. */
export async function contentHash(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash);
  return hash.digest('hex');
}
