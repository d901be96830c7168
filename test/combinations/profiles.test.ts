import { zipSync } from 'fflate';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { generateReport, type Report } from '../../src/index.js';
import { shapes, examples } from '../profiles/examples.js';
import { parsedCsv } from './parsed-csv.js';
import { textObjectsOf } from './data-files.js';
import type { Table } from './made-up.js';
import { folder, tablesOf } from './tables.js';
import { delimited, encodings } from './text-files.js';
import { textWorkbookOf } from './workbook-files.js';

const write = folder();
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

describe.each(shapes.map(({ profile }) => profile))('the chats of %s give the same tables', (profile) => {
  const csv = examples[profile] ?? '';
  const table = parsedCsv(csv);
  let expected: Report | null = null;
  beforeAll(async () => {
    expected = await generateReport({ files: write('plain.csv', csv) });
    expect(expected.source.files[0]?.profile).toBe(profile);
  });

  it.each(Object.keys(ways))('as %s', async (way) => {
    const [name, bytes] = ways[way] ?? ['chats.csv', () => csv];
    const report = await generateReport({ files: write(name, bytes(table)) });
    expect(report.source.files[0]?.profile).toBe(profile);
    expect(report.source.timezone).toBe(expected?.source.timezone);
    expect(tablesOf(report)).toEqual(expected && tablesOf(expected));
    const { rows_read, rows_used, rows_rejected, rows_duplicate } = report.data_quality;
    expect(expected?.data_quality).toMatchObject({ rows_read, rows_used, rows_rejected, rows_duplicate });
  });
});
