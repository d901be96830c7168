const NUL = 0x00;
const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;
const EQUALS = 0x3d;
/** What stands before the first sign of a cell: a delimiter, a quote or a line end. */
const cellStarts = [QUOTE, LF, CR, ...Array.from(',;\t|', (sign) => sign.charCodeAt(0))];
const isCellStart = (byte: number | undefined): boolean => byte === undefined || cellStarts.includes(byte);

/**
 * True when the bytes of a CSV file hold nothing that readers of CSV take differently although none complains: a space
 * beside a quote, a CR that is no part of a CRLF, and a NUL; nor a cell such as `="0012"`, which is read without its wrapping.
 */
export async function readsOneWay(chunks: AsyncIterable<Uint8Array>): Promise<boolean> {
  let last = LF;
  for await (const bytes of chunks) {
    if (bytes.length === 0) continue;
    if (isDoubtful(last, bytes[0] ?? LF) || isDoubtfulWithin(bytes)) return false;
    last = bytes.at(-1) ?? LF;
  }
  return last !== CR;
}

function isDoubtful(first: number, second: number): boolean {
  if (first === CR) return second !== LF;
  return (first === QUOTE && second === SPACE) || (first === SPACE && second === QUOTE);
}

/** The searches are those of Buffer where the bytes are one: many times faster than a loop. */
function isDoubtfulWithin(bytes: Uint8Array): boolean {
  if (bytes.includes(NUL) || hasLoneCr(bytes)) return true;
  const quote = bytes.indexOf(QUOTE);
  return quote !== -1 && hasSpacedQuote(bytes, quote);
}

/** A CR at the very end is looked at with the next bytes. */
function hasLoneCr(bytes: Uint8Array): boolean {
  let found = bytes.indexOf(CR);
  while (found !== -1 && (found + 1 === bytes.length || bytes[found + 1] === LF)) {
    found = bytes.indexOf(CR, found + 1);
  }
  return found !== -1;
}

function hasSpacedQuote(bytes: Uint8Array, first: number): boolean {
  for (let at = first; at !== -1; at = bytes.indexOf(QUOTE, at + 1)) {
    if (bytes[at - 1] === SPACE || bytes[at + 1] === SPACE) return true;
    if (bytes[at - 1] === EQUALS && isCellStart(bytes[at - 2])) return true;
  }
  return false;
}
