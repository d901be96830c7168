import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { blobSource } from '../../src/engines/duckdb-wasm/files.js';
import { fileSource } from '../../src/engines/duckdb/files.js';
import { jsonRows } from '../../src/files/json/json-rows.js';
import { parquetRows } from '../../src/files/parquet/parquet-rows.js';
import type { SourceFile } from '../../src/files/source.js';
import { allBytes } from '../../src/files/streams.js';
import { allFields, allRows, endingOf, sourceOf, textOf, onlyFile, firstSheet } from './sources.js';
import { textRow, workbook } from './workbook-parts.js';

const folder = mkdtempSync(join(tmpdir(), 'chat-metrics-ranges-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A file with ranges, and how many bytes were read of it. */
function counted(content: Uint8Array, name: string): { file: SourceFile; bytesRead: () => number } {
  let bytes = 0;
  const counting = (part: Uint8Array): ReadableStream<Uint8Array<ArrayBuffer>> =>
    sourceOf(part, name)
      .open()
      .pipeThrough(
        new TransformStream({
          transform(chunk: Uint8Array<ArrayBuffer>, controller) {
            bytes += chunk.length;
            controller.enqueue(chunk);
          },
        }),
      );
  const open = () => counting(content);
  const slice = (from: number, to: number) => counting(content.subarray(from, to));
  return { file: { name, bytes: content.length, open, slice }, bytesRead: () => bytes };
}

/** A large file that is not looked for: 4 MB that do not shrink. */
const ballast = Uint8Array.from({ length: 4 << 20 }, (_, at) => (at * 2_654_435_761) >>> 13);
const csv = 'Chat ID,Start\n1,2021-02-01 10:00:00\n';
const rows = textRow(1, ['Chat ID', 'Agent']) + textRow(2, ['1', 'Mia']);
const isHeading = (cells: string[]) => cells.includes('Chat ID');

/** A workbook whose first part is a large picture. */
function heavyWorkbook(): Uint8Array {
  const parts = unzipSync(workbook({ sheets: [{ name: 'Data', rows }] }));
  return zipSync({ 'xl/media/a.png': [ballast, { level: 0 }], ...parts });
}

async function parquet(): Promise<Uint8Array> {
  const path = join(folder, 'a.parquet');
  const connection = await (await DuckDBInstance.create()).connect();
  await connection.run(
    `copy (select range as "Chat ID", md5(range::varchar) as "Text" from range(60000)) to '${path}' (format parquet, row_group_size 10000)`,
  );
  return readFileSync(path);
}

describe('of a file with ranges only what is needed is read', () => {
  test('the parts of a workbook, and not its pictures', async () => {
    const { file, bytesRead } = counted(heavyWorkbook(), 'a.xlsx');
    expect(await allFields(await firstSheet(file, { isHeading }))).toEqual([['1', 'Mia']]);
    expect(bytesRead()).toBeLessThan(2 << 20);
  });

  test('the data file in a zip archive, and not what stands before it', async () => {
    const content = zipSync({
      '__MACOSX/a': [ballast, { level: 0 }],
      'chats.csv': strToU8(csv),
      'b/.DS_Store': new Uint8Array(1 << 20),
    });
    const { file, bytesRead } = counted(content, 'chats.zip');
    expect(await textOf(await onlyFile(file))).toBe(csv);
    expect(bytesRead()).toBeLessThan(1 << 20);
  });

  test('the end of a Parquet file for its columns, a row group at a time for its rows', async () => {
    const content = await parquet();
    const { file, bytesRead } = counted(content, 'a.parquet');
    const table = await parquetRows(file);
    expect(table.headings).toEqual(['Chat ID', 'Text']);
    expect(bytesRead()).toBeLessThan(600_000);
    const before = bytesRead();
    for await (const _ of table.rows()) break;
    expect(bytesRead() - before).toBeLessThan(content.length / 3);
    expect(await allFields(table)).toEqual(
      await allFields(await parquetRows(sourceOf(content, 'a.parquet'))),
    );
  });
});

describe('a file with ranges gives what one without gives', () => {
  test('an archive whose table of contents is longer than it usually is', async () => {
    const many = Array.from({ length: 3000 }, (_, at) => [`__MACOSX/${'x'.repeat(40)}${at}`, strToU8('')]);
    const content = zipSync({ 'chats.csv': strToU8(csv), ...Object.fromEntries(many) });
    expect(await textOf(await onlyFile(counted(content, 'chats.zip').file))).toBe(csv);
  });

  test.each(['cut off', 'without its first half', 'with a table of contents that leads nowhere'])(
    'an archive that is %s',
    async (how) => {
      const sound = zipSync({ '._a': strToU8('x'), 'chats.csv': [strToU8(csv.repeat(50)), { level: 0 }] });
      const second = Buffer.from(sound).indexOf('PK\x03\x04', 4);
      const broken = {
        'cut off': sound.subarray(0, sound.length - 30),
        'without its first half': Buffer.concat([sound.subarray(0, 40), sound.subarray(sound.length / 2)]),
        'with a table of contents that leads nowhere': sound.map((byte, at) => (at === second ? 9 : byte)),
      }[how]!;
      const read = (file: SourceFile) => endingOf(async () => textOf(await onlyFile(file)));
      const ending = await read(counted(broken, 'a.zip').file);
      expect(ending.code).toBe('broken_archive');
      expect(ending).toEqual(await read(sourceOf(broken, 'a.zip')));
    },
  );

  test('a JSON list behind a byte-order mark', async () => {
    const content = strToU8('\uFEFF[{"Chat ID": "1"}]');
    for (const file of [counted(content, 'a.json').file, blobSource(new Blob([content]), 'a.json')])
      expect(await allFields(await jsonRows(file, 'json'))).toEqual([['1']]);
  });

  test('a broken Parquet file', async () => {
    const content = await parquet();
    for (const broken of [content.subarray(0, content.length - 20), content.subarray(0, 6)]) {
      const read = (file: SourceFile) => endingOf(async () => allRows(await parquetRows(file)));
      const ending = await read(counted(broken, 'a.parquet').file);
      expect(ending).toEqual(await read(sourceOf(broken, 'a.parquet')));
    }
  });
});

describe('a range is the bytes from one place up to another, as far as there are any', () => {
  const content = strToU8('0123456789');
  const path = join(folder, 'digits');
  writeFileSync(path, content);
  test.each([
    ['a file on disk', () => fileSource(path)],
    ['a file of a page', () => blobSource(new Blob([content]), 'digits')],
  ])('%s', async (_, sourceFor) => {
    const { slice } = await sourceFor();
    const part = async (from: number, to: number): Promise<string> =>
      new TextDecoder().decode(slice && (await allBytes(slice(from, to))));
    expect([await part(0, 2), await part(3, 5), await part(8, 99), await part(4, 4)]).toEqual([
      '01',
      '34',
      '89',
      '',
    ]);
  });

  test('what is no plain file on disk has none', async () => {
    expect((await fileSource('/dev/null')).slice).toBeUndefined();
  });
});
