import { existsSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { generateReport } from '../../src/index.js';
import { dateParts, madeUp, monthFirst, withDates } from './made-up.js';
import { folder, reader, tablesOf, type ReadTable } from './tables.js';
import { delimited } from './text-files.js';
import {
  asBoth,
  asDates,
  asDates1904,
  asSwapped,
  asTexts,
  textWorkbookOf,
  workbookOf,
} from './workbook-files.js';

const write = folder();
const read = reader();
let expected: ReadTable;
beforeAll(async () => {
  expected = await read(write('plain.csv', delimited(madeUp, ',', '\n')));
  expect(expected.rows).toHaveLength(300);
});

const swapped = madeUp.rows.flat().filter((text) => (dateParts(text)?.[0] ?? 13) <= 12).length;
const swapNote = expect.stringContaining(
  `Excel had swapped day and month of ${swapped.toLocaleString('en')} dates, and they were swapped back.`,
);

describe('the same chats in a workbook are read alike', () => {
  const kinds: [what: string, bytes: () => Uint8Array, notes: unknown[]][] = [
    ['with date cells', () => workbookOf(madeUp, asDates), []],
    ['with dates as text', () => workbookOf(madeUp, asTexts), []],
    ['with text alone', () => textWorkbookOf(madeUp), []],
    [
      'with both, not as Excel swaps them',
      () => workbookOf(madeUp, asBoth),
      [expect.stringMatching(/dates are date cells and .* are text\. They were read as they are/)],
    ],
    ['with dates that Excel swapped', () => workbookOf(madeUp, asSwapped), [swapNote]],
    ['whose dates count from 1904', () => workbookOf(madeUp, asDates1904, true), []],
  ];
  it.each(kinds)('%s', async (_, bytes, notes) => {
    const table = await read(write('chats.xlsx', bytes()));
    expect(table).toMatchObject({ profile: 'verloop', form: { kind: 'xlsx', sheet: 'Chats' }, rejected: 0 });
    expect(table.notes).toEqual(notes);
    expect(table.rows).toEqual(expected.rows);
  });
});

describe('dates that Excel swapped', () => {
  it('are left as they are when told so, with a note', async () => {
    const path = write('chats.xlsx', workbookOf(madeUp, asSwapped));
    const { tables, data_quality } = await generateReport({ files: path, excelSwap: 'off' });
    expect(tables.chat_metrics[0]).toMatchObject({ incoming_chats: 300 });
    expect(tables.chat_metrics.length).toBeGreaterThan(10);
    expect(data_quality.notes).toContainEqual(expect.stringContaining('They were read as they are'));
  });

  it('are not looked for in a month-first file whose date cells have days above 12', async () => {
    const texts = withDates(madeUp, (text) =>
      (dateParts(text)?.[0] ?? 0) % 3 === 0 ? text : monthFirst(text),
    );
    const path = write('chats.xlsx', workbookOf(texts, asDates));
    const table = await read(path);
    expect(table.notes.some((note) => note.includes('swapped back'))).toBe(false);
    expect(table.rows).toEqual(expected.rows);
  });
});

const real = ['../shared/data/verloop_feb_2021.csv', '../shared/data/verloop_feb_2021.xlsx'] as const;

describe.skipIf(!real.every((path) => existsSync(path)))('the real dump', () => {
  it('gives the same cells in every table, as CSV and as the workbook that Excel swapped', async () => {
    const [csv, xlsx] = [await generateReport({ files: real[0] }), await generateReport({ files: real[1] })];
    expect(xlsx.tables.chat_metrics[0]).toMatchObject({ incoming_chats: 10_000 });
    expect(tablesOf(xlsx)).toEqual(tablesOf(csv));
    expect(xlsx.data_quality).toEqual({
      ...csv.data_quality,
      notes: xlsx.data_quality.notes,
      warnings: expect.anything(),
    });
    expect(xlsx.data_quality.notes).toContainEqual(expect.stringContaining('swapped back'));
  });
});
