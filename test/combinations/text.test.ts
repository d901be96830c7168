import { beforeAll, describe, expect, it } from 'vitest';
import { combined } from '../covering-array.js';
import { madeUp, monthFirst, withDates } from './made-up.js';
import { folder, reader, type ReadTable } from './tables.js';
import { delimited, delimiters, encodings, lineEnds, packings } from './text-files.js';

const write = folder();
const read = reader();
let expected: ReadTable;
beforeAll(async () => {
  expected = await read(write('plain.csv', delimited(madeUp, ',', '\n')));
  expect(expected.rows).toHaveLength(300);
});

const combinations = combined({
  packing: Object.keys(packings),
  delimiter: Object.keys(delimiters) as (keyof typeof delimiters)[],
  encoding: Object.keys(encodings),
  lineEnd: Object.keys(lineEnds) as (keyof typeof lineEnds)[],
});

it.each(combinations)(
  'the same chats are read alike, $packing, $delimiter, $encoding, $lineEnd',
  async ({ packing, delimiter, encoding, lineEnd }) => {
    const { ending = '', pack = (bytes: Uint8Array) => bytes } = packings[packing] ?? {};
    const text = delimited(madeUp, delimiters[delimiter], lineEnds[lineEnd]);
    const encode = encodings[encoding] ?? expect.fail('no such encoding');
    const table = await read(write(`chats.csv${ending}`, pack(encode(text))));
    expect(table.form).toMatchObject({
      kind: 'csv',
      delimiter: delimiters[delimiter],
      encoding: encoding.split(' ')[0],
    });
    expect(table.notes.some((note) => note.includes('Windows-1252'))).toBe(encoding === 'windows-1252');
    expect(table.rows).toEqual(expected.rows);
  },
);

describe('a file that is truly month-first', () => {
  it.each(Object.keys(encodings))('is read as such, in %s', async (encoding) => {
    const text = delimited(withDates(madeUp, monthFirst), ',', '\n');
    const table = await read(write('month-first.csv', encodings[encoding]?.(text) ?? ''));
    expect(table.order).toBe('mdy');
    expect(table.rows).toEqual(expected.rows);
  });
});
