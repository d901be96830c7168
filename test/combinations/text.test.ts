import { beforeAll, describe, expect, it } from 'vitest';
import { madeUp, monthFirst, withDates } from './made-up.js';
import { folder, soundReport, tablesOf } from './tables.js';
import { delimited, delimiters, encodings, lineEnds, packings } from './text-files.js';

const write = folder();
let expected: unknown;
beforeAll(async () => {
  const report = await soundReport(write('plain.csv', delimited(madeUp, ',', '\n')));
  expect(report.data_quality.rows_used).toBe(300);
  expected = tablesOf(report);
});

const combinations = Object.entries(delimiters).flatMap(([delimiter, sign]) =>
  Object.entries(encodings).flatMap(([encoding, encode]) =>
    Object.entries(lineEnds).map(([lineEnd, end]) => ({ delimiter, sign, encoding, encode, lineEnd, end })),
  ),
);

describe.each(Object.keys(packings))('the same chats give the same tables, packed as %s,', (packing) => {
  const { ending = '', pack = (bytes: Uint8Array) => bytes } = packings[packing] ?? {};

  it.each(combinations)('$delimiter, $encoding, $lineEnd', async (one) => {
    const bytes = pack(one.encode(delimited(madeUp, one.sign, one.end)));
    const report = await soundReport(write(`chats.csv${ending}`, bytes));
    const [file] = report.source.files;
    expect(file).toMatchObject({ kind: 'csv', delimiter: one.sign, encoding: one.encoding.split(' ')[0] });
    expect(report.data_quality.notes.some((note) => note.includes('Windows-1252'))).toBe(
      one.encoding === 'windows-1252',
    );
    expect(tablesOf(report)).toEqual(expected);
  });
});

describe('a file that is truly month-first', () => {
  it.each(Object.keys(encodings))('is read as such, in %s', async (encoding) => {
    const text = delimited(withDates(madeUp, monthFirst), ',', '\n');
    const report = await soundReport(write('month-first.csv', encodings[encoding]?.(text) ?? ''));
    expect(report.source.files[0]?.date_order).toBe('mdy');
    expect(tablesOf(report)).toEqual(expected);
  });
});
