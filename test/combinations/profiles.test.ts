import { zipSync } from 'fflate';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { shapes, examples } from '../profiles/examples.js';
import { parsedCsv } from './parsed-csv.js';
import { textObjectsOf } from './data-files.js';
import type { Table } from './made-up.js';
import { folder, reader, type ReadTable } from './tables.js';
import { delimited, encodings } from './text-files.js';
import { textWorkbookOf } from './workbook-files.js';

const write = folder();
const read = reader();
const utf16 = encodings['utf-16le with mark'] ?? ((text: string) => Buffer.from(text));

/** Ways to write a table of any platform, each with the name that it goes by. */
const ways: Record<string, [name: string, bytes: (table: Table) => Uint8Array | string]> = {
  'semicolons, CRLF, gz': ['chats.csv.gz', (table) => gzipSync(delimited(table, ';', '\r\n'))],
  'tabs, UTF-16': ['chats.tsv', (table) => utf16(delimited(table, '\t', '\r\n'))],
  'pipes, zip': ['chats.zip', (table) => zipSync({ 'a.txt': Buffer.from(delimited(table, '|', '\n')) })],
  'a workbook of texts': ['chats.xlsx', (table) => textWorkbookOf(table)],
  'a JSON array': ['chats.json', (table) => JSON.stringify(textObjectsOf(table))],
  'JSON lines': [
    'chats.jsonl',
    (table) =>
      textObjectsOf(table)
        .map((one) => JSON.stringify(one))
        .join('\n'),
  ],
};

describe.each(shapes.map(({ profile }) => profile))('the chats of %s are read alike', (profile) => {
  const csv = examples[profile] ?? '';
  const table = parsedCsv(csv);
  let expected: ReadTable;
  beforeAll(async () => {
    expected = await read(write('plain.csv', csv));
    expect(expected).toMatchObject({ profile, rows: expect.arrayContaining([expect.anything()]) });
  });

  it.each(Object.keys(ways))('as %s', async (way) => {
    const [name, bytes] = ways[way] ?? ['chats.csv', () => csv];
    const { rows, zone, rejected } = expected;
    const again = await read(write(name, bytes(table)));
    expect(again).toMatchObject({ profile, zone, rejected });
    expect(again.rows).toEqual(rows);
  });
});
