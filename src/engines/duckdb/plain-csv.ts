const NUL = 0x00;
const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;

/**
 * True when the bytes of a CSV file hold nothing that readers of CSV take differently although none complains: a space
 * beside a quote, a CR that is no part of a CRLF, and a NUL.
 */
export async function readsOneWay(chunks: AsyncIterable<Uint8Array>): Promise<boolean> {
  let last = LF;
  for await (const chunk of chunks) {
    if (chunk.length === 0) continue;
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
    if (isDoubtful(last, bytes[0] ?? LF) || isDoubtfulWithin(bytes)) return false;
    last = bytes.at(-1) ?? LF;
  }
  return last !== CR;
}

function isDoubtful(first: number, second: number): boolean {
  if (first === CR) return second !== LF;
  return (first === QUOTE && second === SPACE) || (first === SPACE && second === QUOTE);
}

function isDoubtfulWithin(bytes: Buffer): boolean {
  if (bytes.includes(NUL)) return true;
  if (bytes.includes(QUOTE) && (bytes.includes('" ') || bytes.includes(' "'))) return true;
  let found = bytes.indexOf(CR);
  while (found !== -1 && (found + 1 === bytes.length || bytes[found + 1] === LF)) {
    found = bytes.indexOf(CR, found + 1);
  }
  return found !== -1;
}
