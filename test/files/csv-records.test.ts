import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvRecords } from '../../src/files/csv/csv-records.js';
import { utf8Stream, type SourceFile } from '../../src/files/source.js';

// oxlint-disable-next-line typescript/require-await -- an async iterable of given chunks
async function* inChunks(bytes: Uint8Array, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  for (let start = 0, index = 0; start < bytes.length; index += 1) {
    const size = sizes[index % sizes.length] ?? 1;
    yield bytes.subarray(start, start + size);
    start += size;
  }
}

interface Shown {
  line: number;
  text: string;
  fault: string | null;
}

async function recordsOf(
  text: string,
  sizes: readonly number[] = [1 << 20],
  delimiter = ',',
): Promise<Shown[]> {
  const found: Shown[] = [];
  for await (const batch of csvRecords(inChunks(new TextEncoder().encode(text), sizes), delimiter)) {
    found.push(
      ...batch.map(({ line, bytes, fault }) => ({ line, text: new TextDecoder().decode(bytes), fault })),
    );
  }
  return found;
}

const sound = (line: number, text: string): Shown => ({ line, text, fault: null });
const neverClosed = 'a quote is opened and never closed';
const textFollows = 'text follows a closing quote';

describe('records of a CSV text', () => {
  it('end at LF, at CRLF, and at CR where there is no LF', async () => {
    expect(await recordsOf('a,b\nc,d\n')).toEqual([sound(1, 'a,b'), sound(2, 'c,d')]);
    expect(await recordsOf('a,b\r\nc,d\r\n')).toEqual([sound(1, 'a,b'), sound(2, 'c,d')]);
    expect(await recordsOf('a,b\rc,d')).toEqual([sound(1, 'a,b'), sound(2, 'c,d')]);
    expect(await recordsOf('a,b\r\nc,d\ne,f')).toEqual([sound(1, 'a,b'), sound(2, 'c,d'), sound(3, 'e,f')]);
    expect(await recordsOf('a\rb,c\nd')).toEqual([sound(1, 'a\rb,c'), sound(2, 'd')]);
  });

  it('keep line ends inside quotes and count them', async () => {
    expect(await recordsOf('"a\nb",c\n"d\r\n\r\ne"\nf')).toEqual([
      sound(1, '"a\nb",c'),
      sound(3, '"d\r\n\r\ne"'),
      sound(6, 'f'),
    ]);
    expect(await recordsOf('"a\rb",c\rd')).toEqual([sound(1, '"a\rb",c'), sound(3, 'd')]);
  });

  it('take a quote inside a plain field as text, and spaces round a quoted field as nothing', async () => {
    expect(await recordsOf('a"b,c\n  "d\ne"  ,f\n')).toEqual([sound(1, 'a"b,c'), sound(2, '  "d\ne"  ,f')]);
  });

  it('lose one physical line to a quote that is never closed', async () => {
    expect(await recordsOf('a,"b\nc,d\ne,f\n')).toEqual([
      { line: 1, text: 'a,"b', fault: neverClosed },
      sound(2, 'c,d'),
      sound(3, 'e,f'),
    ]);
    expect(await recordsOf('a,b\nc,"d')).toEqual([
      sound(1, 'a,b'),
      { line: 2, text: 'c,"d', fault: neverClosed },
    ]);
  });

  it('lose one physical line to text after a closing quote, also where the quote spanned lines', async () => {
    expect(await recordsOf('"a"b,c\nd,e\n')).toEqual([
      { line: 1, text: '"a"b,c', fault: textFollows },
      sound(2, 'd,e'),
    ]);
    expect(await recordsOf('a,"b\nc,"d"\ne,f\n')).toEqual([
      { line: 1, text: 'a,"b', fault: textFollows },
      sound(2, 'c,"d"'),
      sound(3, 'e,f'),
    ]);
    expect(await recordsOf('"a" "b",c\nd')).toEqual([
      { line: 1, text: '"a" "b",c', fault: textFollows },
      sound(2, 'd'),
    ]);
  });

  it('recover from every one of many stray quotes', async () => {
    const lines = Array.from({ length: 2000 }, (_, index) =>
      index % 3 === 1 ? `x,"${String(index)}` : 'a,b',
    );
    const found = await recordsOf(`${lines.join('\n')}\n`);
    expect(found.map(({ text }) => text)).toEqual(lines);
    expect(found.every(({ fault }, index) => (fault === null) === (index % 3 !== 1))).toBe(true);
  });

  it('are the same whatever the sizes of the chunks that the text comes in', async () => {
    const piece = fc.constantFrom(
      'a',
      ',',
      '"',
      '""',
      '\n',
      '\r\n',
      '\r',
      ' ',
      'é',
      '😀',
      '\u0000',
      '"x\ny"',
    );
    const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
    const sizes = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(text, sizes, async (csv, chunkSizes) => {
        expect(await recordsOf(csv, chunkSizes)).toEqual(await recordsOf(csv));
        expect(await recordsOf(csv, [1])).toEqual(await recordsOf(csv));
      }),
      { numRuns: 500, seed: 7 },
    );
  });

  it('are the same in chunks around 64 KB, and longer than the buffer', async () => {
    const lines = Array.from({ length: 9000 }, (_, index) => `row ${String(index)},"two\nlines",x`);
    const text = `${lines.join('\r\n')}\r\n"${'y'.repeat(300_000)}\n",z\r\n`;
    const whole = await recordsOf(text);
    expect(whole).toHaveLength(9001);
    expect(whole.at(-1)?.line).toBe(18001);
    for (const size of [997, 65_535, 65_536, 65_537, 131_072])
      expect(await recordsOf(text, [size])).toEqual(whole);
  });

  it('go by another delimiter', async () => {
    expect(await recordsOf('a;"b\nc"\nd,"e\n', [3], ';')).toEqual([sound(1, 'a;"b\nc"'), sound(3, 'd,"e')]);
  });
});

describe('the bytes of a file as UTF-8', () => {
  const source = (bytes: Uint8Array, size: number): SourceFile => ({
    name: 'x.csv',
    bytes: bytes.length,
    open: () =>
      new ReadableStream({
        async start(controller) {
          for await (const chunk of inChunks(bytes, [size])) controller.enqueue(new Uint8Array(chunk));
          controller.close();
        },
      }),
  });
  const read = async (bytes: Uint8Array, size: number, encoding: 'utf-8' | 'utf-16le' | 'windows-1252') => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of utf8Stream(source(bytes, size), { isGzip: false, encoding }))
      chunks.push(chunk);
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(Buffer.concat(chunks));
  };

  it.each([1, 2, 3, 5, 1000])('have no byte-order mark, in chunks of %i bytes', async (size) => {
    expect(await read(Buffer.from('\ufeffä,b'), size, 'utf-8')).toBe('ä,b');
    expect(await read(Buffer.from('\ufeffä,b', 'utf16le'), size, 'utf-16le')).toBe('ä,b');
    expect(await read(Buffer.from('ab'), size, 'utf-8')).toBe('ab');
    expect(await read(Buffer.from([0xe4, 0x80]), size, 'windows-1252')).toBe('ä€');
  });
});
