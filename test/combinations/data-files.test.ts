import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { iso, objectsOf, textObjectsOf, writeTextParquet, writeTypedParquet } from './data-files.js';
import { madeUp, withDates } from './made-up.js';
import { folder, reader, type ReadTable } from './tables.js';
import { delimited, encodings } from './text-files.js';

const write = folder();
const read = reader();
let csv = '';
let expected: ReadTable;
beforeAll(async () => {
  csv = write('plain.csv', delimited(madeUp, ',', '\n'));
  expected = await read(csv);
  expect(expected.rows).toHaveLength(300);
});

async function expectSame(path: string, kind: string): Promise<void> {
  const table = await read(path);
  expect(table).toMatchObject({ profile: 'verloop', form: { kind }, rejected: 0 });
  expect(table.rows).toEqual(expected.rows);
}

const array = (objects: unknown[]): string => JSON.stringify(objects, null, 2);
const lines = (objects: unknown[]): string => objects.map((one) => `${JSON.stringify(one)}\n`).join('');

describe('the same chats are read alike', () => {
  const texts: [what: string, text: string, kind: string][] = [
    ['a JSON array of texts', array(textObjectsOf(madeUp)), 'json'],
    ['a JSON array of texts, numbers and nulls', array(objectsOf(madeUp)), 'json'],
    ['a JSON array of ISO dates', array(objectsOf(withDates(madeUp, iso))), 'json'],
    ['a JSON array within an object', JSON.stringify({ total: 300, chats: objectsOf(madeUp) }), 'json'],
    ['JSON lines of texts', lines(textObjectsOf(madeUp)), 'json_lines'],
    ['JSON lines of texts, numbers and nulls', lines(objectsOf(madeUp)), 'json_lines'],
    ['JSON lines, CRLF', lines(objectsOf(madeUp)).replaceAll('\n', '\r\n'), 'json_lines'],
  ];
  it.each(texts)('as %s', async (_, text, kind) => {
    await expectSame(write('chats.json', text), kind);
  });

  it.each(['utf-8 with mark', 'utf-16le with mark', 'utf-16be with mark'])(
    'as JSON in %s',
    async (encoding) => {
      const encode = encodings[encoding] ?? ((text: string) => Buffer.from(text));
      await expectSame(write('chats.json', encode(array(objectsOf(madeUp)))), 'json');
      await expectSame(write('chats.jsonl', encode(lines(objectsOf(madeUp)))), 'json_lines');
    },
  );

  it('as packed JSON', async () => {
    await expectSame(write('chats.json.gz', gzipSync(array(objectsOf(madeUp)))), 'json');
    const zip = zipSync({ 'chats.jsonl': Buffer.from(lines(objectsOf(madeUp))) });
    await expectSame(write('chats.zip', zip), 'json_lines');
  });

  it.each(['uncompressed', 'snappy', 'gzip', 'zstd', 'brotli', 'lz4'])(
    'as Parquet of texts, %s',
    async (way) => {
      const path = write(`${way}.parquet`, '');
      await writeTextParquet(csv, path, way);
      await expectSame(path, 'parquet');
    },
  );

  it('as Parquet of timestamps and numbers', async () => {
    const path = write('typed.parquet', '');
    await writeTypedParquet(csv, path, madeUp);
    await expectSame(path, 'parquet');
  });
});
