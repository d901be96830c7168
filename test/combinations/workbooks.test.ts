import { existsSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { generateReport } from '../../src/index.js';
import { dateParts, madeUp, monthFirst, withDates } from './made-up.js';
import { folder, soundReport, tablesOf } from './tables.js';
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
let expected: unknown;
beforeAll(async () => {
  expected = tablesOf(await soundReport(write('plain.csv', delimited(madeUp, ',', '\n'))));
});

const swapped = madeUp.rows.flat().filter((text) => (dateParts(text)?.[0] ?? 13) <= 12).length;
const swapNote = expect.stringContaining(
  `Excel had swapped day and month of ${swapped.toLocaleString('en')} dates, and they were swapped back.`,
);

describe('the same chats in a workbook give the same tables', () => {
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
    const report = await soundReport(write('chats.xlsx', bytes()));
    expect(report.source.files[0]).toMatchObject({ kind: 'xlsx', sheet: 'Chats', profile: 'verloop' });
    expect(report.data_quality.notes).toEqual(notes);
    expect(tablesOf(report)).toEqual(expected);
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
    const report = await soundReport(path);
    expect(report.data_quality.notes.some((note) => note.includes('swapped back'))).toBe(false);
    expect(tablesOf(report)).toEqual(expected);
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
