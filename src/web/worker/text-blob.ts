/** Pieces of a file are handed to the browser when they are so long together. */
const pieceLength = 4 << 20;

/** A file made of pieces: only few of them are held, the browser keeps the rest. */
export async function blobOf(
  pieces: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>,
  type: string,
): Promise<Blob> {
  const blobs: Blob[] = [];
  let held: BlobPart[] = [];
  let length = 0;
  for await (const piece of pieces) {
    held.push(piece as BlobPart);
    length += piece.length;
    if (length < pieceLength) continue;
    blobs.push(new Blob(held));
    held = [];
    length = 0;
  }
  return new Blob([...blobs, ...held], { type });
}
