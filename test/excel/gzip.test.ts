import { Readable } from 'node:stream';
import { crc32, inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { packedTexts, standardGzip, type Packed } from '../../src/excel/chats/gzip.js';
import { quickGzip } from '../../src/cli/chats-output.js';

async function packed(texts: string[]): Promise<{ content: Buffer; told: Packed }[]> {
  return Promise.all(
    [standardGzip, quickGzip].map(async (gzip) => {
      const pieces: Uint8Array[] = [];
      const stream = packedTexts(Readable.from(texts), gzip);
      for (let next = await stream.next(); ; next = await stream.next()) {
        if (next.done) return { content: Buffer.concat(pieces), told: next.value };
        pieces.push(next.value);
      }
    }),
  );
}

describe('texts packed for a zip', () => {
  const long = 'a€🙂'.repeat(100_000);
  it.each([
    ['are none at all', []],
    ['are short', ['<row>', '', 'é</row>']],
    [
      'are longer than what is packed at once, with characters on its edges',
      ['b', long, `c${long}`, `dd${long}`],
    ],
    ['hold half a character', ['\uD83D', 'x']],
  ])('come out as they were, with size and checksum, where they %s', async (_, texts) => {
    const bytes = Buffer.concat(texts.map((text) => Buffer.from(text)));
    for (const { content, told } of await packed(texts)) {
      expect(inflateRawSync(content).equals(bytes)).toBe(true);
      expect(told).toEqual({ crc: crc32(bytes), packedSize: content.length, size: bytes.length });
    }
  });
});
