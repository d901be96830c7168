import { unpacked } from '../../src/files/unpack.js';
import { gzipSync } from 'node:zlib';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bytesOf, endingOf, sourceOf, textOf, onlyFile } from './sources.js';

const csv =
  'Chat ID,Start\n' + Array.from({ length: 4000 }, (_, at) => `${at},2021-02-01 10:00:${at % 60}\n`).join('');
const gz = gzipSync(csv);
const zipOf = (files: Zippable) => zipSync(files);
let zst: Uint8Array = new Uint8Array(0);
const folder = mkdtempSync(join(tmpdir(), 'chat-metrics-files-'));

beforeAll(async () => {
  const path = join(folder, 'chats.csv.zst');
  const connection = await (await DuckDBInstance.create()).connect();
  await connection.run(
    `copy (select range as "Chat ID", 'at ' || range % 7 as "Start" from range(60000)) to '${path}' (format csv, compression zstd)`,
  );
  zst = readFileSync(path);
});
afterAll(() => rmSync(folder, { recursive: true }));

const zstText = () =>
  'Chat ID,Start\n' + Array.from({ length: 60_000 }, (_, at) => `${at},at ${at % 7}\n`).join('');

describe('a packed file is read as what is packed in it', () => {
  test('a file that is not packed is given back as it is', async () => {
    const file = sourceOf(csv, 'chats.csv');
    expect(await onlyFile(file)).toBe(file);
  });

  test.each([1, 7, 1000, 65_536])('gzip, in pieces of %i bytes', async (pieces) => {
    const file = await onlyFile(sourceOf(gz, 'chats.csv.gz', pieces));
    expect(file).toMatchObject({ name: 'chats.csv', bytes: null });
    expect(file.path).toBeUndefined();
    expect(await textOf(file)).toBe(csv);
    expect(await textOf(file)).toBe(csv);
  });

  test('gzip of several parts, one behind the other', async () => {
    const file = await onlyFile(sourceOf(Buffer.concat([gz, gzipSync('4000,x\n')]), 'chats.csv.gz'));
    expect(await textOf(file)).toBe(`${csv}4000,x\n`);
  });

  test.each([1, 511, 65_536])('zstd, in pieces of %i bytes', async (pieces) => {
    const file = await onlyFile(sourceOf(zst, 'chats.csv.zst', pieces));
    expect(file.name).toBe('chats.csv');
    expect(await textOf(file)).toBe(zstText());
  });

  test('zstd of several frames', async () => {
    const file = await onlyFile(sourceOf(Buffer.concat([zst, zst]), 'chats.csv.zst'));
    expect(await textOf(file)).toBe(zstText() + zstText());
  });

  test.each([1, 29, 65_536])('a zip archive with one file, in pieces of %i bytes', async (pieces) => {
    const file = await onlyFile(sourceOf(zipOf({ 'in/chats.csv': strToU8(csv) }), 'export.zip', pieces));
    expect(file.name).toBe('export.zip/in/chats.csv');
    expect(await textOf(file)).toBe(csv);
  });

  test('a zip archive with a stored file, and bytes in front of it', async () => {
    const stored = zipOf({ 'chats.csv': [strToU8(csv), { level: 0 }] });
    const shifted = Buffer.concat([stored.subarray(0, 4), Buffer.from('ZZZ'), stored]);
    expect(await textOf(await onlyFile(sourceOf(stored, 'export.zip')))).toBe(csv);
    expect(await textOf(await onlyFile(sourceOf(shifted, 'export.zip')))).toBe(csv);
  });

  test('what macOS and Windows put into a zip archive, and a note beside the data, does not count', async () => {
    const files = {
      '__MACOSX/._chats.csv': '',
      '.DS_Store': '',
      'a/Thumbs.db': '',
      'README.txt': 'hi',
      'a/chats.csv': csv,
    };
    const bytes = zipOf(
      Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])),
    );
    expect(await textOf(await onlyFile(sourceOf(bytes, 'export.zip')))).toBe(csv);
  });

  test('a gzip file in a zip archive', async () => {
    const file = await onlyFile(sourceOf(zipOf({ 'chats.csv.gz': gz }), 'export.zip'));
    expect(file.name).toBe('export.zip/chats.csv');
    expect(await textOf(file)).toBe(csv);
  });

  test('zip64, as Python writes it to a pipe', async () => {
    const file = await onlyFile(sourceOf(zip64('chats.csv', csv), 'export.zip'));
    expect(await textOf(file)).toBe(csv);
  });

  test('a stream that is given up early does not go on', async () => {
    const seen = { isCancelled: false };
    const source = sourceOf(zipOf({ 'chats.csv': strToU8(csv.repeat(40)) }), 'export.zip', 100);
    const open = () => {
      const reader = source.open().getReader();
      return new ReadableStream<Uint8Array<ArrayBuffer>>({
        async pull(controller) {
          const { done, value } = await reader.read();
          if (done) controller.close();
          else controller.enqueue(value);
        },
        cancel: () => {
          seen.isCancelled = true;
        },
      });
    };
    const file = await onlyFile({ ...source, open });
    seen.isCancelled = false;
    for await (const chunk of file.open()) {
      expect(chunk.length).toBeGreaterThan(0);
      break;
    }
    expect(seen.isCancelled).toBe(true);
  });
});

describe('an archive that cannot be read ends in a clear message', () => {
  const read = (bytes: Uint8Array, name: string) => async () =>
    bytesOf(await onlyFile(sourceOf(bytes, name, 5000)));
  const broken = (bytes: Uint8Array, at: number) =>
    bytes.map((byte, index) => (index === at ? byte ^ 0xff : byte));
  const zip = zipOf({ 'chats.csv': strToU8(csv) });

  test.each<[string, () => Uint8Array, string]>([
    ['gzip cut late', () => gz.subarray(0, gz.length - 5), 'a.gz'],
    ['gzip cut early', () => gz.subarray(0, 15), 'a.gz'],
    ['gzip with a wrong byte', () => broken(gz, 4000), 'a.gz'],
    ['gzip with a wrong checksum', () => broken(gz, gz.length - 6), 'a.gz'],
    ['zstd cut late', () => zst.subarray(0, zst.length - 5), 'a.zst'],
    ['zstd cut early', () => zst.subarray(0, 9), 'a.zst'],
    [
      'zstd with rubbish behind it',
      () => Buffer.concat([zst, Buffer.from('rubbish, rubbish, rubbish')]),
      'a.zst',
    ],
    ['zip cut late', () => zip.subarray(0, zip.length - 30), 'a.zip'],
    ['zip cut early', () => zip.subarray(0, 40), 'a.zip'],
    ['zip with bytes missing', () => Buffer.concat([zip.subarray(0, 1000), zip.subarray(1100)]), 'a.zip'],
    ['zip with a wrong byte', () => broken(zip, 4000), 'a.zip'],
    ['zip with a wrong checksum', () => broken(zip, zip.length - 22 - 55 + 16), 'a.zip'],
    ['zip that says a smaller size', () => withSize(zip, 5000), 'a.zip'],
    ['zip that says a larger size', () => withSize(zip, csv.length + 1), 'a.zip'],
    ['zip packed by an unknown method', () => withMethod(zip, 12), 'a.zip'],
  ])('%s', async (_what, bytes, name) => {
    const ending = await endingOf(read(bytes(), name));
    expect(ending.code).toBe('broken_archive');
    expect(ending.message).toMatch(new RegExp(`^${name} is a broken (gzip|zstd|zip)`));
    expect(ending.hint).toContain('again');
  });

  test('several data files are all given, and what is no data file is not', async () => {
    const bytes = zipOf({ 'jan.csv': strToU8('a'), 'feb.csv': strToU8('b'), 'note.txt': strToU8('c') });
    const files = await unpacked(sourceOf(bytes, 'export.zip'));
    expect(files.map(({ name }) => name)).toEqual(['export.zip/jan.csv', 'export.zip/feb.csv']);
    expect(await Promise.all(files.map(textOf))).toEqual(['a', 'b']);
  });

  test('more files than can be parts of one table are listed in part', async () => {
    const names = Array.from({ length: 501 }, (_, at) => [`${at}.csv`, strToU8('a')]);
    const { message } = await endingOf(read(zipOf(Object.fromEntries(names) as Zippable), 'export.zip'));
    expect(message).toMatch(/^export.zip holds 501 files: .* and 493 more\.$/);
  });

  test('no file in it', async () => {
    const ending = await endingOf(
      read(zipOf({ '.DS_Store': strToU8('a'), 'in/': new Uint8Array(0) }), 'export.zip'),
    );
    expect(ending).toMatchObject({ code: 'empty_archive', message: 'export.zip holds no file.' });
  });

  test('an empty zip archive', async () => {
    expect((await endingOf(read(zipOf({}), 'export.zip'))).code).toBe('empty_archive');
  });

  test('a password', async () => {
    const directory = zip.length - 22 - 55;
    const bytes = zip.map((byte, at) => (at === directory + 8 || at === 6 ? byte | 1 : byte));
    const ending = await endingOf(read(bytes, 'export.zip'));
    expect(ending).toMatchObject({
      code: 'password_protected',
      message: 'export.zip is protected by a password.',
    });
  });

  test('archives in archives in archives', async () => {
    const deep = zipOf({ 'a.zip': zipOf({ 'a.csv.gz': gz }) });
    const ending = await endingOf(read(deep, 'export.zip'));
    expect(ending).toMatchObject({ code: 'nested_archive', hint: 'Unpack it and give the file in it.' });
  });

  test('a file that would unpack to hundreds of times its size', async () => {
    const bytes = withSize(zip, 4_000_000_000);
    const ending = await endingOf(read(bytes, 'export.zip'));
    expect(ending.code).toBe('zip_bomb');
    expect(ending.message).toBe('export.zip/chats.csv unpacks to more than 268 MB, far more than its size.');
  });

  test('a thousandfold gzip or zstd file is read in pieces, so the reader can stop', async () => {
    const bomb = await onlyFile(sourceOf(gzipSync(Buffer.alloc(64 << 20)), 'a.gz'));
    let longest = 0;
    for await (const chunk of bomb.open()) longest = Math.max(longest, chunk.length);
    expect(longest).toBeLessThan(1 << 20);
  });

  test.each(['chats.csv.zst', 'chats.csv.gz', 'chats.zip'])('more than is allowed of %s', async (name) => {
    const bytes =
      { 'chats.csv.zst': zst, 'chats.csv.gz': gzipSync(zstText()) }[name] ??
      zipOf({ 'a.csv': strToU8(zstText()) });
    const most = (mostUnpacked: number) => async () =>
      (await textOf(await onlyFile({ ...sourceOf(bytes, name), mostUnpacked }))).length;
    expect(await most(10_000_000)()).toBe(zstText().length);
    expect((await endingOf(most(100_000))).code).toBe('zip_bomb');
  });

  function withSize(bytes: Uint8Array, size: number): Uint8Array {
    const copy = bytes.slice();
    new DataView(copy.buffer).setUint32(copy.length - 22 - 55 + 24, size, true);
    return copy;
  }

  function withMethod(bytes: Uint8Array, method: number): Uint8Array {
    const copy = bytes.slice();
    new DataView(copy.buffer).setUint16(copy.length - 22 - 55 + 10, method, true);
    return copy;
  }
});

/** A zip archive with one stored file whose sizes stand in the fields of zip64 only. */
function zip64(name: string, text: string): Uint8Array {
  const data = Buffer.from(text);
  const plain = Buffer.from(zipSync({ [name]: [strToU8(text), { level: 0 }] }));
  const crc = plain.readUInt32LE(14);
  const local = plain.subarray(0, 30 + name.length + data.length);
  const entry = Buffer.alloc(46 + name.length + 28);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt32LE(crc, 16);
  entry.fill(0xff, 20, 28);
  entry.writeUInt16LE(name.length, 28);
  entry.writeUInt16LE(28, 30);
  entry.fill(0xff, 42, 46);
  entry.write(name, 46);
  const extra = 46 + name.length;
  entry.writeUInt16LE(1, extra);
  entry.writeUInt16LE(24, extra + 2);
  entry.writeBigUInt64LE(BigInt(data.length), extra + 4);
  entry.writeBigUInt64LE(BigInt(data.length), extra + 12);
  const record = Buffer.alloc(56);
  record.writeUInt32LE(0x06064b50, 0);
  record.writeBigUInt64LE(44n, 4);
  record.writeBigUInt64LE(1n, 32);
  record.writeBigUInt64LE(BigInt(entry.length), 40);
  record.writeBigUInt64LE(BigInt(local.length), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(local.length + entry.length), 8);
  const end = Buffer.alloc(22, 0xff);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(0, 20);
  return Buffer.concat([local, entry, record, locator, end]);
}
